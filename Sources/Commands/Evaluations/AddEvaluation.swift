import CommandLineKit
import Intake
import Records
import Service

/// `evaluation add SESSION --form REF`
struct AddEvaluation: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "add",
            abstract: "Type in one form that came back on paper, question by question.",
            discussion: """
                On a terminal each question is asked in turn: answer with a number, or a choice by its name or words; \
                Enter leaves a question blank. Elsewhere --answers names a file of lines CODE: ANSWER, or a CSV file \
                with a header of codes and one row; - is standard input.
                """,
            examples: [
                "groundwork evaluation add last --form foundations-after",
                "groundwork evaluation add 2026-11-10-cci-foundations --form foundations-after --answers - < form.txt",
            ]
        )
    }

    @Argument(help: "The session's ref, an unambiguous beginning of it, or last.") var session: String
    @Option(help: ArgumentHelp("The form; the one that the session is evaluated with unless given.", valueName: "ref"))
    var form: String?
    @Option(
        help: ArgumentHelp("The answers; - reads them from standard input.", valueName: "file"),
        completion: .file()
    )
    var answers: String?
    @Option(help: .on("it came back")) var on: String?
    @OptionGroup var common: CommonOptions

    func run() throws {
        if answers == nil, !Prompt.isPossible {
            throw ValidationError(
                "Nobody can be asked here.",
                hint: "Give the answers in a file of lines CODE: ANSWER with --answers FILE, or - for standard input."
            )
        }
        let (found, form, day) = try common.read { store in
            let found = try store.find(.session, session)
            return (found, try Self.chosen(self.form, of: found, store), try store.dayDone(on))
        }
        var returned = ReturnedForm(form)
        if let answers {
            try read(TextInput(answers), into: &returned)
        } else {
            try EvaluationQuestions.ask(&returned, of: found.ref)
        }
        if returned.isEmpty {
            throw Failure("nothing is answered on it", advice: "Nothing was stored.", code: .dataError)
        }
        let (added, isCodeDropped) = try common.change("evaluation add") { store in
            try store.addReturned(returned.evaluation(session: found.id, day: day), on: day)
        }
        if isCodeDropped { Output.note("Its code was not kept: matching is closed at \(found.ref).") }
        let answered = form.items.count { returned.shown($0) != nil }
        let what = "\(answered) of \(CountWord.of(form.items.count, "question", "questions"))"
        try Output.answer("Stored \(added.ref): \(form.ref) at \(found.ref), \(what) answered. Undo: groundwork undo")
    }

    /// The form that was said, else the session's own.
    private static func chosen(_ typed: String?, of session: Found, _ store: Store) throws -> Form {
        if let typed { return try store.form(store.find(.form, typed).id) }
        guard let own = try store.form(ofSession: session.id) else {
            throw ValidationError(
                "--form: it is not recorded with which form \(session.ref) is evaluated.",
                hint: "Name it: --form REF (groundwork form list)"
            )
        }
        return try store.form(store.find(.form, own).id)
    }

    private func read(_ input: TextInput, into returned: inout ReturnedForm) throws {
        let sheet: [(item: FormItem, text: String, line: Int)]
        do {
            sheet = try AnswerSheet.read(input.text, of: returned.form, file: input.name)
        } catch let refused as ImportRefused {
            throw Failure(refused: refused, nothing: "Nothing was stored.")
        }
        var issues: [ImportIssue] = []
        for answer in sheet {
            guard let accepted = returned.answer(answer.item, answer.text) else { continue }
            let what = "\(answer.item.code): that is no answer to it; accepted: \(accepted)"
            issues.append(ImportIssue(file: input.name, line: answer.line, what: what, advice: nil))
        }
        if !issues.isEmpty { throw Failure(refused: ImportRefused(issues), nothing: "Nothing was stored.") }
    }
}
