import Records
import Testing

@testable import Service

/// What was typed for a parameter becomes a value, or is refused in the same words whatever the interface.
@Suite struct ParameterTests {
    private func refusal(_ name: String, _ text: String) throws -> String? {
        var training = LogTraining()
        let parameter = try #require(training.parameters.first { $0.name == name })
        do {
            try parameter.set(&training, text)
            return nil
        } catch let error as RecordError {
            return error.message
        }
    }

    @Test(arguments: ["ninety", "-1", "1000001", "99999999999999999999", "1.5", ""])
    func `a count that is no whole number, or that nobody can have counted, is refused with its range`(text: String)
        throws
    {
        #expect(try refusal("count", text) == "count: use a whole number from 0 to 1000000")
    }

    @Test(arguments: ["0", " 22 ", "1000000"])
    func `a count within its range is taken`(text: String) throws { #expect(try refusal("count", text) == nil) }

    @Test func `what is a question of yes or no takes these answers and no other`() throws {
        #expect(try refusal("new", "perhaps") == "new: use yes or no")
        for text in ["yes", "No", "true", "0", ""] { #expect(try refusal("new", text) == nil) }
    }

    @Test(arguments: [
        ("time_zone", "Mars/Olympus", "time_zone is not a time zone. Use one such as America/Los_Angeles."),
        ("fiscal_year_start", "Brumaire", "fiscal_year_start is not a month. Use 1 to 12."),
        ("threshold", "few", "threshold: use a whole number from 1 to 1000"),
    ])
    func `a setting is refused with what it can be`(name: String, text: String, message: String) throws {
        let parameter = try #require(EditProgram().parameters.first { $0.name == name })
        do {
            var edit = EditProgram()
            try parameter.set(&edit, text)
            Issue.record("\(name) took \(text)")
        } catch let error as RecordError {
            #expect(error.message == message)
        }
    }

    @Test(arguments: ["autonomy", "=5", "autonomy=five", "autonomy=-1", "autonomy=5,x", " =3"])
    func `what is no option with its count is refused`(text: String) throws {
        let parameter = try #require(AddTally().parameters.first { $0.name == "counts" })
        do {
            var tally = AddTally()
            try parameter.set(&tally, text)
            Issue.record("\(text) was taken")
        } catch let error as RecordError {
            #expect(error.message == "counts: write an option and its count, such as autonomy=5")
        }
    }

    @Test func `an operation is asked by the names of its parameters, and by no other`() throws {
        let asked = try MakeReport().asking(["name": "scorecard", "threshold": "20"])
        #expect((asked.name, asked.threshold) == ("scorecard", 20))
        #expect(throws: RecordError.invalid(field: "thresh", problem: "report has no such parameter")) {
            try asked.asking(["thresh": "20"])
        }
    }

    @Test func `a sheet without a name is refused by what it lacks`() throws {
        let office = try Office(kept: 0)
        let logged = try office.lender.perform(training("Foundations", "Coastal Care"), office.caller())
        var sign = SignInAttendees()
        sign.session = logged.session.ref
        do {
            _ = try office.lender.perform(sign, office.caller())
            Issue.record("nobody signed in")
        } catch let error as RecordError {
            #expect(error.message == "names: give at least one")
        }
    }

    @Test func `a person is not removed, whichever interface asks`() throws {
        let office = try Office(kept: 0)
        var removal = RemoveRecord(.person)
        removal.ref = "p-example"
        let refused = RecordError.refused(
            "people are forgotten, not removed, so every count stays",
            advice: Advice("Forget them", .perform(.forgetPerson, ["people": "p-example"]))
        )
        #expect(throws: refused) { try office.lender.perform(removal, office.caller(as: .admin)) }
    }
}
