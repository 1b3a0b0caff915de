import Glibc
import Migrations
import SQLite
import Support
import Testing

@testable import Commands
@testable import Records

/// What `upgrade` brings to this version, what it refuses, and what it leaves behind.
@Suite struct UpgradeTests {
    private static let kept = "groundwork.db.before-upgrade-20261121T120000Z"
    static let latest = Store.migrator.latest

    /// A desk whose record is of an older version, and what it held before.
    private func desk(version: Int) throws -> (desk: Desk, held: String) {
        let held = try Self.held.value("") { try everything(now()) }
        let desk = try Desk.furnished("version \(version)") { desk in
            let record = "\(desk.path)/groundwork.db"
            unlink(record)
            let now = try now()
            try OlderRecord.make(record, version: version, from: "\(now.path)/groundwork.db")
            withExtendedLifetime(now) {}
        }
        try desk.file("names.txt", "Fennel Kettle\nSorrel Ladle\n")
        return (desk, held)
    }

    private static let held = Prepared<String>()

    /// A desk whose record is of this version.
    private func now() throws -> Desk {
        try Desk.furnished("upgrade") { desk in
            try desk.file("names.txt", "Fennel Kettle\nSorrel Ladle\n")
            desk.run("log foundations cci 2026-11-10 --names names.txt")
            desk.run("log foundations pier 2026-11-11 9")
        }
    }

    private func everything(_ desk: Desk) -> String {
        ["sessions", "people", "attendance", "headcounts", "organizations", "courses"]
            .map { desk.run("export \($0) --identified -o -").output }.joined()
    }

    /// Changes the record by other means than the program's.
    private func change(_ desk: Desk, _ statements: [SQL]) throws {
        let database = try Database(path: "\(desk.path)/groundwork.db", mode: .readWrite)
        try database.execute("PRAGMA foreign_keys = OFF")
        for statement in statements { try database.execute(statement) }
    }

    @Test(arguments: SchemaStep.first + 1..<latest)
    func `a record of any older version keeps everything, and a copy of itself`(
        version: Int
    ) throws {
        let (desk, held) = try desk(version: version)
        let before = bytes(of: "\(desk.path)/groundwork.db")
        let refused = desk.run("due")
        #expect(refused.code == 76)
        let answer = desk.run("upgrade")
        #expect(
            answer.lines == [
                "Upgraded groundwork.db from version \(version) to \(Self.latest).",
                "The previous database: \(Self.kept)",
            ]
        )
        #expect(desk.folder.names == ["groundwork.db", Self.kept, "names.txt"])
        #expect(everything(desk) == held)
        #expect(desk.run("check").code == 0)
        #expect(desk.run("upgrade").lines == ["groundwork.db is already up to date."])
        // The copy is the older record, whole: it can be upgraded in turn.
        #expect(bytes(of: "\(desk.path)/\(Self.kept)")?.count == before?.count)
        guard Sweep.isFull || version == SchemaStep.first + 1 else { return }
        #expect(desk.run("--database \(Self.kept) upgrade").code == 0)
        #expect(desk.run("--database \(Self.kept) check").code == 0)
    }

    @Test func `an upgraded record is as one that was made by this version`() throws {
        let desk = try Desk()
        let record = "\(desk.path)/groundwork.db"
        try OlderRecord.make(record + ".old", version: 12, from: record)
        #expect(desk.run("--database groundwork.db.old upgrade").code == 0)
        let query: SQL = "SELECT name, seq FROM sqlite_sequence WHERE name <> 'history' ORDER BY name"
        let ids = try [record, record + ".old"].map { path in
            try Database(path: path, mode: .readOnly).all(query) { "\(try $0.text(0)) \(try $0[1] as Int64)" }
        }
        #expect(ids[0] == ids[1])
        #expect(ids[0].count > 20)
    }

    @Test func `no table gives an id of another origin after an upgrade`() throws {
        let (desk, _) = try desk(version: 13)
        desk.run("upgrade")
        desk.run("outlet add \"Box\" --channel box --owner manager")
        desk.run("heard box \"The door sticks\"")
        desk.run("board add pab --title \"Advisory board\" --seats 9")
        let record = try Database(path: "\(desk.path)/groundwork.db", mode: .readOnly)
        let origin = try record.value("SELECT origin FROM program", as: Int64.self)
        for table in ["outlet", "feedback", "board", "history"] {
            let name = try #require(try record.table(named: table))
            let id = try record.value("SELECT max(id) >> 32 FROM \(identifier: name)", as: Int64?.self)
            #expect(id == origin, "\(table)")
        }
    }

    @Test func `an upgrade stands in the history, and undo takes back nothing from before`() throws {
        let (desk, held) = try desk(version: 15)
        desk.run("upgrade")
        let last = desk.run("history --format csv").output.split(separator: "\n").last ?? ""
        #expect(last.contains(",coordinator,upgrade,"))
        let answer = desk.run("undo")
        #expect(answer.code == 65)
        #expect(answer.errors.contains("the last command, upgrade, can't be undone"))
        #expect(everything(desk) == held)
        desk.run("log foundations cci 2026-11-12 4")
        #expect(desk.run("undo").code == 0)
        #expect(everything(desk) == held)
    }

    private static let endless = "WITH RECURSIVE e (x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM e) SELECT x FROM e"

    private static let added = "Remove it with the program that added it, or restore your last backup."
    private static let damaged = "Keep this file, and restore your last backup."

    /// What somebody did to an older record, and the two lines that refuse it.
    static let strangers: [(statements: [SQL], what: String, advice: String)] = [
        (["CREATE TABLE notes (a)"], "has a table \"notes\", which Groundwork did not create", added),
        (["CREATE VIEW notes AS SELECT 1"], "has a view \"notes\", which Groundwork did not create", added),
        (["CREATE INDEX notes ON session (title)"], "has an index \"notes\", which Groundwork did not create", added),
        (
            ["CREATE TRIGGER notes AFTER INSERT ON migration BEGIN DELETE FROM headcount; END"],
            "has a trigger \"notes\", which Groundwork did not create", added
        ),
        (
            [
                """
                CREATE TRIGGER notes AFTER INSERT ON migration BEGIN SELECT count(*) FROM
                (WITH RECURSIVE e (x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM e) SELECT x FROM e); END
                """
            ],
            "has a trigger \"notes\", which Groundwork did not create", added
        ),
        (
            [
                "DROP TABLE migration",
                """
                CREATE VIEW migration AS WITH RECURSIVE e (x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM e)
                SELECT x AS number, 'a' AS name, 'b' AS digest, 1 AS applied_at FROM e
                """,
            ],
            "is damaged: its table migration is missing", damaged
        ),
        (["ALTER TABLE session ADD COLUMN notes TEXT"], "is damaged: its table session was changed", damaged),
        (
            ["UPDATE migration SET digest = 'x' WHERE number = 14"], "is damaged: its schema was changed at step 14",
            damaged
        ),
        (["DELETE FROM migration WHERE number = 12"], "is damaged: its schema was changed at step 12", damaged),
        (["PRAGMA user_version = 13"], "is damaged: its structure doesn't match its version", damaged),
        (["DELETE FROM program"], "is damaged: it has no program", damaged),
        (
            ["UPDATE headcount SET session_id = 5"],
            "is damaged: a row of headcount refers to one that does not exist", damaged
        ),
    ]

    @Test(arguments: strangers.indices)
    func `a file that is not what its version says is refused, and left as it is`(index: Int) throws {
        let (statements, what, advice) = Self.strangers[index]
        let (desk, _) = try desk(version: 15)
        try change(desk, statements)
        let before = bytes(of: "\(desk.path)/groundwork.db")
        let answer = desk.run("upgrade")
        #expect(answer.lines == ["groundwork: the database \(what)", "Nothing was changed. \(advice)", "[76]"])
        #expect(bytes(of: "\(desk.path)/groundwork.db") == before, "the file has changed")
        #expect(desk.folder.names == ["groundwork.db", "names.txt"])
    }

    @Test func `the views of an older record are not read`() throws {
        let (desk, held) = try desk(version: 15)
        try change(desk, ["DROP VIEW IF EXISTS session_fact"])
        let database = try Database(path: "\(desk.path)/groundwork.db", mode: .readWrite)
        try database.executeScript(Array("CREATE VIEW session_fact AS \(Self.endless)".utf8))
        #expect(desk.run("upgrade").code == 0)
        #expect(everything(desk) == held)
        #expect(desk.run("check").code == 0)
    }

    @Test func `an older record that a killed process was writing to is rolled back, and upgraded`() throws {
        let (desk, held) = try desk(version: 15)
        let record = "\(desk.path)/groundwork.db"
        rename(record, record + ".whole")
        try OlderRecord.cutShort(record + ".whole", as: record)
        unlink(record + ".whole")
        let answer = desk.run("upgrade")
        #expect(answer.code == 0, "\(answer.errors)")
        #expect(everything(desk) == held)
        #expect(desk.run("check").code == 0)
        #expect(desk.folder.names == ["groundwork.db", Self.kept, "names.txt"])
    }

    @Test func `an older record with a write-ahead log is upgraded, and a stranger's is left as it is`() throws {
        let (desk, held) = try desk(version: 15)
        let mode: SQL = "PRAGMA journal_mode = WAL"
        try change(desk, [mode])
        #expect(desk.run("upgrade").code == 0)
        #expect(everything(desk) == held)
        let stranger = "\(desk.path)/other.db"
        do {
            let database = try Database(path: stranger, mode: .create)
            try database.execute("CREATE TABLE a (b)")
            try database.execute(mode)
        }
        let before = bytes(of: stranger)
        #expect(desk.run("--database other.db upgrade").code == 76)
        #expect(bytes(of: stranger) == before, "the file has changed")
    }

    @Test func `the copy of a record as it was never takes another file's name`() throws {
        let (desk, _) = try desk(version: 15)
        try desk.file(Self.kept, "a letter")
        #expect(desk.run("upgrade").output.contains("The previous database: \(Self.kept)-2\n"))
        #expect(desk.text(Self.kept) == "a letter")
    }

    @Test func `of two upgrades at once one finds the record upgraded`() async throws {
        let (desk, held) = try desk(version: 15)
        let answers = await withTaskGroup(of: Desk.Answer.self) { group in
            for _ in 0..<4 { group.addTask { desk.run("upgrade --wait 60") } }
            return await group.reduce(into: []) { $0.append($1) }
        }
        #expect(answers.allSatisfy { $0.code == 0 }, "\(answers.map(\.errors))")
        #expect(answers.filter { $0.output.hasPrefix("Upgraded groundwork.db") }.count == 1)
        #expect(answers.filter { $0.output == "groundwork.db is already up to date.\n" }.count == 3)
        #expect(desk.folder.names == ["groundwork.db", Self.kept, "names.txt"])
        #expect(everything(desk) == held)
    }

    @Test func `whoever has waited while the record was upgraded is told to try again`() throws {
        let (desk, _) = try desk(version: 15)
        let other = try Database(path: "\(desk.path)/groundwork.db", mode: .readWrite)
        try other.write {
            let answer = desk.run("upgrade --wait 0")
            #expect(answer.code == 75)
            #expect(answer.errors.contains("someone else is saving to this database"))
        }
        desk.run("upgrade")
        #expect(throws: DatabaseError.self) { try other.execute("DELETE FROM headcount") }
        #expect(desk.run("check").code == 0)
    }

    @Test func `the file that a link leads to is upgraded, and the link stays`() throws {
        let (desk, held) = try desk(version: 15)
        let record = "\(desk.path)/groundwork.db"
        rename(record, record + ".real")
        symlink(record + ".real", record)
        #expect(desk.run("upgrade").code == 0)
        var status = stat()
        #expect(lstat(record, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK)
        #expect(everything(desk) == held)
    }
}
