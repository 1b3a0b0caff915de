import Support

@testable import Reports

/// Assessment of practices: AS-01 to AS-06, by the definitions in section 2 D with 9.1 to 9.3 and 9b.1, 11 and 16.
struct PracticesRecount: RecountedTheme {
    static let report = Report.practices
    static let judged: Set<String> = ["AS-01", "AS-02", "AS-02.strict", "AS-04", "AS-04.overdue"]
    static let notYetRecorded: Set<String> = ["AS-05", "AS-06", "AS-06.policy"]

    private let raw: RawPractices

    init(using generator: inout SeededGenerator) { raw = RawPractices(using: &generator) }

    var days: [Int] { raw.days }

    func store(in sample: borrowing Sample) throws { try raw.store(in: sample) }

    func owners(of id: String) -> [Int] { raw.assessments.map(\.organization) }

    func answers(_ scope: RecountScope) -> [String: Answer] {
        var answers = moves(scope)
        let own = raw.assessments.filter { scope.isAbout($0.organization) }
        answers["AS-01"] = onTime(own.map { ($0.due, $0.completed) }, scope)
        let actions = own.flatMap { one in one.actions.map { (due: $0.due, done: $0.done, completed: one.completed) } }
        // An action without a target day is missing where its assessment was completed.
        let undated = actions.filter { $0.due == nil && scope.counts($0.completed) }.count
        answers["AS-04"] = onTime(actions.map { ($0.due, $0.done) }, undated: undated, scope)
        answers["AS-04.overdue"] = .count(actions.filter { scope.hasPassed($0.due) && !scope.isPast($0.done) }.count)
        let criteria = raw.latest(scope).flatMap(\.criteria)
        answers["AS-02"] = RawPractices.score(criteria, halves: true)
        answers["AS-02.strict"] = RawPractices.score(criteria, halves: false)
        return answers
    }

    /// Done by its day, of what has its target day in the period and that day is over.
    private func onTime(_ all: [(due: Int?, done: Int?)], undated: Int = 0, _ scope: RecountScope) -> Answer {
        let due = all.filter { scope.isDue($0.due) }
        if due.isEmpty, undated > 0 { return .notCollected(missing: undated) }
        return .share(due.filter { $0.done ?? .max <= $0.due ?? 0 }.count, of: due.count, missing: undated)
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
