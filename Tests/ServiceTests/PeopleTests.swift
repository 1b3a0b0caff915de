import Records
import Testing

@testable import Service

/// What is done about people by name, through any interface.
@Suite struct PeopleTests {
    private let office: Office

    init() throws { office = try Office(kept: 0) }

    private func perform<O: Operation>(_ operation: O) throws -> O.Result {
        try office.lender.perform(operation, office.caller())
    }

    private func add(_ ref: String, _ name: String) throws {
        var person = AddRecord(.person)
        person.fields = ["ref": ref, "name": name]
        _ = try perform(person)
    }

    private func problem(_ text: String) -> NameSheetProblem? {
        do {
            _ = try NameSheet(text)
            return nil
        } catch { return error }
    }

    @Test func `a sheet is its names: without numbers of a list, pronouns and empty lines`() throws {
        let sheet = try NameSheet("1. Tansy Example (she/her)\n\n2) Rook [they/them]\nMoss (night shift)\n")
        #expect(sheet.names == ["Tansy Example", "Rook", "Moss (night shift)"])
    }

    @Test func `what is no sheet of names is refused by its lines, an e-mail before all else`() {
        #expect(problem("\n \n") == .empty)
        #expect(problem("Tansy\n(they/them)\n") == .noName(line: 2))
        #expect(problem(String(repeating: "x", count: 401)) == .noName(line: 1))
        #expect(problem("Tansy\tExample") == .noName(line: 1))
        #expect(problem("Name\nTansy, tansy@example.org\nTotal") == .email(line: 2))
        let others = [NameSheetProblem.Line(number: 1, what: "a heading"), .init(number: 3, what: "a total")]
        #expect(problem("Name\nTansy\nTotal") == .others(others))
    }

    @Test func `a name that stands on a sheet twice is one person and one head without a name`() throws {
        let logged = try perform(training("Foundations", "Coastal Care"))
        var sign = SignInAttendees()
        sign.session = logged.session.ref
        sign.names = try NameSheet("Tansy Example\nRook Example\nRook Example")
        let signed = try perform(sign).signed
        #expect(signed.named == 2)
        #expect(signed.nameless == 1)
    }

    @Test func `two people who were kept apart are not listed again, and a merge is undone by its ref`() throws {
        try add("p-one", "Tansy Example")
        try add("p-two", "Tansy Example")
        #expect(try perform(ListDuplicates()).map(\.first.ref) == ["p-one"])
        var apart = KeepApart()
        (apart.one, apart.other) = ("p-one", "p-two")
        #expect(try perform(apart).other.ref == "p-two")
        #expect(try perform(ListDuplicates()).isEmpty)

        var merge = MergePeople()
        (merge.other, merge.person) = ("p-two", "p-one")
        #expect(try perform(merge).shared == 0)
        var show = ShowPerson()
        show.ref = "p-two"
        #expect(try perform(show).found.ref == "p-one")
        var unmerge = UnmergePerson()
        unmerge.ref = "p-two"
        _ = try perform(unmerge)
        #expect(try perform(show).found.ref == "p-two")
    }

    @Test func `everything held about somebody is given only where it is asked for`() throws {
        try add("p-one", "Tansy Example")
        var show = ShowPerson()
        show.ref = "p-one"
        #expect(try perform(show).everything == nil)
        show.everything = true
        let everything = try #require(try perform(show).everything)
        #expect(!everything.history.isEmpty)
        #expect(everything.held.attendance.isEmpty)
    }

    @Test func `what is held under a name names the people who have it`() throws {
        try add("p-one", "Tansy Example")
        var show = ShowHeldByName()
        #expect(throws: RecordError.self) { try perform(show) }
        show.name = FullName("tansy example")
        #expect(try perform(show).people.map(\.ref) == ["p-one"])
    }
}
