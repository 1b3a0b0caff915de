import SQLite
import Testing

@testable import Records

struct PronounRuleTests {
    @Test(arguments: [
        ("Jo (they/them)", "Jo"), ("Kit (she/her) Moss", "Kit Moss"), ("Jo [he, him]", "Jo"), ("Jo （they）", "Jo"),
        ("Jo (Any pronouns)", "Jo"), ("  Jo  (they/them) (she) ", "Jo"), ("(ella) Jo", "Jo"), ("Jo (JJ)", "Jo (JJ)"),
        ("Jo (JJ) (they)", "Jo (JJ)"), ("Jo (they", "Jo (they"), ("Jo they/them", "Jo they/them"), ("(they)", ""),
        ("Jo ()", "Jo ()"),
    ])
    func `pronouns in brackets are no part of a name, and any other brackets are`(text: String, name: String) {
        #expect(PronounRule.name(without: text) == name)
    }

    @Test func `a person's name is kept without pronouns`() throws {
        let desk = try Desk()
        let person = try desk.add(.person, ["name": "Jo Example (they/them)"])
        #expect(try desk.value("SELECT name FROM person WHERE id = \(person.id)") == "Jo Example")
    }

    @Test func `a sign-in sheet that repeats a name with pronouns names the same person`() throws {
        let desk = try Desk()
        let session = try desk.add(.session, ["organization": "CCI", "starts": "2026-11-10"])
        let later = try desk.add(.session, ["organization": "CCI", "starts": "2026-11-12"])
        let first = try desk.store.change("test") { _ in try desk.store.signIn(["Jo Example"], at: session) }
        let second = try desk.store.change("test") { _ in try desk.store.signIn(["Jo Example (she/her)"], at: later) }
        #expect(first.peopleMade == 1)
        #expect(second.peopleMade == 0)
        #expect(try desk.value("SELECT count(*) FROM person WHERE name LIKE '%she%'") == 0)
    }

    @Test func `a name that is nothing but pronouns is refused, and not repeated`() throws {
        let desk = try Desk()
        #expect(throws: RecordError.invalid(field: "name", problem: "has no name in it")) {
            try desk.draft(.person, ["name": "(they/them)"])
        }
    }
}
