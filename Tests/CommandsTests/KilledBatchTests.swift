import Glibc
import Support
import Testing

@testable import Commands

/// Batches that are killed without a word, as soon as so many files are there: the long sweep, `GROUNDWORK_SWEEP=full`.
@Suite struct KilledBatchTests {
    private static let program = "\(packageRoot())/.build/debug/groundwork"
    private static let isSwept = getenv("GROUNDWORK_SWEEP").map { String(cString: $0) } == "full"

    private func start(_ words: [String]) throws -> pid_t {
        var arguments = ([Self.program] + words).map { strdup($0) } + [nil]
        defer { for argument in arguments { free(argument) } }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        for stream in [STDOUT_FILENO, STDERR_FILENO] {
            posix_spawn_file_actions_addopen(&actions, stream, "/dev/null", O_WRONLY, 0)
        }
        var child: pid_t = 0
        let code = posix_spawn(&child, Self.program, &actions, nil, &arguments, environ)
        if code != 0 { throw FileTrouble(path: Self.program, code: code) }
        return child
    }

    /// Runs to the end, or is killed once `count` files are in `folder`; the exit code, nil where it was killed.
    private func run(_ words: [String], killedAt count: Int = .max, in folder: String) throws -> Int32? {
        let child = try start(words)
        var status: Int32 = 0
        while waitpid(child, &status, count == .max ? 0 : WNOHANG) == 0 {
            if names(folder).count >= count {
                kill(child, SIGKILL)
                waitpid(child, &status, 0)
                break
            }
            sched_yield()
        }
        return status & 0x7F == 0 ? status >> 8 & 0xFF : nil
    }

    private func names(_ folder: String) -> [String] {
        files(in: folder, endingIn: "").filter { !$0.hasSuffix("/.") && !$0.hasSuffix("/..") }
    }

    private func everything(_ folder: String) -> [String: [UInt8]] {
        names(folder).reduce(into: [:]) { $0[String($1.dropFirst(folder.count))] = bytes(of: $1) }
    }

    @Test(.enabled(if: isSwept, "a long sweep: GROUNDWORK_SWEEP=full"))
    func `a batch that is killed leaves whole files, and the next run completes it`() throws {
        let desk = try Desk(begun: false)
        desk.run("demo")
        let words = [
            "--database", "\(desk.path)/groundwork.db", "batch", "quarterly", "--period", "2026-Q3", "--as-of",
            "2026-11-21", "-o",
        ]
        let (whole, part) = ("\(desk.path)/whole", "\(desk.path)/part")
        #expect(try run(words + [whole], in: whole) == 0)
        let expected = everything(whole)
        for round in 0..<200 {
            _ = try run(words + [part], killedAt: round % expected.count, in: part)
            for (name, bytes) in everything(part) { #expect(bytes == expected[name], "round \(round): \(name)") }
            #expect(try run(words + [part], in: part) == 0)
            #expect(everything(part) == expected)
            for name in names(part) { unlink(name) }
        }
        #expect(desk.folder.names == ["groundwork.db", "part", "whole"])
    }
}
