import Calendar
import Records
import Service
import Testing

/// What operations on feedback and outlets answer, for whoever shows it.
@Suite struct FeedbackOperationTests {
    let office: Office

    init() throws { office = try Office.furnished() }

    private func ask<O: Operation>(_ operation: O, _ fill: (inout O) -> Void) throws -> O.Result {
        var operation = operation
        fill(&operation)
        return try office.lender.perform(operation, office.caller())
    }

    private func heard(reachable: Bool) throws -> HeardFeedback {
        try ask(HearFeedback()) {
            $0.outlet = "box"
            $0.text = "The line is long"
            $0.reachable = reachable
            $0.on = "2026-11-20"
        }
    }

    @Test func `an item is acknowledged by a day only where its giver can be reached`() throws {
        #expect(try heard(reachable: true).due?.acknowledge == Day(iso: "2026-11-25"))
        let unreached = try heard(reachable: false)
        #expect(unreached.due?.acknowledge == nil)
        #expect(unreached.due?.answer == Day(iso: "2026-12-20"))
    }

    @Test(arguments: [(true, "person"), (false, "poster")])
    func `whoever can be reached is told in person, and everybody else by poster`(reachable: Bool, how: String) throws {
        let item = try heard(reachable: reachable).item.found
        let answered = try ask(AnswerFeedback()) {
            $0.item = item.ref
            $0.words = "A second counter"
        }
        #expect(answered.next?.steps == [.perform(.tellFeedback, ["item": item.ref, "how": how])])
        #expect(answered.told == [])
    }

    @Test func `telling everybody says that an answer leads to somebody, and that pages leave the item out`() throws {
        let answered = try ask(AnswerFeedback()) {
            $0.item = "box-2026-11-02"
            $0.words = "Call 555-010-4477"
            $0.told = .poster
        }
        #expect(answered.told == [.holdsContact, .isNotPublished])
        #expect(answered.next == nil)
        let told = try ask(TellFeedback()) {
            $0.item = "box-2026-11-03"
            $0.how = .meeting
        }
        #expect(told.remarks == [.isNotPublished])
        let reached = try heard(reachable: true).item.found.ref
        let one = try ask(AnswerFeedback()) {
            $0.item = reached
            $0.words = "Call 555-010-4477"
            $0.told = .person
        }
        #expect(one.told == [])
    }

    @Test func `what pages show in these words already is no change`() throws {
        func publish() throws -> PublishedFeedback {
            try ask(PublishFeedback()) {
                $0.item = "box-2026-11-03"
                $0.wording = "We closed too early"
            }
        }
        #expect(try publish().isNew)
        let again = try publish()
        #expect(!again.isNew)
        #expect(again.answer == "Open until 8 pm now")
    }

    @Test func `an outlet that is closed says how many of its items are open`() throws {
        let closed = try ask(CloseOutlet()) { $0.outlet = "box" }
        #expect(closed.open == 2)
        #expect(closed.outlet.day == Day(iso: "2026-11-21"))
    }

    @Test func `words of an item that everybody reads are looked at when it is added, too`() throws {
        let added = try ask(AddRecord(.feedback)) {
            $0.fields = [
                "outlet": "box", "summary": "the desk was closed much too early", "received": "2026-11-18",
                "answered": "2026-11-20",
                "answer": "Open longer", "public_wording": "The desk was closed much too early",
            ]
        }
        #expect(added.remarks == [.repeatsWhatWasSaid(field: "public_wording")])
    }
}
