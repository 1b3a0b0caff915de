import Documents
import Measures

/// The lines of the scorecard, in the order organizational, community, individual.
enum ScorecardLayout {
    struct Section: Sendable {
        let title: String
        let lines: [Line]
    }

    /// One line: the metrics that stand in it, side by side.
    struct Line: Sendable {
        let title: String
        let ids: [String]
        /// Whether the second figure is how many of the first there would have been, in parentheses.
        var hasCountBehind = false

        init(_ title: String, _ ids: String...) {
            self.title = title
            self.ids = ids
        }

        /// What stands behind each numerator in place of "of" and the denominator; empty where figures stand as they are.
        var words: [String] = []

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
            if findings.count == 1 || (states.count == 1 && first.figure.state != .value) {
                return Printed.cell(first)
            }
            return .text(findings.map(Printed.words).joined(separator: " · "))
        }
    }

    private static var trainings: Line {
        var line = Line("Trainings held (cancelled)", "TR-01", "TR-02")
        line.hasCountBehind = true
        return line
    }

    private static var commitments: Line {
        var line = Line("Commitments, of those followed up", "EV-13", "EV-13.partly", "EV-13.not_yet")
        line.words = ["fully", "partly", "not yet"]
        return line
    }

    private static let change = Line("Scale, change (95 % interval)", "EV-08")

    /// The sections where these metrics are counted: a line for each scale whose change is, or one that none is.
    static func sections(_ metrics: [Metric]) -> [Section] {
        let scales = metrics.filter { $0.id.hasPrefix("EV-08.") && !$0.isForWholeOnly && $0.isOfScale }
        guard !scales.isEmpty else { return sections }
        let lines = scales.map { Line("\($0.subject), change (95 % interval)", $0.id) }
        return sections.map { section in
            Section(title: section.title, lines: section.lines.flatMap { $0.ids == change.ids ? lines : [$0] })
        }
    }

    static let sections: [Section] = [
        Section(
            title: "Training and education",
            lines: [
                trainings,
                Line("People trained, each counted once", "TR-04"),
                Line("Person-hours of training", "TR-06"),
                Line("Staff trained in the last 12 months", "TR-09"),
                Line("Contact-based trainings", "TR-11"),
            ]
        ),
        Section(
            title: "Outlets for feedback",
            lines: [
                Line("Outlets open · items received", "FB-01", "FB-02"),
                Line("Acknowledged on time · answered on time", "FB-03", "FB-05"),
                Line("People told · led to a change", "FB-06", "FB-06.changed"),
            ]
        ),
        Section(
            title: "Assessment of practices",
            lines: [
                Line("Criteria met (strict)", "AS-02.strict"),
                Line("Improvement actions overdue", "AS-04.overdue"),
            ]
        ),
        Section(title: "Hiring people who use drugs", lines: [Line("Designated positions filled", "HI-01")]),
        Section(
            title: "Participant advisory board",
            lines: [
                Line("Designated share of voting seats", "PB-01"),
                Line("Meetings held · quorate · paid attendance", "PB-02", "PB-03", "PB-04"),
                Line("Recommendations: answered · taken up", "PB-05", "PB-05.uptake"),
            ]
        ),
        Section(
            title: "Campaigns, advocacy and events",
            lines: [Line("Campaigns · actions · events", "CO-01", "CO-02", "CO-03")]
        ),
        Section(
            title: "What people said and did",
            lines: [
                Line("Evaluations returned (RR2) · matched pairs", "EV-01", "EV-03"),
                change,
                commitments,
            ]
        ),
    ]
}
