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
    /// Those that questions are asked about.
    static var organizations: [Int] { get }
    /// Those that are counts of people by a property, which may be suppressed.
    static var people: Set<String> { get }
    /// Those of which only state, reason and value are compared.
    static var valuesOnly: Set<String> { get }
    /// Those that are counted from the program's own records where no organization is asked about.
    static var ofProgram: Set<String> { get }
    /// Stocks and shares: before their period begins they are not due. Of the others a count is 0.
    static var judged: Set<String> { get }
    /// Whether its figures divide by what an organization is.
    static var dividesBySector: Bool { get }

    init(using generator: inout SeededGenerator)
    /// Days on which a figure may change.
    var days: [Int] { get }
    /// Sessions of its own, beside those of every random program.
    var sessions: [RandomProgram.Session] { get }
    func store(in sample: borrowing Sample) throws
    /// Whose records a figure is counted from, an organization for each; without any it was not collected.
    func owners(of id: String) -> [Int]
    /// The same, of those whose records are there by a day.
    func owners(of id: String, asOf day: Int) -> [Int]
    /// Every figure, from the records that the question is about.
    func answers(_ scope: RecountScope) -> [String: Answer]
    /// Whether an answer is kept from those who ask.
    func withholds(_ id: String, _ answer: Answer, _ scope: RecountScope, _ request: ReportRequest) -> Bool
}

extension RecountedTheme {
    static var pointInTime: Set<String> { [] }
    static var notYetRecorded: Set<String> { [] }
    static var rates: Set<String> { [] }
    static var organizations: [Int] { RandomProgram.organizations }

    var sessions: [RandomProgram.Session] { [] }

    func withholds(_ id: String, _ answer: Answer, _ scope: RecountScope, _ request: ReportRequest) -> Bool { false }
    static var people: Set<String> { [] }
    static var ofProgram: Set<String> { [] }
    static var judged: Set<String> { [] }
    static var dividesBySector: Bool { false }
    static var valuesOnly: Set<String> { [] }

    func owners(of id: String, asOf day: Int) -> [Int] { owners(of: id) }

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
    static let owners = [1, 2, 4_294_967_299, program]
    /// The organization whose record it is.
    static let program = Int(Sample.program.organizationID)
    /// The same and one that keeps none.
    static let organizations = owners + [4]

    /// What an organization is called in groups.
    static func ref(of organization: Int) -> String {
        organization == Int(Sample.program.organizationID) ? "lakeside" : "o\(organization)"
    }

    /// Which organization is called so; nil for the group of those that name none.
    static func organization(called ref: String) -> Int? {
        ref == "lakeside" ? Int(Sample.program.organizationID) : Int(ref.dropFirst())
    }

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
                organization: generator.pick([nil, 1, 1, 2, Self.program]),
                fund: generator.isOne(of: 5) ? "county" : "",
                value: Double(Int.random(in: 0...40, using: &generator)) / 4
            )
            let key = "\(target.metric) \(label) \(target.organization ?? 0) \(target.fund)"
            if keys.insert(key).inserted { targets.append(target) }
        }
    }

    func store(in sample: borrowing Sample) throws {
        for id in Self.organizations { try sample.organization(id, Self.ref(of: id)) }
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
        let own = fitting.first { $0.organization == Self.program }
        return (own ?? fitting.first { $0.organization == nil })?.value
    }
}
