import Glibc
import Records

/// Whole processes: `groundwork` from start to end, beside a C program that does as little as the task needs.
struct ProgramJob: Job {
    let name: String
    let unit = "processes"
    let count = 20

    private let programs: Programs
    private let words: [Side: [String]]

    /// The two programs.
    struct Programs {
        let groundwork: String
        let limit: String

        /// Nil where they are not built beside this program.
        init?() {
            guard let groundwork = ChildProcess.beside("groundwork"), let limit = ChildProcess.beside("one-record")
            else { return nil }
            self.groundwork = groundwork
            self.limit = limit
        }
    }

    private init(_ name: String, _ programs: Programs, _ words: [Side: [String]]) {
        self.name = name
        self.programs = programs
        self.words = words
    }

    /// The start alone: each prints a version.
    static func start(_ programs: Programs) -> ProgramJob {
        ProgramJob("start", programs, [.groundwork: ["--version"], .limit: []])
    }

    /// One record, stored durably: a session for an organization, and a row.
    static func log(_ programs: Programs, in scratch: borrowing Scratch) throws -> ProgramJob {
        let sample = try SampleRecord(attendances: 2_000, in: scratch, named: "log")
        let records = (groundwork: scratch.file("log-groundwork.db"), limit: scratch.file("log-c.db"))
        try copyFile(sample.database, to: records.groundwork)
        try copyFile(sample.database, to: records.limit)
        let log = ["--database", records.groundwork, "log", "foundations", "clinic-1", "2026-01-15", "12"]
        return ProgramJob("log", programs, [.groundwork: log, .limit: [records.limit]])
    }

    func prepare(_ side: Side) {}

    func run(_ side: Side) throws {
        let program = side == .groundwork ? programs.groundwork : programs.limit
        for _ in 0..<count where try ChildProcess.run(program, words[side, default: []]) != 0 {
            throw JobFailure("\(name): \(program) failed")
        }
    }

    func check() {}
}
