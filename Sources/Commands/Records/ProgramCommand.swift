import Calendar
import CommandLineKit
import Documents
import Measures
import Records
import Service

/// `groundwork program …`
struct ProgramCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "program",
            abstract: "Show or change the program's settings.",
            examples: ["groundwork program show"],
            subcommands: [ShowProgram.self, EditProgram.self]
        )
    }

    @OptionGroup var common: CommonOptions
}

/// `program show`
struct ShowProgram: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "show",
            abstract: "Show the program's settings.",
            examples: ["groundwork program show --format json"]
        )
    }

    @OptionGroup var output: OutputOptions
    @OptionGroup var common: CommonOptions

    func run() throws {
        let program = try common.perform(Service.ShowProgram())
        let own = Profile.allCases.filter { $0.threshold > 1 }.map { "\($0.rawValue) \($0.threshold)" }
        let fields = [
            Document.Field("name", title: "Name", .text(program.name)),
            Document.Field("ref", title: "Ref", .text(program.ref)),
            Document.Field("time_zone", title: "Time zone", .text(program.timeZone.description)),
            Document.Field(
                "fiscal_year_start",
                title: "Fiscal year starts in month",
                .whole(program.fiscalYearStart)
            ),
            Document.Field("keep_names_months", title: "Keep names for (months)", .whole(program.keepNamesMonths)),
            Document.Field("threshold", title: "Smallest group to show", .whole(program.threshold)),
        ]
        let shown = fields.map { field in
            guard field.column.key == "threshold", program.threshold == nil else { return field }
            return Document.Field(field.column, .text("each page's own (\(own.joined(separator: ", ")))"))
        }
        let whole = Document.record(fields)
        let page = Document.record(shown)
        let document = Document(title: nil, blocks: page.blocks, data: whole.data, rows: whole.rows)
        try output.show(document.named("The program"), common)
    }
}

/// `program edit`
struct EditProgram: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "edit",
            abstract: "Change the program's settings.",
            examples: ["groundwork program edit --keep-names-months 12 --threshold 10"]
        )
    }

    @Option(help: "Its name, as it appears on reports.") var name: String?
    @Option(help: ArgumentHelp("The program's time zone.", valueName: "zone")) var timeZone: ZoneWord?
    @Option(help: ArgumentHelp("The month the fiscal year starts, 1 to 12.", valueName: "month"))
    var fiscalYearStart: MonthWord?
    @Option(help: ArgumentHelp("Months to keep a name after the last session.", valueName: "n"))
    var keepNamesMonths: Int?
    @Option(help: ArgumentHelp("The smallest group a page may show, or none to use each page's own.", valueName: "n"))
    var threshold: ThresholdWord?
    @OptionGroup var common: CommonOptions

    func run() throws {
        var operation = Service.EditProgram()
        operation.name = name
        operation.timeZone = timeZone?.zone
        operation.fiscalYearStart = fiscalYearStart?.month
        operation.keepNamesMonths = keepNamesMonths
        operation.threshold = threshold.map(\.count)
        let edited = try common.perform(operation)
        let isSame = edited.before == edited.after
        if isSame { return try Output.write("No change: the program already has these settings.") }
        try Output.answer("Changed the program's settings. Undo: groundwork undo")
    }
}

/// A smallest count of people, or `none`.
struct ThresholdWord: ExpressibleByArgument {
    let count: Int?

    init?(argument: String) {
        if argument.lowercased() == "none" {
            count = nil
        } else if let number = Int(argument), Program.thresholds.contains(number) {
            count = number
        } else {
            return nil
        }
    }

    var defaultValueDescription: String { count.map { "\($0)" } ?? "none" }
    static var acceptedForm: String? { "a number from 1 to 1000, or none" }
}
