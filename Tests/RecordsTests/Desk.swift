import Calendar
import Glibc
import SQLite
import Support
import Synchronization

@testable import Records

/// A record in a folder of its own, with a fixed day and random numbers that come out the same every time.
final class Desk {
    let store: Store
    let path: String

    /// A record of "Harbor Harm Reduction" on `today`.
    init(today: String = "2026-11-21", seed: UInt64 = 1) throws {
        var template = Array("/tmp/groundwork-records-XXXXXX".utf8CString)
        guard let folder = mkdtemp(&template) else { throw StoreError.missing("a temporary folder") }
        path = String(cString: folder) + "/groundwork.db"
        guard let day = Day(iso: today) else { throw StoreError.damaged("no day") }
        func surroundings() -> Surroundings {
            Surroundings(clock: .fixed(day), randomness: .seeded(seed), account: "coordinator")
        }
        let record = path
        let ready = try Self.begun.value("\(today) \(seed)") {
            _ = try Store.create(
                record,
                program: "Harbor Harm Reduction",
                timeZone: .utc,
                fiscalYearStart: 7,
                surroundings: surroundings()
            )
            guard let made = bytes(of: record) else { throw StoreError.missing(record) }
            return made
        }
        try write(ready, to: record)
        chmod(record, 0o600)
        store = try Store.open(record, mode: .readWrite, wait: 10, surroundings: surroundings())
    }

    /// A record of a day and a seed that was just begun.
    private static let begun = Prepared<[UInt8]>()

    deinit {
        unlink(path)
        rmdir(String(path.dropLast("/groundwork.db".count)))
    }

    /// Stores a record from texts, as a row of a file would.
    @discardableResult
    func add(_ noun: Noun, _ texts: KeyValuePairs<String, String>, command: String = "test add") throws -> Found {
        try store.change(command) { _ in
            try store.add(noun.type, try draft(noun, texts))
        }
    }

    /// Stores a record within a change that is going on.
    @discardableResult
    func addNow(_ noun: Noun, _ texts: KeyValuePairs<String, String>) throws -> Found {
        try store.add(noun.type, try draft(noun, texts))
    }

    func draft(_ noun: Noun, _ texts: KeyValuePairs<String, String>) throws -> Draft {
        let reading = Reading(place: .file, makes: true)
        var draft = Draft()
        for (name, text) in texts {
            guard let field = noun.type.field(named: name) else { throw StoreError.damaged("no field \(name)") }
            draft[name] = try store.value(field, text, reading)
        }
        return draft
    }

    /// Puts somebody at a session.
    func attend(_ session: Found, _ person: Found, minutes: Int? = nil, role: AttendanceRole = .attendee) throws {
        try store.change("test attend") { _ in
            try store.database.execute(
                """
                INSERT INTO attendance (session_id, person_id, role, status, minutes)
                VALUES (\(session.id), \(person.id), \(role.rawValue), 2, \(minutes.sqlValue))
                """
            )
        }
    }

    /// Every row of every table but the ledger, in one text: two records are equal when these are.
    func content() throws -> [String] {
        var rows: [String] = []
        for table in try store.database.tables()
        where !["history", "history_value", "migration", "import", "program"].contains(table.name) {
            try store.database.forEach("SELECT * FROM \(identifier: table)") { row in
                let cells = try (0..<row.count).map { try row.value($0).plain }
                rows.append("\(table.name): \(cells.joined(separator: "|"))")
            }
        }
        return rows.sorted()
    }

    func value<T: ColumnDecodable>(_ sql: SQL, as type: T.Type = T.self) throws -> T? {
        try store.database.value(sql, as: type)
    }
}

extension Randomness {
    /// A sequence that is the same for the same seed.
    static func seeded(_ seed: UInt64) -> Randomness {
        let sequence = SharedGenerator(seed)
        return Randomness { count in (0..<count).map { _ in UInt8(truncatingIfNeeded: sequence.next() >> 32) } }
    }
}

private final class SharedGenerator: Sendable {
    private let generator: Mutex<SeededGenerator>

    init(_ seed: UInt64) { generator = Mutex(SeededGenerator(seed: seed)) }

    func next() -> UInt64 { generator.withLock { $0.next() } }
}
