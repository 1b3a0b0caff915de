import Measures
import Records

extension Theme {
    /// Evaluation outcomes: EV-01 to EV-15. Those without an entry of their own have one per item or scale of a form.
    static let evaluations = Theme(
        title: "What attendees said and did",
        level: .individual,
        metrics: [
            .responseRate, .completeResponseRate, .followupResponseRate, .matchedPairRate, .matchedPairRateOfBefores,
            .topBox, .netAgreement, .likelihoodToRecommend, .scaleScore, .meanChange, .standardizedChange, .signedRank,
            .knowledge, .principleTally, .commitmentsCarriedOut, .commitmentsMade, .commitmentsPerPerson,
            .commitmentsFollowedUp,
            .commitmentsPartly, .commitmentsNotYet, .levelCoverage, .reactionCoverage, .learningCoverage,
            .behaviorCoverage, .resultsCoverage, .stigmatizingAnswers,
        ],
        lines: [
            ScorecardLine("Response rate · matched before and after", .responseRate, .matchedPairRate),
            ScorecardLine("Change on scales, with 95% confidence interval", .meanChange).ofEachScale(
                "change with 95% confidence interval"
            ),
            ScorecardLine(
                "Commitments kept",
                .commitmentsCarriedOut,
                .commitmentsPartly,
                .commitmentsNotYet
            ).saying("in full", "in part", "not yet"),
        ],
        sentences: [returned, commitments],
        outcomes: [
            Outcome(words: "response rate", metrics: [.responseRate]),
            Outcome(words: "answers", metrics: [.topBox, .scaleScore]),
            Outcome(words: "change from before to after", metrics: [.meanChange]),
            Outcome(words: "commitments kept", metrics: [.commitmentsCarriedOut]),
        ],
        gaps: gapsOfEvaluations,
        kinds: [.evaluation, .form, .session, .attendance, .headcount, .tally, .commitment, .reflection]
    )

    private static let returned: Sentence = { findings, _ in
        guard let rate = findings.value(.responseRate), let back = rate.numerator, let asked = rate.denominator else {
            return ""
        }
        return "\(back) of \(Printed.counted(asked, "attendee[s]")) returned an evaluation."
    }

    private static let commitments: Sentence = { findings, _ in
        guard let share = findings.value(.commitmentsCarriedOut), let fully = share.numerator,
            let heard = share.denominator
        else { return "" }
        return
            "Of \(Printed.counted(heard, "commitment[s]")) that we followed up on, people kept \(fully) in full "
            + "(as they report)."
    }
}
