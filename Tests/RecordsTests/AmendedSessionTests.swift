import Calendar
import SQLite
import Testing

@testable import Records

/// Gatherings, confirmed topics, questions of one's own, reviews, and what was written before they were known.
struct AmendedSessionTests {
    let desk: Desk

    init() throws { desk = try Desk() }

    private func change(_ noun: Noun, _ id: Int64, _ fields: KeyValuePairs<String, String>) throws {
        try desk.store.change("test") { _ in _ = try desk.store.edit(noun.type, id, try desk.draft(noun, fields)) }
    }

    private func confirmed(_ session: Found) throws -> Int? {
        try desk.value("SELECT topics_confirmed FROM session WHERE id = \(session.id)", as: Int?.self) ?? nil
    }

    @Test func `a gathering takes no attendance, and nothing with attendance becomes one`() throws {
        let day = try desk.add(.session, ["starts": "2026-11-10", "ends": "2026-11-11", "kind": "gathering"])
        #expect(throws: RecordError.gathering(session: day.ref)) {
            try desk.store.change("test") { _ in try desk.store.setHeadcount(day.id, count: 5) }
        }
        #expect(throws: RecordError.gathering(session: day.ref)) {
            try desk.store.change("test") { _ in try desk.store.setHeadcount(day.id, count: 5, scope: "registered") }
        }
        let part = try desk.add(.session, ["starts": "2026-11-10", "parent": day.ref, "headcount": "9"])
        #expect(throws: RecordError.self) { try change(.session, part.id, ["kind": "gathering"]) }
        #expect(try desk.store.due(asOf: #require(Day(iso: "2026-12-01"))).allSatisfy { !$0.what.contains("how many") })
        #expect(throws: RecordError.broken(field: "ends", problem: "the last day can't be before the first")) {
            try change(.session, day.id, ["ends": "2026-11-09"])
        }
    }

    @Test
    func `who lists the topics confirms them, what was copied is confirmed by a yes, and nobody confirms by a blank`()
        throws
    {
        let said = try desk.add(.session, ["starts": "2026-11-10", "topics": "Language;Naloxone"])
        #expect(try confirmed(said) == 1)
        let none = try desk.add(.session, ["starts": "2026-11-11", "topics_confirmed": "yes"])
        #expect(try confirmed(none) == 1)
        let open = try desk.add(.session, ["starts": "2026-11-12", "topics": "Language", "topics_confirmed": "no"])
        #expect(try confirmed(open) == 0)
        try change(.session, open.id, ["topics_confirmed": "yes"])
        #expect(try confirmed(open) == 1)
        let blank = try desk.add(.session, ["starts": "2026-11-13"])
        #expect(try confirmed(blank) == nil)
        for (session, left) in [(said, 0), (none, nil)] {
            try desk.store.change("test") { _ in
                _ = try desk.store.edit(Noun.session.type, session.id, Draft(), clearing: ["topics_confirmed"])
            }
            #expect(try confirmed(session) == left)
        }
    }

    @Test func `a tally takes only options of a question that was declared`() throws {
        let session = try desk.add(.session, ["ref": "s", "starts": "2026-11-10"])
        func tally(_ option: String) throws {
            _ = try desk.add(
                .tally,
                ["session": session.ref, "question": "How did you hear?", "option": option, "count": "3"]
            )
        }
        #expect(throws: RecordError.self) { try tally("friend") }
        let question = try desk.add(.question, ["question": "How did you hear?", "options": "Friend;Poster"])
        try tally("friend")
        #expect(try desk.value("SELECT option FROM tally") == "Friend")
        #expect(throws: RecordError.self) { try tally("radio") }
        #expect(throws: RecordError.self) { try change(.question, question.id, ["options": "Poster"]) }
        try change(.question, question.id, ["options": "Friend;Poster;Radio"])
        #expect(throws: RecordError.self) { _ = try desk.add(.question, ["question": "Resonates", "options": "a;b"]) }
    }

    @Test func `a document has one review a day, and never its text`() throws {
        func review(_ day: String, flags: String) throws {
            _ = try desk.add(
                .document,
                ["title": "Intake policy", "reviewed": day, "words": "1200", "flags": flags]
            )
        }
        try review("2026-11-10", flags: "3")
        #expect(throws: RecordError.self) { try review("2026-11-10", flags: "3") }
        #expect(throws: RecordError.self) { try review("2026-11-11", flags: "1201") }
    }

    @Test func `a follow-up of commitments of both scopes says which`() throws {
        let session = try desk.add(.session, ["ref": "s", "starts": "2026-08-01"])
        let day = try #require(Day(iso: "2026-09-02"))
        func follow(_ scope: CommitmentScope?, _ fully: Int) throws {
            try desk.store.change("test") { _ in
                _ = try desk.store.followUp(session, on: day, fully: fully, partly: 0, notYet: 0, scope: scope)
            }
        }
        func make(_ made: Int, _ scope: CommitmentScope) throws {
            try desk.store.change("test") { _ in
                _ = try desk.store.takeCommitments(at: session, made: made, respondents: 5, scope: scope)
            }
        }
        try make(12, .individual)
        try follow(nil, 4)
        #expect(try desk.value("SELECT scope FROM commitment WHERE followed_on IS NOT NULL") == "individual")
        try make(3, .institution)
        #expect(throws: RecordError.scopeNeeded) { try follow(nil, 1) }
        #expect(throws: RecordError.self) { try follow(.institution, 4) }
        try follow(.institution, 2)
        #expect(try desk.store.commitments(at: session) == 15)
        #expect(try desk.store.commitments(at: session, scope: .institution) == 3)
    }
}
