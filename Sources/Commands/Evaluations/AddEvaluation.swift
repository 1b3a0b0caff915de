import Calendar
import CommandLineKit
import Intake
import Records
import Service

/// `evaluation add SESSION --form REF`
struct AddEvaluation: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "add",
            abstract: "Enter one paper evaluation, question by question.",
            discussion: """
                In a terminal, you are asked each question in turn. Answer with a number, or with a choice's name or \
                label. Press \
                Enter to leave a question blank. In a script, use --answers with a file of CODE: ANSWER lines, or a \
                CSV file with a \
                header of codes and one row.
                """,
            examples: [
                "groundwork evaluation add last --form foundations-after",
                "groundwork evaluation add 2026-11-10-cci-foundations --form foundations-after --answers - < form.txt",
            ]
        )
    }

    @Argument(help: "The session's ref (or its first letters), or last.") var session: String
    @Option(help: ArgumentHelp("The form. Default: the session's evaluation form.", valueName: "ref"))
    var form: String?
    @Option(
        help: ArgumentHelp("The answers. Use - for standard input.", valueName: "file"),
        completion: .file()
    )
    var answers: String?
    @Option(help: .on("it came back")) var on: String?
    @OptionGroup var common: CommonOptions

    func run() throws {
        if answers == nil, !Prompt.isPossible {
            throw ValidationError(
                "There is no terminal to ask the questions in.",
                hint: "Put the answers in a file of CODE: ANSWER lines: --answers FILE. Use - for standard input."
            )
        }
        var begin = BeginEvaluation()
        (begin.session, begin.form, begin.on) = (session, form, on)
        let begun = try common.perform(begin)
        var operation = Service.AddEvaluation()
        (operation.session, operation.form, operation.on) = (begun.session.ref, begun.form.ref, "\(begun.day)")
        operation.answers = try returned(begun).texts
        let added = try common.perform(operation)
        let (session, form) = (added.session.called, added.form)
        if added.isCodeDropped {
            Output.note("The matching code was not kept, because matching is closed for \(session).")
        }
        let what = "\(added.answered) of \(CountWord.of(form.items.count, "question", "questions"))"
        try Output.stored("Added: evaluation of \(added.session.called), \(what) answered (\(added.found.ref)).")
    }

    private func returned(_ begun: BegunEvaluation) throws -> ReturnedForm {
        guard let answers else {
            var returned = ReturnedForm(begun.form)
            try EvaluationQuestions.ask(&returned, of: begun.session.called)
            return returned
        }
        let input = try TextInput(answers)
        do {
            return try AnswerSheet.returned(input.text, of: begun.form, file: input.name)
        } catch let refused as ImportRefused {
            throw Failure(refused: refused, nothing: "Nothing was saved.")
        }
    }
}
