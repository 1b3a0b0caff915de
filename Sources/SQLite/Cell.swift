import CSQLite

/// One value of the current row, lent to a decoder.
///
/// The `sqlite3_value` behind it is unprotected, which asks that no second thread uses the connection meanwhile:
/// `Database` cannot be shared between tasks. Asking it for its class and then its content costs less than two calls
/// of `sqlite3_column_…`, which look the column up each time.
/// Source: <https://sqlite.org/c3ref/column_blob.html>, <https://sqlite.org/c3ref/value.html>
@safe package struct Cell: ~Copyable {
    private let value: OpaquePointer
    /// Not retained: the row that lends the cell keeps it.
    private unowned(unsafe) let row: CompiledStatement?
    private let index: Int32

    /// A cell of a row, for the sake of the message named by statement and column.
    init(_ value: OpaquePointer, of row: CompiledStatement?, at index: Int32) {
        unsafe self.value = unsafe value
        unsafe self.row = row
        self.index = index
    }

    /// The storage class that the cell has.
    package var storage: Storage {
        Storage(rawValue: unsafe sqlite3_value_type(value)) ?? .null
    }

    /// The content as an integer; ask for `storage` first, SQLite would convert.
    package var integer: Int64 { unsafe sqlite3_value_int64(value) }

    /// The content as a real number; ask for `storage` first.
    package var real: Double { unsafe sqlite3_value_double(value) }

    /// The content as text; bytes that are no UTF-8 become U+FFFD.
    package var text: String { unsafe String(decoding: Row.bytes(of: value), as: UTF8.self) }

    /// The content as bytes: a blob as it is, anything else as UTF-8, NULL as none.
    package var bytes: [UInt8] { unsafe [UInt8](Row.bytes(of: value)) }

    /// The error that says which column held what, never the value itself.
    package func mismatch(_ wanted: String) -> DatabaseError {
        let column = unsafe row?.columnName(index) ?? "column \(index)"
        return DatabaseError(
            code: .mismatch,
            message: "\(column) is \(storage.name), expected \(wanted)",
            sql: unsafe row?.text
        )
    }
}
