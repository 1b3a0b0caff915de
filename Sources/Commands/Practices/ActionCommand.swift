import CommandLineKit
import Records
import Service

/// Steps that follow from assessments, on the command line.
enum ActionKind: RecordKind {
    static let words = "action"
    static let shown = ["ref", "text", "owner", "due", "done"]
    static let sample = "harbor-practices-action"
    static let change = "--due 2026-12-31"

    struct Fields: FieldOptions {
        static let noun = Noun.action
        @Option(help: .field(.action, "assessment")) var assessment: String?
        @Option(help: .field(.action, "text")) var text: String?
        @Option(help: .field(.action, "owner")) var owner: String?
        @Option(help: .field(.action, "due")) var due: String?
        @Option(help: .field(.action, "done")) var done: String?
    }

    struct Filter: FilterOptions {
        @Option(help: ArgumentHelp("Only this assessment.", valueName: "ref")) var assessment: String?
        @Option(help: ArgumentHelp("Due on or after this date.", valueName: "date")) var from: String?
        @Option(help: ArgumentHelp("Due on or before this date.", valueName: "date")) var to: String?
        @Option(help: ArgumentHelp("Only this organization.", valueName: "ref")) var organization: String?
        @Flag(help: .condition(.action, "open")) var open = false
        @Flag(help: .condition(.action, "overdue")) var overdue = false
        @Option(help: .states(.action), completion: .states(.action)) var status: String?
    }
}

/// `groundwork action …`
struct ActionCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "action",
            abstract: "Manage action steps from assessments: owner, due date, and whether they are done.",
            examples: [
                "groundwork action list --open",
                "groundwork action done harbor-practices-action",
            ],
            subcommands: [
                ListRecords<ActionKind>.self, ShowRecord<ActionKind>.self, EditRecord<ActionKind>.self,
                FinishAction.self, RemoveRecord<ActionKind>.self,
            ]
        )
    }

    @OptionGroup var common: CommonOptions
}

/// `action done REF [DAY]`
struct FinishAction: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "done",
            abstract: "Mark an action as done.",
            examples: [
                "groundwork action done harbor-practices-action", "groundwork action done last 2026-11-10",
            ]
        )
    }

    @Argument(help: "Its ref (or its first letters), or last.") var ref: String
    @Argument(help: ArgumentHelp("The date. Default: today.", valueName: "day")) var day: String?
    @OptionGroup var common: CommonOptions

    func run() throws {
        var operation = Service.FinishAction()
        operation.ref = ref
        operation.day = day
        try Output.stored(try common.perform(operation).sentence("Done"))
    }
}
