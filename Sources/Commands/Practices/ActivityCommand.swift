import CommandLineKit
import Records
import Service

/// Community activities, on the command line.
enum ActivityKind: RecordKind {
    typealias Filter = ProfileFilter
    static let words = "activity"
    static let shown = ["ref", "kind", "title", "held", "partners", "reach"]
    static let sample = "2026-08-31-awareness-day"
    static let change = "--reach 240"

    struct Fields: FieldOptions {
        static let noun = Noun.activity
        @Option(help: .field(.activity, "kind"), completion: .field(.activity, "kind")) var kind: String?
        @Option(help: .field(.activity, "title")) var title: String?
        @Option(help: .field(.activity, "organization")) var organization: String?
        @Option(help: .field(.activity, "partners")) var partners: String?
        @Option(help: .field(.activity, "held")) var held: String?
        @Option(help: .field(.activity, "reach")) var reach: String?
        @Option(help: .field(.activity, "hours")) var hours: String?
    }
}

/// `groundwork activity …`
struct ActivityCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "activity",
            abstract: "Manage awareness campaigns, advocacy actions, and events with partners.",
            examples: [
                "groundwork activity add event \"Awareness day\" --held 2026-08-31 --partners \"Cedar Row;City library\""
            ],
            subcommands: [
                AddActivity.self, ListRecords<ActivityKind>.self, ShowRecord<ActivityKind>.self,
                EditRecord<ActivityKind>.self, RemoveRecord<ActivityKind>.self,
            ]
        )
    }

    @OptionGroup var common: CommonOptions
}

/// `activity add KIND TITLE`
struct AddActivity: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "add",
            abstract: "Add an activity.",
            examples: [
                "groundwork activity add campaign \"Ask me about naloxone\" --held 2026-09-14 --reach 400",
                "groundwork activity add advocacy \"Statement to the city on sharps boxes\" --held 2026-10-06",
            ]
        )
    }

    @Argument(
        help: ArgumentHelp(
            "campaign, advocacy, event, publication, conference or technical_assistance.",
            valueName: "kind"
        )
    ) var activityKind: String
    @Argument(help: ArgumentHelp("Its title.", valueName: "title")) var activityTitle: String
    @Option(help: "Its ref. Default: made from the date and the title.") var ref: String?
    @OptionGroup(title: "Fields") var fields: ActivityKind.Fields
    @OptionGroup var common: CommonOptions

    private var words: FieldWords { ["kind": activityKind, "title": activityTitle, "ref": ref] }

    mutating func validate() throws { try fields.refuse(twice: words) }

    func run() throws {
        try Output.added(try common.perform(try AddRecord(fields, words: words)).found)
    }
}
