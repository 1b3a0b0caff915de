import SQLite

extension Store {
    /// Runs `body`, which adds about so many attendances, without the indexes that cost more beside it than made anew
    /// after it; part of a `change`.
    package func bulk<R>(expecting rows: Int, _ body: () throws -> R) throws -> R {
        let indexes = try AttendanceIndex(self, rowsToCome: rows)
        let result = try body()
        try indexes.rebuild()
        return result
    }
}

/// Indexes that a large import drops and makes anew in the end, in the same words.
///
/// One sort at the end costs less than a search in a tree for each row. Whether it is worth it depends on how many rows
/// come to how many that are there; both within the transaction of the import.
private struct AttendanceIndex {
    private let store: Store
    private let dropped: [(index: Identifier, text: [UInt8])]

    /// Rows below which the indexes are left alone.
    private static let leastRows = 20_000

    /// Drops the index of attendance by person, and those of people where there are none yet.
    init(_ store: Store, rowsToCome: Int) throws {
        self.store = store
        var dropped: [(Identifier, [UInt8])] = []
        func drop(_ index: Identifier) throws {
            let text = try store.database.value(
                "SELECT sql FROM sqlite_schema WHERE name = \(index.name)",
                as: [UInt8].self
            )
            guard let text else { return }
            try store.database.execute("DROP INDEX \(identifier: index)")
            dropped.append((index, text))
        }
        if rowsToCome >= Self.leastRows {
            let there = try store.database.value("SELECT count(*) FROM attendance", as: Int.self) ?? 0
            if rowsToCome >= there / 2 { try drop(Self.ofRowIDs) }
            let isFirst = try store.database.value("SELECT NOT EXISTS (SELECT 1 FROM person)") ?? false
            if isFirst {
                for index: Identifier in ["person_email", "person_name", "person_organization"] { try drop(index) }
            }
        }
        self.dropped = dropped
    }

    /// Makes the indexes again.
    ///
    /// Sorting in memory would grow with the import. The index of attendance holds row ids only, so it is sorted by way of
    /// a temporary file, which SQLite unlinks as it opens it; those of people hold names and never leave memory.
    /// Source: <https://sqlite.org/tempfiles.html>
    func rebuild() throws {
        for (index, text) in dropped where index != Self.ofRowIDs { try store.database.executeScript(text) }
        guard let attendance = dropped.first(where: { $0.index == Self.ofRowIDs }) else { return }
        try store.database.execute("PRAGMA temp_store = FILE")
        try store.database.execute("PRAGMA cache_size = -16384")
        try store.database.executeScript(attendance.text)
        try store.database.execute("PRAGMA temp_store = MEMORY")
        try store.database.execute("PRAGMA cache_size = -65536")
    }

    private static let ofRowIDs: Identifier = "attendance_person"
}
