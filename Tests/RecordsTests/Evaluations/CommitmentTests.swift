import Calendar
import SQLite
import Testing

@testable import Records

struct CommitmentTests {
    let desk: Desk
    private let session: Found

    init() throws {
        desk = try Desk(today: "2026-11-21")
        session = try desk.add(
            .session,
            ["ref": "s", "organization": "CCI", "course": "foundations", "starts": "2026-08-01"]
        )
    }

    private var store: Store { desk.store }

    private func day(_ iso: String) throws -> Day { try #require(Day(iso: iso)) }

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

    private func make(_ made: Int = 12) throws {
        try store.change("commitment add") { _ in _ = try store.takeCommitments(at: session, made: made, respondents: 5)
        }
    }

    private func follow(_ iso: String, _ fully: Int = 1) throws {
        try store.change("commitment follow-up") { _ in
            _ = try store.followUp(session, on: try day(iso), fully: fully, partly: 0, notYet: 0)
        }
    }

    private func waiting(_ iso: String) throws -> [String] {
        try store.followUps(try day(iso)).map { "\($0.since)" }
    }

    @Test func `commitments are due after 30 days, and after 90 where the last follow-up was within 60`() throws {
        try make()
        #expect(try waiting("2026-08-30") == [])
        #expect(try waiting("2026-08-31") == ["2026-08-31"])
        #expect(try waiting("2026-11-20") == ["2026-08-31"])
        try follow("2026-09-02")
        #expect(try waiting("2026-09-02") == [])
        #expect(try waiting("2026-10-29") == [])
        #expect(try waiting("2026-10-30") == ["2026-10-30"])
        #expect(
            try store.due(asOf: try day("2026-10-30")).contains {
                $0.step == .perform(.followUpCommitments, ["session": "s"], ask: ["fully", "partly", "not_yet"])
            }
        )
        try follow("2026-10-01")
        #expect(try waiting("2026-10-30") == [])
    }

    @Test func `a follow-up that is dated later has not happened yet, and one of nobody settles it`() throws {
        try make()
        try follow("2026-09-20", 0)
        #expect(try waiting("2026-09-10") == ["2026-08-31"])
        #expect(try waiting("2026-09-20") == [])
    }

    private func write(_ commitments: String...) throws {
        let form = try store.form(store.find(.form, "foundations-after").id)
        var new = NewEvaluations(of: form)
        new.append(session: session.id, day: try day("2026-08-01"), answers: new.counted.map { _ in .none })
        for (item, text) in zip(form.items.filter { $0.kind == .commitment }, commitments) {
            var copy = text
            copy.withUTF8 { new.append(words: UnsafeRawBufferPointer($0), position: item.position) }
        }
        try store.change("evaluation add", byDay: true) { _ in
            _ = try store.addReturned(new, on: try day("2026-08-02"))
        }
    }

    @Test func `commitments written on forms are due and followed up as far as they go, unless somebody counted`()
        throws
    {
        try store.change("session edit") { _ in
            try store.edit(.session, session.id, try desk.draft(.session, ["status": "held"]))
        }
        try write("Ask first", "Say it in other words")
        try write("Ask first")
        #expect(try store.commitments(at: session) == 3)
        #expect(try waiting("2026-08-31") == ["2026-08-31"])
        #expect(
            refusal { _ = try store.followUp(session, on: try day("2026-09-01"), fully: 2, partly: 1, notYet: 1) }
                == "fully: fully, partly and not_yet add up to 4, but only 3 commitments were made"
        )
        try follow("2026-09-01")
        #expect(try waiting("2026-09-02") == [])
        #expect(try waiting("2026-10-30") == ["2026-10-30"])
        try write("Listen")
        #expect(try store.commitments(at: session) == 4)
        try make()
        #expect(try store.commitments(at: session) == 12)
    }

    @Test func `nothing is due where none were made, or all were done`() throws {
        try make(0)
        #expect(try waiting("2026-10-30") == [])
        try store.change("commitment add") { _ in
            _ = try store.takeCommitments(at: session, made: 2, respondents: nil, update: true)
        }
        try follow("2026-09-01", 2)
        #expect(try waiting("2026-10-30") == [])
    }

    @Test func `no more can be followed up than were made, before the session or on a day to come`() throws {
        #expect(
            refusal { _ = try store.followUp(session, on: try day("2026-09-01"), fully: 1, partly: 0, notYet: 0) }
                == "no commitments recorded for s"
        )
        try make()
        #expect(
            refusal { _ = try store.followUp(session, on: try day("2026-09-01"), fully: 6, partly: 4, notYet: 3) }
                == "fully: fully, partly and not_yet add up to 13, but only 12 commitments were made"
        )
        #expect(
            refusal { _ = try store.followUp(session, on: try day("2026-07-31"), fully: 1, partly: 0, notYet: 0) }
                == "followed_on: Jul 31, 2026 is before the session (Aug 1, 2026)"
        )
        #expect(
            refusal { _ = try store.followUp(session, on: try day("2026-11-22"), fully: 1, partly: 0, notYet: 0) }
                == "followed_on: Nov 22, 2026 is in the future (today is Nov 21, 2026)"
        )
        try follow("2026-09-01", 10)
        #expect(
            refusal { _ = try store.takeCommitments(at: session, made: 9, respondents: nil, update: true) }
                == "fully: fully, partly and not_yet add up to 10, but only 9 commitments were made"
        )
        #expect(
            refusal { _ = try store.takeCommitments(at: session, made: 13, respondents: nil) }
                == "this commitment of session \"s\" already has a different value for made"
        )
    }

    @Test func `commitments and reflections are taken back step by step`() throws {
        let empty = try desk.content()
        try make()
        let made = try desk.content()
        try follow("2026-09-01")
        let followed = try desk.content()
        try store.change("commitment remove") { _ in
            try store.remove(.commitment, Found(id: try store.commitment(at: session, on: day("2026-09-01")), ref: "s"))
        }
        #expect(try store.undo().kept == [])
        #expect(try desk.content() == followed)
        #expect(try store.undo().kept == [])
        #expect(try desk.content() == made)
        #expect(try store.undo().kept == [])
        #expect(try desk.content() == empty)
        try desk.add(
            .reflection,
            ["session": "s", "question": "q", "codes": "form:self;element:fear", "text": "Words"]
        )
        let reflection = try store.reflection(1, at: session)
        #expect(reflection.codes == "form:self;element:fear")
        #expect(reflection.count == 1)
        try store.change("reflection remove") { _ in
            try store.remove(.reflection, Found(id: reflection.id, ref: "s"))
        }
        #expect(try store.undo().kept == [])
        #expect(try store.reflections(at: session) == [reflection])
        #expect(try store.undo().kept == [])
        #expect(try desk.content() == empty)
        #expect(refusal { _ = try store.reflection(1, at: session) } == "s has no reflection 1")
    }

    @Test(arguments: [1_000_001, -1, Int.max])
    func `no more commitments are counted than their fields take`(count: Int) throws {
        #expect(
            refusal { _ = try store.takeCommitments(at: session, made: count, respondents: 5) }.contains("made is ")
        )
        #expect(refusal { _ = try store.takeCommitments(at: session, made: 5, respondents: count) } != "stored")
        try make()
        let words = refusal {
            _ = try store.followUp(session, on: day("2026-09-01"), fully: count, partly: Int.max, notYet: 1)
        }
        #expect(words == "fully is \(count). Use a number from 0 to 1000000.")
    }
}
