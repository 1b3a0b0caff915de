import Glibc

/// Programs run as processes of their own.
enum ChildProcess {
    /// Runs a program to its end, without its output, and returns its exit code; -1 where a signal ended it.
    static func run(_ program: String, _ words: [String]) throws -> Int32 { try runAndMeasure(program, words).code }

    /// The same, with the most memory that it held, in KiB.
    static func runAndMeasure(_ program: String, _ words: [String]) throws -> (code: Int32, peak: Int) {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        for output in [STDOUT_FILENO, STDERR_FILENO] {
            posix_spawn_file_actions_addopen(&actions, output, "/dev/null", O_WRONLY, 0)
        }
        var arguments = ([program] + words).map { strdup($0) } + [nil]
        defer { for argument in arguments { free(argument) } }
        var process = pid_t()
        let code = posix_spawn(&process, program, &actions, nil, &arguments, environ)
        guard code == 0 else { throw JobFailure("\(program): \(String(cString: strerror(code)))") }
        var status: Int32 = 0
        var usage = rusage()
        while wait4(process, &status, 0, &usage) < 0, errno == EINTR {}
        return (status & 0x7f == 0 ? status >> 8 & 0xff : -1, Int(usage.ru_maxrss))
    }

    /// The path of this program.
    static var own: String {
        var path = [CChar](repeating: 0, count: 4_096)
        let length = readlink("/proc/self/exe", &path, path.count)
        return String(decoding: path[..<max(0, length)].map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    /// The path of a program beside this one; nil where there is none.
    static func beside(_ name: String) -> String? {
        let folder = own.prefix { _ in true }.split(separator: "/").dropLast().joined(separator: "/")
        let path = "/\(folder)/\(name)"
        return access(path, X_OK) == 0 ? path : nil
    }
}
