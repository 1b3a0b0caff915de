import Calendar
import CommandLineKit
import Records
import Service

/// `groundwork init --program NAME`
struct InitCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "init",
            abstract: "Make the database of a program.",
            discussion: "The course foundations is in it from the start.",
            examples: [
                "groundwork init --program \"Harbor Harm Reduction\" --time-zone America/Los_Angeles --fiscal-year-start 7"
            ]
        )
    }

    @Option(help: ArgumentHelp("The program's name, as reports print it.", valueName: "name")) var program: String?
    @Option(help: ArgumentHelp("Where its days begin and end; this machine's unless given.", valueName: "zone"))
    var timeZone: ZoneWord?
    @Option(help: ArgumentHelp("The month in which its fiscal year starts, 1 to 12.", valueName: "month"))
    var fiscalYearStart = MonthWord(month: 1)
    @OptionGroup var common: CommonOptions

    func run() throws {
        let environment = Environment.current
        let name = try self.program?.trimmed ?? Prompt.text("The program's name: ") ?? ""
        guard !name.isEmpty else {
            throw ValidationError(
                "--program NAME is missing.",
                hint: "For example: groundwork init --program \"Harbor Harm Reduction\""
            )
        }
        var operation = BeginProgram()
        (operation.program, operation.timeZone) = (name, timeZone?.zone)
        operation.fiscalYearStart = fiscalYearStart.month
        let made = try common.perform(operation)
        let month = MonthWord(month: made.fiscalYearStart)
        try Output.answer(
            "Made \(environment.shown(common.databasePath)) for \(made.name): time zone \(made.timeZone), "
                + "fiscal year from \(month).",
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
