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
    @Option(help: ArgumentHelp("Only of this session.", valueName: "ref")) var session: String?
    @Option(help: ArgumentHelp("Only of this form.", valueName: "ref")) var form: String?
    @Option(help: ArgumentHelp("Only of sessions from this day on.", valueName: "date")) var from: String?
    @Option(help: ArgumentHelp("Only of sessions up to this day.", valueName: "date")) var to: String?
    @Option(help: ArgumentHelp("Only of sessions for this organization.", valueName: "ref")) var organization: String?
    @Option(help: ArgumentHelp("Only of sessions of this course.", valueName: "ref")) var course: String?
}

/// `groundwork evaluation …`
struct EvaluationCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "evaluation",
            abstract: "Returned forms: type one in, list them, end the matching of before and after.",
            discussion: """
                They are anonymous: no name, no time of day, and an order that tells nothing. Many at once come in with \
                groundwork import evaluations FILE.
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
