import CommandLineKit
import Records
import Service

/// Assessments of practices, on the command line.
enum AssessmentKind: RecordKind {
    typealias Filter = AssessmentFilter
    static let words = "assessment"
    static let shown = ["ref", "organization", "tool", "version", "due", "completed"]
    static let sample = "harbor-practices"
    static let change = "--due 2026-12-31"

    struct Fields: FieldOptions {
        static let noun = Noun.assessment
        @Option(help: .field(.assessment, "organization")) var organization: String?
        @Option(help: .field(.assessment, "tool")) var tool: String?
        @Option(help: .field(.assessment, "version")) var version: String?
        @Option(help: .field(.assessment, "due")) var due: String?
        @Option(help: .field(.assessment, "completed")) var completed: String?
    }
}

/// The filters of assessments.
struct AssessmentFilter: FilterOptions {
    @Option(help: ArgumentHelp("On or after this date.", valueName: "date")) var from: String?
    @Option(help: ArgumentHelp("On or before this date.", valueName: "date")) var to: String?
    @Option(help: ArgumentHelp("Only this organization.", valueName: "ref")) var organization: String?
    @Flag(help: .condition(.assessment, "open")) var open = false
    @Flag(help: .condition(.assessment, "overdue")) var overdue = false
    @Option(help: .states(.assessment), completion: .states(.assessment)) var status: String?
}

/// `groundwork assessment …`
struct AssessmentCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "assessment",
            abstract: "Manage assessments of your practices: criteria, scores, and actions.",
            examples: [
                "groundwork assessment start --due 2026-12-31",
                "groundwork assessment score last 1 met",
                "groundwork assessment action last \"Put the complaint form in the waiting room\" --owner \"clinic manager\"",
            ],
            subcommands: [
                StartAssessment.self, AddAssessment.self, ListRecords<AssessmentKind>.self, ShowAssessment.self,
                EditRecord<AssessmentKind>.self, RemoveRecord<AssessmentKind>.self, ScoreCriterion.self,
                AddAction.self, CompleteAssessment.self,
            ]
        )
    }

    @OptionGroup var common: CommonOptions
}

/// `assessment add TOOL`
struct AddAssessment: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "add",
            abstract: "Add a past assessment, without its criteria.",
            discussion:
                "Use it for an earlier assessment, or for a tool whose criteria you import. Prints the new ref.",
            examples: ["groundwork assessment add om-patos --completed 2026-10-30 --ref patos-2026"]
        )
    }

    @Argument(help: "The tool, by code or title.") var tool: String
    @Option(help: "Its ref. Default: made from the organization, the tool and the date.") var ref: String?
    @OptionGroup(title: "Fields") var fields: AssessmentKind.Fields
    @OptionGroup var common: CommonOptions

    private var words: FieldWords { ["tool": tool, "ref": ref] }

    mutating func validate() throws { try fields.refuse(twice: words) }

    func run() throws {
        try Output.added(try common.perform(try AddRecord(fields, words: words)).found)
    }
}

/// `assessment start [TOOL]`
struct StartAssessment: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "start",
            abstract: "Start an assessment with a tool's criteria.",
            discussion: """
                Without a tool, you get our own short checklist. Tools by other authors are listed by title only; \
                import their \
                criteria with import criteria. Prints the new ref.
                """,
            examples: [
                "groundwork assessment start --due 2026-12-31",
                "groundwork assessment start \"OM-PATOS\" --organization cci",
            ]
        )
    }

    @Argument(help: "The tool, by code or title.") var tool: String?
    @Option(help: "Its ref. Default: made from the organization, the tool and the date.") var ref: String?
    @Option(help: .field(.assessment, "organization")) var organization: String?
    @Option(help: .field(.assessment, "version")) var version: String?
    @Option(help: .field(.assessment, "due")) var due: String?
    @OptionGroup var common: CommonOptions

    func run() throws {
        var operation = Service.StartAssessment()
        operation.tool = tool
        operation.version = version
        operation.organization = organization
        operation.due = due
        operation.ref = ref
        let started = try common.perform(operation)
        try Output.added(started.assessment)
        Output.note(started.next.line)
    }
}
