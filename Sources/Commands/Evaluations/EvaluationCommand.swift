import CommandLineKit
import Records

/// Returned forms, on the command line.
enum EvaluationKind: RecordKind {
    typealias Filter = EvaluationFilter
    static let words = "evaluation"
    static let shown = ["ref", "form", "session", "submitted", "answered"]
    static let sample = "e-3f2a90c1"
    static let change = ""

    struct Fields: FieldOptions {
        static let noun = Noun.evaluation
    }
}

/// The filters of returned forms.
struct EvaluationFilter: FilterOptions {
    @Option(help: ArgumentHelp("Only this session.", valueName: "ref")) var session: String?
    @Option(help: ArgumentHelp("Only this form.", valueName: "ref")) var form: String?
    @Option(help: ArgumentHelp("Only sessions on or after this date.", valueName: "date")) var from: String?
    @Option(help: ArgumentHelp("Only sessions on or before this date.", valueName: "date")) var to: String?
    @Option(help: ArgumentHelp("Only sessions for this organization.", valueName: "ref")) var organization: String?
    @Option(help: ArgumentHelp("Only sessions of this course.", valueName: "ref")) var course: String?
}

/// `groundwork evaluation …`
struct EvaluationCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "evaluation",
            abstract: "Manage evaluations: enter one, list them, close matching.",
            discussion: """
                Evaluations are anonymous: no name, no time of day, no meaningful order. To add many at once, use \
                groundwork import \
                evaluations FILE.
                """,
            examples: ["groundwork evaluation add last --form foundations-after"],
            subcommands: [
                AddEvaluation.self, ListRecords<EvaluationKind>.self, ShowEvaluation.self, RemoveEvaluation.self,
                CloseMatching.self,
            ]
        )
    }

    @OptionGroup var common: CommonOptions
}
