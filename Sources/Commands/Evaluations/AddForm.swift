import CommandLineKit
import Intake
import Records
import Service

/// `form add REF --survey FILE`
struct AddForm: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "add",
            abstract: "Read a form from its sheets, and print its ref.",
            discussion: """
                The sheets are those of XLSForm, saved as CSV: survey (type, name, label) and choices (list_name, name, \
                label). Ours stand beside them: in survey scale, reversed, min, max, kirkpatrick, key and digits, in \
                choices value and also, and a sheet of scales (scale, title, scoring, min_valid, direction, \
                instrument). A scale is scored by mean, sum or any: by any it has no score, and its items are \
                statements of which EV-15 counts who agrees with at least one. A changed form is another form, with a ref of its own.
                """,
            examples: [
                "groundwork form add spring-after --survey survey.csv --choices choices.csv",
                "groundwork form add spring-before --survey before.csv --choices choices.csv --wave before",
            ]
        )
    }

    @Argument(help: "Its ref, such as spring-after.") var ref: String
    @Option(help: ArgumentHelp("The sheet of questions.", valueName: "file"), completion: .file()) var survey: String
    @Option(help: ArgumentHelp("The sheet of choices.", valueName: "file"), completion: .file()) var choices: String?
    @Option(help: ArgumentHelp("The sheet of scales.", valueName: "file"), completion: .file()) var scales: String?
    @Option(help: "Its title; the ref unless given.") var title: String?
    @Option(help: ArgumentHelp("Which version of the title it is.", valueName: "word")) var version = "1"
    @Option(help: "When it is asked.") var wave = Form.Wave.after
    @Option(help: ArgumentHelp("Whose labels are taken, such as English or en.", valueName: "name"))
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
            try Output.answer(added.found.ref)
            Output.note("\(Self.words(added.form)). Look at it: groundwork form show \(added.found.ref)")
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
