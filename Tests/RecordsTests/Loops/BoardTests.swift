import Calendar
import SQLite
import Testing

@testable import Records

struct BoardTests {
    let desk: Desk
    let board: Found

    init() throws {
        desk = try Desk()
        board = try desk.add(
            .board,
            ["ref": "pab", "title": "Participant advisory board", "seats": "9", "designated_seats": "5"]
        )
    }

    private var store: Store { desk.store }

    private func meet(_ day: String, asked: [String], due: String? = nil) throws -> (Found, [Found]) {
        let draft = try desk.draft(.meeting, ["board": "pab", "held": day, "present": "6", "paid": "6"])
        return try store.change("meeting add") { _ in
            try store.addMeeting(draft, asked: asked, addressedTo: "director", due: due.flatMap { Day(iso: $0) })
        }
    }

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

    @Test func `a meeting takes several recommendations at once, numbered, due in thirty days unless said`() throws {
        let (meeting, asked) = try meet("2026-11-12", asked: ["Open on Saturdays", "Show what was done"])
        #expect(meeting.ref == "pab-2026-11-12")
        #expect(asked.map(\.ref) == ["pab-2026-11-12-1", "pab-2026-11-12-2"])
        #expect(try desk.value("SELECT count(*) FROM recommendation WHERE due_on = '2026-12-12'") == 2)
        #expect(try desk.value("SELECT count(*) FROM recommendation WHERE addressed_to = 'director'") == 2)
        try store.change("test") { _ in try store.remove(.recommendation, asked[1]) }
        let next = try desk.add(.recommendation, ["meeting": "pab-2026-11-12", "text": "Longer hours"])
        #expect(next.ref == "pab-2026-11-12-3")
        #expect(throws: RecordError.self) { try meet("2026-11-12", asked: []) }
        #expect(throws: RecordError.self) { try meet("2026-11-22", asked: []) }
        _ = try store.undo()
        _ = try store.undo()
        _ = try store.undo()
        #expect(try desk.value("SELECT (SELECT count(*) FROM meeting) + (SELECT count(*) FROM recommendation)") == 0)
    }

    @Test func `a recommendation goes from asked to implemented, and each step is a state`() throws {
        let (_, asked) = try meet("2026-08-12", asked: ["Open on Saturdays"])
        func state(_ day: String) throws -> RecommendationState? {
            try store.state(ofRecommendation: asked[0].id, asOf: try #require(Day(iso: day)))
        }
        #expect(try state("2026-09-11") == .pending)
        #expect(try state("2026-09-12") == .overdue)
        try store.change("recommendation answer") { _ in
            try store.answer(recommendation: asked[0], .partly, reason: "Every second one", on: Day(iso: "2026-10-01"))
        }
        #expect(try state("2026-10-01") == .accepted)
        #expect(try state("2026-09-30") == .overdue)
        try store.change("recommendation implement") { _ in
            try store.implement(recommendation: asked[0], on: Day(iso: "2026-11-01"))
        }
        #expect(try state("2026-11-01") == .implemented)
        #expect(refusal { try store.implement(recommendation: asked[0]) } == "pab-2026-08-12-1 is already implemented")
    }

    @Test func `a step that does not fit is refused, and both days are named`() throws {
        let asked = try meet("2026-11-12", asked: ["Open on Saturdays", "Pay in cash"]).1
        #expect(
            refusal { try store.answer(recommendation: asked[0], .accepted, on: Day(iso: "2026-11-11")) }
                == "answered: Nov 11, 2026 is before it was made (Nov 12, 2026)"
        )
        #expect(
            refusal { try store.answer(recommendation: asked[0], .declined, reason: " ") }
                == "reason: give a reason to decline a recommendation"
        )
        #expect(
            refusal { try store.implement(recommendation: asked[0]) }
                == "implemented: pab-2026-11-12-1 has not been accepted yet"
        )
        try store.change("test") { _ in
            try store.answer(recommendation: asked[0], .declined, reason: "No funds", on: Day(iso: "2026-11-14"))
            try store.answer(recommendation: asked[1], .noted, on: Day(iso: "2026-11-14"))
        }
        #expect(
            refusal { try store.answer(recommendation: asked[0], .accepted) }
                == "pab-2026-11-12-1 was already answered on Nov 14, 2026: declined"
        )
        #expect(
            refusal { try store.implement(recommendation: asked[0]) }
                == "implemented: pab-2026-11-12-1 was not accepted, in full or in part"
        )
        try store.change("test") { _ in
            try store.answer(recommendation: asked[1], .accepted, on: Day(iso: "2026-11-18"))
        }
        #expect(
            refusal { try store.implement(recommendation: asked[1], on: Day(iso: "2026-11-13")) }
                == "implemented: Nov 13, 2026 is before it was answered (Nov 14, 2026)"
        )
    }

    @Test func `a list can be narrowed to one board`() throws {
        let other = try desk.add(.board, ["ref": "other", "title": "Other board"])
        _ = try meet("2026-11-12", asked: ["Open on Saturdays"])
        for (wanted, count) in [(board, 1), (other, 0)] {
            var found = 0
            let filter = RecordFilter(conditions: [try #require(.of(.board, wanted))])
            try store.forEach(Extract(.recommendation, filter)) { _ in found += 1 }
            #expect(found == count)
        }
        #expect(NamedCondition.of(.person, other)?.name == nil)
    }

    @Test func `a meeting of another board is refused`() throws {
        try desk.add(.board, ["ref": "other", "title": "Other board"])
        _ = try meet("2026-11-12", asked: [])
        #expect(throws: RecordError.broken(field: "meeting", problem: "pab-2026-11-12 is another board's meeting")) {
            try desk.add(.recommendation, ["board": "other", "meeting": "pab-2026-11-12", "text": "Tea"])
        }
    }

    @Test func `the agenda holds what is open, oldest first, with roles and without anybody's words`() throws {
        let first = try meet("2026-08-12", asked: ["Open on Saturdays", "Pay in cash"]).1
        let box = try desk.add(.outlet, ["title": "Box", "owner": "drop-in manager", "opened": "2026-08-01"])
        let (heard, told) = try store.change("test") { _ in
            try store.answer(recommendation: first[0], .accepted, on: Day(iso: "2026-09-01"))
            let codes = try store.value(
                try #require(RecordType.feedback.field(named: "codes")),
                "service:drop-in",
                Reading(place: .typed, makes: false)
            )
            return (
                try store.hear(box, "Ro at the desk", kind: .complaint, received: Day(iso: "2026-09-05"), codes: codes),
                try store.hear(box, "Closed early", received: Day(iso: "2026-08-05"))
            )
        }
        try store.change("answered") { _ in
            try store.answer(feedback: told, "Hours are posted", on: Day(iso: "2026-09-01"))
        }
        let agenda = try store.agenda(board, asOf: store.today)
        #expect(agenda.map(\.ref) == [told.ref, first[0].ref, first[1].ref, heard.ref])
        #expect(
            agenda.map(\.state) == [
                "answered, people not told yet", "accepted, not yet implemented", "overdue: needs an answer",
                "overdue: needs an answer",
            ]
        )
        #expect(agenda.map(\.owner) == ["drop-in manager", "director", "director", "drop-in manager"])
        #expect(agenda.map(\.about) == ["", "", "", "complaint;service:drop-in"])
        #expect(agenda.map(\.due) == [nil, nil, Day(iso: "2026-09-11"), Day(iso: "2026-10-05")])
        #expect(agenda.map(\.days)[3] == 77)
        #expect(agenda.allSatisfy { $0.words == nil })
        try store.change("feedback publish") { _ in try store.publish(feedback: told, as: .words("Opening hours")) }
        let words = try store.agenda(board, asOf: store.today, words: true).map(\.words)
        #expect(words == ["Opening hours", "Open on Saturdays", "Pay in cash", nil])
        #expect(try store.agenda(board, asOf: try #require(Day(iso: "2026-08-04"))).isEmpty)
    }

    @Test func `due lists what waits, oldest first, each with the command that settles it`() throws {
        let box = try desk.add(.outlet, ["title": "Box", "owner": "manager", "opened": "2026-08-01"])
        _ = try meet("2026-08-12", asked: ["Open on Saturdays"])
        _ = try meet("2026-11-12", asked: ["Pay in cash"])
        let assessment = try store.change("assessment start") { _ in
            try store.startAssessment(with: .named("groundwork-practices"), due: Day(iso: "2026-10-01"), ref: "check")
        }
        try desk.add(.action, ["assessment": "check", "text": "New form", "due": "2026-10-15", "owner": "director"])
        _ = try store.change("test") { _ in
            let answered = try store.hear(box, "One", received: Day(iso: "2026-08-05"))
            try store.answer(feedback: answered, "Done", on: Day(iso: "2026-10-20"))
            _ = try store.hear(box, "Two", kind: .complaint, received: Day(iso: "2026-11-01"))
            _ = try store.hear(box, "Three", received: Day(iso: "2026-11-19"), reachable: true)
        }
        let due = try store.due(asOf: store.today)
        #expect(
            due.map { "\($0.since) \($0.what): \($0.step)" } == [
                "2026-08-12 Participant advisory board recommendation, Aug 12, 2026: answer was due Sep 11, 2026: "
                    + "recommendation.answer recommendation=pab-2026-08-12-1 answer=accepted",
                "2026-10-01 Groundwork checklist of practices at Harbor Harm Reduction: 16 criteria left to score: "
                    + "assessment.score ref=check score=met criterion=?",
                "2026-10-15 Action from Groundwork checklist of practices at Harbor Harm Reduction: was due Oct 15, 2026: "
                    + "action.done ref=check-action",
                "2026-10-20 Feedback at Box, Aug 5, 2026: answered, people not told yet: "
                    + "feedback.told item=box-2026-08-05 how=poster",
                "2026-11-01 Feedback at Box, Nov 1, 2026 (complaint): answer by Dec 1, 2026: "
                    + "feedback.answer item=box-2026-11-01 told=poster words=?",
                "2026-11-19 Feedback at Box, Nov 19, 2026: acknowledge by Nov 24, 2026: "
                    + "feedback.acknowledge item=box-2026-11-19",
            ]
        )
        #expect(due.map(\.owner) == ["director", nil, "director", "manager", "manager", "manager"])
        #expect(assessment.ref == "check")
    }
}
