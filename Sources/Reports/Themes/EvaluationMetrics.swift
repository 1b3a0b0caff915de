import Measures

extension Metric {
    /// Evaluation outcomes: EV-01 to EV-15. Those without an entry of their own have one per item or scale of a form.
    static let evaluation: [Metric] = [
        evaluation(
            "EV-01",
            "Evaluation response rate",
            .share,
            .open,
            "Evaluations returned whole or in part, of the attendances at sessions that offered one.",
            .outletsForFeedback
        ),
        evaluation(
            "EV-01.rr1",
            "Evaluation response rate: complete only",
            .share,
            .open,
            "Evaluations returned whole, of the attendances at sessions that offered one.",
            .outletsForFeedback
        ),
        evaluation(
            "EV-02",
            "Follow-up response rate",
            .share,
            .rate,
            "Follow-up forms returned, of the people who consented to a follow-up and were asked.",
            .outletsForFeedback
        ),
        evaluation(
            "EV-03",
            "Matched-pair rate",
            .share,
            .open,
            "Before and after forms that were linked, of the after forms returned."
        ),
        evaluation(
            "EV-03.before",
            "Matched-pair rate: of the before forms",
            .share,
            .open,
            "Before and after forms that were linked, of the before forms returned."
        ),
        evaluation(
            "EV-04",
            "Top-2-box %",
            .share,
            .rate,
            "Answers in the two most favorable categories, of the valid answers to an item.",
            own: false
        ),
        evaluation(
            "EV-05",
            "Net agreement",
            .points,
            .rate,
            "Share of answers in the two most favorable categories less that in the two least favorable, in points.",
            own: false
        ),
        evaluation(
            "EV-06",
            "Likelihood to recommend",
            .points,
            .rate,
            "Share of answers 9 and 10 less that of 0 to 6, in points."
        ),
        evaluation(
            "EV-07",
            "Scale score",
            .score,
            .mean,
            "Sum of a scale's items after reversing those that are reversed, over forms that answered enough of them.",
            own: false
        ),
        evaluation(
            "EV-08",
            "Mean change with 95 % CI",
            .score,
            .mean,
            "Mean difference, after less before, over matched pairs with both scores.",
            own: false
        ),
        evaluation(
            "EV-09",
            "Standardized change",
            .score,
            .mean,
            "Mean change in units of a standard deviation, which is named.",
            own: false
        ),
        evaluation(
            "EV-10",
            "Wilcoxon signed-rank",
            .score,
            .mean,
            "Signed-rank statistic V of the differences that are not zero."
        ),
        evaluation(
            "EV-11",
            "Knowledge item % correct, pre → post",
            .share,
            .rate,
            "Right answers to a knowledge question, of those given, before and after.",
            own: false
        ),
        evaluation(
            "EV-12",
            "Resonate and Challenge tally",
            .share,
            .people,
            "Of the people who answered, how many a principle resonates with most, and how many it challenges most.",
            own: false
        ),
        evaluation(
            "EV-13",
            "Commitments to change",
            .share,
            .rate,
            "Commitments fully carried out, of those that were followed up.",
            .higherIsBetter
        ),
        evaluation("EV-13.made", "Commitments to change: made", .items, .rate, "Strategies that attendees undertook."),
        evaluation(
            "EV-13.followed_up",
            "Commitments to change: followed up",
            .share,
            .rate,
            "Commitments followed up, of those made."
        ),
        evaluation(
            "EV-13.partly",
            "Commitments to change: partly",
            .share,
            .rate,
            "Commitments partly carried out, of those that were followed up."
        ),
        evaluation(
            "EV-13.not_yet",
            "Commitments to change: not yet",
            .share,
            .rate,
            "Commitments not carried out yet, of those that were followed up.",
            .lowerIsBetter
        ),
        evaluation(
            "EV-14",
            "Evaluation level coverage",
            .share,
            .open,
            "Held sessions that were evaluated at a level, of all held.",
            .outletsForFeedback,
            own: false
        ),
        evaluation(
            "EV-14.l1",
            "Evaluation level coverage: reaction",
            .share,
            .open,
            "Held sessions whose attendees were asked what they thought, of all held.",
            .outletsForFeedback
        ),
        evaluation(
            "EV-14.l2",
            "Evaluation level coverage: learning",
            .share,
            .open,
            "Held sessions with answers before and after, of all held.",
            .outletsForFeedback
        ),
        evaluation(
            "EV-14.l3",
            "Evaluation level coverage: behavior",
            .share,
            .open,
            "Held sessions that were followed up, of all held.",
            .outletsForFeedback
        ),
        evaluation(
            "EV-14.l4",
            "Evaluation level coverage: results",
            .share,
            .open,
            "Held sessions with an indicator of results, of all held.",
            .outletsForFeedback
        ),
        evaluation(
            "EV-15",
            "Answers that agree with a stigmatizing statement",
            .share,
            .rate,
            "People who agree with any of the stigmatizing statements, of those who answered at least one.",
            .lowerIsBetter
        ),
    ]

    private static func evaluation(
        _ id: String,
        _ title: String,
        _ unit: Unit,
        _ sensitivity: Sensitivity,
        _ definition: String,
        _ strategy: Strategy = .educationAndDevelopment,
        _ direction: Direction = .higherIsBetter,
        own: Bool = true
    ) -> Metric {
        Metric(
            id: id,
            title: title,
            definition: definition,
            level: .individual,
            strategy: strategy,
            unit: unit,
            direction: direction,
            sensitivity: sensitivity,
            hasOwnEntry: own
        )
    }

    private static func evaluation(
        _ id: String,
        _ title: String,
        _ unit: Unit,
        _ sensitivity: Sensitivity,
        _ definition: String,
        _ direction: Direction
    ) -> Metric {
        evaluation(id, title, unit, sensitivity, definition, .educationAndDevelopment, direction)
    }
}
