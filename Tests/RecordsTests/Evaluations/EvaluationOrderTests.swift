import SQLite
import Testing

@testable import Records

/// In which order evaluations are stored that came in together.
struct EvaluationOrderTests {
    @Test func `ids rise from session to session, and within one they do not tell what came first`() throws {
        let desk = try Desk()
        let sessions = try ["2026-06-10", "2026-06-11"].map {
            try desk.add(.session, ["course": "foundations", "organization": "CCI", "starts": $0]).id
        }
        var item = FormItem(position: 1, code: "number", kind: .number, label: "Which one came in?")
        item.slot = 1
        let draft = Form(ref: "after", title: "After", items: [item])
        let form = try desk.store.form(desk.store.change("test form") { _ in try desk.store.add(form: draft).id })
        var new = NewEvaluations(of: form)
        for number in 0..<600 {
            new.append(session: sessions[number % 2], day: nil, answers: [Answer(number: Double(number))])
        }
        let stored = try desk.store.change("test evaluations", byDay: true) { _ in
            try desk.store.add(evaluations: new)
        }
        #expect(stored.created == 600)
        let found = try desk.store.database.all("SELECT session_id, a1 FROM evaluation ORDER BY id") { row in
            (session: try row[0] as Int64, number: try row[1] as Int)
        }
        #expect(
            found.map(\.session) == Array(repeating: sessions[0], count: 300)
                + Array(repeating: sessions[1], count: 300)
        )
        #expect(Set(found.map(\.number)).count == 600)
        #expect(found.allSatisfy { sessions[$0.number % 2] == $0.session })
        let first = found.prefix(300).map(\.number)
        #expect(first != first.sorted())
        // Of 300 in no order about half of the neighbors rise: below 90 or above 210 is beyond seven deviations.
        let rises = zip(first, first.dropFirst()).count { $0 < $1 }
        #expect((90...210).contains(rises))
    }
}
