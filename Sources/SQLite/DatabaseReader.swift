import CSQLite

/// A database as those see it who may only read: a statement that would change the file is refused before its first step.
///
/// It is a look at the connection of a `Database`, whose transactions hold for both. Like that, it can be neither copied
/// nor sent to another task.
package struct DatabaseReader: ~Copyable {
    private let connection: Connection

    fileprivate init(_ connection: Connection) { self.connection = connection }

    /// The absolute path of the file, or `:memory:`.
    package var path: String { connection.path }

    /// Stops this connection's statements from another thread or a signal handler.
    package var interrupt: Interrupt { connection.interrupt }

    /// Whether a transaction is open.
    package var isInTransaction: Bool { !connection.isAutocommit }

    /// Lends each row of a query to `body`, in turn.
    package borrowing func forEach(_ sql: SQL, _ body: (borrowing Row) throws -> Void) throws {
        try connection.query(sql, onlyReads: true, body)
    }

    /// All rows, decoded.
    package borrowing func all<T>(_ sql: SQL, _ decode: (borrowing Row) throws -> T) throws -> [T] {
        var values: [T] = []
        try connection.query(sql, onlyReads: true) { row in values.append(try decode(row)) }
        return values
    }

    /// The first row, decoded; nil where there is none. Later rows are not computed.
    package borrowing func one<T>(_ sql: SQL, _ decode: (borrowing Row) throws -> T) throws -> T? {
        try connection.one(sql, onlyReads: true, decode)
    }

    /// The first column of the first row; nil where there is no row. Ask for an optional type where it may be NULL.
    package borrowing func value<T: ColumnDecodable>(_ sql: SQL, as type: T.Type = T.self) throws -> T? {
        try one(sql) { row throws in try row[0] }
    }

    /// Lends a compiled query to `body`, for many runs with other values each time.
    package borrowing func prepared<R>(_ sql: SQL, _ body: (borrowing Statement) throws -> R) throws -> R {
        try connection.prepared(sql, onlyReads: true, body)
    }

    /// Runs `body` in one read transaction: everything it reads is from one moment.
    package borrowing func read<R>(_ body: () throws -> R) throws -> R { try connection.read(body) }
}

extension Database {
    /// This database for those who may only read.
    package var reader: DatabaseReader { DatabaseReader(connection) }
}
