import Calendar
import Records
import Service
import Testing

/// Forms that are sent twice, pages that are out of date, and undoing what is not the last.
struct OnceTests {
    @Test func `a form with one id changes the record once, whoever asks again, and another id changes it again`()
        throws
    {
        let office = try Office()
        var context = office.caller()
        context.once = "the form"
        let first = try office.lender.done(training("Foundations", "cci"), context)
        let entry = try #require(first.entry)
        #expect(throws: DoneBefore(entry: entry)) {
            try office.lender.done(training("Foundations", "cci"), context)
        }
        // A server that starts anew, after a crash say, knows it too.
        let other = StoreLender(path: office.path, metrics: [])
        #expect(throws: DoneBefore(entry: entry)) { try other.done(training("Foundations", "cci"), context) }
        context.once = "another form"
        #expect(try office.lender.done(training("Foundations", "cci"), context).entry == entry + 1)
    }

    @Test func `a form that failed may be sent again`() throws {
        let office = try Office()
        var context = office.caller()
        context.once = "the form"
        #expect(throws: RecordError.self) {
            try office.lender.done(training("Foundations", "cci", "2027-01-01"), context)
        }
        #expect(try office.lender.done(training("Foundations", "cci"), context).entry != nil)
    }

    @Test func `a change that goes by what was shown is refused once that has changed, and stores nothing`() throws {
        let office = try Office()
        _ = try office.lender.perform(training("Foundations", "cci"), office.caller())
        var show = ShowTraining()
        show.session = "last"
        let page = try office.lender.perform(show, office.caller())
        var context = office.caller()
        context.seen = [page.seen]
        var set = SetHeadcount()
        set.session = page.training.found.ref
        set.count = 14
        _ = try office.lender.perform(set, context)
        set.count = 15
        #expect(throws: Stale(noun: .session, ref: page.training.found.ref)) {
            try office.lender.perform(set, context)
        }
        #expect(try office.lender.perform(show, office.caller()).training.attendance == 14)
        context.seen = [try office.lender.perform(show, office.caller()).seen]
        _ = try office.lender.perform(set, context)
        #expect(try office.lender.perform(show, office.caller()).training.attendance == 15)
    }

    @Test func `an entry that is not the last is undone alone, once, and what came after it stays`() throws {
        let office = try Office()
        _ = try office.lender.perform(training("Foundations", "cci", "2026-11-10"), office.caller())
        _ = try office.lender.perform(training("Foundations", "cci", "2026-11-11"), office.caller())
        let done = try office.lender.perform(ListDone(), office.caller())
        #expect(done.map(\.standing) == [.undoable, .undoable])
        var undo = UndoEntry()
        undo.number = "\(done[1].entry.number)"
        let undone = try office.lender.perform(undo, office.caller())
        // The organization came with the first one, and the later one is for it.
        #expect(undone.undone.kept == ["organization cci"])
        let list = try office.lender.perform(ListTrainings(), office.caller())
        #expect(list.trainings.map { $0.day.iso } == ["2026-11-11"])
        #expect(list.trainings.first?.organizations == ["cci"])
        #expect(throws: RecordError.nothingToUndo("that is undone already")) {
            try office.lender.perform(undo, office.caller())
        }
    }

    @Test func `an entry that others build upon is not undone by half`() throws {
        let office = try Office()
        _ = try office.lender.perform(training("Foundations", "cci", "2026-11-10"), office.caller())
        var set = SetHeadcount()
        set.session = "last"
        set.count = 14
        _ = try office.lender.perform(set, office.caller())
        let done = try office.lender.perform(ListDone(), office.caller())
        var show = ShowTraining()
        show.session = "last"
        let before = try office.lender.perform(show, office.caller()).seen
        var undo = UndoEntry()
        undo.number = "\(done[1].entry.number)"
        #expect(throws: RecordError.self) { try office.lender.perform(undo, office.caller()) }
        #expect(try office.lender.perform(show, office.caller()).seen == before)
        for entry in done {
            undo.number = "\(entry.entry.number)"
            _ = try office.lender.perform(undo, office.caller())
        }
        #expect(try office.lender.perform(ListTrainings(), office.caller()).count == 0)
    }

    @Test func `nothing before what can't be undone is undone`() throws {
        let office = try Office()
        var person = AddRecord(.person)
        person.fields = ["name": "Sorrel Kettle", "ref": "sk"]
        _ = try office.lender.perform(person, office.caller())
        var forget = ForgetPeople()
        try forget.parameters.first { $0.name == "people" }?.set(&forget, "sk")
        var context = office.caller(as: .admin)
        context.accepted = .anything
        _ = try office.lender.perform(forget, context)
        let done = try office.lender.perform(ListDone(), office.caller())
        #expect(done.count >= 2 && done.allSatisfy { $0.standing == .lasting })
        var undo = UndoEntry()
        undo.number = "\(done[1].entry.number)"
        #expect(throws: RecordError.self) { try office.lender.perform(undo, office.caller()) }
    }

    @Test func `one server has a record, until it lets it go`() throws {
        let office = try Office()
        let first = try ServedRecord(office.lender, office.caller())
        #expect(throws: ServedAlready(path: office.path)) { try ServedRecord(office.lender, office.caller()) }
        // Commands go on as before.
        _ = try office.lender.perform(training("Foundations", "cci"), office.caller())
        #expect(first.isInPlace)
        first.release()
        try ServedRecord(office.lender, office.caller()).release()
    }
}
