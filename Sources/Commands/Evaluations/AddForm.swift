import CommandLineKit
import Intake
import Records
import Service

/// `form add REF --survey FILE`
struct AddForm: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "add",
            abstract: "Add an evaluation form from its sheets.",
            discussion: """
                Use XLSForm sheets saved as CSV: survey (type, name, label) and choices (list_name, name, label). \
                Groundwork adds \
                columns: scale, reversed, min, max, kirkpatrick, key and digits in survey; value and also in \
                choices; and a sheet of \
                scales (scale, title, scoring, min_valid, direction, instrument). A scale is scored by mean, sum or \
                any. With any \
                there is no score: EV-15 counts who agrees with at least one of its items. To change a form, add it \
                as a new form \
                with its own ref. Prints the new ref.
                """,
            examples: [
                "groundwork form add spring-after --survey survey.csv --choices choices.csv",
                "groundwork form add spring-before --survey before.csv --choices choices.csv --wave before",
            ]
        )
    }

    @Argument(help: "A short ref for it, such as spring-after.") var ref: String
    @Option(help: ArgumentHelp("The sheet of questions.", valueName: "file"), completion: .file()) var survey: String
    @Option(help: ArgumentHelp("The sheet of choices.", valueName: "file"), completion: .file()) var choices: String?
    @Option(help: ArgumentHelp("The sheet of scales.", valueName: "file"), completion: .file()) var scales: String?
    @Option(help: "Its title. Default: the ref.") var title: String?
    @Option(help: ArgumentHelp("The form's version.", valueName: "word")) var version = "1"
    @Option(help: "When people fill it in.") var wave = Form.Wave.after
    @Option(help: ArgumentHelp("Use the labels in this language, such as English or en.", valueName: "name"))
    var language: String?
    @OptionGroup var common: CommonOptions

    func run() throws {
        let environment = Environment.current
        let path = { (name: String) in name == "-" ? name : environment.path(name) }
        do {
            var operation = Service.AddForm()
            operation.sheets = try FormSheets(
                survey: path(survey),
                choices: choices.map(path),
                scales: scales.map(path),
                language: language
            )
            operation.head = FormSheets.Head(ref: ref, title: title, version: version, wave: wave)
            let added = try common.perform(operation)
            for remark in added.remarks { Output.note(environment.shown(remark)) }
            try Output.added(added.found)
            Output.note("\(Self.words(added.form)). Check it: groundwork form show \(added.found.ref)")
        } catch let refused as ImportRefused {
            throw Failure(refused: refused, nothing: "No form was added.")
        }
    }

    /// `12 questions, 9 of them counted, in 1 scale`.
    private static func words(_ form: Form) -> String {
        let counted = form.items.count { $0.kind.isCounted }
        let scales = form.scales.isEmpty ? "" : ", \(CountWord.of(form.scales.count, "scale", "scales"))"
        return "\(CountWord.of(form.items.count, "question", "questions")), \(counted) of them counted\(scales)"
    }
}
