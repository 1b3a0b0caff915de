import Documents
import Measures

/// One line of the scorecard: the metrics that stand in it, side by side.
struct ScorecardLine: Sendable {
    let title: String
    /// The metrics; of a line for one scale the companion of that scale.
    let metrics: [MetricID]
    /// Whether the second figure is how many of the first there would have been, in parentheses.
    private(set) var hasCountBehind = false
    /// What stands behind each numerator in place of "of" and the denominator; empty where figures stand as they are.
    private var words: [String] = []
    /// What stands behind a scale's name where there is a line for each scale.
    private var ofScale: String?

    init(_ title: String, _ metrics: Metric...) { self.init(title, metrics.map(\.id)) }

    private init(_ title: String, _ metrics: [MetricID]) {
        self.title = title
        self.metrics = metrics
    }

    /// The line whose second figure is a count in parentheses.
    var withCountBehind: ScorecardLine {
        var line = self
        line.hasCountBehind = true
        return line
    }

    /// The line of numerators, each with a word behind it.
    func saying(_ words: String...) -> ScorecardLine {
        var line = self
        line.words = words
        return line
    }

    /// The line that becomes one for each scale, with the scale's name in front of these words.
    func ofEachScale(_ words: String) -> ScorecardLine {
        var line = self
        line.ofScale = words
        return line
    }

    /// The lines that it is where these metrics are counted: one for each scale, or itself where there is none.
    func lines(_ counted: [Metric]) -> [ScorecardLine] {
        guard let ofScale, let family = metrics.first else { return [self] }
        let scales = counted.filter { $0.id.isCompanion(of: family) && !$0.isForWholeOnly && $0.shape.isOfScale }
        return scales.isEmpty ? [self] : scales.map { ScorecardLine("\($0.subject), \(ofScale)", [$0.id]) }
    }

    /// The figures of the line in one cell; where none of them is a number, why.
    func cell(_ findings: [Finding]) -> Cell {
        if !words.isEmpty, findings.count == words.count, findings.contains(where: { $0.figure.numerator != nil }) {
            let parts = zip(findings, words).map { finding, word in
                "\(finding.figure.numerator.map { String($0) } ?? Printed.words(finding)) \(word)"
            }
            return .text(parts.joined(separator: " · "))
        }
        if hasCountBehind, let first = findings.first, let count = findings.last?.figure.numerator {
            return .text("\(Printed.words(first)) (\(count))")
        }
        guard let first = findings.first else { return .notCollected }
        let states = Set(findings.map(\.figure.state))
        if findings.count == 1 || (states.count == 1 && first.figure.state != .value) { return Printed.cell(first) }
        let words = findings.map(Printed.words)
        return .text(([words[0]] + words.dropFirst().map { $0.lowercased() }).joined(separator: " · "))
    }
}
