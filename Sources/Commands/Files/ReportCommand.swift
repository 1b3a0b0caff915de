import Calendar
import CommandLineKit
import Documents
import Measures
import Reports
import Service

extension Profile: ExpressibleByArgument {}
extension Split: ExpressibleByArgument {}

/// `groundwork report NAME`
struct ReportCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "report",
            abstract: "Make a report; report list names them.",
            discussion: "Periods are written \(Period.forms).",
            examples: [
                "groundwork report scorecard --period this-quarter",
                "groundwork report trainings --period FY2027 --by organization --format csv -o trainings.csv",
                "groundwork report scorecard --period last-quarter --format html -o board.html",
                "groundwork report trainings --explain TR-03",
            ]
        )
    }

    @Argument(help: "Which report; list names them all.", completion: .list(["list"] + Report.all.map(\.name)))
    var name: String
    @OptionGroup(title: "About what") var scope: ScopeOptions
    @Option(help: ArgumentHelp("For whom: what is withheld. team for screens and programs, board for pages."))
    var profile: Profile?
    @Option(help: ArgumentHelp("The fewest people that are shown, in place of the profile's.", valueName: "k"))
    var threshold: Int?
    @Option(help: ArgumentHelp("Print a metric's definition and the rows it was counted from.", valueName: "metric"))
    var explain: String?
    @OptionGroup var output: OutputOptions
    @OptionGroup var common: CommonOptions

    mutating func validate() throws {
        if let threshold, !MakeReport.thresholds.contains(threshold) {
            throw ValidationError("--threshold: \(threshold) is not between 1 and 1000.")
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
            Output.note("Period: \(made.period.label), this fiscal year. Choose another with --period.")
        }
        try output.show(made.document, common)
    }
}
