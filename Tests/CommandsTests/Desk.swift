import Calendar
import Glibc
import Records
import Service
import Support
import Synchronization

@testable import Commands

/// A desk at which commands are run: a folder of its own, a fixed day, random numbers that come out the same.
final class Desk: Sendable {
    let folder: TemporaryFolder
    let path: String
    private let day: Day
    private let random = Mutex(SeededGenerator(seed: 1))

    /// What a command left behind: both streams, in the order in which they were written, and the exit code.
    struct Answer {
        var output = ""
        var errors = ""
        var both = ""
        var code: Int32 = 0

        /// The lines of both streams as a transcript shows them.
        var lines: [String] {
            var lines = both.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
            if lines.last == "" { lines.removeLast() }
            return lines + (code == 0 ? [] : ["[\(code)]"])
        }
    }

    /// A desk on `today`; with a record of "Harbor Harm Reduction" where `begun`.
    init(today: String = "2026-11-21", begun: Bool = true) throws {
        folder = try TemporaryFolder()
        path = folder.path
        guard let day = Day(iso: today) else { throw FileTrouble(path: today, code: EINVAL) }
        self.day = day
        if begun { try begin(today) }
    }

    /// A record of a day as `init` leaves it, or as it is furnished, and the random numbers that come after it.
    private static let begun = Prepared<(record: [UInt8], random: SeededGenerator)>()

    /// A desk whose record holds what `furnish` puts into it; that is done once in a process for each name, and the
    /// record copied. Files beside it are not.
    static func furnished(_ name: String, begun: Bool = true, _ furnish: (Desk) throws -> Void) throws -> Desk {
        let ready = try Self.begun.value(name) {
            let first = try Desk(begun: begun)
            try furnish(first)
            guard let made = bytes(of: "\(first.path)/groundwork.db") else {
                throw FileTrouble(path: first.path, code: ENOENT)
            }
            return (made, first.random.withLock { $0 })
        }
        let desk = try Desk(begun: false)
        try desk.place(ready)
        return desk
    }

    /// A desk whose record is that of the sample program.
    static func demo() throws -> Desk { try furnished("demo", begun: false) { $0.run("demo -d groundwork.db") } }

    private func begin(_ today: String) throws {
        let ready = try Self.begun.value(today) {
            let first = try Desk(today: today, begun: false)
            let answer = first.run([
                "init", "--program", "Harbor Harm Reduction", "--time-zone", "UTC", "--fiscal-year-start", "7",
            ])
            guard answer.code == 0, let made = bytes(of: "\(first.path)/groundwork.db") else {
                throw FileTrouble(path: answer.errors, code: answer.code)
            }
            return (made, first.random.withLock { $0 })
        }
        try place(ready)
    }

    private func place(_ ready: (record: [UInt8], random: SeededGenerator)) throws {
        let record = "\(path)/groundwork.db"
        try write(ready.record, to: record)
        chmod(record, 0o600)
        random.withLock { $0 = ready.random }
    }

    /// Runs a command line as a shell would take it apart.
    @discardableResult
    func run(_ line: String, input: String = "", isTerminal: Bool = false) -> Answer {
        let shell = ShellLine(line)
        let typed = shell.input.flatMap { contents(of: "\(path)/\($0)") } ?? input
        return run(
            Array(shell.words.dropFirst(shell.words.first == "groundwork" ? 1 : 0)),
            input: typed,
            isTerminal: isTerminal
        )
    }

    /// Runs a command of these words.
    @discardableResult
    func run(
        _ words: [String],
        input: String = "",
        isTerminal: Bool = false,
        output: Commands.OutputStream? = nil,
        change: (inout Environment) -> Void = { _ in }
    ) -> Answer {
        let caught = Caught()
        let rest = Mutex(Array(input.utf8))
        var environment = Environment(
            clock: .fixed(day),
            randomness: Randomness { [self] count in
                random.withLock { generator in
                    (0..<count).map { _ in UInt8(truncatingIfNeeded: generator.next() >> 32) }
                }
            },
            stopwatch: { 0 },
            variables: [:],
            folder: path,
            account: "coordinator",
            input: InputStream(isTerminal: isTerminal) {
                rest.withLock { rest in
                    let line = rest.firstIndex(of: 0x0A).map { rest[...$0] } ?? rest[...]
                    rest.removeFirst(line.count)
                    return Array(line)
                }
            },
            output: output ?? caught.stream(isError: false),
            errors: caught.stream(isError: true),
            interruption: Interruption()
        )
        change(&environment)
        let code = Environment.$current.withValue(environment) { Groundwork.run(words) }
        return caught.answer(code)
    }

    func file(_ name: String, _ text: String) throws { try write(text, to: "\(path)/\(name)") }
    func text(_ name: String) -> String? { contents(of: "\(path)/\(name)") }
}

/// What both streams got.
private final class Caught: Sendable {
    private let pieces = Mutex<[(isError: Bool, text: String)]>([])

    func stream(isError: Bool) -> Commands.OutputStream {
        Commands.OutputStream { [self] bytes in
            let text = String(decoding: bytes, as: UTF8.self)
            pieces.withLock { $0.append((isError, text)) }
        }
    }

    func answer(_ code: Int32) -> Desk.Answer {
        pieces.withLock { pieces in
            Desk.Answer(
                output: pieces.filter { !$0.isError }.map(\.text).joined(),
                errors: pieces.filter(\.isError).map(\.text).joined(),
                both: pieces.map(\.text).joined(),
                code: code
            )
        }
    }
}

/// The folder of this module's test files.
func testFolder(_ name: String, file: String = #filePath) -> String {
    file.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/") + "/\(name)"
}

/// The root of the package.
func packageRoot(file: String = #filePath) -> String {
    file.split(separator: "/", omittingEmptySubsequences: false).dropLast(3).joined(separator: "/")
}
