import Files
import Glibc
import Migrations
import SQLite
import Support
import Testing

@testable import Commands
@testable import Records

/// Files of every release are kept, and brought to this version by every test run: what somebody began years ago opens.
@Suite struct ReleaseTests {
    static let releases = files(in: "\(packageRoot())/Tests/Releases", endingIn: ".db")

    private func desk(_ release: String) throws -> Desk {
        let desk = try Desk(today: "2026-12-31", begun: false)
        try write(try #require(bytes(of: release)), to: "\(desk.path)/groundwork.db")
        return desk
    }

    @Test func `a file of every release is kept`() {
        #expect(Self.releases.map { $0.split(separator: "/").last.map(String.init) } == ["0.2.0-house.db"])
    }

    @Test(arguments: releases)
    func `a file of a release is sound here, reports, and goes on`(release: String) throws {
        let desk = try desk(release)
        #expect(desk.run("upgrade").code == 0)
        #expect(desk.run("check").code == 0)
        #expect(desk.run("report scorecard --period 2026").code == 0)
        #expect(desk.run("log foundations \"Tern Clinic\" 2026-11-20 12").code == 0)
        #expect(desk.run("undo").code == 0)
        #expect(desk.run("check").code == 0)
    }

    @Test(arguments: releases)
    func `a later step brings it over, with every figure as it was`(release: String) throws {
        let desk = try desk(release)
        // A release of before the last step comes to it first; what it holds is tried above.
        _ = desk.run("upgrade")
        let figures = { desk.run("report scorecard --period 2026 --format csv").output }
        let before = figures()
        #expect(before.split(separator: "\n").count > 20)
        let held = try #require(bytes(of: "\(desk.path)/groundwork.db"))
        let last = try #require(SchemaStep.all.last?.number)
        try Store.$schema.withValue(try Self.later()) {
            #expect(desk.run("due").code == 76)
            let answer = desk.run("upgrade")
            let words = "Upgraded groundwork.db from version \(last) to \(last + 2)."
            #expect(answer.lines.first == words, "\(answer.both)")
            #expect(figures() == before)
            #expect(desk.run("check").code == 0)
            #expect(desk.run("undo").errors.contains("the last command, upgrade, can't be undone"))
            #expect(desk.run("upgrade").lines == ["groundwork.db is already up to date."])
            let database = try Database(path: "\(desk.path)/groundwork.db", mode: .readOnly)
            #expect(
                try database.value("SELECT seq >> 32 FROM sqlite_sequence WHERE name = 'later'", as: Int64.self)
                    == database.value("SELECT origin FROM program", as: Int64.self)
            )
            #expect(
                try database.value("SELECT count(*) FROM session WHERE later = 'as it was'", as: Int.self)
                    == database.value("SELECT count(*) FROM session", as: Int.self)
            )
        }
        // The older program refuses the newer file, and has the copy to go back to.
        #expect(desk.run("due").errors.contains("only supports versions up to \(last)"))
        let kept = try #require(desk.folder.names.last { $0.hasPrefix("groundwork.db.before-upgrade-") })
        #expect(bytes(of: "\(desk.path)/\(kept)")?.count == held.count)
        #expect(desk.run("--database \(kept) check").code == 0)
    }

    /// The schema with a further table and a further column, such as a later release brings.
    private static func later() throws -> Schema {
        let sql = """
            CREATE TABLE later (id INTEGER PRIMARY KEY AUTOINCREMENT, session_id INTEGER REFERENCES session (id)) STRICT;
            CREATE INDEX later_session ON later (session_id);
            ALTER TABLE session ADD COLUMN later TEXT DEFAULT 'as it was';
            """
        let last = try #require(SchemaStep.all.last?.number)
        let views = try #require(SchemaStep.all.last { $0.isRemade })
        let steps =
            SchemaStep.all + [
                SchemaStep(number: last + 1, name: "later", sql: Array(sql.utf8), isRemade: false),
                SchemaStep(number: last + 2, name: views.name, sql: views.sql, isRemade: true),
            ]
        let made = try Database(inMemory: ())
        _ = try Schema(steps, fingerprint: "").migrator.migrate(made, appliedAt: 0)
        return Schema(steps, fingerprint: Digest.hexadecimal(of: try made.schemaText()))
    }
}
