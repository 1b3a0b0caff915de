import SQLite
import Testing

@Suite struct MigratorTests {
    static func step(_ number: Int, _ script: String, digest: String? = nil) -> Migration {
        Migration(number: number, name: "step \(number)", script: Array(script.utf8), digest: digest ?? "d\(number)")
    }

    let steps = [
        step(
            1,
            "CREATE TABLE bed (id INTEGER PRIMARY KEY) STRICT; CREATE TABLE plant (bed INTEGER REFERENCES bed) STRICT;"
        ),
        step(2, "INSERT INTO bed VALUES (1); INSERT INTO plant VALUES (1);"),
        step(
            3,
            """
            CREATE TABLE bed_new (id INTEGER PRIMARY KEY, name TEXT) STRICT;
            INSERT INTO bed_new (id) SELECT id FROM bed;
            DROP TABLE bed;
            ALTER TABLE bed_new RENAME TO bed;
            """
        ),
    ]

    @Test func `each missing step runs once, with its row in the ledger`() throws {
        let database = try Database(inMemory: ())
        let first = Migrator(applicationID: 77, migrations: [steps[0]])
        let all = Migrator(applicationID: 77, migrations: steps.reversed())
        #expect(try first.version(of: database) == .empty)
        #expect(try first.migrate(database, appliedAt: 5) == [1])
        #expect(try first.version(of: database) == .current)
        #expect(try all.version(of: database) == .older(1))
        #expect(try all.migrate(database, appliedAt: 6) == [2, 3])
        #expect(try all.migrate(database, appliedAt: 7) == [])
        #expect(try all.version(of: database) == .current)
        #expect(try first.version(of: database) == .newer(3))
        let ledger = try database.all("SELECT number, name, digest, applied_at FROM migration") { row in
            "\(try row[0] as Int) \(try row.text(1)) \(try row.text(2)) \(try row[3] as Int)"
        }
        #expect(ledger == ["1 step 1 d1 5", "2 step 2 d2 6", "3 step 3 d3 6"])
        #expect(try database.value("PRAGMA foreign_keys", as: Int.self) == 1)
        #expect(try database.value("SELECT count(*) FROM plant JOIN bed ON bed.id = plant.bed", as: Int.self) == 1)
    }

    @Test(arguments: ["INSERT INTO plant VALUES (9)", "SELEC", "CREATE TABLE x (a); CREATE TABLE x (a)"])
    func `a step that fails leaves the file at the step before`(_ script: String) throws {
        let database = try Database(inMemory: ())
        let migrator = Migrator(applicationID: 77, migrations: [steps[0], Self.step(2, script)])
        #expect(failure { _ = try migrator.migrate(database, appliedAt: 5) } != nil)
        #expect(try migrator.version(of: database) == .older(1))
        #expect(try database.tables().map(\.name) == ["bed", "migration", "plant"])
        #expect(try database.value("PRAGMA foreign_keys", as: Int.self) == 1)
    }

    @Test func `a foreign, a newer and an altered file are told apart and left alone`() throws {
        let migrator = Migrator(applicationID: 77, migrations: [steps[0]])
        let foreign = try Database.garden()
        let other = try Database(inMemory: ())
        _ = try Migrator(applicationID: 78, migrations: steps).migrate(other, appliedAt: 5)
        let altered = try Database(inMemory: ())
        _ = try Migrator(applicationID: 77, migrations: [Self.step(1, "CREATE TABLE a (b)", digest: "?")])
            .migrate(altered, appliedAt: 5)
        #expect(try migrator.version(of: foreign) == .foreign)
        #expect(try migrator.version(of: other) == .foreign)
        #expect(try migrator.version(of: altered) == .altered(1))
        #expect(failure { _ = try migrator.migrate(foreign, appliedAt: 5) }?.code == .mismatch)
        #expect(failure { _ = try migrator.migrate(altered, appliedAt: 5) }?.code == .mismatch)
    }

    @Test func `columns say name, type and place in the key`() throws {
        let database = try Database.garden()
        try database.execute("CREATE TABLE pair (b TEXT, a INTEGER NOT NULL, PRIMARY KEY (a, b)) WITHOUT ROWID")
        let columns = try database.columns(ofTable: "pair")
        #expect(columns.map(\.name) == ["b", "a"])
        #expect(columns.map(\.type) == ["TEXT", "INTEGER"])
        #expect(columns.map(\.primaryKeyPosition) == [2, 1])
        #expect(try database.columns(ofTable: "no such").isEmpty)
        #expect(try database.table(named: "pair") == "pair")
        #expect(try database.table(named: "pair; DROP TABLE pair") == nil)
    }

    @Test func `a hostile name from a schema is quoted`() throws {
        let database = try Database(inMemory: ())
        try database.executeScript(Array(#"CREATE TABLE "a""; DROP TABLE b; --" ("x""y" INTEGER)"#.utf8))
        let table = try #require(try database.tables().first)
        let column = try #require(try database.columns(ofTable: table.name).first).identifier
        try database.execute("INSERT INTO \(identifier: table) (\(identifier: column)) VALUES (\(5))")
        #expect(try database.value("SELECT \(identifier: column) FROM \(identifier: table)", as: Int.self) == 5)
    }
}
