import CSQLite

extension Database {
    /// Runs one statement to its end, ignoring rows.
    package borrowing func execute(_ sql: SQL) throws {
        try connection.query(sql) { _ in }
    }

    /// Lends each row of a query to `body`, in turn.
    ///
    /// The statement is reset on every path out, so that no lock outlives the call.
    package borrowing func forEach(_ sql: SQL, _ body: (borrowing Row) throws -> Void) throws {
        try connection.query(sql, body)
    }

    /// All rows, decoded.
    package borrowing func all<T>(_ sql: SQL, _ decode: (borrowing Row) throws -> T) throws -> [T] {
        var values: [T] = []
        try connection.query(sql) { row in values.append(try decode(row)) }
        return values
    }

    /// The first row, decoded; nil where there is none. Later rows are not computed.
    package borrowing func one<T>(_ sql: SQL, _ decode: (borrowing Row) throws -> T) throws -> T? {
        try connection.one(sql, decode)
    }

    /// The first column of the first row; nil where there is no row. Ask for an optional type where it may be NULL.
    package borrowing func value<T: ColumnDecodable>(_ sql: SQL, as type: T.Type = T.self) throws -> T? {
        try one(sql) { row throws in try row[0] }
    }

    /// Lends a compiled statement to `body`, for many runs with other values each time.
    package borrowing func prepared<R>(_ sql: SQL, _ body: (borrowing Statement) throws -> R) throws -> R {
        try connection.prepared(sql, body)
    }

    /// Runs many statements from trusted text, such as a migration; rows are ignored.
    package borrowing func executeScript(_ utf8: [UInt8]) throws {
        unsafe try utf8.withUnsafeBufferPointer { bytes in
            var rest = unsafe bytes
            while let (pointer, length) = unsafe try connection.prepare(rest, flags: 0, "a script") {
                let text = unsafe String(decoding: rest[..<length], as: UTF8.self)
                try connection.run(unsafe CompiledStatement(pointer, text: text))
                unsafe rest = UnsafeBufferPointer(rebasing: rest[length...])
            }
        }
    }
}

extension Connection {
    /// Lends each row of a query to `body`; where it `onlyReads`, one that writes is refused.
    func query(_ sql: SQL, onlyReads: Bool = false, _ body: (borrowing Row) throws -> Void) throws {
        let statement = try prepare(sql, onlyReads)
        defer { cache.checkIn(statement) }
        let row = Row(statement)
        try run(statement) {
            try body(row)
            return true
        }
    }

    /// The first row of a query, decoded.
    func one<T>(_ sql: SQL, onlyReads: Bool = false, _ decode: (borrowing Row) throws -> T) throws -> T? {
        let statement = try prepare(sql, onlyReads)
        defer { cache.checkIn(statement) }
        return try first(statement, decode)
    }

    /// Lends a compiled statement to `body`.
    func prepared<R>(_ sql: SQL, onlyReads: Bool = false, _ body: (borrowing Statement) throws -> R) throws -> R {
        guard sql.values.isEmpty else {
            throw DatabaseError(code: .misuse, message: "A prepared statement takes its values later.", sql: sql.text)
        }
        let compiled = try checkOut(sql.text)
        defer { cache.checkIn(compiled) }
        if onlyReads { try compiled.requireReadOnly() }
        return try body(Statement(compiled, on: self))
    }

    /// A checked-out statement with all its values bound.
    private func prepare(_ sql: SQL, _ onlyReads: Bool) throws(DatabaseError) -> CompiledStatement {
        let statement = try checkOut(sql.text)
        do {
            if onlyReads { try statement.requireReadOnly() }
            var binder = Binder(statement)
            for value in sql.values { value.bind(to: &binder) }
            try finish(binder, statement)
        } catch {
            cache.checkIn(statement)
            throw error
        }
        return statement
    }

    /// Throws unless every parameter has been bound, and without failure.
    func finish(_ binder: borrowing Binder, _ statement: CompiledStatement) throws(DatabaseError) {
        try check(binder.result, sql: statement.text)
        guard binder.count == statement.parameterCount else {
            let counts = "\(statement.parameterCount) parameters, \(binder.count) values"
            throw DatabaseError(code: .range, message: "The statement has \(counts).", sql: statement.text)
        }
    }

    /// The first row of a bound statement, decoded. The rest is stepped over only where the statement writes, as an
    /// INSERT … RETURNING is done at its end.
    func first<T>(_ statement: CompiledStatement, _ decode: (borrowing Row) throws -> T) throws -> T? {
        let row = Row(statement)
        var value: T?
        try run(statement) {
            if value == nil { value = try decode(row) }
            return !statement.isReadOnly
        }
        return value
    }
}
