import CSQLite

extension Connection {
    /// Sets what every connection has, in the order of reliability.md, rule 1, each result checked.
    ///
    /// The wait for locks comes first: any statement before it could fail at once.
    /// Sources: <https://sqlite.org/c3ref/c_dbconfig_defensive.html>, <https://sqlite.org/security.html>,
    /// <https://sqlite.org/pragma.html>
    func configure(
        mode: Database.Mode,
        cacheKilobytes: Int,
        isScratch: Bool = false
    ) throws(DatabaseError) {
        try waitWhenBusy()
        try setFlags()
        try check(unsafe sqlite3_extended_result_codes(pointer, 1))
        try lowerLimits()
        try control("PRAGMA synchronous=EXTRA")
        try control("PRAGMA secure_delete=ON")
        try control("PRAGMA cell_size_check=ON")
        try control("PRAGMA temp_store=MEMORY")
        try pragma("PRAGMA cache_size=-", max(0, min(cacheKilobytes, 1 << 30)))
        // Reads the first page: a file that is no database is refused here.
        try control("PRAGMA schema_version")
        if isScratch {
            try useMemoryJournal()
        } else if mode != .readOnly {
            try useRollbackJournal()
        }
    }

    private func setFlags() throws(DatabaseError) {
        let flags: [(Int32, Int32)] = [
            (SQLITE_DBCONFIG_DEFENSIVE, 1),
            (SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0),
            (SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0),
            (SQLITE_DBCONFIG_DQS_DDL, 0),
            (SQLITE_DBCONFIG_DQS_DML, 0),
            (SQLITE_DBCONFIG_ENABLE_FKEY, 1),
        ]
        for (flag, value) in flags {
            try check(unsafe groundwork_sqlite_config_flag(pointer, flag, value))
        }
    }

    /// Limits that a file of ours never meets, and a hostile one does.
    ///
    /// VACUUM attaches one database; a large VALUES list is no compound select.
    /// Source: <https://sqlite.org/limits.html>
    private func lowerLimits() throws(DatabaseError) {
        let limits: [(Int32, Int32)] = [
            (SQLITE_LIMIT_LENGTH, 64 << 20),
            (SQLITE_LIMIT_SQL_LENGTH, 4 << 20),
            (SQLITE_LIMIT_COLUMN, 400),
            (SQLITE_LIMIT_EXPR_DEPTH, 200),
            (SQLITE_LIMIT_COMPOUND_SELECT, 200),
            (SQLITE_LIMIT_FUNCTION_ARG, 64),
            (SQLITE_LIMIT_ATTACHED, 1),
            (SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 1000),
            (SQLITE_LIMIT_TRIGGER_DEPTH, 16),
            (SQLITE_LIMIT_WORKER_THREADS, 0),
        ]
        for (limit, value) in limits {
            _ = unsafe sqlite3_limit(pointer, limit, value)
            if unsafe sqlite3_limit(pointer, limit, -1) > value {
                throw DatabaseError(code: .internal, message: "SQLite keeps a limit too high.")
            }
        }
    }

    /// A file in WAL mode is brought back; SQLite answers with the mode that holds, which is checked.
    private func useRollbackJournal() throws(DatabaseError) {
        let statement = try checkOut("PRAGMA journal_mode=DELETE")
        defer { cache.checkIn(statement) }
        let code = unsafe sqlite3_step(statement.pointer)
        guard code == SQLITE_ROW else { throw error(code, sql: statement.text) }
        let mode = unsafe sqlite3_column_text(statement.pointer, 0).map { unsafe String(cString: $0) }
        guard mode == "delete" || mode == "memory" else {
            throw DatabaseError(code: .cannotOpen, message: "The journal mode stays \(mode ?? "unknown").")
        }
    }

    /// For a file that no other process knows and that is synced as a whole: what undoes a transaction stays in memory.
    /// Without any journal an undone transaction would leave a damaged file.
    /// Source: <https://sqlite.org/pragma.html#pragma_journal_mode>
    func useMemoryJournal() throws(DatabaseError) {
        try control("PRAGMA journal_mode=MEMORY")
        try control("PRAGMA synchronous=OFF")
    }

    /// A pragma with a number, which cannot be bound.
    func pragma(_ text: StaticString, _ value: Int) throws(DatabaseError) {
        let sql = "\(text)\(value)"
        try check(unsafe sqlite3_exec(pointer, sql, nil, nil, nil), sql: sql)
    }
}
