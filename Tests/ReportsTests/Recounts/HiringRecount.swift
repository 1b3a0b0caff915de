import Support

@testable import Reports

/// Hiring people who use drugs: HI-01 to HI-04, by the definitions in section 2 E with 9.5, 9.17, 9b.10 and 9b.16.
struct HiringRecount: RecountedTheme {
    static let report = Report.hiring
    static let judged: Set<String> = ["HI-01", "HI-01.fte", "HI-02", "HI-03", "HI-04"]
    /// Of the program's own positions, where no organization is asked about.
    static let ofProgram: Set<String> = ["HI-01", "HI-01.fte", "HI-02", "HI-03"]
    static let pointInTime: Set<String> = ["HI-01", "HI-01.fte", "HI-02", "HI-03"]
    static let rates: Set<String> = ["HI-03"]

    private let raw: RawPositions
    private let practices: RawPractices

    init(using generator: inout SeededGenerator) {
        raw = RawPositions(using: &generator)
        practices = RawPractices(using: &generator)
    }

    /// Those of positions, and those on which a term has lasted for a year.
    var days: [Int] {
        let ends = raw.positions.flatMap { [$0.authorized, $0.closed, $0.closed] }.compactMap { $0 }
        let terms = raw.positions.flatMap(\.fillings)
        return ends + terms.compactMap(\.to)
            + terms.flatMap { [$0.from, Almanac.anniversary($0.from)] }
    }

    func store(in sample: borrowing Sample) throws {
        try raw.store(in: sample)
        try practices.store(in: sample)
    }

    func owners(of id: String) -> [Int] {
        guard id == "HI-04" else { return raw.positions.map(\.organization) }
        return practices.assessments.filter { $0.criteria.contains(where: \.isAboutHiring) }.map(\.organization)
    }

    func answers(_ scope: RecountScope) -> [String: Answer] {
        let owner = scope.organization ?? RandomProgram.program
        let own = raw.positions.filter { $0.organization == owner }
        let authorized = own.filter { isAuthorized($0, scope.reference) }
        let filled = authorized.filter { isFilled($0, scope.reference) }
        let unknown = own.count { isUnknown($0, scope.reference) }
        func hundredths(_ positions: [RawPositions.Position]) -> Int {
            positions.compactMap(\.hundredths).reduce(0, +)
        }
        let unmeasured = authorized.count { $0.hundredths == nil }
        let all = authorized.count + unknown
        let fairness = practices.latest(scope).flatMap(\.criteria).filter(\.isAboutHiring)
        return [
            "HI-01": .share(filled.count, of: authorized.count, missing: unknown, among: all),
            "HI-01.fte": .share(
                hundredths(filled),
                of: hundredths(authorized),
                parts: 100,
                missing: unmeasured + unknown,
                among: all
            ),
            "HI-02": .count(Set(authorized.map(\.capacity)).count, missing: unknown, of: all),
            "HI-03": retention(own, scope.reference),
            "HI-04": RawPractices.score(fairness, halves: true),
        ]
    }

    /// Without a day on which it was authorized a position counts from the first day on which it was filled; until then
    /// nobody knows.
    private func isUnknown(_ position: RawPositions.Position, _ day: Int) -> Bool {
        position.authorized == nil && !position.fillings.contains { $0.from <= day }
            && position.closed.map { $0 > day } != false
    }

    /// Authorized on a day and not closed by it; whoever was hired says that the position was authorized by then.
    private func isAuthorized(_ position: RawPositions.Position, _ day: Int) -> Bool {
        guard let from = position.authorized ?? position.fillings.map(\.from).min() else { return false }
        return from <= day && position.closed.map { $0 > day } != false
    }

    private func isFilled(_ position: RawPositions.Position, _ day: Int) -> Bool {
        position.fillings.contains { $0.from <= day && $0.to.map { $0 >= day } != false }
    }

    /// Those who were hired into a paid position a year ago or longer, and of them who stayed for a year.
    private func retention(_ positions: [RawPositions.Position], _ day: Int) -> Answer {
        var (hired, stayed, unsaid) = (0, 0, 0)
        for position in positions {
            for term in position.fillings where Almanac.anniversary(term.from) <= day {
                switch position.paid {
                case nil: unsaid += 1
                case 1:
                    hired += 1
                    if term.to.map({ $0 >= Almanac.anniversary(term.from) }) != false { stayed += 1 }
                default: break
                }
            }
        }
        return .share(stayed, of: hired, missing: unsaid, among: hired + unsaid)
    }
}
