import Glibc
import Support
import Testing

@testable import Commands

/// `init` and `upgrade`, killed by the kernel as soon as a file grows past a limit (SIGXFSZ of setrlimit(2)).
@Suite struct KilledMakingTests {
    private static let program = "\(packageRoot())/.build/debug/groundwork"

    /// Runs the program with files of at most `blocks` blocks; whether it came to its end.
    private func isDone(_ words: String, _ desk: Desk, blocks: Int) throws -> Bool {
        let limits = "ulimit -c 0 && ulimit -f \(blocks)"
        let line = "cd '\(desk.path)' && \(limits) && exec '\(Self.program)' \(words) >/dev/null 2>&1"
        let shell: [String] = ["sh", "-c", line]
        var arguments = shell.map { strdup($0) } + [nil]
        defer { for argument in arguments { free(argument) } }
        var child: pid_t = 0
        let code = posix_spawn(&child, "/bin/sh", nil, nil, &arguments, environ)
        if code != 0 { throw FileTrouble(path: "/bin/sh", code: code) }
        var status: Int32 = 0
        waitpid(child, &status, 0)
        let signal = status & 0x7F
        guard signal == 0 || signal == SIGXFSZ else { throw FileTrouble(path: words, code: signal) }
        return signal == 0 && status >> 8 & 0xFF == 0
    }

    /// Kills the program at larger and larger sizes, until it comes to its end; how often it was killed.
    private func kill(_ words: String, _ desk: Desk, after: () throws -> Void) throws -> Int {
        var kills = 0
        for blocks in stride(from: 1, through: 10_000, by: Sweep.isFull ? 8 : 160) {
            if try isDone(words, desk, blocks: blocks) { return kills }
            kills += 1
            try after()
        }
        throw FileTrouble(path: words, code: EFBIG)
    }

    @Test func `an init that is killed leaves no record, and the next one nothing but its own`() throws {
        let desk = try Desk(begun: false)
        let kills = try kill("init --program Tern --time-zone UTC", desk) {
            #expect(!desk.folder.names.contains("groundwork.db"))
            #expect(desk.run("due").code == 66)
        }
        #expect(kills > 3)
        #expect(desk.folder.names == ["groundwork.db"])
        #expect(desk.run("check").code == 0)
    }

    @Test func `an upgrade that is killed leaves the record as it was, and the next one a copy of it`() throws {
        let desk = try Desk()
        desk.run("log foundations cci 2026-11-10 22")
        let record = "\(desk.path)/groundwork.db"
        try OlderRecord.make(record + ".old", version: 13, from: record)
        rename(record + ".old", record)
        let before = bytes(of: record)
        let kills = try kill("upgrade", desk) {
            #expect(bytes(of: record) == before, "the file has changed")
            #expect(desk.run("due").code == 76)
        }
        #expect(kills > 3)
        #expect(desk.folder.names.count == 2)
        #expect(desk.folder.names.last?.hasPrefix("groundwork.db.before-upgrade-") == true)
        #expect(desk.run("check").code == 0)
    }
}
