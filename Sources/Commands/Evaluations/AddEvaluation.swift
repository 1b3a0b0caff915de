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
        var begin = BeginEvaluation()
        (begin.session, begin.form, begin.on) = (session, form, on)
        let begun = try common.perform(begin)
        var operation = Service.AddEvaluation()
        (operation.session, operation.form, operation.on) = (begun.session.ref, begun.form.ref, "\(begun.day)")
        operation.answers = try returned(begun).texts
        let added = try common.perform(operation)
        let (session, form) = (added.session.ref, added.form)
        if added.isCodeDropped { Output.note("Its code was not kept: matching is closed at \(session).") }
        let what = "\(added.answered) of \(CountWord.of(form.items.count, "question", "questions"))"
        try Output.stored("Stored \(added.found.ref): \(form.ref) at \(session), \(what) answered.")
    }

    private func returned(_ begun: BegunEvaluation) throws -> ReturnedForm {
        guard let answers else {
            var returned = ReturnedForm(begun.form)
            try EvaluationQuestions.ask(&returned, of: begun.session.ref)
            return returned
        }
        let input = try TextInput(answers)
        do {
            return try AnswerSheet.returned(input.text, of: begun.form, file: input.name)
        } catch let refused as ImportRefused {
            throw Failure(refused: refused, nothing: "Nothing was stored.")
        }
    }
}
