/// One step of the schema, built into the binary; never changed after its release.
package struct Migration: Sendable {
    /// The step, from 1, without gaps.
    package let number: Int
    /// The name of its file.
    package let name: String
    /// Its statements.
    package let script: [UInt8]
    /// The digest of its statements, in whatever form the caller compares.
    package let digest: String

    package init(number: Int, name: String, script: [UInt8], digest: String) {
        self.number = number
        self.name = name
        self.script = script
        self.digest = digest
    }
}

/// Brings a file to the schema of this binary, and says how far it is.
package struct Migrator: Sendable {
    /// The number in the file's header that says whose it is. <https://sqlite.org/pragma.html#pragma_application_id>
    package let applicationID: Int32
    /// All steps, ascending.
    package let migrations: [Migration]

    /// How a file stands to this binary.
    package enum Version: Hashable, Sendable {
        /// Nothing has been stored yet.
        case empty
        case current
        /// It has this version, and needs to be upgraded.
        case older(Int)
        /// It has this version, which this binary does not know.
        case newer(Int)
        /// It was made by another program.
        case foreign
        /// A step that it has gone through was another one than this binary's.
        case altered(Int)
    }

    package init(applicationID: Int32, migrations: [Migration]) {
        self.applicationID = applicationID
        self.migrations = migrations.sorted { $0.number < $1.number }
    }

    /// The version that this binary brings a file to.
    package var latest: Int { migrations.last?.number ?? 0 }

    /// How the file stands to this binary, by its own word: the header alone is read, no table of its making.
    package func claim(of database: borrowing Database) throws -> Version {
        let id = try database.value("PRAGMA application_id", as: Int.self) ?? 0
        let number = try database.value("PRAGMA user_version", as: Int.self) ?? 0
        if id == 0, number == 0 {
            return try database.value("SELECT count(*) FROM sqlite_schema", as: Int.self) == 0 ? .empty : .foreign
        }
        guard id == Int(applicationID), number > 0 else { return .foreign }
        if number > latest { return .newer(number) }
        return number == latest ? .current : .older(number)
    }

    /// How the file stands to this binary, its steps held against ours. Reads only; of a file from elsewhere ask `claim`
    /// first, because the ledger may be a view without an end.
    package func version(of database: borrowing Database) throws -> Version {
        let claim = try claim(of: database)
        switch claim {
        case .current, .older: break
        default: return claim
        }
        guard try database.table(named: "migration") != nil else { return .foreign }
        if let altered = try alteredStep(database) { return .altered(altered) }
        return claim
    }

    /// Runs each missing step in one transaction with its ledger row, and returns the numbers of those that ran.
    ///
    /// Foreign keys are off while a step runs, so that it may rebuild a table, and all are checked before its commit
    /// (the procedure of <https://sqlite.org/lang_altertable.html#otheralter>). A file that is newer, foreign or
    /// altered is refused. `appliedAt` is the ledger's instant, in seconds since 1970.
    package func migrate(_ database: borrowing Database, appliedAt: Int64) throws -> [Int] {
        try database.connection.control("PRAGMA foreign_keys=OFF")
        defer { database.connection.restoreForeignKeys() }
        var applied: [Int] = []
        for migration in migrations {
            if try database.write({ try run(migration, database, appliedAt) }) { applied.append(migration.number) }
        }
        return applied
    }

    /// Runs a step unless the file has gone through it, also just now by another process.
    private func run(_ migration: Migration, _ database: borrowing Database, _ appliedAt: Int64) throws -> Bool {
        switch try version(of: database) {
        case .empty:
            try database.executeScript(Self.ledger)
            try database.connection.pragma("PRAGMA application_id=", Int(applicationID))
        case .older(let number) where migration.number > number: break
        case .older, .current: return false
        case .newer, .foreign, .altered:
            throw DatabaseError(code: .mismatch, message: "The file's version cannot be upgraded.")
        }
        try database.executeScript(migration.script)
        try checkForeignKeys(database)
        try database.execute(
            """
            INSERT INTO migration (number, name, digest, applied_at)
            VALUES (\(migration.number), \(migration.name), \(migration.digest), \(appliedAt))
            """
        )
        try database.connection.pragma("PRAGMA user_version=", migration.number)
        return true
    }

    private static let ledger = Array(
        """
        CREATE TABLE migration (
            number INTEGER PRIMARY KEY,
            name TEXT NOT NULL,
            digest TEXT NOT NULL,
            applied_at INTEGER NOT NULL
        ) STRICT;
        """.utf8
    )

    private func alteredStep(_ database: borrowing Database) throws -> Int? {
        let ledger = try database.all("SELECT number, digest FROM migration ORDER BY number") { row in
            (number: try row[0] as Int, digest: try row[1] as String)
        }
        let digests = Dictionary(migrations.map { ($0.number, $0.digest) }) { first, _ in first }
        return ledger.first { digests[$0.number] != $0.digest }?.number
    }

    private func checkForeignKeys(_ database: borrowing Database) throws {
        let table = try database.one("PRAGMA foreign_key_check") { row in try row[0] as String }
        if let table {
            let message = "A row of \(table) refers to one that does not exist."
            throw DatabaseError(code: .constraintForeignKey, message: message)
        }
    }
}

extension Connection {
    /// Turns foreign keys on again. The pragma fails only within a transaction, and `write` leaves none.
    fileprivate func restoreForeignKeys() {
        do { try control("PRAGMA foreign_keys=ON") } catch { interrupt.interrupt() }
    }
}
