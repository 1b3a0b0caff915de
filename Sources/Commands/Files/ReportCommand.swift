import Calendar
import CommandLineKit
import Documents
import Measures
import Records
import Reports
import Service

extension Profile: ExpressibleByArgument {}
extension Split: ExpressibleByArgument {}
extension CommitmentScope: ExpressibleByArgument {}

/// `groundwork report NAME`
struct ReportCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "report",
            abstract: "Make a report, or list all reports with report list.",
            discussion: "Write a period as \(Period.forms).",
            examples: [
                "groundwork report scorecard --period this-quarter",
                "groundwork report trainings --period FY2027 --by organization --format csv -o trainings.csv",
                "groundwork report scorecard --period last-quarter --format html -o board.html",
                "groundwork report trainings --explain TR-03",
            ]
        )
    }

    @Argument(help: "The report to make; list shows all of them.", completion: .list(["list"] + Report.all.map(\.name)))
    var name: String
    @OptionGroup(title: "What to include") var scope: ScopeOptions
    @Option(
        help: ArgumentHelp(
            """
            Who will read it, which decides what is suppressed. Default: team for screens and data, board for pages.
            """
        )
    )
    var profile: Profile?
    @Option(
        help: ArgumentHelp(
            """
            Suppress counts of fewer people than this, instead of the profile's number.
            """,
            valueName: "k"
        )
    )
    var threshold: Int?
    @Option(help: ArgumentHelp("Show a metric's definition and the rows behind it.", valueName: "metric"))
    var explain: String?
    @OptionGroup var output: OutputOptions
    @OptionGroup var common: CommonOptions

    mutating func validate() throws {
        if let threshold, !MakeReport.thresholds.contains(threshold) {
            throw ValidationError("--threshold: \(threshold) is out of range. Use a number from 1 to 1000.")
        }
        guard name.lowercased() != "list" else { return }
        do { _ = try MakeReport.report(named: name) } catch { throw ValidationError(error) }
    }

    func run() throws {
        if name.lowercased() == "list" { return try output.show(Report.list, common) }
        var operation = MakeReport()
        (operation.name, operation.scope, operation.explain) = (name, scope.scope, explain)
        (operation.profile, operation.threshold, operation.format) = (profile, threshold, output.chosen)
        let made = try common.perform(operation)
        if made.isOfDefaultPeriod {
            Output.note("Period: \(made.period.label) (this fiscal year). To choose another, use --period.")
        }
        try output.show(made.document, common)
    }
}
