import SQLite
import Testing

@testable import Records

struct CheckTests {
    let desk: Desk
    let session: Found

    init() throws {
        desk = try Desk()
        session = try desk.add(.session, ["ref": "m1", "starts": "2026-10-01", "minutes": "60", "organization": "cci"])
    }

    private var rules: [String] {
        get throws { try desk.store.check().map(\.rule) }
    }

    @Test func `a sound record has no finding`() throws {
        try desk.attend(session, try desk.add(.person, ["name": "Wren Example"]), minutes: 60)
        try desk.add(.headcount, ["session": "m1", "count": "1"])
        #expect(try rules.isEmpty)
    }

    @Test(arguments: [(60, []), (61, ["minutes"])])
    func `minutes beyond the session's are a finding`(minutes: Int, found: [String]) throws {
        try desk.attend(session, try desk.add(.person, ["name": "Wren Example"]), minutes: minutes)
        #expect(try rules == found)
    }

    @Test func `fewer heads than names are a finding, also where the heads are split`() throws {
        for name in ["Wren Example", "Ash Sample"] {
            try desk.attend(session, try desk.add(.person, ["name": "\(name)"]))
        }
        try desk.add(.headcount, ["session": "m1", "organization": "cci", "count": "1"])
        #expect(try rules == ["headcount"])
        try desk.add(.headcount, ["session": "m1", "count": "2"])
        #expect(try rules.isEmpty)
    }

    @Test func `a held session whose day has not come is a finding`() throws {
        try desk.add(.session, ["ref": "m2", "starts": "2027-01-01", "status": "held"])
        #expect(try rules == ["days"])
    }

    @Test func `more forms for after than people who came are a finding, where they were counted`() throws {
        try desk.store.change("session edit") { _ in
            try desk.store.edit(.session, session.id, try desk.draft(.session, ["status": "held"]))
        }
        for ref in ["foundations-after", "foundations-after", "foundations-before"] {
            let form = try desk.store.form(desk.store.find(.form, ref).id)
            var new = NewEvaluations(of: form)
            new.append(session: session.id, day: nil, answers: new.counted.map { _ in .none })
            try desk.store.change("evaluation add", byDay: true) { _ in
                _ = try desk.store.addReturned(new, on: desk.store.today)
            }
        }
        #expect(try rules == [])
        try desk.add(.headcount, ["session": "m1", "count": "1"])
        #expect(
            try desk.store.check().map(\.words) == ["session m1: 2 responses after the session, but only 1 attended"]
        )
        try desk.store.change("test") { _ in try desk.store.database.execute("UPDATE headcount SET count = 2") }
        #expect(try rules == [])
    }

    @Test func `a reference to nothing is a finding`() throws {
        try desk.store.database.execute("PRAGMA foreign_keys = OFF")
        try desk.store.database.execute(
            "INSERT INTO tally (session_id, question, option, count) VALUES (7, 'a', 'b', 1)"
        )
        #expect(try rules == ["references"])
    }
}
