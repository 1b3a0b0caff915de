import Measures

extension Theme {
    /// Evaluation outcomes: EV-01 to EV-15. Those without an entry of their own have one per item or scale of a form.
    static let evaluations = Theme(
        title: "What people said and did",
        level: .individual,
        metrics: [
            .responseRate, .completeResponseRate, .followupResponseRate, .matchedPairRate, .matchedPairRateOfBefores,
            .topBox, .netAgreement, .likelihoodToRecommend, .scaleScore, .meanChange, .standardizedChange, .signedRank,
            .knowledge, .principleTally, .commitmentsCarriedOut, .commitmentsMade, .commitmentsFollowedUp,
            .commitmentsPartly, .commitmentsNotYet, .levelCoverage, .reactionCoverage, .learningCoverage,
            .behaviorCoverage, .resultsCoverage, .stigmatizingAnswers,
        ],
        lines: [
            ScorecardLine("Evaluations returned (RR2) · matched pairs", .responseRate, .matchedPairRate),
            ScorecardLine("Scale, change (95 % interval)", .meanChange).ofEachScale("change (95 % interval)"),
            ScorecardLine(
                "Commitments, of those followed up",
                .commitmentsCarriedOut,
                .commitmentsPartly,
                .commitmentsNotYet
            ).saying("fully", "partly", "not yet"),
        ],
        sentences: [returned, commitments],
        outcomes: [
            Outcome(words: "how many evaluations came back", metrics: [.responseRate]),
            Outcome(words: "what people answered", metrics: [.topBox, .scaleScore]),
            Outcome(words: "change from before to after", metrics: [.meanChange]),
            Outcome(words: "what became of commitments", metrics: [.commitmentsCarriedOut]),
        ],
        gaps: gapsOfEvaluations
    )

    private static let returned: Sentence = { findings, _ in
        guard let rate = findings.value(.responseRate), let back = rate.numerator, let asked = rate.denominator else {
            return ""
        }
        return "\(back) of \(Printed.counted(asked, "evaluation[s]")) came back."
    }

    private static let commitments: Sentence = { findings, _ in
        guard let share = findings.value(.commitmentsCarriedOut), let fully = share.numerator,
            let heard = share.denominator
        else { return "" }
        return
            "Of \(Printed.counted(heard, "commitment[s]")) that \(heard == 1 ? "was" : "were") followed up, \(fully) "
            + "\(fully == 1 ? "was" : "were") fully carried out, as people report."
    }
}
