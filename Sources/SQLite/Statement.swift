import CSQLite

/// A compiled statement, lent by `Database.prepared`, for many runs.
///
/// Each run binds every parameter, steps and resets; a short text costs no allocation.
package struct Statement: ~Copyable {
    private let compiled: CompiledStatement
    private let connection: Connection

    init(_ compiled: CompiledStatement, on connection: Connection) {
        self.compiled = compiled
        self.connection = connection
    }

    /// How many `?` the statement has.
    package var parameterCount: Int { Int(compiled.parameterCount) }

    /// Runs an INSERT with these values and returns the row id; for a table WITHOUT ROWID that is an older one.
    @discardableResult
    package func insert<each Value: Bindable>(_ values: repeat each Value) throws -> Int64 {
        try bind(repeat each values)
        try connection.run(compiled)
        return unsafe sqlite3_last_insert_rowid(connection.pointer)
    }

    /// Runs the statement with these values, ignoring rows.
    package func run<each Value: Bindable>(_ values: repeat each Value) throws {
        try bind(repeat each values)
        try connection.run(compiled)
    }

    /// Runs the statement with the values that `bind` appends: for many rows in one INSERT.
    package func run(binding bind: (inout Binder) throws -> Void) throws {
        var binder = Binder(compiled)
        do {
            try bind(&binder)
            try connection.finish(binder, compiled)
        } catch {
            compiled.clear()
            throw error
        }
        try connection.run(compiled)
    }

    /// Lends each row for these values to `body`.
    package func forEach<each Value: Bindable>(
        _ values: repeat each Value,
        body: (borrowing Row) throws -> Void
    ) throws {
        try bind(repeat each values)
        let row = Row(compiled)
        try connection.run(compiled) {
            try body(row)
            return true
        }
    }

    /// The first row for these values, decoded; nil where there is none.
    package func one<T, each Value: Bindable>(
        _ values: repeat each Value,
        decode: (borrowing Row) throws -> T
    ) throws -> T? {
        try bind(repeat each values)
        return try connection.first(compiled, decode)
    }

    /// The first column of the first row for these values; nil where there is none.
    package func value<T: ColumnDecodable, each Value: Bindable>(
        _ values: repeat each Value,
        as type: T.Type = T.self
    ) throws -> T? {
        try one(repeat each values) { row throws in try row[0] }
    }

    private func bind<each Value: Bindable>(_ values: repeat each Value) throws(DatabaseError) {
        var binder = Binder(compiled)
        repeat (each values).bind(to: &binder)
        do {
            try connection.finish(binder, compiled)
        } catch {
            compiled.clear()
            throw error
        }
    }
}
