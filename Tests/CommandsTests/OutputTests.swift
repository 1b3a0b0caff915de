import Files
import Glibc
import Records
import SQLite
import Service
import Support
import Synchronization
import Testing

@testable import Commands

@Suite struct OutputTests {
    /// A stream on which every write fails with this error of the system.
    private func failing(_ code: Int32) -> Commands.OutputStream {
        Commands.OutputStream { _ in throw WriteProblem(code: code) }
    }

    @Test func `a reader who leaves early ends the program quietly`() throws {
        let desk = try Desk()
        let answer = desk.run(["course", "list"], output: failing(EPIPE))
        #expect(answer.code == 0)
        #expect(answer.errors == "")
    }

    @Test func `an output that takes nothing is a failed write`() throws {
        let desk = try Desk()
        let answer = desk.run(["course", "list"], output: failing(ENOSPC))
        #expect(answer.code == 74)
        #expect(answer.errors == "groundwork: can't write the output: No space left on device\n")
    }

    @Test func `a change whose answer is lost is stored, and the error says so`() throws {
        let desk = try Desk()
        let answer = desk.run(["log", "foundations", "cci", "2026-11-10", "22"], output: failing(ENOSPC))
        #expect(answer.code == 74)
        #expect(
            answer.errors.hasSuffix(
                """
                groundwork: can't print the result: No space left on device
                Your change was saved.

                """
            )
        )
        #expect(desk.run("session list --format csv").output.contains("2026-11-10-cci-foundations"))
    }

    @Test func `/dev/full is refused as an output by its own name`() throws {
        let desk = try Desk()
        let answer = desk.run("course list -o /dev/full")
        #expect(answer.code == 74)
        var status = stat()
        #expect(stat("/dev/full", &status) == 0 && status.st_mode & S_IFMT == S_IFCHR)
    }

    @Test func `a file is there whole, for its owner alone`() throws {
        let desk = try Desk()
        let printed = desk.run("course list --format csv").output
        let answer = desk.run("course list --format csv -o courses.csv")
        #expect(answer.output == "")
        #expect(answer.code == 0)
        #expect(desk.text("courses.csv") == printed)
        var status = stat()
        #expect(stat("\(desk.path)/courses.csv", &status) == 0)
        #expect(status.st_mode & 0o777 == 0o600)
        #expect(desk.folder.names == ["courses.csv", "groundwork.db"])
    }

    @Test func `an output in place of the database is refused, by any name`() throws {
        let desk = try Desk()
        symlink("\(desk.path)/groundwork.db", "\(desk.path)/link.csv")
        for name in ["groundwork.db", "./groundwork.db", "link.csv"] {
            let answer = desk.run(["course", "list", "-o", name])
            #expect(answer.code == 73)
        }
        #expect(desk.run("check").code == 0)
    }

    @Test func `an output that is a folder is refused`() throws {
        let desk = try Desk()
        #expect(desk.run(["course", "list", "-o", "."]).code == 73)
        #expect(desk.run(["course", "list", "-o", "missing/courses.csv"]).code == 73)
        #expect(desk.folder.names == ["groundwork.db"])
    }

    @Test func `a link is refused as an output, and what it leads to is left alone`() throws {
        let desk = try Desk()
        try desk.file("real.csv", "old")
        symlink("real.csv", "\(desk.path)/link.csv")
        symlink("nowhere.csv", "\(desk.path)/dangling.csv")
        for name in ["link.csv", "dangling.csv"] {
            let answer = desk.run(["course", "list", "--format", "csv", "-o", name])
            #expect(answer.code == 73)
            #expect(answer.errors == "groundwork: \(name): this is a link\nUse the file it points to.\n")
        }
        #expect(desk.text("real.csv") == "old")
    }

    @Test func `what would steer a terminal is spelled out`() throws {
        let desk = try Desk()
        desk.run(["organization", "add", "Evil name", "--ref", "evil"])
        let database = try Database(path: "\(desk.path)/groundwork.db", mode: .readWrite)
        let title = "Evil \u{1B}[31m\u{202E}name"
        try database.execute("UPDATE organization SET title = \(title) WHERE ref = 'evil'")
        let answer = desk.run("organization list")
        #expect(answer.output.contains("Evil \\u{1B}[31m\\u{202E}name"))
        let refused = desk.run(["session", "show", "\u{1B}[2Jx"])
        #expect(!refused.errors.contains("\u{1B}"))
    }

    @Test func `the result alone goes to standard output`() throws {
        let desk = try Desk()
        let answer = desk.run("log foundations cci 2026-11-10 22")
        #expect(
            answer.output
                == "Logged: Foundations of Harm Reduction for cci, Nov 10, 2026, 22 people. Undo: groundwork undo\n"
        )
        #expect(answer.errors == "New organization: cci\n")
        #expect(desk.run("session add foundations cci 2026-12-01").output == "2026-12-01-cci-foundations\n")
    }

    @Test func `nobody is asked unless somebody sits at a terminal`() throws {
        let desk = try Desk()
        let ref = desk.run("person add --name Wren").output.dropLast()
        let refused = desk.run(["person", "forget", String(ref)], input: "y\n")
        #expect(refused.code == 64)
        let declined = desk.run(["person", "forget", String(ref)], input: "\n", isTerminal: true)
        #expect(declined.code == 64)
        #expect(declined.errors.hasSuffix("groundwork: nothing was changed\n"))
        #expect(desk.run("person list").output.contains("Wren"))
        let agreed = desk.run(["person", "forget", String(ref)], input: "y\n", isTerminal: true)
        #expect(agreed.code == 0)
        #expect(!desk.run("person list").output.contains("Wren"))
    }

    @Test func `an interruption stores nothing and ends with 130`() throws {
        let desk = try Desk()
        let answer = desk.run(["log", "foundations", "cci", "2026-11-10", "22"]) { $0.interruption.request() }
        #expect(answer.code == 130)
        #expect(answer.errors == "groundwork: interrupted. Nothing was saved\n")
        #expect(desk.run("session list --format json").output == "[]\n")
    }

    @Test(arguments: [
        ("board.html", "<!doctype html>"), ("board.JSON", "{"), ("board.md", "# "), ("board.xlsx", "PK"),
        ("board.txt", "Trainings"), ("board", "Trainings"),
    ])
    func `a file's ending says the format unless it is said`(name: String, start: String) throws {
        let desk = try Desk()
        #expect(desk.run(["report", "trainings", "--period", "2026", "-o", name]).code == 0)
        let written = String(decoding: bytes(of: "\(desk.path)/\(name)") ?? [], as: UTF8.self)
        #expect(written.lowercased().hasPrefix(start.lowercased()))
        #expect(desk.run(["report", "trainings", "--period", "2026", "--format", "csv", "-o", name]).code == 0)
        #expect(desk.text(name)?.contains(",") == true)
    }

    /// A file of many rows.
    private func people(_ count: Int) -> String {
        "name\n" + (0..<count).map { "Person \($0)\n" }.joined()
    }

    @Test func `an import that is interrupted in its midst leaves the record as it was`() throws {
        let desk = try Desk()
        try desk.file("people.csv", people(20_000))
        let before = bytes(of: "\(desk.path)/groundwork.db")
        let calls = Mutex(0)
        let answer = desk.run(["import", "people", "people.csv"]) { environment in
            let interruption = environment.interruption
            environment.errors = Commands.OutputStream(isTerminal: true, write: environment.errors.write)
            environment.stopwatch = {
                let call = calls.withLock { calls in
                    calls += 1
                    return calls
                }
                if call == 3 { interruption.request() }
                return Double(call)
            }
        }
        #expect(calls.withLock { $0 } >= 3)
        #expect(answer.code == 130)
        #expect(answer.errors.hasSuffix("groundwork: interrupted. Nothing was saved\n"))
        #expect(bytes(of: "\(desk.path)/groundwork.db") == before)
        #expect(desk.folder.names == ["groundwork.db", "people.csv"])
    }

    @Test(arguments: [true, false])
    func `a progress bar is drawn on a terminal, after a second, and taken away`(isTerminal: Bool) throws {
        let desk = try Desk()
        try desk.file("people.csv", people(5_000))
        let calls = Mutex(0.0)
        let answer = desk.run(["import", "people", "people.csv"]) { environment in
            environment.errors = Commands.OutputStream(isTerminal: isTerminal, write: environment.errors.write)
            environment.stopwatch = {
                calls.withLock { calls in
                    calls += 1
                    return calls
                }
            }
        }
        #expect(answer.code == 0)
        #expect(answer.errors.contains(" % people.csv") == isTerminal)
        #expect(!answer.errors.hasSuffix("\u{1B}[K"))
        #expect(answer.output.contains("5000 created"))
    }
}
