import CSQLite

/// A row about to be inserted, changed or removed, lent to the observer of `Database.observeChanges`.
///
/// Kind and table cost next to nothing; a column's value is fetched when asked for.
/// Source: <https://sqlite.org/c3ref/preupdate_blobwrite.html>
@safe package struct RowChange: ~Copyable {
    /// What happens to the row.
    package enum Kind: Int32, Sendable {
        case removed = 9
        case inserted = 18
        case updated = 23
    }

    /// What happens to the row.
    package let kind: Kind
    /// The table's name.
    package let table: String
    /// The row id before; of no meaning for an insert or a table WITHOUT ROWID.
    package let oldRowID: Int64
    /// The row id afterwards; of no meaning for a removal or a table WITHOUT ROWID.
    package let newRowID: Int64
    private let connection: OpaquePointer

    init(_ connection: OpaquePointer, _ kind: Kind, _ table: String, _ oldRowID: Int64, _ newRowID: Int64) {
        unsafe self.connection = unsafe connection
        self.kind = kind
        self.table = table
        self.oldRowID = oldRowID
        self.newRowID = newRowID
    }

    /// How many columns the table has.
    package var columnCount: Int { Int(unsafe sqlite3_preupdate_count(connection)) }

    /// 0 for a change by the statement itself, 1 for one by its trigger or foreign key action, and so on.
    package var depth: Int { Int(unsafe sqlite3_preupdate_depth(connection)) }

    /// A column's value before an update or a removal; `misuse` for an insert.
    package func old(_ column: Int) throws(DatabaseError) -> SQLValue {
        guard kind != .inserted else { throw none("before") }
        var value: OpaquePointer?
        let code = unsafe sqlite3_preupdate_old(connection, Int32(truncatingIfNeeded: column), &value)
        return unsafe try decode(value, code)
    }

    /// A column's value after an insert or an update; `misuse` for a removal.
    package func new(_ column: Int) throws(DatabaseError) -> SQLValue {
        guard kind != .removed else { throw none("after") }
        var value: OpaquePointer?
        let code = unsafe sqlite3_preupdate_new(connection, Int32(truncatingIfNeeded: column), &value)
        return unsafe try decode(value, code)
    }

    private func decode(_ value: OpaquePointer?, _ code: Int32) throws(DatabaseError) -> SQLValue {
        guard code == SQLITE_OK, let value = unsafe value else {
            throw DatabaseError(code: ResultCode(rawValue: code), message: "The change has no such column.")
        }
        return try SQLValue.decode(unsafe Cell(value, of: nil, at: 0))
    }

    private func none(_ when: String) -> DatabaseError {
        DatabaseError(code: .misuse, message: "The row has no values \(when) the change.")
    }
}

/// Names of tables as strings, made once each: SQLite gives a C string with every changed row.
///
/// Compared by bytes, not by address, because a changed schema may reuse the memory.
struct TableNames {
    private var known: [(bytes: ContiguousArray<CChar>, name: String)] = []

    /// The name at `pointer`.
    mutating func name(_ pointer: UnsafePointer<CChar>) -> String {
        for entry in known where unsafe entry.bytes.withUnsafeBufferPointer({ unsafe Self.equal($0, pointer) }) {
            return entry.name
        }
        let name = unsafe String(cString: pointer)
        known.append((name.utf8CString, name))
        return name
    }

    private static func equal(_ bytes: UnsafeBufferPointer<CChar>, _ pointer: UnsafePointer<CChar>) -> Bool {
        for index in bytes.indices {
            if unsafe bytes[index] != pointer[index] { return false }
        }
        return true
    }
}
