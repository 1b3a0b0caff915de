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

    /// The text of a column.
    package func text(_ index: Int) throws(DatabaseError) -> String {
        try String.decode(try cell(index))
    }

    /// The value of a column, whatever its class.
    package func value(_ index: Int) throws(DatabaseError) -> SQLValue {
        try SQLValue.decode(try cell(index))
    }

    /// Whether a column is NULL.
    package func isNull(_ index: Int) throws(DatabaseError) -> Bool {
        try cell(index).storage == .null
    }

    /// The storage class of a column.
    package func storage(_ index: Int) throws(DatabaseError) -> Storage {
        try cell(index).storage
    }

    /// Lends a column's text as UTF-8, its blob as it is, NULL as nothing, without a copy; numbers as SQLite prints them.
    ///
    /// The bytes are valid inside `body` only.
    package func withBytes<R>(_ index: Int, _ body: (UnsafeRawBufferPointer) throws -> R) throws -> R {
        let cell = try cell(index)
        return unsafe try cell.withBytes(body)
    }

    /// As `withBytes`, as a span, which the compiler keeps inside `body`.
    package func withSpan<R>(_ index: Int, _ body: (Span<UInt8>) throws -> R) throws -> R {
        let cell = try cell(index)
        return unsafe try cell.withBytes { bytes throws in
            try body(unsafe Span(_unsafeBytes: bytes))
        }
    }

    /// The name of a column, as the query gives it.
    package func name(_ index: Int) -> String {
        statement.columnName(Int32(truncatingIfNeeded: index))
    }

    private func cell(_ index: Int) throws(DatabaseError) -> Cell {
        guard index >= 0, index < count, let value = unsafe sqlite3_column_value(pointer, Int32(index)) else {
            throw DatabaseError(code: .range, message: "The query has no column \(index).", sql: statement.text)
        }
        return unsafe Cell(value, of: statement, at: Int32(index))
    }
}
