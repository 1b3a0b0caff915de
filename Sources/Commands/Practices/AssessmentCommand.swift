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
    @Option(help: ArgumentHelp("From this day on.", valueName: "date")) var from: String?
    @Option(help: ArgumentHelp("Up to this day.", valueName: "date")) var to: String?
    @Option(help: ArgumentHelp("Only of this organization.", valueName: "ref")) var organization: String?
    @Flag(help: .condition(.assessment, "open")) var open = false
    @Flag(help: .condition(.assessment, "overdue")) var overdue = false
    @Option(help: .states(.assessment), completion: .states(.assessment)) var status: String?
}

/// `groundwork assessment …`
struct AssessmentCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "assessment",
            abstract: "Assessments of practices: criteria, how far each is met, and what is done about it.",
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
            abstract: "Write down an assessment without its criteria, and print its ref.",
            discussion: "For one that was made before, or with a tool whose criteria come with import criteria.",
            examples: ["groundwork assessment add om-patos --completed 2026-10-30 --ref patos-2026"]
        )
    }

    @Argument(help: "The tool's word or title.") var tool: String
    @Option(help: "Its ref; made from the organization, the tool and the day unless given.") var ref: String?
    @OptionGroup(title: "Fields") var fields: AssessmentKind.Fields
    @OptionGroup var common: CommonOptions

    private var words: FieldWords { ["tool": tool, "ref": ref] }

    mutating func validate() throws { try fields.refuse(twice: words) }

    func run() throws {
        try Output.answer(try common.perform(try AddRecord(fields, words: words)).found.ref)
    }
}

/// `assessment start [TOOL]`
struct StartAssessment: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "start",
            abstract: "Begin an assessment with the criteria of a tool, and print its ref.",
            discussion: """
                Without a tool it is our own short checklist along the strategies of an organization. Of tools that \
                others wrote only the title is known: their criteria come with import criteria.
                """,
            examples: [
                "groundwork assessment start --due 2026-12-31",
                "groundwork assessment start \"OM-PATOS\" --organization cci",
            ]
        )
    }

    @Argument(help: "The tool's word or title.") var tool: String?
    @Option(help: "Its ref; made from the organization, the tool and the day unless given.") var ref: String?
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
        try Output.answer(started.assessment.ref)
        Output.note(started.next.line)
    }
}
