import Measures

extension Metric {
    /// Outlets for feedback: FB-01 to FB-06.
    static let feedback: [Metric] = [
        outlet(
            "FB-01",
            "Feedback outlets open",
            .items,
            .open,
            .neutral,
            "Outlets for feedback that are open on the reference day."
        ),
        outlet(
            "FB-01.reviewed",
            "Feedback outlets open: reviewed",
            .share,
            .open,
            .neutral,
            "Open outlets that were reviewed in the last 12 months, of all open."
        ),
        outlet(
            "FB-01.anonymous",
            "Feedback outlets open: anonymous",
            .share,
            .open,
            .neutral,
            "Open outlets that accept feedback without a name, of all open."
        ),
        outlet(
            "FB-02",
            "Feedback received",
            .items,
            .open,
            .neutral,
            "Items of feedback received in the period; duplicates and spam are counted apart."
        ),
        outlet("FB-02.complaint", "Feedback received: complaints", .items, .people, .neutral, "Complaints received."),
        outlet("FB-02.concern", "Feedback received: concerns", .items, .people, .neutral, "Concerns received."),
        outlet(
            "FB-02.suggestion",
            "Feedback received: suggestions",
            .items,
            .people,
            .neutral,
            "Suggestions received."
        ),
        outlet("FB-02.thanks", "Feedback received: thanks", .items, .people, .neutral, "Thanks received."),
        outlet("FB-02.question", "Feedback received: questions", .items, .people, .neutral, "Questions received."),
        outlet(
            "FB-02.per_100",
            "Feedback received: per 100 attendances",
            .score,
            .open,
            .neutral,
            "Items of feedback received per 100 attendances."
        ),
        outlet(
            "FB-02.excluded",
            "Feedback received: excluded",
            .items,
            .open,
            .neutral,
            "Duplicates and spam, kept and not counted."
        ),
        outlet(
            "FB-03",
            "Acknowledged on time %",
            .share,
            .open,
            .higherIsBetter,
            "Items acknowledged within the outlet's days, of those whose acknowledgement was due."
        ),
        outlet(
            "FB-04",
            "Time to close",
            .days,
            .open,
            .lowerIsBetter,
            "Median days from received to answered, over items that were answered."
        ),
        outlet(
            "FB-04.km",
            "Time to close: with open items",
            .days,
            .open,
            .lowerIsBetter,
            "Median days from received to answered by Kaplan and Meier, open items among them."
        ),
        outlet(
            "FB-05",
            "Resolved on time % and backlog",
            .share,
            .open,
            .higherIsBetter,
            "Items answered within the outlet's days, of those whose day has passed."
        ),
        outlet(
            "FB-05.open",
            "Resolved on time % and backlog: open",
            .items,
            .open,
            .lowerIsBetter,
            "Items without an answer on the reference day."
        ),
        outlet(
            "FB-05.overdue",
            "Resolved on time % and backlog: overdue",
            .items,
            .open,
            .lowerIsBetter,
            "Open items whose day has passed."
        ),
        outlet(
            "FB-06",
            "Loop closed / led to change",
            .share,
            .open,
            .higherIsBetter,
            "Items whose outcome was told to the giver or published, of those answered."
        ),
        outlet(
            "FB-06.changed",
            "Loop closed / led to change: changed",
            .share,
            .open,
            .higherIsBetter,
            "Items that led to a recorded change, of those answered."
        ),
    ]

    private static func outlet(
        _ id: String,
        _ title: String,
        _ unit: Unit,
        _ sensitivity: Sensitivity,
        _ direction: Direction,
        _ definition: String
    ) -> Metric {
        Metric(
            id: id,
            title: title,
            definition: definition,
            level: .organizational,
            strategy: .outletsForFeedback,
            unit: unit,
            direction: direction,
            sensitivity: sensitivity
        )
    }
}
