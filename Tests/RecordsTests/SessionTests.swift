import SQLite
import Testing

@testable import Records

struct SessionTests {
    let desk: Desk

    init() throws { desk = try Desk() }

    private func read(_ session: Found, _ column: Identifier) throws -> String? {
        try desk.value("SELECT \(identifier: column) FROM session WHERE id = \(session.id)", as: String?.self) ?? nil
    }

    @Test func `a session's ref is its day, first organization and course`() throws {
        let session = try desk.add(
            .session,
            ["course": "foundations", "organization": "CCI;Harbor Clinic", "starts": "2026-11-10"]
        )
        #expect(session.ref == "2026-11-10-cci-foundations")
        let second = try desk.add(
            .session,
            ["course": "foundations", "organization": "CCI", "starts": "2026-11-10T15:00"]
        )
        #expect(second.ref == "2026-11-10-cci-foundations-2")
    }

    @Test(arguments: [
        ("2026-11-20", nil, "held"), ("2026-11-21", nil, "scheduled"), ("2026-11-21", "7", "held"),
        ("2026-11-22", nil, "scheduled"),
    ])
    func `without a status a session is held when its day is over, or has come and somebody counted`(
        day: String,
        count: String?,
        status: String
    ) throws {
        let session =
            try count.map { try desk.add(.session, ["starts": day, "headcount": $0]) }
            ?? desk.add(.session, ["starts": day])
        #expect(try read(session, "status") == status)
    }

    @Test func `minutes come from the course unless they are given`() throws {
        let from = try desk.add(.session, ["course": "foundations", "starts": "2026-11-10"])
        let given = try desk.add(.session, ["course": "foundations", "starts": "2026-11-11", "minutes": "90"])
        #expect(try desk.value("SELECT minutes FROM session WHERE id = \(from.id)") == 120)
        #expect(try desk.value("SELECT minutes FROM session WHERE id = \(given.id)") == 90)
    }

    @Test func `a count makes a scheduled session held once its day has come, and not before`() throws {
        let today = try desk.add(.session, ["starts": "2026-11-21"])
        let tomorrow = try desk.add(.session, ["starts": "2026-11-22"])
        let held = try desk.store.change("test") { _ in try desk.store.setHeadcount(today.id, count: 5).held }
        #expect(held)
        #expect(throws: RecordError.notYet(session: tomorrow.ref, on: "2026-11-22")) {
            try desk.store.change("test") { _ in try desk.store.setHeadcount(tomorrow.id, count: 5) }
        }
        let registered = try desk.store.change("test") { _ in
            try desk.store.setHeadcount(tomorrow.id, count: 5, scope: "registered")
        }
        #expect(!registered.held)
        #expect(try read(today, "status") == "held")
        #expect(try read(tomorrow, "status") == "scheduled")
    }

    @Test(arguments: ["cancelled", "postponed", "nobody_came"])
    func `a count for a session that did not take place is refused, and nothing is stored`(status: String) throws {
        let session = try desk.add(.session, ["ref": "s1", "starts": "2026-11-10", "status": status])
        #expect(throws: RecordError.notHeld(session: "s1", status: status)) {
            try desk.store.change("test") { _ in try desk.store.setHeadcount(session.id, count: 5) }
        }
        #expect(try desk.value("SELECT count(*) FROM headcount") == 0)
    }

    @Test func `a headcount that is set again says what it replaces`() throws {
        let session = try desk.add(.session, ["starts": "2026-11-10"])
        let first = try desk.store.change("test") { _ in try desk.store.setHeadcount(session.id, count: 5) }
        let second = try desk.store.change("test") { _ in try desk.store.setHeadcount(session.id, count: 7) }
        #expect(first.replaced == nil)
        #expect(second.replaced == 5)
        #expect(try desk.value("SELECT count(*) FROM headcount") == 1)
    }

    @Test func `facilitators keep name, role and pronouns`() throws {
        let session = try desk.add(
            .session,
            ["starts": "2026-11-10", "facilitators": "Ro Vale:trainer:they/them;Ima Reed"]
        )
        let kept = try desk.store.database.all(
            "SELECT name, role, pronouns FROM session_facilitator WHERE session_id = \(session.id) ORDER BY position"
        ) { [try $0.text(0), try $0[1] as String? ?? "", try $0[2] as String? ?? ""] }
        #expect(kept == [["Ro Vale", "trainer", "they/them"], ["Ima Reed", "", ""]])
    }

    @Test func `a row equal to what is stored changes nothing`() throws {
        let texts: KeyValuePairs = [
            "ref": "s1", "course": "foundations", "organization": "cci;harbor", "starts": "2026-11-10T14:00",
            "topics": "One;Two", "facilitators": "Ro Vale:trainer", "contact_based": "yes", "headcount": "9",
        ]
        try desk.add(.session, texts)
        let draft = try desk.draft(.session, texts)
        let stored = try desk.store.take(.session, draft, update: false)
        #expect(stored == .unchanged(try desk.store.find(.session, "s1")))
    }

    @Test func `a row with other values is refused with the names of its fields, and taken where that is meant`() throws
    {
        try desk.add(.session, ["ref": "s1", "starts": "2026-11-10", "fund": "County"])
        let other = try desk.draft(.session, ["ref": "S1", "fund": "State", "site": "Annex"])
        #expect(throws: RecordError.differs(.session, "s1", fields: ["site", "fund"])) {
            try desk.store.take(.session, other, update: false)
        }
        let stored = try desk.store.change("test") { _ in try desk.store.take(.session, other, update: true) }
        #expect(stored == .updated(try desk.store.find(.session, "s1")))
        #expect(try desk.value("SELECT fund FROM session WHERE ref = 's1'") == "State")
        #expect(try desk.value("SELECT starts_on FROM session WHERE ref = 's1'") == "2026-11-10")
    }
}

extension SessionTests {
    @Test func `a rule between two fields is said in words, and both may change at once`() throws {
        let session = try desk.add(
            .session,
            ["starts": "2026-11-10", "access_requested": "3", "access_met": "3"]
        )
        let broken = RecordError.broken(field: "access_met", problem: "more requests were met than were made")
        #expect(throws: broken) {
            try desk.store.change("test") { _ in
                try desk.store.edit(.session, session.id, try desk.draft(.session, ["access_requested": "2"]))
            }
        }
        let draft = try desk.draft(.session, ["access_requested": "2", "access_met": "1"])
        let changed = try desk.store.change("test") { _ in try desk.store.edit(.session, session.id, draft) }
        #expect(changed == ["access_requested", "access_met"])
    }
}
