import SQLite
import Testing

@testable import Records

struct UndoTests {
    let desk: Desk

    init() throws { desk = try Desk() }

    @Test func `undo puts every row back, one command after the other`() throws {
        let empty = try desk.content()
        let cci = try desk.add(.organization, ["title": "CCI", "sites": "North;South", "staff": "20"])
        let withOrganization = try desk.content()
        let session = try desk.add(
            .session,
            [
                "course": "foundations", "organization": "cci", "starts": "2026-11-10", "headcount": "22",
                "topics": "A;B",
            ]
        )
        let withSession = try desk.content()
        try desk.store.change("test edit") { _ in
            try desk.store.edit(.session, session.id, try desk.draft(.session, ["topics": "B;C", "fund": "County"]))
        }
        let edited = try desk.content()
        try desk.store.change("test remove") { _ in try desk.store.remove(.session, session) }
        #expect(try desk.value("SELECT count(*) FROM session") == 0)

        for expected in [edited, withSession, withOrganization, empty] {
            #expect(try desk.store.undo().kept.isEmpty)
            #expect(try desk.content() == expected)
        }
        #expect(throws: RecordError.nothingToUndo("there is nothing to undo")) { try desk.store.undo() }
        #expect(cci.ref == "cci")
        #expect(try desk.store.brokenEntries().isEmpty)
    }

    @Test func `a change that throws stores nothing and leaves no entry`() throws {
        let before = try desk.content()
        #expect(throws: RecordError.self) {
            try desk.store.change("test") { _ in
                _ = try desk.store.make(.organization, titled: "CCI")
                throw RecordError.refused("no", advice: nil)
            }
        }
        #expect(try desk.content() == before)
        #expect(try desk.value("SELECT count(*) FROM history") == 0)
    }

    @Test func `a change that changes nothing leaves no entry`() throws {
        try desk.add(.organization, ["ref": "cci", "title": "CCI"])
        let found = try desk.store.find(.organization, "cci")
        try desk.store.change("test") { _ in
            try desk.store.edit(.organization, found.id, try desk.draft(.organization, ["title": "CCI"]))
        }
        #expect(try desk.value("SELECT count(*) FROM history") == 1)
    }

    @Test func `each entry says what was changed from what to what`() throws {
        let cci = try desk.add(.organization, ["title": "CCI", "sector": "health"])
        try desk.store.change("organization edit") { _ in
            try desk.store.edit(.organization, cci.id, try desk.draft(.organization, ["sector": "housing"]))
        }
        let line = try desk.store.database.one(
            """
            SELECT h.account, h.command, v.column_name, v.old, v.new FROM history AS h
            JOIN history_value AS v ON v.history_id = h.id ORDER BY h.id DESC LIMIT 1
            """
        ) { row in try (0..<row.count).map { try row.text($0) } }
        #expect(line == ["coordinator", "organization edit", "sector", "health", "housing"])
    }

    @Test(
        arguments: [
            "UPDATE history SET account = 'somebody else' WHERE id = (SELECT min(id) FROM history)",
            "UPDATE history SET at = '2020-01-01T00:00:00Z' WHERE id = (SELECT min(id) FROM history)",
            "DELETE FROM history_value WHERE position = 1 AND history_id = (SELECT max(id) FROM history)",
            "UPDATE history_value SET new = 'x' WHERE history_id = (SELECT max(id) FROM history) AND new IS NOT NULL",
        ] as [SQL]
    )
    func `an entry that was altered by other means is found`(tampering: SQL) throws {
        let cci = try desk.add(.organization, ["title": "CCI", "sector": "health"])
        try desk.store.change("organization edit") { _ in
            try desk.store.edit(.organization, cci.id, try desk.draft(.organization, ["sector": "housing"]))
        }
        #expect(try desk.store.brokenEntries().isEmpty)
        try desk.store.database.execute(tampering)
        #expect(try !desk.store.brokenEntries().isEmpty)
    }

    @Test func `last is the record that this account made or changed last, and undo goes back with it`() throws {
        try desk.add(.session, ["ref": "first", "starts": "2026-11-10"])
        try desk.add(.session, ["ref": "second", "starts": "2026-11-11"])
        #expect(try desk.store.find(.session, "last").ref == "second")
        let first = try desk.store.find(.session, "first")
        try desk.store.change("test") { _ in
            try desk.store.edit(.session, first.id, try desk.draft(.session, ["fund": "County"]))
        }
        #expect(try desk.store.find(.session, "LAST").ref == "first")
        _ = try desk.store.undo()
        #expect(try desk.store.find(.session, "last").ref == "second")
        _ = try desk.store.undo()
        _ = try desk.store.undo()
        #expect(throws: RecordError.nothingLast(.session)) { try desk.store.find(.session, "last") }
    }

    @Test func `undo passes over an export, which changed nothing`() throws {
        try desk.add(.organization, ["title": "CCI"])
        try desk.store.note("export identified")
        #expect(try desk.store.undo().entry.command == "test add")
        #expect(throws: RecordError.nothingToUndo("there is nothing to undo")) { try desk.store.undo() }
        #expect(try desk.store.brokenEntries().isEmpty)
    }

    @Test func `a command of which everything has to stay counts as taken back, and undo goes on`() throws {
        let cci = try desk.add(.organization, ["title": "CCI"])
        try desk.store.change("test edit") { _ in
            try desk.store.edit(.organization, cci.id, try desk.draft(.organization, ["title": "CCI East"]))
        }
        try desk.store.database.execute("UPDATE organization SET title = 'Other' WHERE id = \(cci.id)")
        #expect(try desk.store.undo().kept == ["organization cci"])
        #expect(try desk.store.undo().entry.command == "test add")
    }

    @Test func `a ref of digits with zeros in front is given back when its record is`() throws {
        let session = try desk.add(.session, ["ref": "007", "starts": "2026-11-10"])
        let before = try desk.content()
        try desk.store.change("test remove") { _ in try desk.store.remove(.session, session) }
        #expect(try desk.store.undo().kept.isEmpty)
        #expect(try desk.content() == before)
    }

    @Test func `settings that were not stored do not stay in memory`() throws {
        let before = desk.store.program
        #expect(throws: RecordError.self) {
            try desk.store.change("program edit") { _ in
                try desk.store.setProgram(name: "Another", keepNamesMonths: 6)
                throw RecordError.refused("no", advice: nil)
            }
        }
        #expect(desk.store.program == before)
    }
}
