import Calendar
import Measures
import Testing

@testable import Reports

/// What a recount is about: which days, as of which day, of which organization.
///
/// A month or a quarter of a period is a scope of its own, clipped to the period; it is judged on its own last day
/// (definitions 9.2, 9.16, 9b.16).
struct RecountScope {
    var from: Int
    var to: Int
    var asOf: Int
    var organization: Int?
    /// Whether these are the days of a month or quarter in a report that is divided by them.
    var isPart = false
    /// Whether it is what organizations of one sector are asked about.
    var isSector = false
    /// The reference day of the whole, where these are a part of it.
    private var wholeReference: Int?

    init(from: Int, to: Int, asOf: Int, organization: Int? = nil) {
        (self.from, self.to, self.asOf, self.organization) = (from, to, asOf, organization)
    }

    /// The day on which states are judged.
    var reference: Int { min(asOf, to) }

    /// The day by which it is asked whether anything is recorded at all.
    var recorded: Int { wholeReference ?? reference }

    /// Whether nothing of it has come yet: its stocks and shares are not due (9b.16).
    var isAhead: Bool { from > asOf }

    /// The days of one month or quarter of it.
    func part(_ days: ClosedRange<Int>) -> RecountScope {
        var part = self
        part.wholeReference = reference
        (part.from, part.to, part.isPart) = (max(from, days.lowerBound), min(to, days.upperBound), true)
        return part
    }

    /// Whether a day lies in the period and has come.
    func counts(_ day: Int?) -> Bool { day.map { $0 >= from && $0 <= reference } ?? false }

    /// Whether a day lies in the period, come or not.
    func plans(_ day: Int?) -> Bool { day.map { $0 >= from && $0 <= to } ?? false }

    /// Whether the records of an organization count.
    func isAbout(_ owner: Int) -> Bool { organization == nil || organization == owner }

    /// Whether something had happened by the reference day.
    func isPast(_ day: Int?) -> Bool { day.map { $0 <= reference } ?? false }

    /// Whether a target day is over: a day is past at its end (9.1).
    func hasPassed(_ target: Int?) -> Bool { target.map { $0 <= to && $0 < asOf } ?? false }

    /// Whether a target day lies in the period and is over (9.2).
    func isDue(_ target: Int?) -> Bool { target.map { $0 >= from && hasPassed($0) } ?? false }
}

/// A question as the program is asked it.
struct ReportRequest: CustomStringConvertible {
    var scope: RecountScope
    /// The days that it is held against, as of the same day.
    var other: ClosedRange<Int>
    var split: Split?
    var fund: String?
    var course: Int?
    /// For whom, and the smallest count that is published to them.
    var profile = Profile.team
    var threshold: Int?
    var k: Int { threshold ?? [.team: 1, .board: 5, .funder: 10, .public: 11][profile] ?? 0 }

    /// A question at random, often judged on a day on which something of these records happens.
    init(near days: [Int], among organizations: [Int], using generator: inout some RandomNumberGenerator) {
        let periods = [
            ("2026-01-01", "2026-03-31"), ("2026-01-01", "2026-03-31"), ("2026-01-01", "2026-12-31"),
            ("2026-02-01", "2026-02-28"), ("2025-07-01", "2026-06-30"), ("2026-01-15", "2026-05-10"),
            ("2026-02-28", "2026-02-28"), ("2025-01-01", "2025-12-31"), ("2025-10-01", "2026-09-30"),
            ("2025-04-01", "2026-03-31"), ("2025-03-01", "2026-02-28"), ("2025-12-01", "2026-02-28"),
        ].map { Almanac.day($0)...Almanac.day($1) }
        var period = generator.pick(periods)
        let day = generator.pick(days + [Dates.any(&generator)])
        if generator.isOne(of: 4), day > period.lowerBound { period = period.lowerBound...day }
        let asOf = generator.pick([period.upperBound, period.upperBound, day, day, day, Dates.any(&generator)])
        scope = RecountScope(from: period.lowerBound, to: period.upperBound, asOf: asOf)
        other = generator.pick(periods)
        limit(to: organizations, using: &generator)
    }

    /// Filters, a division and readers at random.
    private mutating func limit(to organizations: [Int], using generator: inout some RandomNumberGenerator) {
        if generator.isOne(of: 3) { scope.organization = generator.pick(organizations) }
        if generator.isOne(of: 2) { profile = generator.pick([.board, .funder, .public]) }
        if generator.isOne(of: 8) { threshold = generator.pick([1, 3, 16]) }
        if generator.isOne(of: 12) { fund = "county" }
        if generator.isOne(of: 12) { course = 1 }
        let splits: [Split?] = [nil, nil, .organization, .organization, .month, .quarter]
        split = generator.isOne(of: 10) ? generator.pick(Split.allCases) : generator.pick(splits)
    }

    /// The same as a scope.
    func reportScope() throws -> Scope {
        Scope(
            period: try Self.period(scope.from...scope.to),
            asOf: try day(Almanac.iso(scope.asOf)),
            organization: scope.organization.map { .init(id: Int64($0), ref: "o\($0)", title: "Title of o\($0)") },
            course: course.map { .init(id: Int64($0), ref: "c\($0)", title: "Course \($0)") },
            fund: fund,
            by: split
        )
    }

    static func period(_ days: ClosedRange<Int>) throws -> Period {
        let (from, to) = (try day(Almanac.iso(days.lowerBound)), try day(Almanac.iso(days.upperBound)))
        return try #require(Period(from: from, to: to, fiscalYearStart: 7))
    }

    var description: String {
        let days = "\(Almanac.iso(scope.from))..\(Almanac.iso(scope.to)) as of \(Almanac.iso(scope.asOf))"
        let filters = "organization \(scope.organization ?? 0) fund \(fund ?? "-") course \(course ?? 0)"
        return "\(profile) k \(k), \(days), \(filters), by \(split?.rawValue ?? "nothing")"
    }
}
