import Measures
import Records

extension Theme {
    /// Assessment of practices: AS-01 to AS-06.
    static let practices = Theme(
        title: "Assessment of practices",
        level: .organizational,
        metrics: [
            .assessmentsOnSchedule, .practiceScore, .strictPracticeScore, .changeSinceBaseline, .criteriaUp,
            .criteriaDown, .criteriaSame, .actionsOnTime, .actionsOverdue, .languageAudit,
            .consequencesExpected, .policyKnown,
        ],
        lines: [
            ScorecardLine("Practice criteria fully met", .strictPracticeScore),
            ScorecardLine("Improvement actions overdue", .actionsOverdue),
        ],
        sentences: [criteria],
        gaps: gapsOfPractices,
        kinds: [.assessment, .criterion, .action]
    )

    private static let criteria: Sentence = { findings, _ in
        guard let strict = findings.figure(.strictPracticeScore), let overdue = findings.whole(.actionsOverdue) else {
            return ""
        }
        let actions =
            overdue == 0
            ? "" : "\(Printed.counted(overdue, "improvement action[s]")) \(overdue == 1 ? "is" : "are") overdue."
        guard strict.state == .value, let met = strict.numerator, let all = strict.denominator else { return actions }
        let practices =
            "\(met) of \(all) practice \(all == 1 ? "criterion" : "criteria") \(met == 1 ? "is" : "are") fully met."
        return actions.isEmpty ? practices : "\(practices) \(actions)"
    }
}
