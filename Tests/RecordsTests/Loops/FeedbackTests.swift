import Calendar
import SQLite
import Support
import Testing

@testable import Records

struct FeedbackTests {
    let desk: Desk
    let box: Found

    init() throws {
        desk = try Desk()
        box = try desk.add(
            .outlet,
            ["title": "Drop-in box", "owner": "drop-in manager", "opened": "2026-10-01", "channel": "box"]
        )
    }

    private var store: Store { desk.store }

    private func hear(_ day: String, reachable: Bool = false) throws -> Found {
        try store.change("heard") { _ in
            try store.hear(box, "No supplies on Fridays", received: Day(iso: day), reachable: reachable)
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

    @Test func `an item goes from received to told, and each step is a state`() throws {
        let item = try hear("2026-11-10", reachable: true)
        #expect(item.ref == "drop-in-box-2026-11-10")
        func state(_ day: String = "2026-11-21") throws -> FeedbackState? {
            try store.state(ofFeedback: item.id, asOf: try #require(Day(iso: day)))
        }
        #expect(try state() == .waitingForAcknowledgement)
        try store.change("feedback acknowledge") { _ in
            try store.acknowledge(feedback: item, on: Day(iso: "2026-11-12"))
        }
        #expect(try state() == .waitingForAnswer)
        try store.change("answered") { _ in
            try store.answer(feedback: item, "Ordered", changed: true, on: Day(iso: "2026-11-15"))
        }
        #expect(try state() == .notYetTold)
        #expect(try state("2026-11-14") == .waitingForAnswer)
        #expect(try state("2026-11-11") == .waitingForAcknowledgement)
        try store.change("feedback told") { _ in try store.tell(feedback: item, by: .poster) }
        #expect(try state() == .closed)
        #expect(try desk.value("SELECT led_to_change FROM feedback") == 1)
    }

    @Test func `an answer to the person acknowledges the item, one on a poster does not`() throws {
        let reached = try hear("2026-11-10", reachable: true)
        let unreached = try hear("2026-11-10")
        try store.change("answered") { _ in
            try store.answer(feedback: reached, "Ordered", told: .person)
            try store.answer(feedback: unreached, "Ordered", told: .poster)
        }
        #expect(try desk.value("SELECT acknowledged_on FROM feedback WHERE id = \(reached.id)") == "2026-11-21")
        #expect(try desk.value("SELECT count(*) FROM feedback WHERE acknowledged_on IS NULL") == 1)
    }

    @Test func `a step that does not fit is refused, and both days are named`() throws {
        let item = try hear("2026-11-10")
        func day(_ text: String) -> Day? { Day(iso: text) }
        #expect(
            refusal { try store.answer(feedback: item, "Ordered", on: day("2026-11-09")) }
                == "answered: Nov 9, 2026 is before it was received (Nov 10, 2026)"
        )
        #expect(
            refusal { try store.answer(feedback: item, "Ordered", on: day("2026-11-22")) }
                == "answered: Nov 22, 2026 is in the future (today is Nov 21, 2026)"
        )
        #expect(
            refusal { _ = try store.hear(box, "Hello", received: day("2026-11-22")) }
                == "received: Nov 22, 2026 is in the future (today is Nov 21, 2026)"
        )
        #expect(
            refusal { try store.tell(feedback: item, by: .poster) } == "told: \(item.ref) has not been answered yet"
        )
        #expect(
            refusal { try store.answer(feedback: item, "Ordered", told: .person) }
                == "told: the person can't be reached. Tell people by poster, meeting or post."
        )
        #expect(
            refusal { try store.acknowledge(feedback: item) }
                == "\(item.ref): the person can't be reached, so you can't acknowledge it"
        )
        #expect(refusal { try store.answer(feedback: item, " ") } == "answer is missing")
        #expect(refusal { _ = try store.hear(box, "\u{A0}") } == "summary is missing")
        try store.change("answered") { _ in try store.answer(feedback: item, "Ordered", on: day("2026-11-12")) }
        #expect(
            refusal { try store.answer(feedback: item, "Again") } == "\(item.ref) was already answered on Nov 12, 2026"
        )
    }

    @Test func `an excluded item needs a reason, and takes no answer`() throws {
        let item = try hear("2026-11-10")
        #expect(
            refusal { try store.exclude(feedback: item, because: "") }
                == "excluded: give a reason, such as duplicate"
        )
        try store.change("feedback exclude") { _ in try store.exclude(feedback: item, because: "duplicate") }
        #expect(refusal { try store.answer(feedback: item, "Ordered") } == "\(item.ref) is not counted: duplicate")
        #expect(try store.state(ofFeedback: item.id, asOf: store.today) == .excluded)
    }

    @Test func `an outlet closes after its last item, and says what still waits`() throws {
        _ = try hear("2026-11-10")
        #expect(
            refusal { try store.close(outlet: box, on: Day(iso: "2026-11-09")) }
                == "closed: Nov 9, 2026 is before its last item was received (Nov 10, 2026)"
        )
        #expect(
            refusal { try store.review(outlet: box, on: Day(iso: "2026-09-30")) }
                == "reviewed: Sep 30, 2026 is before it was opened (Oct 1, 2026)"
        )
        #expect(try store.change("outlet close") { _ in try store.close(outlet: box, on: Day(iso: "2026-11-12")) } == 1)
        #expect(refusal { try store.close(outlet: box) } == "\(box.ref) was already closed on Nov 12, 2026")
        #expect(
            refusal { _ = try store.hear(box, "Late") }
                == "received: Nov 21, 2026 is after drop-in-box closed (Nov 12, 2026)"
        )
        #expect(try store.check().map(\.rule) == ["outlet"])
    }

    @Test func `lists keep what a named condition keeps, on a day`() throws {
        let old = try hear("2026-10-02")
        let told = try hear("2026-10-03")
        let untold = try hear("2026-10-04")
        let spam = try hear("2026-10-05")
        let new = try hear("2026-11-20")
        try store.change("test") { _ in
            try store.answer(feedback: told, "Done", told: .meeting, on: Day(iso: "2026-11-01"))
            try store.answer(feedback: untold, "Done", on: Day(iso: "2026-11-01"))
            try store.exclude(feedback: spam, because: "spam")
        }
        func refs(_ name: String, _ day: String = "2026-11-21") throws -> [String] {
            let condition = try #require(RecordType.feedback.condition(named: name))
            var refs: [String] = []
            let filter = RecordFilter(conditions: [condition], asOf: try #require(Day(iso: day)))
            try store.forEach(Extract(.feedback, filter)) { refs.append(try $0.text(0)) }
            return refs
        }
        #expect(try refs("open") == [old.ref, untold.ref, new.ref])
        #expect(try refs("unanswered") == [old.ref, new.ref])
        #expect(try refs("overdue") == [old.ref])
        #expect(try refs("untold") == [untold.ref])
        #expect(try refs("excluded") == [spam.ref])
        #expect(try refs("open", "2026-10-31") == [old.ref, told.ref, untold.ref])
    }

    @Test(arguments: [1, 2, 3, 4, 5, 6, 7, 8])
    func `due days are the same in Swift and in SQL, in calendar and in working days`(seed: Int) throws {
        var generator = SeededGenerator(seed: UInt64(seed))
        for working in [false, true] {
            let days = Int.random(in: 0...40, using: &generator)
            let outlet = try desk.add(
                .outlet,
                [
                    "title": "Outlet", "acknowledge_days": "\(days)", "resolve_days": "\(days + 3)",
                    "working_days": working ? "yes" : "no", "opened": "2020-01-01",
                ]
            )
            let received = try #require(Day(iso: "2026-01-01")).adding(days: Int.random(in: 0...300, using: &generator))
            let item = try store.change("test") { _ in
                try store.hear(outlet, "Hello", received: received, reachable: true)
            }
            let due = try #require(try store.dueDays(ofFeedback: item.id))
            #expect(due.acknowledge == received.due(inDays: days, working: working), "seed \(seed)")
            #expect(due.answer == received.due(inDays: days + 3, working: working), "seed \(seed)")
        }
    }
}
