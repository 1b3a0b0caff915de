package import Calendar
import Glibc
import SQLite

extension Store {
    /// Makes a record at `path`, where nothing may be yet, and lets `filling` put in what belongs in it.
    ///
    /// It has its name only when all of it is on the disk; what fails or is killed before leaves no record.
    package static func make(
        _ path: String,
        program name: String,
        timeZone: TimeZoneName,
        fiscalYearStart: Int = 1,
        surroundings: Surroundings,
        filling: (Store) throws -> Void = { _ in }
    ) throws {
        try requirePath(path)
        try requirePlain(name, "program", isOneLine: true)
        var status = stat()
        if lstat(path, &status) == 0 { throw StoreError.exists(path) }
        do {
            let aside = aside(path, "init", surroundings.clock)
            try Database.make(at: path, aside: aside) { database in
                _ = try migrator.migrate(database, appliedAt: surroundings.clock.now()) {
                    try found(name, timeZone, fiscalYearStart, surroundings, in: database)
                }
                try requireFingerprint(database)
                let program = try Program.load(from: database)
                try filling(Store(database: database, program: program, surroundings: surroundings))
            }
        } catch let error as DatabaseError where error.systemError == EEXIST {
            // Another process has just made it.
            throw StoreError.exists(path)
        }
    }

    /// Makes a record at `path` as `make` does, and opens it.
    @discardableResult
    package static func create(
        _ path: String,
        program name: String,
        timeZone: TimeZoneName,
        fiscalYearStart: Int = 1,
        surroundings: Surroundings
    ) throws -> Store {
        try make(
            path,
            program: name,
            timeZone: timeZone,
            fiscalYearStart: fiscalYearStart,
            surroundings: surroundings
        )
        return try open(path, mode: .readWrite, wait: 10, surroundings: surroundings)
    }

    /// What a file is called that goes out of the way of another one: `groundwork.db.before-restore-20261121T120000Z`.
    static func aside(_ path: String, _ command: String, _ clock: Clock) -> String {
        "\(path).before-\(command)-\(clock.instant.filter { $0 != ":" && $0 != "-" })"
    }

    /// Lets the ids of each table begin at the file's origin; where a table is further already, it goes on from there.
    static func beginIDs(at origin: Int64, in database: borrowing Database) throws {
        let tables: [String] = try database.all(
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql LIKE '%AUTOINCREMENT%'"
        ) { try $0.text(0) }
        let first = origin << 32
        for table in tables {
            try database.execute(
                "UPDATE sqlite_sequence SET seq = max(CAST(seq AS INTEGER), \(first)) WHERE name = \(table)"
            )
            if database.changes > 0 { continue }
            try database.execute("INSERT INTO sqlite_sequence (name, seq) VALUES (\(table), \(first))")
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
        let origin = Int64(surroundings.randomness.integer(in: 1...1_048_575))
        try beginIDs(at: origin, in: database)
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
