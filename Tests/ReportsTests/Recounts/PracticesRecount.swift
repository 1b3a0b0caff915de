import Support

@testable import Reports

/// Assessment of practices: AS-01 to AS-06.
struct PracticesRecount: RecountedTheme {
    static let report = Report.practices
    static let notYetRecorded: Set<String> = ["AS-05", "AS-06"]

    private let raw: RawPractices

    init(using generator: inout SeededGenerator) { raw = RawPractices(using: &generator) }

    var days: [Int] { raw.days }

    func store(in sample: borrowing Sample) throws { try raw.store(in: sample) }

    func owners(of id: String) -> [Int] { raw.assessments.map(\.organization) }

    func answers(_ scope: RecountScope) -> [String: Answer] {
        var answers = moves(scope)
        let own = raw.assessments.filter { scope.isAbout($0.organization) }
        answers["AS-01"] = onTime(own.map { ($0.due, $0.completed) }, scope)
        let actions = own.flatMap(\.actions)
        answers["AS-04"] = onTime(actions.map { ($0.due, $0.done) }, scope)
        answers["AS-04.overdue"] = .count(
            actions.filter { scope.counts($0.due) && isOver($0.due, scope) && !scope.isPast($0.done) }.count
        )
        let criteria = raw.latest(scope).flatMap(\.criteria)
        answers["AS-02"] = RawPractices.score(criteria, halves: true)
        answers["AS-02.strict"] = RawPractices.score(criteria, halves: false)
        return answers
    }

    /// A day to do something by is over once the as-of day is later.
    private func isOver(_ due: Int?, _ scope: RecountScope) -> Bool { due.map { $0 < scope.asOf } ?? false }

    /// Done by its day, of what was due in the period: its day is over, or it was done by it.
    private func onTime(_ all: [(due: Int?, done: Int?)], _ scope: RecountScope) -> Answer {
        func isInTime(_ one: (due: Int?, done: Int?)) -> Bool {
            guard let due = one.due, let done = one.done else { return false }
            return done <= due
        }
        let due = all.filter { scope.counts($0.due) && (isOver($0.due, scope) || isInTime($0)) }
        return .share(due.filter(isInTime).count, of: due.count)
    }

    /// Each criterion of the latest assessments beside the same one of the first with that version of the tool.
    private func moves(_ scope: RecountScope) -> [String: Answer] {
        let worth = ["met": 2, "partial": 1, "not_met": 0]
        var (up, down, same, missing) = (0, 0, 0, 0)
        for one in raw.latest(scope) {
            let first = raw.baseline(of: one)
            for criterion in one.criteria {
                let old = first?.criteria.first { $0.domain == criterion.domain && $0.text == criterion.text }
                guard let now = criterion.score.flatMap({ worth[$0] }), let then = old?.score.flatMap({ worth[$0] })
                else {
                    missing += 1
                    continue
                }
                up += now > then ? 1 : 0
                down += now < then ? 1 : 0
                same += now == then ? 1 : 0
            }
        }
        let total = up + down + same + missing
        return [
            "AS-03": .count(up + down, missing: missing, of: total),
            "AS-03.up": .count(up, missing: missing, of: total),
            "AS-03.down": .count(down, missing: missing, of: total),
            "AS-03.same": .count(same, missing: missing, of: total),
        ]
    }
}
