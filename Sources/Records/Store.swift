package import Calendar
package import SQLite

/// One program's record, open: the database file, the present, and who is at the keyboard.
///
/// A store belongs to one task. Everything that changes the record goes through `change`, which makes one transaction
/// and one entry of the history of it.
package final class Store {
    /// The connection. Nothing outside this module has it, so that nothing else writes.
    let database: Database
    /// The connection for those who ask questions.
    package var reader: DatabaseReader { database.reader }
    /// The present.
    package private(set) var clock: Clock
    /// Where random refs come from.
    package private(set) var randomness: Randomness
    /// Who makes changes: the name of the account on this machine.
    package private(set) var account: String
    /// What targets can be set for; where nobody has said, for anything.
    let metrics: @Sendable () -> [TargetMetric]
    /// The program's settings, as they were when the file was opened or last changed.
    package internal(set) var program: Program

    /// The command that is changing the record now.
    var current: Change?
    /// The entry of the last change that was stored; nil where the last one changed nothing.
    package internal(set) var lastChange: Int64?
    /// The tables that history keeps; read when the first change begins.
    private(set) lazy var shapes: Result<[String: TableShape], any Error> = Result {
        try Declared.shapes.value(of: fingerprint) { try TableShape.all(in: database, references.get()) }
    }
    /// What names what, as the schema declares it.
    private(set) lazy var references: Result<[Reference], any Error> = Result {
        try Declared.references.value(of: fingerprint) { try Reference.all(in: database) }
    }
    /// The schema that the file was held to when it was opened.
    private let fingerprint = Store.schema.fingerprint

    init(database: consuming Database, program: Program, surroundings: Surroundings) {
        self.database = database
        self.program = program
        clock = surroundings.clock
        randomness = surroundings.randomness
        account = surroundings.account
        metrics = surroundings.metrics
    }

    /// Makes the store that of another caller, whose statements wait at most `wait` seconds for other processes.
    package func begin(_ surroundings: Surroundings, wait: Double) {
        clock = surroundings.clock
        randomness = surroundings.randomness
        account = surroundings.account
        lastChange = nil
        database.waitAtMost(wait)
    }

    /// Reads the program's settings again, within the transaction that goes by them.
    package func reloadProgram() throws { program = try Program.load(from: database) }

    /// The path of the file.
    package var path: String { database.path }

    /// Whether the path still leads to the file that was opened; never for a snapshot.
    package var isInPlace: Bool { database.isInPlace }

    /// The number that SQLite raises whenever the schema changes.
    package func schemaVersion() throws -> Int64 { try database.value("PRAGMA schema_version") ?? 0 }

    /// Throws where somebody asked the statements of this record to stop.
    package func requireNotInterrupted() throws {
        if database.interrupt.isRequested { throw DatabaseError(code: .interrupted, message: "interrupted") }
    }

    /// The rule of the schema that a change broke, in words; nil where the error is another one.
    package static func brokenRule(_ error: any Error) -> String? {
        guard let error = error as? DatabaseError, error.isConstraint else { return nil }
        return error.constraint.map { $0.replacingUnderscores } ?? "a rule of the database"
    }

    /// The civil date here and now, in the program's zone.
    package var today: Day { clock.today(in: program.timeZone) }
}

/// What a store takes from outside: the present, random numbers, the account, the metrics that are known.
package struct Surroundings: Sendable {
    /// Today and now: the day of what is typed without one, the instants of the history.
    package var clock: Clock
    /// Draws the origin of a new file, random refs and ids; seeded in tests and for the sample program.
    package var randomness: Randomness
    /// Whom the history names as the one who did it, and whose record the ref `last` means.
    package var account: String
    /// What a target may be set for; none allows every id.
    package var metrics: @Sendable () -> [TargetMetric]

    /// - Parameter metrics: what targets can be set for; asked only where a target is, since most commands set none.
    package init(
        clock: Clock,
        randomness: Randomness,
        account: String,
        metrics: @autoclosure @escaping @Sendable () -> [TargetMetric] = []
    ) {
        self.clock = clock
        self.randomness = randomness
        self.account = account
        self.metrics = metrics
    }
}
