import Documents
import Measures

/// The sentences with which a scorecard begins: what was done, theme by theme, and what was not measured.
struct ScorecardSentences {
    let findings: Findings
    let surroundings: Surroundings

    init(_ reading: Reading, _ surroundings: Surroundings) {
        findings = Findings(reading.total)
        self.surroundings = surroundings
    }

    /// All of them, in the order organizational, community, individual.
    var all: [String] {
        Theme.byLevel.flatMap(\.sentences).map { $0(findings, surroundings) }.filter { !$0.isEmpty }
            + [measured, Page.whatCountsCannotShow]
    }

    /// Which themes were measured, of one with several parts which of them.
    private var measured: String {
        var measured: [String] = []
        var not: [String] = []
        var apart: [String] = []
        for theme in Theme.byLevel {
            let name = theme.title.lowercased()
            let outcomes = theme.outcomes.map { ($0.words, $0.metrics.contains(where: findings.isMeasured)) }
            let found = outcomes.filter(\.1).map(\.0)
            if !found.isEmpty {
                measured.append("\(name) (\(found.joined(separator: ", ")))")
                not += outcomes.filter { !$0.1 }.map(\.0)
                continue
            }
            let lines = theme.lines.flatMap(\.metrics).compactMap { findings[$0]?.figure }
            if lines.contains(where: { $0.reason == .notDivisible }), !lines.contains(where: { $0.state == .value }) {
                apart.append(name)
            } else if theme.isRecorded(surroundings), lines.contains(where: { $0.state != .notCollected }) {
                measured.append(name)
            } else {
                not.append(name)
            }
        }
        let parts = [("Measured", measured), ("Not measured", not), ("Can't be split this way", apart)].filter {
            !$0.1.isEmpty
        }
        return parts.map { "\($0.0): \($0.1.joined(separator: ", "))." }.joined(separator: " ")
    }
}
