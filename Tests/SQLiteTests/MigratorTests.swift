import SQLite
import Testing

@Suite struct MigratorTests {
    static func step(_ number: Int, _ script: String, digest: String? = nil) -> Migration {
        Migration(number: number, name: "step \(number)", script: Array(script.utf8), digest: digest ?? "d\(number)")
    }

    /// A step that makes views, of which there may be several under one name.
    static func views(_ number: Int, _ script: String) -> Migration {
        Migration(number: number, name: "views", script: Array(script.utf8), digest: "views", isRemade: true)
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
    func `a step that fails undoes the steps before it too`(_ script: String) throws {
        let database = try Database(inMemory: ())
        _ = try Migrator(applicationID: 77, migrations: [steps[0]]).migrate(database, appliedAt: 5)
        let migrator = Migrator(applicationID: 77, migrations: steps + [Self.step(4, script)])
        #expect(failure { _ = try migrator.migrate(database, appliedAt: 6) } != nil)
        #expect(try migrator.version(of: database) == .older(1))
        #expect(try database.tables().map(\.name) == ["bed", "migration", "plant"])
        #expect(try database.value("SELECT count(*) FROM migration", as: Int.self) == 1)
        #expect(try database.value("PRAGMA foreign_keys", as: Int.self) == 1)
    }

    @Test func `what is done with the steps is undone with them`() throws {
        let database = try Database(inMemory: ())
        let migrator = Migrator(applicationID: 77, migrations: steps)
        let error = failure {
            _ = try migrator.migrate(database, appliedAt: 5) { try database.execute("INSERT INTO plant VALUES (9)") }
        }
        #expect(error?.code == .constraintForeignKey)
        #expect(try migrator.version(of: database) == .empty)
        _ = try migrator.migrate(database, appliedAt: 5) { try database.execute("INSERT INTO bed (id) VALUES (9)") }
        #expect(try database.value("SELECT max(id) FROM bed", as: Int.self) == 9)
    }

    @Test func `a foreign, a newer and an altered file are told apart and left alone`() throws {
        let migrator = Migrator(applicationID: 77, migrations: [steps[0]])
        let foreign = try Database.garden()
        let other = try Database(inMemory: ())
        _ = try Migrator(applicationID: 78, migrations: steps).migrate(other, appliedAt: 5)
        let altered = try Database(inMemory: ())
        let script = String(decoding: steps[0].script, as: UTF8.self)
        _ = try Migrator(applicationID: 77, migrations: [Self.step(1, script, digest: "?")])
            .migrate(altered, appliedAt: 5)
        #expect(try migrator.version(of: foreign) == .foreign)
        #expect(try migrator.version(of: other) == .foreign)
        #expect(try migrator.difference(of: altered, from: 1) == .step(1))
        #expect(failure { _ = try migrator.migrate(foreign, appliedAt: 5) }?.code == .mismatch)
        #expect(failure { _ = try migrator.migrate(altered, appliedAt: 5) }?.code == .mismatch)
    }

    /// What somebody did to a file of the first step, and the difference that it makes.
    static let differences: [(SQL, SchemaDifference)] = [
        ("CREATE TABLE notes (a)", .added(kind: "table", name: "notes")),
        ("CREATE INDEX a ON plant (bed)", .added(kind: "index", name: "a")),
        ("CREATE TRIGGER a AFTER INSERT ON migration BEGIN DELETE FROM bed; END", .added(kind: "trigger", name: "a")),
        ("CREATE VIEW a AS SELECT 1", .added(kind: "view", name: "a")),
        ("DROP TABLE plant", .missing(kind: "table", name: "plant")),
        ("ALTER TABLE bed ADD COLUMN name TEXT", .changed(kind: "table", name: "bed")),
        ("DELETE FROM migration", .step(1)),
        ("UPDATE migration SET digest = 'other'", .step(1)),
        ("INSERT INTO migration VALUES (2, 'step 2', 'd2', 0)", .step(2)),
    ]

    @Test(arguments: differences.indices)
    func `a file that is not what its version says is refused before anything in it is run`(index: Int) throws {
        let (statement, difference) = Self.differences[index]
        let database = try Database(inMemory: ())
        _ = try Migrator(applicationID: 77, migrations: [steps[0]]).migrate(database, appliedAt: 5)
        try database.execute("INSERT INTO bed (id) VALUES (5)")
        try database.execute(statement)
        let migrator = Migrator(applicationID: 77, migrations: steps + [Self.views(4, "CREATE VIEW beds AS SELECT 1")])
        let schema = try database.schemaText()
        #expect(try migrator.difference(of: database, from: 1) == difference)
        #expect(failure { _ = try migrator.migrate(database, appliedAt: 6) }?.code == .mismatch)
        #expect(try database.schemaText() == schema)
        #expect(try database.value("SELECT id FROM bed", as: Int.self) == 5)
    }

    @Test func `an object whose name begins as SQLite's own do is looked at too`() throws {
        try withFolder { folder in
            let path = folder + "/a.db"
            let migrator = Migrator(applicationID: 77, migrations: [steps[0]])
            do {
                let database = try Database(path: path, mode: .create)
                _ = try migrator.migrate(database, appliedAt: 5)
                try database.execute("CREATE TRIGGER xqlite_a AFTER INSERT ON bed BEGIN DELETE FROM plant; END")
            }
            let hidden = String(decoding: bytes(of: path), as: Unicode.ASCII.self)
            #expect(hidden.contains("xqlite_a"))
            var raw = bytes(of: path)
            let name = Array("xqlite_a".utf8)
            for start in raw.indices.dropLast(name.count) where Array(raw[start..<start + name.count]) == name {
                raw[start] = UInt8(ascii: "s")
            }
            write(raw, to: path)
            let database = try Database(path: path, mode: .readOnly)
            #expect(try migrator.difference(of: database, from: 1) == .added(kind: "trigger", name: "sqlite_a"))
            #expect(String(decoding: try database.schemaText(), as: UTF8.self).contains("sqlite_a"))
        }
    }

    @Test func `views are dropped unread and made anew after the steps, whichever of these are missing`() throws {
        let opening = "DROP VIEW IF EXISTS beds;\nDROP VIEW IF EXISTS former;\n"
        let first = Migrator(
            applicationID: 77,
            migrations: [steps[0], Self.views(2, opening + "CREATE VIEW beds AS SELECT name FROM bed;")]
        )
        let database = try Database(inMemory: ())
        // A view may name a column that only a later step makes.
        _ = try first.migrate(database, appliedAt: 5)
        for view in ["beds", "former"] {
            try database.executeScript(Array("DROP VIEW IF EXISTS \(view)".utf8))
            let endless = "WITH RECURSIVE e (x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM e) SELECT x FROM e"
            try database.executeScript(Array("CREATE VIEW \(view) AS \(endless)".utf8))
        }
        let rebuild = String(decoding: steps[2].script, as: UTF8.self)
        let all = Migrator(applicationID: 77, migrations: first.migrations + [Self.step(3, rebuild)])
        #expect(try all.migrate(database, appliedAt: 6) == [3])
        try database.execute("INSERT INTO bed VALUES (1, 'north')")
        #expect(try database.all("SELECT name FROM beds") { try $0.text(0) } == ["north"])
        #expect(failure { try database.execute("SELECT 1 FROM former") } != nil)
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
