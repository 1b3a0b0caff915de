import Calendar
import CommandLineKit
import Documents
import Measures
import Records
import Reports

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
        if let threshold, !(1...1_000).contains(threshold) {
            throw ValidationError("--threshold: \(threshold) is not between 1 and 1000.")
        }
        guard name.lowercased() != "list", Report.named(name) == nil else { return }
        let near = nearest(name, among: Report.all.map(\.name)).map { " Did you mean \(quoted($0))?" } ?? ""
        throw ValidationError(
            "There is no report \(quoted(name)).\(near)",
            hint: "See them all: groundwork report list"
        )
    }

    func run() throws {
        guard let report = Report.named(name) else { return try output.show(Report.list, common) }
        let (document, period) = try common.read { store in
            let program = store.program
            let facts = ProgramFacts(
                name: program.name,
                organizationID: program.organization,
                fiscalYearStart: program.fiscalYearStart,
                threshold: program.threshold
            )
            let scope = try scope.scope(store)
            let inquiry = Inquiry(
                report,
                of: facts,
                scope: scope,
                comparison: try self.scope.comparison(store),
                disclosure: Disclosure(profile: profile, threshold: threshold, format: output.chosen, program: facts)
            )
            let metric = try explain.map { try Self.metric($0, scope, store) }
            let document =
                try metric.map { try Explanation($0, in: inquiry).document(from: store.reader) }
                ?? inquiry.document(for: output.chosen, from: store.reader)
            return (document, scope.period)
        }
        if scope.period == nil {
            Output.note("Period: \(period.label), this fiscal year. Choose another with --period.")
        }
        try output.show(document, common)
    }

    private static func metric(_ id: String, _ scope: Scope, _ store: Store) throws -> Metric {
        if let metric = try Catalogue.metric(id, in: scope, from: store.reader) { return metric }
        let companions = try Catalogue.companions(in: scope, from: store.reader)
        let near =
            nearest(id, among: (Catalogue.metrics + companions).map(\.id.text)).map { " Did you mean \($0)?" } ?? ""
        throw ValidationError(
            "--explain: there is no metric \(quoted(id)).\(near)",
            hint: "See their ids: groundwork report scorecard --format csv"
        )
    }
}
