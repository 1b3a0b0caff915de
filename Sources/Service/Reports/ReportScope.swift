import Calendar
package import Records
package import Reports

/// What a report is about, as it was typed: which days, which sessions, divided by what, held against what.
package struct ReportScope: Sendable {
    /// Which days; this fiscal year unless given.
    package var period: String?
    /// Only sessions for this organization.
    package var organization: String?
    /// Only sessions of this course.
    package var course: String?
    /// Only sessions paid from this fund.
    package var fund: String?
    /// Only commitments and reflections of this scope.
    package var commitments: CommitmentScope?
    /// What every figure is divided by.
    package var split: Split?
    /// The period that it is held against: `previous`, `year-ago`, or any other.
    package var comparison: String?
    /// The day on which it is made; today unless given.
    package var asOf: String?

    package init() {}

    /// The scope, its refs looked up.
    func scope(in store: Store) throws -> Scope {
        let day = try day(in: store)
        var scope = Scope(
            period: try store.period(period ?? "this-fiscal-year", for: "period", on: day),
            asOf: day,
            organization: try organization.map { try Self.filter(.organization, $0, store) },
            course: try course.map { try Self.filter(.course, $0, store) },
            fund: try fund.map { try store.fund($0) },
            by: split
        )
        scope.commitments = commitments
        return scope
    }

    /// What it is held against.
    func comparison(in store: Store) throws -> Comparison? {
        guard let comparison else { return nil }
        let (day, start) = (try day(in: store), store.program.fiscalYearStart)
        do throws(MalformedPeriod) {
            return try Comparison.parse(comparison, today: day, fiscalYearStart: start)
        } catch {
            throw UnreadPeriod(parameter: "compare", problem: error)
        }
    }

    private func day(in store: Store) throws -> Day { try asOf.map { try store.day($0, for: "as_of") } ?? store.today }

    private static func filter(_ noun: Noun, _ typed: String, _ store: Store) throws -> Scope.Filter {
        let found = try store.find(noun, typed)
        return Scope.Filter(id: found.id, ref: found.ref, title: try store.title(of: noun, found))
    }
}
