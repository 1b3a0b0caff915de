package import Calendar
import Glibc
package import Records
import SQLite
import Sample

/// Makes the record of a program, where nothing may be yet.
package struct BeginProgram: FileOperation {
    /// The program's name, as reports print it.
    package var program = ""
    /// Where its days begin and end; the machine's own zone unless given.
    package var timeZone: TimeZoneName?
    /// The month in which its fiscal year starts, 1 to 12.
    package var fiscalYearStart = 1

    package let id = OperationID(rawValue: "init")
    package let role = Role.admin

    package init() {}

    package var parameters: [Parameter<Self>] {
        [
            .text("program", \.program),
            Parameter(name: "time_zone", isRequired: false) { $0.timeZone = try EditProgram.zone($1) },
            Parameter(name: "fiscal_year_start", isRequired: false) { $0.fiscalYearStart = try EditProgram.month($1) },
        ]
    }

    package func run(_ context: Context, on file: RecordFile) throws -> MadeProgram {
        let name = program.trimmed
        guard !name.isEmpty else { throw RecordError.invalid(field: "program", problem: "give the program a name") }
        try RecordError.require(fiscalYearStart, in: 1...12, of: "fiscal_year_start")
        let zone = timeZone ?? .machine
        try file.make(name, zone, fiscalYearStart, context) { _ in }
        return MadeProgram(name: name, timeZone: zone, fiscalYearStart: fiscalYearStart)
    }
}

/// A program whose record was made.
package struct MadeProgram: Sendable {
    /// The program's name as it was given, without white space around it.
    package let name: String
    /// Where its days begin and end; the machine's own zone where none was given.
    package let timeZone: TimeZoneName
    /// The month in which its fiscal year starts, 1 to 12.
    package let fiscalYearStart: Int
}

/// Makes a sample program to try things on: two years of made-up trainings.
package struct MakeSample: FileOperation {
    /// The same number makes the same sample on the same day.
    package var seed: Int? = 1

    package let id = OperationID(rawValue: "demo")
    package let role = Role.admin

    package init() {}

    package var parameters: [Parameter<Self>] { [.number("seed", 0...Int.max, \.seed)] }

    package func run(_ context: Context, on file: RecordFile) throws -> MadeProgram {
        try RecordError.require(seed, in: 0...Int.max, of: "seed")
        let (name, month) = (SampleProgram.name, SampleProgram.fiscalYearStart)
        guard let zone = TimeZoneName(Self.zone) else { throw StoreError.unknownZone(Self.zone) }
        try file.make(name, zone, month, context) { try SampleProgram.fill($0, seed: UInt64(seed ?? 1)) }
        return MadeProgram(name: name, timeZone: zone, fiscalYearStart: month)
    }

    private static let zone = "America/Los_Angeles"
}

extension RecordFile {
    /// Makes a program's record and lets `fill` put in what belongs in it. Where that fails or is cut short, there is none.
    fileprivate func make(
        _ program: String,
        _ zone: TimeZoneName,
        _ fiscalYearStart: Int,
        _ context: Context,
        fill: (Store) throws -> Void
    ) throws {
        try placing {
            try Store.make(
                path,
                program: program,
                timeZone: zone,
                fiscalYearStart: fiscalYearStart,
                surroundings: surroundings
            ) { store in
                try context.interruption.watching(store.reader.interrupt) { try fill(store) }
            }
        }
    }

    /// Runs `body`, which puts a whole file in the record's place; where the disk fails after that, the file is there.
    func placing<R>(_ body: () throws -> R) throws -> R {
        do {
            return try body()
        } catch let error as DatabaseError where error.isCommitUncertain {
            throw UncertainCommit(error: error, isStored: true)
        } catch let error as DatabaseError where [ENOENT, ENOTDIR, EISDIR].contains(error.systemError) {
            throw FileNotMade(path: path, reason: .system(error.systemError))
        }
    }
}
