import Calendar
import CommandLineKit
import Records
import Service

/// `groundwork init --program NAME`
struct InitCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "init",
            abstract: "Set up a program.",
            discussion: "Creates the program's database. The course \"foundations\" is included.",
            examples: [
                "groundwork init --program \"Harbor Harm Reduction\" --time-zone America/Los_Angeles --fiscal-year-start 7"
            ]
        )
    }

    @Option(help: ArgumentHelp("The program's name, as it appears on reports.", valueName: "name")) var program: String?
    @Option(help: ArgumentHelp("The program's time zone. Default: this computer's.", valueName: "zone"))
    var timeZone: ZoneWord?
    @Option(help: ArgumentHelp("The month the fiscal year starts, 1 to 12.", valueName: "month"))
    var fiscalYearStart = MonthWord(month: 1)
    @OptionGroup var common: CommonOptions

    func run() throws {
        let environment = Environment.current
        let name = try self.program?.trimmed ?? Prompt.text("Program name: ") ?? ""
        guard !name.isEmpty else {
            throw ValidationError(
                "Missing: --program NAME.",
                hint: "For example: groundwork init --program \"Harbor Harm Reduction\""
            )
        }
        var operation = BeginProgram()
        (operation.program, operation.timeZone) = (name, timeZone?.zone)
        operation.fiscalYearStart = fiscalYearStart.month
        let made = try common.perform(operation)
        let month = MonthWord(month: made.fiscalYearStart)
        try Output.answer(
            "Set up \(made.name) in \(environment.shown(common.databasePath)): time zone \(made.timeZone), "
                + "fiscal year starts in \(month).",
            "Next, log a training: groundwork log foundations ORGANIZATION DATE COUNT"
        )
    }
}

/// A time zone that the machine knows.
struct ZoneWord: ExpressibleByArgument {
    let zone: TimeZoneName

    init?(argument: String) {
        guard let zone = TimeZoneName(argument) else { return nil }
        self.zone = zone
    }

    var defaultValueDescription: String { zone.description }
    static var acceptedForm: String? { "a time zone, such as America/Los_Angeles" }
}

/// A month of the year, by its number or name.
struct MonthWord: ExpressibleByArgument, CustomStringConvertible {
    let month: Int

    init(month: Int) { self.month = month }

    init?(argument: String) {
        guard let month = MonthName.number(of: argument) else { return nil }
        self.month = month
    }

    var description: String { MonthName.all[month - 1] }
    var defaultValueDescription: String { "\(month)" }
    static var acceptedForm: String? { "a month, 1 to 12" }
}
