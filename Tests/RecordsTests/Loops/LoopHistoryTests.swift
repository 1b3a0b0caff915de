import Calendar
import SQLite
import Testing

@testable import Records

struct LoopHistoryTests {
    let desk: Desk

    init() throws {
        desk = try Desk()
        try LoopSample.make(desk)
        try desk.add(.position, ["ref": "peer", "capacity": "outreach", "authorized": "2026-01-01"])
    }

    private var store: Store { desk.store }

    @Test func `every verb is one entry, and undo goes back one by one`() throws {
        let box = try store.find(.outlet, "box")
        let item = try store.find(.feedback, "box-2026-10-02")
        let asked = try store.find(.recommendation, "m1-1")
        let assessment = try store.find(.assessment, "a1")
        let position = try store.find(.position, "peer")
        let action = try store.find(.action, "a1-action")
        let criterion = try store.criterion(of: assessment, "1")
        let meeting = try desk.draft(.meeting, ["board": "pab", "held": "2026-11-12", "levels": "Tea:inform"])
        let verbs: [(String, () throws -> Void)] = [
            ("heard", { _ = try store.hear(box, "Hello", received: Day(iso: "2026-11-01")) }),
            ("answered", { try store.answer(feedback: item, "Done") }),
            ("feedback told", { try store.tell(feedback: item, by: .meeting, changed: true) }),
            ("feedback exclude", { try store.exclude(feedback: item, because: "spam") }),
            ("outlet review", { try store.review(outlet: box) }),
            ("meeting add", { _ = try store.addMeeting(meeting, asked: ["One", "Two"]) }),
            ("recommendation answer", { try store.answer(recommendation: asked, .accepted) }),
            ("recommendation implement", { try store.implement(recommendation: asked) }),
            ("assessment score", { try store.score(assessment, criterion, .met) }),
            ("assessment complete", { try store.complete(assessment: assessment) }),
            ("action done", { try store.finish(action: action) }),
            ("position fill", { try store.fill(position: position, from: Day(iso: "2026-02-01")) }),
            ("position vacate", { try store.vacate(position: position, on: Day(iso: "2026-03-01")) }),
            ("position close", { try store.close(position: position) }),
            ("outlet close", { try store.close(outlet: box) }),
        ]
        var contents: [[String]] = []
        for (command, body) in verbs {
            contents.append(try desk.content())
            try store.change(command) { _ in try body() }
            #expect(try store.lastEntry()?.command == command)
        }
        for content in contents.reversed() {
            #expect(try store.undo().kept.isEmpty)
            #expect(try desk.content() == content)
        }
        #expect(try store.brokenEntries().isEmpty)
        #expect(try store.check() == [])
    }

    @Test func `the history names the record of each row, and the refs that its columns hold`() throws {
        var names: Set<String> = []
        try store.history(of: nil) { line in
            if let record = line.record { names.insert(record) }
        }
        #expect(
            names.isSuperset(of: [
                "outlet box", "feedback box-2026-10-02", "feedback code of box-2026-10-02", "board pab", "meeting m1",
                "meeting level of m1", "recommendation m1-1", "recommendation code of m1-1", "assessment a1",
                "criterion of a1", "criterion code of a1", "action a1-action", "position peer",
            ])
        )
    }

    @Test(arguments: [Noun.outlet, .feedback, .board, .meeting, .recommendation, .assessment, .action, .position])
    func `last is the record of its kind that was made or changed last`(noun: Noun) throws {
        let last = try store.find(noun, "last")
        #expect(try store.find(noun, last.ref) == last)
    }

    @Test func `ids begin at the file's origin, so that two offices' records never share one`() throws {
        for noun in [Noun.outlet, .feedback, .board, .meeting, .recommendation, .assessment, .criterion, .action] {
            let strangers: Int? = try desk.value(
                "SELECT count(*) FROM \(identifier: noun.table) WHERE id >> 32 <> (SELECT origin FROM program)"
            )
            #expect(strangers == 0, "\(noun.plural)")
        }
    }
}
