import Records
import SQLite

/// The index of attendance by person, which a large import drops and makes anew in the end, in the same words.
///
/// One sort at the end costs less than a search in a tree for each row. Whether it is worth it depends on how many rows
/// come to how many that are there; both within the transaction of the import.
struct AttendanceIndex {
    private let store: Store
    private let text: [UInt8]?

    /// Rows below which the index is left alone.
    private static let leastRows = 20_000

    init(_ store: Store, rowsToCome: Int) throws {
        self.store = store
        guard rowsToCome >= Self.leastRows else {
            text = nil
            return
        }
        let there = try store.database.value("SELECT count(*) FROM attendance", as: Int.self) ?? 0
        guard rowsToCome >= there / 2 else {
            text = nil
            return
        }
        text = try store.database.value("SELECT sql FROM sqlite_schema WHERE name = 'attendance_person'")
        if text != nil { try store.database.execute("DROP INDEX attendance_person") }
    }

    /// Makes the index again where it was dropped.
    func rebuild() throws {
        if let text { try store.database.executeScript(text) }
    }
}
