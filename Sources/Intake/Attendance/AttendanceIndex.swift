import Records
import SQLite

/// Indexes that a large import drops and makes anew in the end, in the same words.
///
/// One sort at the end costs less than a search in a tree for each row. Whether it is worth it depends on how many rows
/// come to how many that are there; both within the transaction of the import.
struct AttendanceIndex {
    private let store: Store
    private let texts: [[UInt8]]

    /// Rows below which the indexes are left alone.
    private static let leastRows = 20_000

    /// Drops the index of attendance by person, and those of people where there are none yet.
    init(_ store: Store, rowsToCome: Int) throws {
        self.store = store
        var texts: [[UInt8]] = []
        func drop(_ index: Identifier) throws {
            let text = try store.database.value(
                "SELECT sql FROM sqlite_schema WHERE name = \(index.name)",
                as: [UInt8].self
            )
            guard let text else { return }
            try store.database.execute("DROP INDEX \(identifier: index)")
            texts.append(text)
        }
        if rowsToCome >= Self.leastRows {
            let there = try store.database.value("SELECT count(*) FROM attendance", as: Int.self) ?? 0
            if rowsToCome >= there / 2 { try drop("attendance_person") }
            let isFirst = try store.database.value("SELECT NOT EXISTS (SELECT 1 FROM person)") ?? false
            if isFirst {
                for index: Identifier in ["person_email", "person_name", "person_organization"] { try drop(index) }
            }
        }
        self.texts = texts
    }

    /// Makes the indexes again.
    func rebuild() throws {
        for text in texts { try store.database.executeScript(text) }
    }
}
