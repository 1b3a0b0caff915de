import Calendar
import CommandLineKit
import Records
import Reports
import Service

/// What a report is about: which days, which sessions, divided by what, held against what.
struct ScopeOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Which days, such as this-quarter or FY2027; this fiscal year unless given."))
    var period: String?
    @Option(help: ArgumentHelp("Only sessions for this organization.", valueName: "ref")) var organization: String?
    @Option(help: ArgumentHelp("Only sessions of this course.", valueName: "ref")) var course: String?
    @Option(help: ArgumentHelp("Only sessions paid from this fund.", valueName: "name")) var fund: String?
    @Option(help: "Divide every figure.") var by: Split?
    @Option(
        help: ArgumentHelp("Hold it against another period: previous, year-ago, or any period.", valueName: "period")
    )
    var compare: String?
    @Option(help: ArgumentHelp("The day on which it is made; today unless given.", valueName: "date")) var asOf: String?

    /// The scope, its refs looked up.
    func scope(_ store: Store) throws -> Scope {
        let day = try asOf.map { try store.day($0, for: "as_of") } ?? store.today
        let start = store.program.fiscalYearStart
        return Scope(
            period: try Period.parse(period ?? "this-fiscal-year", today: day, fiscalYearStart: start),
            asOf: day,
            organization: try organization.map { try Self.filter(.organization, $0, store) },
            course: try course.map { try Self.filter(.course, $0, store) },
            fund: try fund.map { try store.fund($0) },
            by: by
        )
    }

    /// What it is held against.
    func comparison(_ store: Store) throws -> Comparison? {
        let day = try asOf.map { try store.day($0, for: "as_of") } ?? store.today
        return try compare.map {
            try Comparison.parse($0, today: day, fiscalYearStart: store.program.fiscalYearStart)
        }
    }

    private static func filter(_ noun: Noun, _ typed: String, _ store: Store) throws -> Scope.Filter {
        let found = try store.find(noun, typed)
        return Scope.Filter(id: found.id, ref: found.ref, title: try store.title(of: noun, found))
    }
}
