import CSQLite

/// The current row of a query, lent to a closure: it cannot be kept, copied or used after its step.
@safe package struct Row: ~Copyable {
    private let statement: CompiledStatement
    private let pointer: OpaquePointer
    /// How many columns the row has.
    package let count: Int

    init(_ statement: CompiledStatement) {
        self.statement = statement
        unsafe pointer = statement.pointer
        count = Int(unsafe sqlite3_column_count(statement.pointer))
    }

    /// The value of a column, counted from 0; `mismatch` where it is NULL or of another class than asked for.
    ///
    /// A column that the query does not have throws `range`.
    package subscript<Value: ColumnDecodable>(_ index: Int) -> Value {
        get throws(DatabaseError) { try Value.decode(try cell(index)) }
    }

    /// As the generic subscript, without its cost on a per-row path.
    package subscript(_ index: Int) -> Int64 {
        get throws(DatabaseError) {
            let value = unsafe try value(at: index)
            guard unsafe sqlite3_value_type(value) == SQLITE_INTEGER else { throw try cell(index).mismatch("INTEGER") }
            return unsafe sqlite3_value_int64(value)
        }
    }

    /// As the generic subscript, without its cost on a per-row path; `mismatch` also where it is no `countable`.
    package subscript(_ index: Int) -> Int {
        get throws(DatabaseError) {
            let number: Int64 = try self[index]
            guard Int.countable.contains(number) else { throw try cell(index).mismatch("a number to count with") }
            return Int(number)
        }
    }

    /// As the generic subscript, without its cost on a per-row path.
    package subscript(_ index: Int) -> Double {
        get throws(DatabaseError) {
            let value = unsafe try value(at: index)
            guard unsafe sqlite3_value_type(value) == SQLITE_FLOAT else { return try Double.decode(try cell(index)) }
            return unsafe sqlite3_value_double(value)
        }
    }

    /// As the generic subscript, without its cost on a per-row path.
    package subscript(_ index: Int) -> String {
        get throws(DatabaseError) {
            let value = unsafe try value(at: index)
            guard unsafe sqlite3_value_type(value) == SQLITE3_TEXT else { throw try cell(index).mismatch("TEXT") }
            return unsafe String(decoding: Self.bytes(of: value), as: UTF8.self)
        }
    }

    /// The text of a column.
    package func text(_ index: Int) throws(DatabaseError) -> String {
        try self[index]
    }

    /// The value of a column, whatever its class.
    package func value(_ index: Int) throws(DatabaseError) -> SQLValue {
        try SQLValue.decode(try cell(index))
    }

    /// The storage class of a column.
    package func storage(_ index: Int) throws(DatabaseError) -> Storage {
        try cell(index).storage
    }

    /// Lends a column's text as UTF-8, its blob as it is, NULL as nothing, without a copy; numbers as SQLite prints them.
    ///
    /// The bytes are valid inside `body` only.
    package func withBytes<R>(_ index: Int, _ body: (UnsafeRawBufferPointer) throws -> R) throws -> R {
        unsafe try body(Self.bytes(of: value(at: index)))
    }

    /// As `withBytes`, as a span, which the compiler keeps inside `body`.
    package func withSpan<R>(_ index: Int, _ body: (Span<UInt8>) throws -> R) throws -> R {
        unsafe try body(Span(_unsafeBytes: Self.bytes(of: value(at: index))))
    }

    /// The name of a column, as the query gives it.
    package func name(_ index: Int) -> String {
        statement.columnName(Int32(truncatingIfNeeded: index))
    }

    private func cell(_ index: Int) throws(DatabaseError) -> Cell {
        unsafe Cell(try value(at: index), of: statement, at: Int32(truncatingIfNeeded: index))
    }

    fileprivate func value(at index: Int) throws(DatabaseError) -> OpaquePointer {
        guard index >= 0, index < count,
            let value = unsafe sqlite3_column_value(pointer, Int32(truncatingIfNeeded: index))
        else { throw DatabaseError(code: .range, message: "The query has no column \(index).", sql: statement.text) }
        return unsafe value
    }

    /// The text, or the blob, behind a value; asked for before its length, as SQLite's documentation says.
    static func bytes(of value: OpaquePointer) -> UnsafeRawBufferPointer {
        let start: UnsafeRawPointer?
        if unsafe sqlite3_value_type(value) == SQLITE_BLOB {
            unsafe start = sqlite3_value_blob(value)
        } else {
            unsafe start = UnsafeRawPointer(sqlite3_value_text(value))
        }
        return unsafe UnsafeRawBufferPointer(start: start, count: start == nil ? 0 : Int(sqlite3_value_bytes(value)))
    }
}

/// What stands in a column that holds numbers, or a word where there is no number.
package enum RowNumber: Sendable, Hashable {
    case none
    case whole(Int64)
    case real(Double)
    /// Text or a blob, which is not read.
    case text
}

extension Row {
    /// The number in a column, whatever it holds; made for reading many of them, without an error for a word.
    package func number(_ index: Int) throws(DatabaseError) -> RowNumber {
        let value = unsafe try value(at: index)
        return switch unsafe sqlite3_value_type(value) {
        case SQLITE_NULL: .none
        case SQLITE_INTEGER: .whole(unsafe sqlite3_value_int64(value))
        case SQLITE_FLOAT: .real(unsafe sqlite3_value_double(value))
        default: .text
        }
    }
}
