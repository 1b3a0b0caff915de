import Calendar
import Documents
import Intake
import Records
import Support
import Testing

@testable import Service

/// Forms, what came back on them, commitments and reflections, through any interface.
@Suite struct EvaluationOperationTests {
    private let office: Office
    private let session: String

    init() throws {
        office = try Office(kept: 0)
        session = try office.lender.perform(training("foundations", "Coastal Care"), office.caller()).session.ref
    }

    private func perform<O: Operation>(_ operation: O) throws -> O.Result {
        try office.lender.perform(operation, office.caller())
    }

    private func add(_ answers: [String: String], to form: String? = "foundations-after") throws -> AddedEvaluation {
        var add = AddEvaluation()
        (add.session, add.form, add.answers) = (session, form, answers)
        return try perform(add)
    }

    /// A form that asks for a code, before and after.
    private func addCodedForms() throws {
        for wave in Form.Wave.allCases where wave != .followup {
            var add = AddForm()
            let questions = "integer,hours,Hours of practice\nelement,street,First letters of your street\n"
            add.sheets = try Samples.sheets(questions)
            add.head = FormSheets.Head(ref: "coded-\(wave.rawValue)", wave: wave)
            #expect(try perform(add).form.items.count == 2)
        }
    }

    @Test func `a form is added, shown with how often it was returned, and written as the sheets it was read from`()
        throws
    {
        try addCodedForms()
        _ = try add(["hours": "3"], to: "coded-after")
        var show = ShowForm()
        show.ref = "coded-after"
        #expect(try perform(show).evaluations == 1)
        var export = ExportForm()
        export.ref = "coded-after"
        let exported = try perform(export)
        #expect(exported.sheets.map(\.name) == ["survey", "choices", "scales"])
        #expect(exported.sheets[0].table.rows.count == 2)
        #expect(throws: RecordError.missing(.form, field: "survey")) { try perform(AddForm()) }
    }

    @Test func `an evaluator reads forms, and what people wrote is a manager's`() throws {
        let evaluator = office.caller(as: .evaluator)
        _ = try office.lender.perform(ListRecords(.form, shown: []), evaluator)
        _ = try office.lender.perform(ListRecords(.evaluation, shown: []), evaluator)
        #expect(throws: Forbidden.self) { try office.lender.perform(ListRecords(.person, shown: []), evaluator) }
        #expect(throws: Forbidden.self) { try office.lender.perform(ShowEvaluation(), evaluator) }
    }

    @Test func `what a returned form begins with is the session's own form and today`() throws {
        var begin = BeginEvaluation()
        begin.session = session
        do {
            _ = try perform(begin)
            Issue.record("there was a form")
        } catch let error as RecordError {
            #expect(error.message == "form: \(session) has no evaluation form")
        }
        var edit = EditRecord(.session)
        (edit.ref, edit.fields) = (session, ["form": "foundations-after"])
        _ = try perform(edit)
        let begun = try perform(begin)
        #expect(begun.form.ref == "foundations-after")
        #expect(begun.day.iso == "2026-11-21")
    }

    @Test func `a returned form is stored with the answers that its questions accept`() throws {
        let added = try add(["Able_words": "4", "recommend": "9", "commitment_1": "Listen first"])
        #expect(added.answered == 3)
        var show = ShowEvaluation()
        show.ref = added.found.ref
        let inside = try perform(show)
        #expect(inside.wordsKeptInside == 1)
        #expect(inside.evaluation.words.isEmpty)
        show.isForEyes = true
        let seen = try perform(show)
        #expect(seen.wordsKeptInside == 0)
        #expect(seen.evaluation.words.values.contains("Listen first"))
    }

    @Test(arguments: [
        ([:], "the form has no answers"),
        (["able_words": " "], "the form has no answers"),
        (["mood": "4"], "answers: foundations-after has no question \"mood\""),
    ])
    func `an answer that is none is refused, and nothing is stored`(answers: [String: String], message: String) throws {
        do {
            _ = try add(answers)
            Issue.record("it was stored")
        } catch let error as RecordError { #expect(error.message == message) }
        #expect(try perform(ListRecords(.evaluation, shown: [])).rows.rows.isEmpty)
    }

    @Test func `an answer out of its range is refused without being repeated`() throws {
        do {
            _ = try add(["able_words": "4", "recommend": "eleven of ten"])
            Issue.record("it was stored")
        } catch let error as RecordError {
            #expect(error.message.hasPrefix("answers: recommend: this answer isn't accepted. Use "))
            #expect(!error.message.contains("eleven"))
        }
    }

    @Test func `codes are deleted only after somebody said yes to exactly these`() throws {
        try addCodedForms()
        _ = try add(["hours": "1", "street": "elm"], to: "coded-before")
        _ = try add(["hours": "2", "street": "elm"], to: "coded-after")
        var close = CloseMatching()
        close.session = session
        var context = office.caller()
        let asked = try #require(try unconfirmed(close, context))
        #expect(asked.consequence == .deletingCodes(events: [session]))
        context.accepted = .only(asked.digest)
        // Somebody else's form comes in meanwhile: it is another yes.
        _ = try add(["hours": "3", "street": "oak"], to: "coded-before")
        let again = try #require(try unconfirmed(close, context))
        #expect(again.digest != asked.digest)
        context.accepted = .only(again.digest)
        let closed = try office.lender.perform(close, context)
        #expect(closed.map(\.pairs) == [1])
        #expect(throws: RecordError.self) { try office.lender.perform(UndoLast(), context) }
        #expect(throws: RecordError.self) { try office.lender.perform(close, context) }
    }

    private func unconfirmed(_ operation: CloseMatching, _ context: Context) throws -> Unconfirmed? {
        do {
            _ = try office.lender.perform(operation, context)
            return nil
        } catch let error as Unconfirmed { return error }
    }

    @Test func `matchings that are open for long are chosen by their days, and none is nothing`() throws {
        var close = CloseMatching()
        #expect(throws: RecordError.invalid(field: "session", problem: CloseMatching.choice)) { try perform(close) }
        close.olderThan = 36_501
        #expect(throws: RecordError.self) { try perform(close) }
        close.olderThan = 5
        #expect(try perform(close).isEmpty)
        try addCodedForms()
        _ = try add(["hours": "1", "street": "elm"], to: "coded-before")
        #expect(try unconfirmed(close, office.caller())?.consequence == .deletingCodes(events: [session]))
        close.olderThan = 12
        #expect(try perform(close).isEmpty)
    }

    @Test func `commitments are made, followed up, changed and removed by their session`() throws {
        var add = AddCommitments()
        (add.session, add.made) = (session, 12)
        guard case .created = try perform(add).stored else { return #expect(Bool(false), "it was not new") }
        var told = FollowUpCommitments()
        (told.session, told.fully, told.partly) = (session, 6, 3)
        #expect(throws: RecordError.missing(.commitment, field: "not_yet")) { try perform(told) }
        told.notYet = 2
        let followed = try perform(told)
        #expect((followed.asked, followed.made, followed.day.iso) == (11, 12, "2026-11-21"))
        var edit = EditCommitments()
        (edit.session, edit.on, edit.fields) = (session, "today", ["fully": "7"])
        #expect(try perform(edit).changed == ["fully"])
        var remove = RemoveCommitments()
        (remove.session, remove.on) = (session, "2026-11-20")
        #expect(throws: RecordError.self) { try perform(remove) }
        remove.on = "today"
        #expect(try perform(remove).day?.iso == "2026-11-21")
    }

    @Test func `a reflection is known by its number at a session`() throws {
        var add = AddReflection()
        (add.session, add.question) = (session, "stigmatizing")
        add.fields = ["codes": "form:institutional", "count": "4"]
        #expect(try perform(add).number == 1)
        (add.question, add.fields) = ("responding", [:])
        #expect(try perform(add).number == 2)
        var edit = EditReflection()
        edit.session = session
        #expect(throws: RecordError.missing(.reflection, field: "number")) { try perform(edit) }
        (edit.number, edit.fields) = (2, ["count": "3"])
        #expect(try perform(edit).changed == ["count"])
        var remove = RemoveReflection()
        (remove.session, remove.number) = (session, 1)
        #expect(try perform(remove).number == 1)
        var show = ShowReflections()
        show.session = session
        #expect(try perform(show).reflections.map(\.question) == ["responding"])
    }
}
