import Calendar
import SQLite
import Testing

@testable import Records

/// Codes of before and after, from the first one that comes in to the end of matching.
struct MatchingTests {
    let desk: Desk
    let session: Found
    let before: Form
    let after: Form

    init() throws {
        desk = try Desk()
        session = try desk.add(.session, ["course": "foundations", "organization": "CCI", "starts": "2026-06-10"])
        let store = desk.store
        func form(_ wave: Form.Wave) throws -> Form {
            var items = [FormItem(position: 1, code: "score", kind: .number, label: "How sure are you?")]
            items[0].slot = 1
            for (index, code) in ["a", "b", "c"].enumerated() {
                items.append(FormItem(position: index + 2, code: code, kind: .element, label: "Part \(code)"))
            }
            let form = Form(ref: wave.rawValue, title: wave.rawValue, wave: wave, items: items)
            return try store.form(store.change("test form") { _ in try store.add(form: form).id })
        }
        before = try form(.before)
        after = try form(.after)
    }

    @discardableResult
    private func add(_ form: Form, _ code: [String], score: Double = 3) throws -> Found {
        try desk.store.change("evaluation add", byDay: true) { _ in
            var new = NewEvaluations(of: form)
            new.append(session: session.id, day: nil, answers: [Answer(number: score)])
            for (index, part) in code.enumerated() { new.append(element: part, place: index + 1) }
            return try desk.store.addReturned(new, on: desk.store.today).found
        }
    }

    private func pairs() throws -> Int { try desk.value("SELECT count(*) FROM evaluation_pair") ?? 0 }
    private func elements() throws -> Int { try desk.value("SELECT count(*) FROM evaluation_element") ?? 0 }

    private func close() throws -> MatchingOutcome {
        try desk.store.change("evaluation close-matching", undoable: false) { _ in
            try desk.store.closeMatching(of: session)
        }
    }

    @Test func `undo of a form that came in undoes its match too, and leaves no part of its code`() throws {
        try add(before, ["7", "pier", "2"])
        let content = try desk.content()
        try add(after, ["7", "pier", "3"])
        #expect(try pairs() == 1)
        _ = try desk.store.undo()
        #expect(try pairs() == 0)
        #expect(try desk.content() == content)
    }

    @Test func `a removed form comes back with its answers and without its code`() throws {
        try add(before, ["7", "pier", "2"])
        let found = try add(after, ["7", "pier", "2"], score: 4)
        let hadCode = try desk.store.change("evaluation remove") { _ in try desk.store.removeReturned(found) }
        #expect(hadCode)
        #expect(try pairs() == 0)
        let undone = try desk.store.undo()
        #expect(undone.kept.isEmpty)
        let returned = try desk.store.returned(found)
        #expect(returned.answers == [1: .integer(4)])
        #expect(returned.matched == nil)
        #expect(try elements() == 3)
        #expect(try desk.store.brokenEntries().isEmpty)
    }

    @Test func `closing deletes key and elements, keeps pairs, and cannot be taken back`() throws {
        try add(before, ["7", "pier", "2"])
        try add(before, ["8", "hill", "0"])
        try add(after, ["7", "pier", "2"])
        try add(after, ["8", "hil", "0"])
        try add(after, ["9", "row", "5"])
        let outcome = try close()
        #expect(outcome.exact == 1 && outcome.oneOff == 1)
        #expect(
            outcome.afters == .init(ambiguous: 0, unmatched: 1) && outcome.befores == .init(ambiguous: 0, unmatched: 0)
        )
        #expect(try pairs() == 2)
        #expect(try elements() == 0)
        #expect(try desk.value("SELECT count(*) FROM matching WHERE key IS NOT NULL") == 0)
        #expect(throws: RecordError.self) { try close() }
        #expect(throws: RecordError.self) { try desk.store.undo() }
        try add(after, ["7", "pier", "2"])
        #expect(try elements() == 0)
        #expect(try pairs() == 2)
        #expect(try desk.store.check() == [])
    }

    @Test func `what has no pair is told of befores and afters apart`() throws {
        for code in [["1", "pier", "2"], ["1", "pier", "2"], ["7", "hill", "0"], ["8", "row", "4"]] {
            try add(before, code)
        }
        for code in [["1", "pier", "2"], ["7", "hill", "0"]] { try add(after, code) }
        let outcome = try close()
        #expect(outcome.exact == 1 && outcome.afters == .init(ambiguous: 1, unmatched: 0))
        #expect(outcome.befores == .init(ambiguous: 2, unmatched: 1))
    }

    @Test func `what nobody answered of a code is nothing that agrees`() throws {
        try add(before, ["7", "pier"])
        try add(after, ["7", "pier"])
        try add(before, ["8"])
        try add(after, ["8"])
        let outcome = try close()
        #expect(outcome.exact == 0 && outcome.oneOff == 1)
        #expect(outcome.afters == .init(ambiguous: 0, unmatched: 1))
    }

    @Test func `one of a closed pair that is removed leaves the other without a pair`() throws {
        let first = try add(before, ["7", "pier", "2"])
        let second = try add(after, ["7", "pier", "2"])
        _ = try close()
        try desk.store.change("evaluation remove") { _ in _ = try desk.store.removeReturned(second) }
        #expect(try desk.store.returned(first).matched == .unmatched)
        #expect(try desk.value("SELECT count(*) FROM evaluation_match WHERE pair IS NOT NULL") == 0)
    }

    @Test func `matching is due to be closed 90 days after the last session, and not before`() throws {
        try add(before, ["7", "pier", "2"])
        func isDue(_ day: String) throws -> Bool {
            try desk.store.due(asOf: Day(iso: day) ?? .first).contains { "\($0.step)".contains("close-matching") }
        }
        #expect(try !isDue("2026-09-08"))
        #expect(try isDue("2026-09-09"))
        _ = try close()
        #expect(try !isDue("2026-09-09"))
    }

    @Test func `elements whose session became part of another series are found, and closing deletes them`() throws {
        try add(before, ["7", "pier", "2"])
        let parent = try desk.add(.session, ["title": "A year", "starts": "2026-06-01"])
        try desk.store.database.execute("UPDATE session SET parent_id = \(parent.id) WHERE id = \(session.id)")
        let found = try desk.store.check()
        #expect(found.map(\.rule) == ["matching"])
        let what = "session \(parent.ref): evaluation codes are still stored (1), but matching is closed"
        #expect(found.first?.words == what)
        #expect(found.first?.advice == Advice("Delete them", .perform(.closeMatching, ["session": parent.ref])))
        _ = try close()
        #expect(try desk.store.check() == [])
        #expect(try elements() == 0)
        #expect(try desk.value("SELECT count(*) FROM matching WHERE key IS NOT NULL") == 0)
    }

    @Test func `forgetting somebody leaves every evaluation as it is`() throws {
        let person = try desk.add(.person, ["name": "Wren", "organization": "CCI"])
        try desk.attend(session, person)
        try add(before, ["7", "pier", "2"])
        try add(after, ["7", "pier", "2"])
        let sql: SQL =
            "SELECT group_concat(id || ' ' || answered || ' ' || a1) FROM (SELECT * FROM evaluation ORDER BY id)"
        let evaluations = try desk.value(sql, as: String.self)
        _ = try desk.store.forget(ForgetRequest(people: [person]))
        #expect(try desk.value(sql, as: String.self) == evaluations)
        #expect(try pairs() == 1)
    }

    @Test func `an evaluation is found by the beginning of its ref, and by last`() throws {
        let found = try add(after, ["7", "pier", "2"])
        #expect(try desk.store.find(.evaluation, String(found.ref.prefix(6))) == found)
        #expect(try desk.store.find(.evaluation, "last") == found)
        #expect(throws: RecordError.notFound(.evaluation, "e-x", nearest: [])) {
            try desk.store.find(.evaluation, "e-x")
        }
    }

    @Test func `an export stands by session, and within it in an order that chance decides`() throws {
        for score in 0..<40 { try add(after, [], score: Double(score)) }
        func scores() throws -> [EvaluationCell] {
            try desk.store.numberEvaluations()
            var scores: [EvaluationCell] = []
            try desk.store.forEach(EvaluationExtract(after)) { scores.append($0[6]) }
            return scores
        }
        let (first, second) = (try scores(), try scores())
        #expect(first.count == 40 && Set(first) == Set(second))
        // Two shuffles of forty are alike once in 10^47.
        #expect(first != second)
    }

    @Test func `a session gets no other parent while codes of its forms are kept`() throws {
        let year = try desk.add(.session, ["title": "Year", "starts": "2026-01-05", "ref": "year"])
        try add(before, ["7", "pier", "2"])
        func move() throws {
            try desk.store.change("session edit") { _ in
                try desk.store.edit(.session, session.id, Draft(["parent": .record(year)]))
            }
        }
        #expect(throws: RecordError.self) { try move() }
        #expect(try desk.store.series(of: session.id) == session.id)
        _ = try close()
        try move()
        #expect(try desk.store.series(of: session.id) == year.id)
    }

    @Test func `an evaluation is found by the beginning of its ref, whatever its origin`() throws {
        let store = desk.store
        for id: Int64 in [0x1234_5678, 0x1234_5679, 7 << 32 | 0x00AB_CDEF] {
            try store.database.execute(
                """
                INSERT INTO evaluation (id, form_id, session_id, answered)
                VALUES (\(id), \(before.id), \(session.id), 0)
                """
            )
        }
        #expect(try store.find(.evaluation, "E-12345678").id == 0x1234_5678)
        #expect(try store.find(.evaluation, "e-00a").id == 7 << 32 | 0x00AB_CDEF)
        #expect(try store.find(.evaluation, inFile: "e-00abcdef")?.id == 7 << 32 | 0x00AB_CDEF)
        #expect(try store.find(.evaluation, inFile: "e-00abcde") == nil)
        #expect(
            throws: RecordError.ambiguous(.evaluation, "e-1234567", candidates: ["e-12345678", "e-12345679"])
        ) { try store.find(.evaluation, "e-1234567") }
        for text in ["e-+1", "e-123456789", "f-12345678", "e-xyz", "12345678"] {
            #expect(throws: RecordError.self, "\(text)") { try store.find(.evaluation, text) }
        }
    }

    @Test func `whatever touches an evaluation leaves the day in the history, and no time`() throws {
        let store = desk.store
        let found = try store.change("any") { _ in
            var new = NewEvaluations(of: before)
            new.append(session: session.id, day: nil, answers: [Answer(number: 3)])
            return try store.addReturned(new, on: store.today).found
        }
        func last() throws -> HistoryEntry? { try store.entry(desk.value("SELECT max(id) FROM history") ?? 0) }
        #expect(try last()?.isByDay == true)
        try store.change("any") { _ in try store.remove(.evaluation, found) }
        #expect(try last()?.isByDay == true)
        try add(before, ["7", "pier", "2"])
        try store.change("any") { _ in _ = try store.closeMatching(of: session) }
        #expect(try last()?.undoable == false)
        #expect(try store.brokenEntries() == [])
    }
}
