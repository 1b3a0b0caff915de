import Calendar
import Glibc
import Records
import Service
import Support
import Synchronization
import Testing

/// What cannot be taken back is done only after somebody said yes to exactly that.
@Suite struct ConfirmationTests {
    @Test func `what nobody said yes to is asked, and nothing has changed`() throws {
        let office = try Office()
        let asked = try digest(Titling(to: "changed"), office)
        #expect(try title(office) == "Harbor Harm Reduction")
        var context = office.caller()
        context.accepted = .only(asked)
        try office.lender.perform(Titling(to: "changed"), context)
        #expect(try title(office) == "changed")
    }

    @Test func `a yes to something else is no yes`() throws {
        let office = try Office()
        let asked = try digest(Titling(to: "changed"), office)
        try office.lender.change("program edit", office.caller("elsewhere")) { try $0.setProgram(name: "moved") }
        var context = office.caller()
        context.accepted = .only(asked)
        #expect(throws: Unconfirmed.self) { try office.lender.perform(Titling(to: "changed"), context) }
        #expect(try title(office) == "moved")
    }

    @Test func `a yes beforehand is a yes to whatever is found`() throws {
        let office = try Office()
        var context = office.caller()
        context.accepted = .anything
        try office.lender.perform(Titling(to: "changed"), context)
        #expect(try title(office) == "changed")
    }

    @Test func `undo stops at what cannot be taken back`() throws {
        let office = try Office()
        var context = office.caller()
        context.accepted = .anything
        try office.lender.perform(Titling(to: "changed"), context)
        #expect(throws: RecordError.self) { try office.lender.perform(UndoLast(), context) }
        #expect(try title(office) == "changed")
    }

    @Test func `what is tried out in a copy is not in the file`() throws {
        let office = try Office()
        var trial = Titling(to: "tried")
        trial.access = .snapshot
        var context = office.caller()
        context.accepted = .anything
        try office.lender.perform(trial, context)
        #expect(try title(office) == "Harbor Harm Reduction")
    }

    @Test func `what is done to a whole file is refused to a role below it, and has the file for itself`() throws {
        let office = try Office()
        _ = try title(office)
        #expect(throws: Forbidden.self) { try office.lender.perform(Replacing(), office.caller(as: .manager)) }
        #expect(try office.lender.perform(Replacing(), office.caller(as: .admin)) == office.path)
        #expect(try title(office) == "Another program")
    }

    private func title(_ office: Office) throws -> String {
        try office.lender.read(office.caller()) { $0.program.name }
    }

    private func digest(_ operation: Titling, _ office: Office) throws -> String {
        do {
            try office.lender.perform(operation, office.caller())
        } catch let error as Unconfirmed {
            return error.digest
        }
        Issue.record("was done unasked")
        return ""
    }
}

/// Gives the program another name, for ever.
private struct Titling: Operation {
    let to: String
    var access = Access.lastingChange
    let id = OperationID.undo
    let role = Role.manager
    let parameters: [Parameter<Titling>] = []

    init(to title: String) { to = title }

    func run(_ context: Context, in store: Store) throws {
        let name = store.program.name
        try context.confirm(.replacing(name, by: to), of: [name])
        if case .snapshot = access {
            try store.change("program edit") { _ in try store.setProgram(name: to) }
        } else {
            try store.setProgram(name: to)
        }
    }
}

/// Puts another program's record in the file's place.
private struct Replacing: FileOperation {
    let id = OperationID.undo
    let role = Role.admin
    let parameters: [Parameter<Replacing>] = []

    func run(_ context: Context, on file: RecordFile) throws -> String {
        unlink(file.path)
        guard let zone = TimeZoneName("UTC") else { return "" }
        _ = try Store.create(file.path, program: "Another program", timeZone: zone, surroundings: file.surroundings)
        return file.path
    }
}
