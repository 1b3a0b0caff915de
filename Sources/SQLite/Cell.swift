import CSQLite

/// One value of the current row, lent to a decoder.
///
/// The `sqlite3_value` behind it is unprotected, which asks that no second thread uses the connection meanwhile:
/// `Database` cannot be shared between tasks. Asking it for its class and then its content costs less than two calls
/// of `sqlite3_column_…`, which look the column up each time.
/// Source: <https://sqlite.org/c3ref/column_blob.html>, <https://sqlite.org/c3ref/value.html>
@safe package struct Cell: ~Copyable {
    private let value: OpaquePointer
    private let row: CompiledStatement?
    private let index: Int32

    /// A cell of a row, for the sake of the message named by statement and column.
    init(_ value: OpaquePointer, of row: CompiledStatement?, at index: Int32) {
        unsafe self.value = unsafe value
        self.row = row
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
    package var text: String {
        unsafe withBytes { unsafe String(decoding: $0, as: UTF8.self) }
    }

    /// The content as bytes.
    package var blob: [UInt8] {
        guard let start = unsafe sqlite3_value_blob(value) else { return [] }
        return unsafe [UInt8](UnsafeRawBufferPointer(start: start, count: Int(sqlite3_value_bytes(value))))
    }

    /// Lends the content as UTF-8, a blob as it is, NULL as nothing; valid inside `body` only.
    ///
    /// The text is asked for before its length, as SQLite's documentation says.
    package func withBytes<R, E: Error>(_ body: (UnsafeRawBufferPointer) throws(E) -> R) throws(E) -> R {
        let start: UnsafeRawPointer?
        if storage == .blob {
            unsafe start = sqlite3_value_blob(value)
        } else {
            unsafe start = sqlite3_value_text(value).map { unsafe UnsafeRawPointer($0) }
        }
        let count = unsafe start == nil ? 0 : Int(sqlite3_value_bytes(value))
        return unsafe try body(UnsafeRawBufferPointer(start: start, count: count))
    }

    /// The error that says which column held what, never the value itself.
    package func mismatch(_ wanted: String) -> DatabaseError {
        let column = row?.columnName(index) ?? "column \(index)"
        return DatabaseError(
            code: .mismatch,
            message: "\(column) is \(storage.name), expected \(wanted)",
            sql: row?.text
        )
    }
}
