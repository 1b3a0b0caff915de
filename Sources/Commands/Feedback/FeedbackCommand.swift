import CommandLineKit
import Records

/// Items of feedback, on the command line.
enum FeedbackItemKind: RecordKind {
    static let words = "feedback"
    static let shown = ["ref", "received", "kind", "summary", "acknowledged", "answered", "told"]
    static let sample = "drop-in-box-2026-11-10"
    static let change = "--kind suggestion"

    struct Fields: FieldOptions {
        static let noun = Noun.feedback
        @Option(help: .field(.feedback, "outlet")) var outlet: String?
        @Option(help: .field(.feedback, "received")) var received: String?
        @Option(help: .field(.feedback, "kind"), completion: .field(.feedback, "kind")) var kind: String?
        @Option(help: .field(.feedback, "summary")) var summary: String?
        @Option(help: .field(.feedback, "reachable"), completion: .field(.feedback, "reachable")) var reachable: String?
        @Option(help: .field(.feedback, "codes")) var codes: String?
        @Option(help: .field(.feedback, "acknowledged")) var acknowledged: String?
        @Option(help: .field(.feedback, "answered")) var answered: String?
        @Option(help: .field(.feedback, "answer")) var answer: String?
        @Option(help: .field(.feedback, "told"), completion: .field(.feedback, "told")) var told: String?
        @Option(help: .field(.feedback, "told_on")) var toldOn: String?
        @Option(help: .field(.feedback, "led_to_change"), completion: .field(.feedback, "led_to_change"))
        var ledToChange: String?
        @Option(help: .field(.feedback, "changed_on")) var changedOn: String?
        @Option(help: .field(.feedback, "excluded")) var excluded: String?
        @Option(help: .field(.feedback, "public_wording")) var publicWording: String?
        @Option(help: .field(.feedback, "public_answer")) var publicAnswer: String?
        @Option(help: .field(.feedback, "may_post"), completion: .field(.feedback, "may_post")) var mayPost: String?
        @Option(help: .field(.feedback, "acknowledge_days")) var acknowledgeDays: String?
        @Option(help: .field(.feedback, "resolve_days")) var resolveDays: String?
        @Option(help: .field(.feedback, "working_days"), completion: .field(.feedback, "working_days"))
        var workingDays: String?
    }

    struct Filter: FilterOptions {
        @Flag(help: .condition(.feedback, "open")) var open = false
        @Flag(help: .condition(.feedback, "unanswered")) var unanswered = false
        @Flag(help: .condition(.feedback, "overdue")) var overdue = false
        @Flag(help: .condition(.feedback, "untold")) var untold = false
        @Flag(help: .condition(.feedback, "published")) var published = false
        @Flag(help: .condition(.feedback, "unpublished")) var unpublished = false
        @Flag(help: .condition(.feedback, "excluded")) var excluded = false
        @Option(help: .states(.feedback), completion: .states(.feedback)) var status: String?
        @Option(help: ArgumentHelp("Only this outlet.", valueName: "ref")) var outlet: String?
        @Option(help: ArgumentHelp("Received on or after this date.", valueName: "date")) var from: String?
        @Option(help: ArgumentHelp("Received on or before this date.", valueName: "date")) var to: String?
        @Option(help: ArgumentHelp("Only outlets of this organization.", valueName: "ref")) var organization: String?
    }
}

/// `groundwork feedback …`
struct FeedbackCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "feedback",
            abstract: "Manage feedback: what people said, what you did, and how they were told. Never who said it.",
            examples: ["groundwork feedback list --open", "groundwork feedback told drop-in-box-2026-11-10 poster"],
            subcommands: [
                AddFeedback.self, ListRecords<FeedbackItemKind>.self, ShowRecord<FeedbackItemKind>.self,
                EditRecord<FeedbackItemKind>.self, RemoveRecord<FeedbackItemKind>.self, AcknowledgeFeedback.self,
                TellFeedback.self, PublishFeedback.self, UnpublishFeedback.self, ExcludeFeedback.self,
            ]
        )
    }

    @OptionGroup var common: CommonOptions
}
