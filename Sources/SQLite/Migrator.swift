/// One step of the schema, built into the binary; never changed after its release.
package struct Migration: Sendable {
    /// The step, from 1, without gaps.
    package let number: Int
    /// The name of its file.
    package let name: String
    /// Its statements.
    package let script: [UInt8]
    /// The digest of its statements, in whatever form the caller compares; made where it is asked for, which only a file
    /// does that is brought up to date or held to its steps.
    package var digest: String { digested() }
    private let digested: @Sendable () -> String
    /// Whether it makes views only, and is run anew after the other steps, whichever of those are missing.
    package let isRemade: Bool

    package init(
        number: Int,
        name: String,
        script: [UInt8],
        digest: @autoclosure @escaping @Sendable () -> String,
        isRemade: Bool = false
    ) {
        self.number = number
        self.name = name
        self.script = script
        digested = digest
        self.isRemade = isRemade
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
    }

    package init(applicationID: Int32, migrations: [Migration]) {
        self.applicationID = applicationID
        self.migrations = migrations.sorted { $0.number < $1.number }
    }

    /// The version that this binary brings a file to.
    package var latest: Int { migrations.last?.number ?? 0 }

    /// How the file stands to this binary, by its own word: the header alone is read, no table of its making.
    package func version(of database: borrowing Database) throws -> Version {
        let id = try database.value("PRAGMA application_id", as: Int.self) ?? 0
        let number = try database.value("PRAGMA user_version", as: Int.self) ?? 0
        if id == 0, number == 0 {
            return try database.value("SELECT count(*) FROM sqlite_schema", as: Int.self) == 0 ? .empty : .foreign
        }
        guard id == Int(applicationID), number > 0 else { return .foreign }
        if number > latest { return .newer(number) }
        return number == latest ? .current : .older(number)
    }

    /// Runs all missing steps in one transaction with their rows of the ledger, then `finishing`; the numbers of those
    /// that ran.
    ///
    /// A file that is newer, foreign, or not what its version says is refused before anything of it is run. Views are
    /// dropped unread and made anew. Foreign keys are off meanwhile, so that a step may rebuild a table, and all are
    /// checked before the commit (the procedure of <https://sqlite.org/lang_altertable.html#otheralter>). `appliedAt` is
    /// the ledger's instant, in seconds since 1970.
    package func migrate(
        _ database: borrowing Database,
        appliedAt: Int64,
        finishing: () throws -> Void = {}
    ) throws -> [Int] {
        try database.connection.control("PRAGMA foreign_keys=OFF")
        defer { database.connection.restoreForeignKeys() }
        return try database.write {
            let version = try presentVersion(of: database)
            let missing = migrations.filter { $0.number > version }
            if missing.isEmpty { return [] }
            if version == 0 { try begin(database) }
            for view in try database.views() { try database.execute("DROP VIEW \(identifier: view)") }
            try run(missing, on: database, appliedAt: appliedAt)
            try remakeViews(in: database)
            try finishing()
            try checkForeignKeys(database)
            return missing.map(\.number)
        }
    }

    /// The version of a file that may be migrated; 0 where nothing is in it.
    private func presentVersion(of database: borrowing Database) throws -> Int {
        let version: Int
        switch try self.version(of: database) {
        case .empty: return 0
        case .older(let number): version = number
        case .current: version = latest
        case .newer, .foreign: throw Self.refusal
        }
        guard try difference(of: database, from: version) == nil else { throw Self.refusal }
        return version
    }

    private static let refusal = DatabaseError(code: .mismatch, message: "The file's version cannot be upgraded.")

    /// Makes the ledger, and writes whose file it is into the header.
    func begin(_ database: borrowing Database) throws {
        try database.executeScript(Self.ledger)
        try database.connection.pragma("PRAGMA application_id=", Int(applicationID))
    }

    /// Runs steps, and writes them into the ledger; not those that make views.
    func run(_ steps: [Migration], on database: borrowing Database, appliedAt: Int64) throws {
        for step in steps {
            if !step.isRemade { try database.executeScript(step.script) }
            try database.execute(
                """
                INSERT INTO migration (number, name, digest, applied_at)
                VALUES (\(step.number), \(step.name), \(step.digest), \(appliedAt))
                """
            )
            try database.connection.pragma("PRAGMA user_version=", step.number)
        }
    }

    /// Makes the views of each name as its last step says.
    private func remakeViews(in database: borrowing Database) throws {
        let remade = migrations.filter(\.isRemade)
        for (index, step) in remade.enumerated() {
            let isLast = !remade[(index + 1)...].contains { $0.name == step.name }
            if isLast { try database.executeScript(step.script) }
        }
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
