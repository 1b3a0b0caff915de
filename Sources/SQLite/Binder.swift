import CSQLite

/// Binds values to the parameters of one statement, first to last.
///
/// The first failure is kept and reported when the statement is run.
/// Source: <https://sqlite.org/c3ref/bind_blob.html>
@safe package struct Binder: ~Copyable {
    private let statement: CompiledStatement
    /// How many parameters have been bound.
    package private(set) var count: Int32 = 0
    private(set) var result: Int32 = SQLITE_OK

    init(_ statement: CompiledStatement) {
        self.statement = statement
    }

    /// Binds a value of any bindable type to the next parameter.
    package mutating func append(_ value: some Bindable) {
        value.bind(to: &self)
    }

    /// Binds NULL to the next parameter.
    package mutating func bindNull() {
        count += 1
        note(unsafe sqlite3_bind_null(statement.pointer, count))
    }

    /// Binds an integer to the next parameter.
    package mutating func bind(_ value: Int64) {
        count += 1
        note(unsafe sqlite3_bind_int64(statement.pointer, count, value))
    }

    /// Binds a real number to the next parameter. SQLite stores NaN as NULL.
    package mutating func bind(_ value: Double) {
        count += 1
        note(unsafe sqlite3_bind_double(statement.pointer, count, value))
    }

    /// Binds bytes to the next parameter; they may change as soon as this returns.
    ///
    /// Short ones go to memory that the statement owns, which spares SQLite an allocation for each.
    mutating func bind(copying bytes: UnsafeRawBufferPointer, as storage: Storage) {
        if let kept = unsafe statement.keep(bytes) {
            unsafe bind(kept, bytes.count, storage, nil)
        } else {
            unsafe bind(bytes.baseAddress, bytes.count, storage, groundwork_sqlite_transient())
        }
    }

    /// Binds bytes to the next parameter; they must stay until the statement has been run.
    mutating func bind(borrowing bytes: UnsafeRawBufferPointer, as storage: Storage) {
        unsafe bind(bytes.baseAddress, bytes.count, storage, nil)
    }

    /// A null pointer would bind NULL, so that empty text and blobs point at something that lasts.
    private mutating func bind(
        _ bytes: UnsafeRawPointer?,
        _ length: Int,
        _ storage: Storage,
        _ destructor: sqlite3_destructor_type?
    ) {
        count += 1
        let empty: StaticString = ""
        let start = unsafe length == 0 ? UnsafeRawPointer(empty.utf8Start) : bytes
        let end = unsafe length == 0 ? nil : destructor
        if storage == .text {
            let text = unsafe start?.assumingMemoryBound(to: CChar.self)
            note(unsafe sqlite3_bind_text64(statement.pointer, count, text, UInt64(length), end, UInt8(SQLITE_UTF8)))
        } else {
            note(unsafe sqlite3_bind_blob64(statement.pointer, count, start, UInt64(length), end))
        }
    }

    private mutating func note(_ code: Int32) {
        if result == SQLITE_OK { result = code }
    }
}
