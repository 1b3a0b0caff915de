import CommandLineKit
import Records
import Reports
import Service

/// What a report is about: which days, which sessions, divided by what, held against what.
struct ScopeOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The period, such as this-quarter or FY2027. Default: this fiscal year."))
    var period: String?
    @Option(help: ArgumentHelp("Only sessions for this organization.", valueName: "ref")) var organization: String?
    @Option(help: ArgumentHelp("Only sessions of this course.", valueName: "ref")) var course: String?
    @Option(help: ArgumentHelp("Only sessions paid by this fund.", valueName: "name")) var fund: String?
    @Option(help: "Split every figure by this.") var by: Split?
    @Option(name: .customLong("scope"), help: "Only commitments and reflections of this scope.")
    var commitments: CommitmentScope?
    @Option(
        help: ArgumentHelp("Compare with another period: previous, year-ago, or any period.", valueName: "period")
    )
    var compare: String?
    @Option(help: ArgumentHelp("Report as of this date. Default: today.", valueName: "date")) var asOf: String?

    /// What was typed.
    var scope: ReportScope {
        var scope = ReportScope()
        (scope.period, scope.asOf, scope.comparison) = (period, asOf, compare)
        (scope.organization, scope.course, scope.fund, scope.split) = (organization, course, fund, by)
        scope.commitments = commitments
        return scope
    }
}
