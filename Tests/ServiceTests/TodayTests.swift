import Calendar
import Records
import Service
import Testing

/// What a day begins with.
struct TodayTests {
    @Test func `the quarter's numbers are those of the reports, and nothing of a kind is no number`() throws {
        let office = try Office()
        let before = try office.lender.perform(ShowToday(), office.caller())
        #expect(before.figures.first { $0.kind == .feedback }?.value == nil)
        _ = try office.lender.perform(training("Foundations", "cci", "2026-11-10", 12), office.caller())
        _ = try office.lender.perform(training("Foundations", "harbor", "2026-10-01", 5), office.caller())
        _ = try office.lender.perform(training("Foundations", "cci", "2026-09-30", 99), office.caller())
        let today = try office.lender.perform(ShowToday(), office.caller())
        let values = Dictionary(uniqueKeysWithValues: today.figures.map { ($0.kind, $0.value) })
        #expect(values[.trainings] == 2)
        #expect(values[.attendance] == 17)
        #expect(values[.organizations] == 2)
        var outlet = AddRecord(.outlet)
        outlet.fields = ["title": "Drop-in box", "channel": "box", "opened": "2026-10-05"]
        _ = try office.lender.perform(outlet, office.caller())
        var heard = HearFeedback()
        for (name, text) in [("outlet", "drop-in-box"), ("text", "More chairs")] {
            try heard.parameters.first { $0.name == name }?.set(&heard, text)
        }
        _ = try office.lender.perform(heard, office.caller())
        let later = try office.lender.perform(ShowToday(), office.caller())
        #expect(later.figures.first { $0.kind == .outlets }?.value == 1)
        #expect(later.figures.first { $0.kind == .feedback }?.value == 1)
        #expect(today.quarter.from.iso == "2026-10-01")
        #expect(today.done.map(\.standing) == [.undoable, .undoable, .undoable])
        #expect(today.done.map(\.day) == [today.day, today.day, today.day])
        #expect(today.lastBackup == nil)
        _ = try office.lender.perform(BackUp(), office.caller(as: .admin))
        #expect(try office.lender.perform(ShowToday(), office.caller()).lastBackup == today.day)
    }

    @Test func `what is due at a session names the session`() throws {
        let office = try Office()
        var plan = AddRecord(.session)
        plan.makesNamed = true
        plan.fields = ["course": "foundations", "organization": "cci", "starts": "2026-11-20", "status": "scheduled"]
        _ = try office.lender.perform(plan, office.caller())
        let due = try office.lender.perform(ShowToday(), office.caller()).due
        #expect(due.map { $0.training?.organizations } == [["cci"]])
    }
}
