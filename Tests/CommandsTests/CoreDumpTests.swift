import Glibc
import Support
import Testing

@testable import Commands

/// What is being read never comes to lie in a core file or a crash report.
@Suite struct CoreDumpTests {
    private static let program = "\(packageRoot())/.build/debug/groundwork"

    /// The program, with leave to dump as much as it likes, reading from one end of a pair of sockets.
    private func start(in desk: Desk) throws -> (child: pid_t, input: Int32) {
        var ends: [Int32] = [-1, -1]
        guard socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0, &ends) == 0 else {
            throw FileTrouble(path: "socketpair", code: errno)
        }
        // A program that does not read lets the test fail, not hang.
        var patience = timeval(tv_sec: 60, tv_usec: 0)
        setsockopt(ends[1], SOL_SOCKET, SO_SNDTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        // A thread of the test's may hold signals back, and the program would inherit that.
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var none = sigset_t()
        sigemptyset(&none)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
        posix_spawn_file_actions_adddup2(&actions, ends[0], STDIN_FILENO)
        let line =
            "cd '\(desk.path)' && ulimit -c $(ulimit -H -c) && exec '\(Self.program)' import attendance - >report 2>&1"
        let shell = ["sh", "-c", line]
        var arguments = shell.map { strdup($0) } + [nil]
        defer { for argument in arguments { free(argument) } }
        var child: pid_t = 0
        let code = posix_spawn(&child, "/bin/sh", &actions, &attributes, &arguments, environ)
        close(ends[0])
        if code != 0 { throw FileTrouble(path: "/bin/sh", code: code) }
        return (child, ends[1])
    }

    @Test(arguments: [SIGABRT, SIGSEGV, SIGILL, SIGQUIT])
    func `a program that crashes in the middle of names leaves no core and no report`(signal: Int32) throws {
        let desk = try Desk()
        desk.run("log foundations cci 2026-11-10 2")
        let (child, input) = try start(in: desk)
        // More than a socket holds: once all is sent, the program has begun to read.
        let names = Array(("session,name\n" + String(repeating: "last,Wren Tansy\n", count: 200_000)).utf8)
        var sent = 0
        while sent < names.count {
            let count = names[sent...].withUnsafeBytes {
                send(input, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
            }
            guard count > 0 else { break }
            sent += count
        }
        #expect(sent == names.count, "the program did not read")
        kill(child, signal)
        var status: Int32 = 0
        waitpid(child, &status, 0)
        close(input)
        #expect(status & 0x7F == signal)
        #expect(status & 0x80 == 0, "a core was dumped")
        #expect(!desk.folder.names.contains { $0.hasPrefix("core") })
        #expect(desk.text("report") == "", "the crash was reported, with what stood in memory")
    }
}
