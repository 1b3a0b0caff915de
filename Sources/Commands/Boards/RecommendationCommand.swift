import CommandLineKit
import Records

/// Recommendations of boards, on the command line.
enum RecommendationKind: RecordKind {
    static let words = "recommendation"
    static let shown = ["ref", "text", "addressed_to", "due", "answer", "answered", "implemented"]
    static let sample = "pab-2026-11-12-1"
    static let change = "--addressed-to \"site manager\" --due 2026-12-20"

    struct Fields: FieldOptions {
        static let noun = Noun.recommendation
        @Option(help: .field(.recommendation, "board")) var board: String?
        @Option(help: .field(.recommendation, "meeting")) var meeting: String?
        @Option(help: .field(.recommendation, "made")) var made: String?
        @Option(help: .field(.recommendation, "text")) var text: String?
        @Option(help: .field(.recommendation, "addressed_to")) var addressedTo: String?
        @Option(help: .field(.recommendation, "due")) var due: String?
        @Option(help: .field(.recommendation, "answer"), completion: .field(.recommendation, "answer"))
        var answer: String?
        @Option(help: .field(.recommendation, "answered")) var answered: String?
        @Option(help: .field(.recommendation, "reason")) var reason: String?
        @Option(help: .field(.recommendation, "implemented")) var implemented: String?
        @Option(help: .field(.recommendation, "codes")) var codes: String?
    }

    struct Filter: FilterOptions {
        @Flag(help: .condition(.recommendation, "open")) var open = false
        @Flag(help: .condition(.recommendation, "pending")) var pending = false
        @Flag(help: .condition(.recommendation, "overdue")) var overdue = false
        @Flag(help: .condition(.recommendation, "answered")) var answered = false
        @Flag(help: .condition(.recommendation, "implemented")) var implemented = false
        @Option(help: .states(.recommendation), completion: .states(.recommendation)) var status: String?
        @Option(help: ArgumentHelp("Only this board.", valueName: "ref")) var board: String?
        @Option(help: ArgumentHelp("Only from this meeting.", valueName: "ref")) var meeting: String?
        @Option(help: ArgumentHelp("Made on or after this date.", valueName: "date")) var from: String?
        @Option(help: ArgumentHelp("Made on or before this date.", valueName: "date")) var to: String?
        @Option(help: ArgumentHelp("Only boards of this organization.", valueName: "ref")) var organization: String?
    }
}

/// `groundwork recommendation …`
struct RecommendationCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "recommendation",
            abstract: "Manage recommendations: what a board asked for, the answer, and whether it was done.",
            examples: [
                "groundwork recommendation list --overdue",
                "groundwork recommendation answer pab-2026-11-12-1 accepted",
            ],
            subcommands: [
                AddRecommendation.self, ListRecords<RecommendationKind>.self, ShowRecord<RecommendationKind>.self,
                EditRecord<RecommendationKind>.self, RemoveRecord<RecommendationKind>.self,
                AnswerRecommendation.self, ImplementRecommendation.self,
            ]
        )
    }

    @OptionGroup var common: CommonOptions
}
