import Documents
import Records
import Testing

@testable import Service

/// Somebody is forgotten only when it is clear who is meant, and after a yes to exactly that.
@Suite struct ForgetOperationTests {
    private let office: Office

    init() throws { office = try Office(kept: 0) }

    private func perform<O: Operation>(_ operation: O, accepting: Acceptance = .nothing) throws -> O.Result {
        var context = office.caller()
        context.accepted = accepting
        return try office.lender.perform(operation, context)
    }

    private func add(_ ref: String, _ name: String) throws {
        var person = AddRecord(.person)
        person.fields = ["ref": ref, "name": name]
        _ = try perform(person)
    }

    private func led(_ ref: String, by name: String) throws {
        var session = AddRecord(.session)
        session.makesNamed = true
        session.fields = [
            "ref": ref, "course": "foundations", "organization": "Coastal Care", "starts": "2026-11-02",
            "facilitators": "\(name):lead",
        ]
        _ = try perform(session)
    }

    private func preview(_ forget: ForgetPeople) throws -> ForgetPlan {
        var preview = PreviewForgetting()
        preview.choice = forget.choice
        return try perform(preview)
    }

    private func unconfirmed(_ forget: ForgetPeople, accepting: Acceptance = .nothing) throws -> Unconfirmed? {
        do {
            _ = try perform(forget, accepting: accepting)
            return nil
        } catch let error as Unconfirmed { return error }
    }

    private func whoIsMeant(_ forget: ForgetPeople) throws -> UnclearIdentity? {
        do {
            _ = try perform(forget, accepting: .anything)
            return nil
        } catch let error as UnclearIdentity { return error }
    }

    private func names() throws -> [String] {
        var list = ListRecords(.person, shown: [])
        list.filters = [:]
        return try perform(list).rows.rows.map { "\($0[1])" }.sorted()
    }

    @Test func `what is asked before is what is done, and something else is asked anew`() throws {
        try add("one", "Tansy Example")
        try add("two", "Rook Example")
        var forget = ForgetPeople()
        forget.choice.people = ["one"]
        let before = try names()
        let asked = try #require(try unconfirmed(forget))
        #expect(asked == (try preview(forget).unconfirmed))
        #expect(asked.consequence == .forgetting(people: 1))
        #expect(try names() == before)

        var other = ForgetPeople()
        other.choice.people = ["two"]
        #expect(try unconfirmed(other, accepting: .only(asked.digest)) != nil)
        // Her name came to stand at a session meanwhile.
        try led("later", by: "Tansy Example")
        forget.choice.isSame = true
        let anew = try #require(try unconfirmed(forget, accepting: .only(asked.digest)))
        guard case .forgotten(1, 1, let forgotten) = try perform(forget, accepting: .only(anew.digest)) else {
            return #expect(Bool(false), "nobody was forgotten")
        }
        #expect(forgotten.facilitated.map(\.session.ref) == ["later"])
        #expect(try names().filter { $0.contains("Tansy") }.isEmpty)
        #expect(throws: RecordError.self) { try perform(UndoLast()) }
    }

    @Test func `others of the name make it unclear who is meant, until somebody says so`() throws {
        try add("one", "Tansy Example")
        try add("two", "Tansy Example")
        try led("led", by: "Tansy Example")
        var forget = ForgetPeople()
        forget.choice.people = ["one"]
        let unclear = try #require(try whoIsMeant(forget))
        #expect(unclear.facilitated.map(\.ref) == ["led"])
        #expect(unclear.people.map(\.ref) == ["two"])
        #expect(!unclear.isByName)
        #expect(throws: UnclearIdentity.self) { try preview(forget) }
        forget.choice.isSame = false
        #expect(try preview(forget).preview.facilitated.isEmpty)

        var byName = ForgetPeople()
        byName.choice.names = [try #require(FullName("tansy example"))]
        let typed = try #require(try whoIsMeant(byName))
        #expect(typed.people.map(\.ref) == ["one", "two"])
        #expect(typed.isByName)
        byName.choice.isSame = true
        let plan = try preview(byName)
        #expect((plan.people, plan.count) == (2, 2))
        byName.choice.isSame = false
        #expect((try preview(byName).people, try preview(byName).count) == (0, 1))
    }

    @Test func `a name that is nowhere is told by its line, and one that is only in texts is left there`() throws {
        try led("led", by: "Rook Example")
        var outlet = AddRecord(.outlet)
        outlet.fields = ["ref": "box", "title": "Sorrel Example's box"]
        _ = try perform(outlet)
        var forget = ForgetPeople()
        forget.choice.names = ["Rook Example", "Tansy Example"].compactMap { FullName($0) }
        #expect(try preview(forget).nobody == 2)
        do {
            _ = try perform(forget, accepting: .anything)
            Issue.record("somebody was forgotten")
        } catch let error as RecordError {
            #expect(error.message == "line 2: this name is not on file, and not in any text")
        }
        forget.choice.names = ["Sorrel Example"].compactMap { FullName($0) }
        #expect(try preview(forget).hasAnythingToRemove == false)
        guard case .nothing(1, let places) = try perform(forget, accepting: .anything) else {
            return #expect(Bool(false), "something was removed")
        }
        #expect(places.map(\.count) == [1])
    }

    @Test func `where nobody's name was kept too long nobody is forgotten, and the history has no line of it`() throws {
        try add("one", "Tansy Example")
        var forget = ForgetPeople()
        #expect(throws: RecordError.invalid(field: "people", problem: "give at least one")) { try perform(forget) }
        forget.choice.pastKeeping = true
        let before = try perform(ListHistory()).count
        guard case .nothing(0, _) = try perform(forget, accepting: .anything) else {
            return #expect(Bool(false), "somebody was forgotten")
        }
        #expect(try perform(ListHistory()).count == before)
    }
}
