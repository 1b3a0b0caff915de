import Calendar
import SQLite
import Support
import Synchronization
import Testing

@testable import Records

/// An empty record in a folder of its own, with a fixed day and random refs that come out the same every time.
struct SampleDesk {
    let store: Store
    private let folder: TemporaryFolder

    /// A record on `today`.
    init(today: String, seed: UInt64) throws {
        folder = try TemporaryFolder()
        let day = try #require(Day(iso: today))
        let sequence = SharedSequence(seed)
        store = try Store.create(
            folder.path + "/groundwork.db",
            program: "Harbor Harm Reduction",
            timeZone: .utc,
            fiscalYearStart: 7,
            surroundings: Surroundings(
                clock: .fixed(day),
                randomness: Randomness { count in
                    (0..<count).map { _ in UInt8(truncatingIfNeeded: sequence.next() >> 32) }
                },
                account: "coordinator"
            )
        )
    }

    /// Every row of every table but the ledger: two records are equal when these are.
    func content() throws -> [String] {
        var rows: [String] = []
        for table in try store.database.tables()
        where !["history", "history_value", "migration", "import", "program"].contains(table.name) {
            try store.database.forEach("SELECT * FROM \(identifier: table)") { row in
                let cells = try (0..<row.count).map { "\(try row.value($0))" }
                rows.append("\(table.name): \(cells.joined(separator: "|"))")
            }
        }
        return rows.sorted()
    }

    func value<T: ColumnDecodable>(_ sql: SQL, as type: T.Type = T.self) throws -> T? {
        try store.database.value(sql, as: type)
    }
}

private final class SharedSequence: Sendable {
    private let generator: Mutex<SeededGenerator>

    init(_ seed: UInt64) { generator = Mutex(SeededGenerator(seed: seed)) }

    func next() -> UInt64 { generator.withLock { $0.next() } }
}
