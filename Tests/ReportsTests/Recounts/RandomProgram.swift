import Documents
import Measures
import SQLite
import Support

@testable import Reports

/// Records of one theme made at random, and what the metric dictionary makes of them, counted by loops that share
/// nothing with the program.
protocol RecountedTheme {
    /// The report that prints its figures.
    static var report: Report { get }
    /// Those of its figures that are judged on one day, so that they divide by organization only.
    static var pointInTime: Set<String> { get }
    /// Those that nothing can be recorded for yet.
    static var notYetRecorded: Set<String> { get }
    /// Those that are rates about people, which may be suppressed.
    static var rates: Set<String> { get }

    init(using generator: inout SeededGenerator)
    /// Days on which a figure may change.
    var days: [Int] { get }
    func store(in sample: borrowing Sample) throws
    /// Whose records a figure is counted from, an organization for each; without any it was not collected.
    func owners(of id: String) -> [Int]
    /// Every figure, from the records that the question is about.
    func answers(_ scope: RecountScope) -> [String: Answer]
}

extension RecountedTheme {
    static var pointInTime: Set<String> { [] }
    static var notYetRecorded: Set<String> { [] }
    static var rates: Set<String> { [] }

    /// The figures that the recount knows.
    static var ids: Set<String> {
        var generator = SeededGenerator(seed: 1)
        let nothing = RecountScope(from: 0, to: 0, asOf: 0)
        return Set(Self(using: &generator).answers(nothing).keys).union(notYetRecorded)
    }
}

/// What stands around the records of a theme: organizations, sessions that make groups, and targets.
struct RandomProgram {
    /// Those that may keep records; two offices number theirs apart.
    static let owners = [1, 2, 4_294_967_299]
    /// The same and one that keeps none.
    static let organizations = owners + [4]

    struct Session {
        let id: Int
        let day: String
        let organizations: [Int]
        let course: Int?
        let fund: String?
    }

    static let sessions = [
        Session(id: 1, day: "2026-02-10", organizations: [1, 4], course: 1, fund: "county"),
        Session(id: 2, day: "2026-02-28", organizations: [], course: nil, fund: nil),
        Session(id: 3, day: "2025-08-03", organizations: [4], course: nil, fund: "city"),
    ]

    struct Target {
        let metric: String
        let period: String
        let days: ClosedRange<Int>
        let organization: Int?
        let fund: String
        let value: Double
    }

    private(set) var targets: [Target] = []

    init(_ ids: Set<String>, using generator: inout some RandomNumberGenerator) {
        let periods = [
            ("2026-Q1", "2026-01-01", "2026-03-31"), ("2026-01-01..2026-03-31", "2026-01-01", "2026-03-31"),
            ("2026-02", "2026-02-01", "2026-02-28"), ("2026", "2026-01-01", "2026-12-31"),
            ("FY2026", "2025-07-01", "2026-06-30"),
        ]
        var keys: Set<String> = []
        for _ in 0..<12 {
            let (label, from, to) = generator.pick(periods)
            let id = generator.pick(ids.sorted())
            let target = Target(
                metric: generator.isOne(of: 3) ? id.lowercased() : id,
                period: label,
                days: Almanac.day(from)...Almanac.day(to),
                organization: generator.pick([nil, 1, 1, 2, Int(Sample.program.organizationID)]),
                fund: generator.isOne(of: 5) ? "county" : "",
                value: Double(Int.random(in: 0...40, using: &generator)) / 4
            )
            let key = "\(target.metric) \(label) \(target.organization ?? 0) \(target.fund)"
            if keys.insert(key).inserted { targets.append(target) }
        }
    }

    func store(in sample: borrowing Sample) throws {
        for id in Self.organizations { try sample.organization(id, "o\(id)") }
        try sample.organization(Int(Sample.program.organizationID), "lakeside")
        for session in Self.sessions {
            try sample.session(
                session.id,
                session.day,
                for: session.organizations,
                course: session.course,
                site: "north",
                fund: session.fund,
                modality: "online"
            )
        }
        for target in targets {
            try sample.target(target.metric, target.period, target.value, of: target.organization, fund: target.fund)
        }
    }

    /// What was set for a figure: the value for these days, this organization and this fund. Without an organization
    /// it is what the program set for itself, else what names nobody.
    func target(_ id: String, _ days: ClosedRange<Int>, _ organization: Int?, _ fund: String?) -> Double? {
        let fitting = targets.filter {
            $0.metric.lowercased() == id.lowercased() && $0.days == days && $0.fund == fund ?? ""
        }
        if let organization { return fitting.first { $0.organization == organization }?.value }
        let own = fitting.first { $0.organization == Int(Sample.program.organizationID) }
        return (own ?? fitting.first { $0.organization == nil })?.value
    }
}
