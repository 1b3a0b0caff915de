package import Calendar
import Glibc
import Migrations
package import SQLite

extension Store {
    /// "GWrk" in the file's header: whose file it is.
    static let applicationID: Int32 = 0x4757_726B

    /// Opens the record at `path`, which must exist and be of this binary's version.
    ///
    /// Nothing but `upgrade` migrates: reading never writes.
    package static func open(
        _ path: String,
        mode: Database.Mode,
        wait: Double,
        surroundings: Surroundings
    ) throws -> Store {
        try requireFile(path)
        let database = try Database(path: path, mode: mode, wait: wait)
        try requireCurrent(database, path)
        let program = try Program.load(from: database)
        return Store(database: database, program: program, surroundings: surroundings)
    }

    /// Makes a record at `path`, where nothing may be yet.
    package static func create(
        _ path: String,
        program name: String,
        timeZone: TimeZoneName,
        fiscalYearStart: Int = 1,
        surroundings: Surroundings
    ) throws -> Store {
        try requirePath(path)
        var status = stat()
        if lstat(path, &status) == 0 { throw StoreError.exists(path) }
        // Where another process has just made the file, this throws, and the file is theirs.
        let database = try Database(path: path, mode: .create)
        do {
            _ = try migrator.migrate(database, appliedAt: surroundings.clock.now())
            try found(name, timeZone, fiscalYearStart, surroundings, in: database)
            let program = try Program.load(from: database)
            return Store(database: database, program: program, surroundings: surroundings)
        } catch {
            unlink(path)
            throw error
        }
    }

    /// Brings an older file to this version, and returns the numbers of the steps that ran. The caller backs it up first.
    package static func upgrade(_ path: String, wait: Double, clock: Clock) throws -> [Int] {
        try requireFile(path)
        let database = try Database(path: path, mode: .readWrite, wait: wait)
        switch try migrator.version(of: database) {
        case .current: return []
        case .older: return try migrator.migrate(database, appliedAt: clock.now())
        case .newer(let number): throw StoreError.newer(number, known: migrator.latest)
        case .empty, .foreign: throw StoreError.foreign(path)
        case .altered(let step): throw StoreError.damaged("its schema was changed at step \(step)")
        }
    }

    private static let migrator = Migrator(
        applicationID: applicationID,
        migrations: SchemaStep.all.map { step in
            SQLite.Migration(
                number: step.number,
                name: step.name,
                script: step.sql,
                digest: step.isRemade ? step.name : Digest.hexadecimal(of: step.sql)
            )
        }
    )

    private static func requirePath(_ path: String) throws {
        if path.hasPrefix("file:") || path == ":memory:" || path.isEmpty { throw StoreError.notAPath(path) }
    }

    private static func requireFile(_ path: String) throws {
        try requirePath(path)
        var status = stat()
        guard stat(path, &status) == 0 else {
            if errno == ENOENT || errno == ENOTDIR { throw StoreError.missing(path) }
            throw DatabaseError(code: .cannotOpen, message: "cannot open", systemError: errno)
        }
        guard status.st_mode & S_IFMT == S_IFREG else { throw StoreError.notAFile(path) }
        if status.st_size == 0 { throw StoreError.foreign(path) }
    }

    private static func requireCurrent(_ database: borrowing Database, _ path: String) throws {
        switch try migrator.claim(of: database) {
        case .current: try requireFingerprint(database)
        case .older(let number): throw StoreError.older(number, known: migrator.latest)
        case .newer(let number): throw StoreError.newer(number, known: migrator.latest)
        case .empty, .foreign: throw StoreError.foreign(path)
        case .altered(let step): throw StoreError.damaged("its schema was changed at step \(step)")
        }
    }

    /// A file may name itself ours and hold tables, views or triggers of somebody else's: nothing of it is asked before
    /// its schema is the one that the steps make.
    private static func requireFingerprint(_ database: borrowing Database) throws {
        guard Digest.hexadecimal(of: try database.schemaText()) == SchemaStep.fingerprint else {
            throw StoreError.damaged("its schema is not the one of its version")
        }
    }

    /// The first rows: the program's organization, the program, and where ids begin.
    private static func found(
        _ name: String,
        _ timeZone: TimeZoneName,
        _ fiscalYearStart: Int,
        _ surroundings: Surroundings,
        in database: borrowing Database
    ) throws {
        try database.write {
            let origin = Int64(surroundings.randomness.integer(in: 1...1_048_575))
            let tables: [String] = try database.all(
                "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql LIKE '%AUTOINCREMENT%'"
            ) { try $0.text(0) }
            for table in tables {
                try database.execute("DELETE FROM sqlite_sequence WHERE name = \(table)")
                try database.execute("INSERT INTO sqlite_sequence (name, seq) VALUES (\(table), \(origin << 32))")
            }
            let made = Ref.made(from: name)
            let ref = made.isEmpty ? "program" : made
            try database.execute("INSERT INTO organization (ref, title) VALUES (\(ref), \(name))")
            let organization = database.lastInsertRowID
            try database.execute(
                """
                INSERT INTO program (id, origin, organization_id, time_zone, fiscal_year_start, secret, made_at) VALUES
                (1, \(origin), \(organization), \(timeZone.description), \(fiscalYearStart),
                \(surroundings.randomness.bytes(32)), \(surroundings.clock.instant))
                """
            )
        }
    }
}
