import Calendar
import SQLite
import Testing

@testable import Records

/// What is refused of feedback, boards, practices and profiles, by whichever way it comes.
struct LoopRuleTests {
    let desk: Desk

    init() throws {
        desk = try Desk()
        try desk.add(.outlet, ["ref": "box", "title": "Box", "opened": "2026-07-01"])
        try desk.add(.board, ["ref": "pab", "title": "Board", "seats": "9", "voting_seats": "7"])
        try desk.add(.meeting, ["ref": "m1", "board": "pab", "held": "2026-09-10"])
        try desk.add(.recommendation, ["ref": "r1", "meeting": "m1", "text": "Tea"])
        try desk.add(.assessment, ["ref": "a1", "tool": "Our list"])
    }

    private var store: Store { desk.store }

    private func refusal(_ body: () throws -> Void) -> String {
        do {
            try store.change("test") { _ in try body() }
            return "stored"
        } catch let error as RecordError {
            return error.message
        } catch {
            return "\(error)"
        }
    }

    typealias Case = (noun: Noun, texts: KeyValuePairs<String, String>, problem: String)

    @Test(
        arguments: [
            (
                .feedback, ["outlet": "box", "received": "2026-06-30", "summary": "Tea"],
                "received: Jun 30, 2026 is before box opened (Jul 1, 2026)"
            ),
            (
                .feedback, ["outlet": "box", "received": "2026-08-01", "summary": "Tea", "answered": "2026-08-02"],
                "answer: it has an answer date but no answer"
            ),
            (
                .feedback, ["outlet": "box", "received": "2026-08-01", "summary": "Tea", "answer": "There is tea"],
                "answered: it has an answer but no date"
            ),
            (
                .feedback, ["outlet": "box", "received": "2026-08-01", "summary": "Tea", "acknowledged": "2026-08-02"],
                "acknowledged: the person can't be reached, so you can't acknowledge it"
            ),
            (
                .feedback,
                [
                    "outlet": "box", "received": "2026-08-01", "summary": "Tea", "answer": "Yes",
                    "answered": "2026-08-02",
                    "told": "other",
                ],
                "told: the person can't be reached. Tell people by poster, meeting or post."
            ),
            (
                .feedback,
                [
                    "outlet": "box", "received": "2026-08-01", "summary": "Call (206) 555-0142", "answer": "Yes",
                    "answered": "2026-08-02", "told": "poster",
                ],
                "told: the summary has an address or phone number, and everyone could read it"
            ),
            (
                .outlet, ["title": "Desk", "owner": "wren@clinic.example"],
                "owner: give a role or a topic, not an address or phone number"
            ),
            (
                .outlet, ["title": "Desk", "opened": "2026-07-01", "reviewed": "2026-12-01"],
                "reviewed: Dec 1, 2026 is in the future (today is Nov 21, 2026)"
            ),
            (
                .recommendation,
                ["board": "pab", "made": "2026-09-11", "text": "Tea", "addressed_to": "manager 206 555 0142"],
                "addressed_to: give a role or a topic, not an address or phone number"
            ),
            (
                .recommendation, ["meeting": "m1", "made": "2026-09-09", "text": "Tea"],
                "made: Sep 9, 2026 is before its meeting m1 on Sep 10, 2026"
            ),
            (
                .board, ["title": "B", "designated_seats": "3", "designated_filled": "4"],
                "designated_filled: 4 is more than the 3 designated seats"
            ),
            (
                .board, ["title": "B", "voting_seats": "5", "seats": "9", "quorum": "6"],
                "quorum: 6 is more than the 5 voting seats"
            ),
            (.board, ["title": "B", "seats": "9", "filled_seats": "10"], "filled_seats: 10 is more than the 9 seats"),
            (
                .meeting, ["board": "pab", "held": "2026-10-08", "present": "10"],
                "present: 10 members were present, but the board has only 9 seats"
            ),
            (
                .meeting, ["board": "pab", "planned": "2027-01-10", "present": "3"],
                "present: the meeting was not held yet. Give the date it was held, or leave this out."
            ),
            (
                .meeting, ["board": "pab", "planned": "2027-01-10", "quorate": "yes"],
                "quorate: the meeting was not held yet. Give the date it was held, or leave this out."
            ),
            (
                .meeting, ["board": "pab", "held": "2026-12-01"],
                "held: Dec 1, 2026 is in the future (today is Nov 21, 2026)"
            ),
            (
                .meeting, ["ref": "other", "board": "pab", "held": "2026-09-10"],
                "held: the board already has a meeting on Sep 10, 2026: m1"
            ),
            (.meeting, ["board": "pab", "held": "2026-10-08", "cancelled": "yes"], "cancelled: the meeting was held"),
            (
                .meeting, ["board": "pab", "held": "2026-10-08", "levels": "Call 206-555-0142:consult"],
                "levels: give a role or a topic, not an address or phone number"
            ),
            (
                .meeting, ["board": "pab", "held": "2026-10-08", "levels": "Hours:consult;hours:inform"],
                "levels: \"hours\" is listed twice. Give each topic one level."
            ),
            (
                .position, ["capacity": "cook"],
                "capacity is \"cook\". Use one of: direct-service, outreach, training, evaluation, supervision, management, governance."
            ),
            (
                .position, ["capacity": "outrech"],
                "capacity is \"outrech\". Use one of: direct-service, outreach, training, evaluation, supervision, management, governance. Did you mean outreach?"
            ),
            (
                .position, ["capacity": "outreach", "filled_from": "2026-12-01"],
                "filled_from: Dec 1, 2026 is in the future (today is Nov 21, 2026)"
            ),
            (
                .profile, ["organization": "cci", "as_of": "2026-11-01"],
                "employs: give at least one of: employs, outlets, board, practices_assessed, services"
            ),
            (
                .profile, ["organization": "cci", "as_of": "2026-11-01", "employs": "no", "capacities": "outreach"],
                "capacities: leave this blank where employs is no, or set employs to yes"
            ),
            (
                .profile, ["organization": "cci", "as_of": "2026-11-01", "services": "none;drop-in"],
                "services is \"none\". Use one of: syringe-access, safer-use-supplies, overdose-prevention, safer-sex, moud, safer-consumption, drop-in, housing-first, referrals, none."
            ),
            (
                .profile, ["organization": "cci", "as_of": "2026-12-01", "employs": "yes"],
                "as_of: Dec 1, 2026 is in the future (today is Nov 21, 2026)"
            ),
        ] as [Case]
    )
    func `a record that breaks a rule is refused, and what does not go together is named`(given: Case) {
        #expect(refusal { try desk.addNow(given.noun, given.texts) } == given.problem)
    }

    @Test
    func `capacities without more mean that people are employed, none is an answer, and each reporter has a report`()
        throws
    {
        let day = "2026-11-01"
        try desk.add(.profile, ["organization": "cci", "as_of": day, "capacities": "outreach", "services": "None"])
        try desk.add(.profile, ["organization": "cci", "as_of": day, "reported_by": "staff", "outlets": "none"])
        let stored = try store.database.all(
            "SELECT ifnull(reported_by, '-'), employs, outlets, (SELECT count(*) FROM profile_service) FROM profile ORDER BY id"
        ) { "\(try $0.text(0)) \(try $0[1] as Int? ?? -1) \(try $0[2] as String? ?? "-") \(try $0[3] as Int)" }
        #expect(stored == ["- 1 - 1", "staff -1 no 1"])
        let again = try desk.draft(.profile, ["organization": "cci", "as_of": day, "capacities": "outreach"])
        let became = try store.change("test import") { _ in try store.take(.profile, again, update: false) }
        guard case .unchanged = became else {
            Issue.record("the same row again made \(became)")
            return
        }
    }

    @Test func `a meeting is not moved past what was asked for at it`() throws {
        let meeting = try store.find(.meeting, "m1")
        let moved = refusal { try store.edit(.meeting, meeting.id, try desk.draft(.meeting, ["held": "2026-09-20"])) }
        #expect(moved == "held: Sep 20, 2026 is after its recommendation r1 was made (Sep 10, 2026)")
    }

    @Test func `an outlet is not opened after its first item, and its last review is kept`() throws {
        try desk.add(.feedback, ["outlet": "box", "received": "2026-07-02", "summary": "Tea"])
        let box = try store.find(.outlet, "box")
        let opened = refusal { try store.edit(.outlet, box.id, try desk.draft(.outlet, ["opened": "2026-08-01"])) }
        #expect(opened == "opened: Aug 1, 2026 is after its first item was received (Jul 2, 2026)")
        try store.change("outlet review") { _ in try store.review(outlet: box, on: Day(iso: "2026-10-01")) }
        #expect(
            refusal { try store.review(outlet: box, on: Day(iso: "2026-09-01")) }
                == "box was already reviewed later, on Oct 1, 2026"
        )
    }

    @Test func `people are told once, and what was noted first keeps its day`() throws {
        let box = try store.find(.outlet, "box")
        let item = try store.change("heard") { _ in try store.hear(box, "Tea", received: Day(iso: "2026-08-01")) }
        try store.change("answered") { _ in
            try store.answer(feedback: item, "There is tea", told: .poster, on: Day(iso: "2026-08-02"))
        }
        #expect(
            refusal { try store.tell(feedback: item, by: .meeting) }
                == "people were already told about \(item.ref): poster"
        )
        let asked = try store.find(.recommendation, "r1")
        try store.change("recommendation answer") { _ in
            try store.answer(recommendation: asked, .noted, on: Day(iso: "2026-09-20"))
        }
        #expect(
            refusal { try store.answer(recommendation: asked, .accepted, on: Day(iso: "2026-09-15")) }
                == "answered: Sep 15, 2026 is before it was noted (Sep 20, 2026)"
        )
        try store.change("recommendation answer") { _ in
            try store.answer(recommendation: asked, .accepted, on: Day(iso: "2026-10-20"))
        }
        #expect(try desk.value("SELECT answer || ' ' || answered_on FROM recommendation") == "accepted 2026-09-20")
    }

    @Test func `a completed assessment's scores stand, by whichever way another comes`() throws {
        try desk.add(.criterion, ["assessment": "a1", "criterion": "Plain words", "score": "met"])
        let assessment = try store.find(.assessment, "a1")
        try store.change("assessment complete") { _ in try store.complete(assessment: assessment) }
        let other = try desk.draft(.criterion, ["assessment": "a1", "criterion": "Plain words", "score": "not_met"])
        #expect(
            refusal { _ = try store.take(.criterion, other, update: true) }
                == "a1 was completed on Nov 21, 2026, so its scores are final"
        )
    }

    @Test func `a planned meeting whose day has passed is due until it was held or cancelled`() throws {
        try desk.add(.meeting, ["ref": "m2", "board": "pab", "planned": "2026-11-10"])
        try desk.add(.meeting, ["ref": "m3", "board": "pab", "planned": "2026-12-10"])
        func due() throws -> [String] {
            try store.due(asOf: store.today).map(\.step.description).filter { $0.hasPrefix("meeting") }
        }
        #expect(try due() == ["meeting.edit ref=m2 held=2026-11-10"])
        let meeting = try store.find(.meeting, "m2")
        try store.change("meeting edit") { _ in
            try store.edit(.meeting, meeting.id, try desk.draft(.meeting, ["cancelled": "yes"]))
        }
        #expect(try due() == [])
    }

    @Test(arguments: [
        (Noun.outlet, "box", "1 item of feedback"), (.board, "pab", "1 meeting, 1 recommendation"),
        (.meeting, "m1", "1 recommendation"), (.assessment, "a1", "1 action"),
    ])
    func `what is still needed says by what, and what to do`(noun: Noun, ref: String, by: String) throws {
        try desk.add(.feedback, ["outlet": "box", "received": "2026-08-01", "summary": "Tea"])
        try desk.add(.action, ["assessment": "a1", "text": "A form"])
        let found = try store.find(noun, ref)
        #expect(
            refusal { try store.remove(noun.type, found) } == "\(noun.rawValue) \"\(ref)\" is still used by \(by)"
        )
        #expect(RecordError.inUse(noun, ref, by: by).advice != nil)
    }

    @Test(arguments: [
        ("Call 206 555 0142", true), ("(206) 555-0142", true), ("555-0142", true), ("+1-877-696-1996", true),
        ("2026-11-10 to 2026-11-12", false), ("10.11.2026", false), ("2025 2026", false), ("9.30 - 17.00", false),
        ("room 12", false), ("drop-in manager", false), ("24/7", false), ("206–555–0142", true),
        ("555\u{2011}0142", true), ("206\u{A0}555\u{A0}0142", true), ("２０６-５５５-０１４２", true), ("206/555/0142", true),
        ("11/24/2026", false), ("2025–2026", false), ("2026/2027", false), ("9–17, 2026–11–10", false),
    ])
    func `a telephone number is told from days, years and hours`(text: String, isNumber: Bool) {
        #expect(Reachable.hasNumber(text) == isNumber)
    }

    @Test(arguments: [
        (BoardYardstick.hrsa, [9: 5, 10: 6, 11: 6, 12: 7, 13: 7, 24: 13, 25: 13]),
        (.ryanWhite, [39: 13, 24: 8, 30: 10, 33: 11]),
    ])
    func `a yardstick says how many designated members meet it`(yardstick: BoardYardstick, fewest: [Int: Int]) {
        for (members, wanted) in fewest { #expect(yardstick.fewest(of: members) == wanted) }
        #expect(BoardYardstick.none.fewest(of: 9) == nil && BoardYardstick.none.title == nil)
    }
}
