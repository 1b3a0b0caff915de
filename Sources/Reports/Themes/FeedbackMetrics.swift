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
            "Outlets for feedback that are open on the reference day.",
            division: .organizationOnly,
            Counting(of: .feedback, .outlets) { .count($0[.outletsOpen]) }
        ),
        outlet(
            "FB-01.reviewed",
            "Feedback outlets open: reviewed",
            .share,
            .open,
            .neutral,
            "Open outlets that were reviewed in the last 12 months, of all open.",
            division: .organizationOnly,
            Counting(of: .feedback, .outlets) { .share(numerator: $0[.outletsReviewed], denominator: $0[.outletsOpen]) }
        ),
        outlet(
            "FB-01.anonymous",
            "Feedback outlets open: anonymous",
            .share,
            .open,
            .neutral,
            "Open outlets that accept feedback without a name, of all open.",
            division: .organizationOnly,
            lacking: "open outlet[s] without a word about it",
            Counting(of: .feedback, .outlets) {
                let said = $0[.outletsOpen] - $0[.outletsUnsaid]
                return Figure.share(numerator: $0[.outletsAnonymous], denominator: said)
                    .lacking($0[.outletsUnsaid], of: $0[.outletsOpen])
            }
        ),
        outlet(
            "FB-02",
            "Feedback received",
            .items,
            .open,
            .neutral,
            "Items of feedback received in the period; duplicates and spam are counted apart.",
            Counting(of: .feedback, .feedbackItems) { .count($0[.received]) }
        ),
        outlet(
            "FB-02.complaint",
            "Feedback received: complaints",
            .items,
            .people,
            .neutral,
            "Complaints received.",
            lacking: "item[s] without a kind",
            Counting(of: .feedback, .feedbackItems) { $0.ofKind(.complaints) }
        ),
        outlet(
            "FB-02.concern",
            "Feedback received: concerns",
            .items,
            .people,
            .neutral,
            "Concerns received.",
            lacking: "item[s] without a kind",
            Counting(of: .feedback, .feedbackItems) { $0.ofKind(.concerns) }
        ),
        outlet(
            "FB-02.suggestion",
            "Feedback received: suggestions",
            .items,
            .people,
            .neutral,
            "Suggestions received.",
            lacking: "item[s] without a kind",
            Counting(of: .feedback, .feedbackItems) { $0.ofKind(.suggestions) }
        ),
        outlet(
            "FB-02.thanks",
            "Feedback received: thanks",
            .items,
            .people,
            .neutral,
            "Thanks received.",
            lacking: "item[s] without a kind",
            Counting(of: .feedback, .feedbackItems) { $0.ofKind(.thanks) }
        ),
        outlet(
            "FB-02.question",
            "Feedback received: questions",
            .items,
            .people,
            .neutral,
            "Questions received.",
            lacking: "item[s] without a kind",
            Counting(of: .feedback, .feedbackItems) { $0.ofKind(.questions) }
        ),
        outlet(
            "FB-02.per_100",
            "Feedback received: per 100 attendances",
            .score,
            .open,
            .neutral,
            "Items of feedback received per 100 attendances.",
            lacking: "held session[s] with neither count nor attendance",
            Counting(of: .feedback, .feedbackItems, .sessions, .heads) {
                Figure.rate($0[.received], per: 100, of: $0[.named] + $0[.unnamed]).lacking(
                    $0[.uncounted],
                    of: $0[.held]
                )
            }
        ),
        outlet(
            "FB-02.excluded",
            "Feedback received: excluded",
            .items,
            .open,
            .neutral,
            "Duplicates and spam, kept and not counted.",
            Counting(of: .feedback, .feedbackItems) { .count($0[.excluded]) }
        ),
        outlet(
            "FB-03",
            "Acknowledged on time %",
            .share,
            .open,
            .higherIsBetter,
            "Items acknowledged within the outlet's days, of those whose acknowledgement was due.",
            Counting(of: .feedback, .feedbackItems) {
                .share(numerator: $0[.acknowledgedOnTime], denominator: $0[.acknowledgementsDue])
            }
        ),
        outlet(
            "FB-04",
            "Time to close",
            .days,
            .open,
            .lowerIsBetter,
            "Median days from received to answered, over items that were answered.",
            Counting(of: .feedback, .feedbackWaits) { .medianOfSettled($0[waits: .feedbackWaits]) }
        ),
        outlet(
            "FB-04.km",
            "Time to close: with open items",
            .days,
            .open,
            .lowerIsBetter,
            "Median days from received to answered by Kaplan and Meier, open items among them.",
            Counting(of: .feedback, .feedbackWaits) { .medianWithOpen($0[waits: .feedbackWaits]) }
        ),
        outlet(
            "FB-05",
            "Resolved on time % and backlog",
            .share,
            .open,
            .higherIsBetter,
            "Items answered within the outlet's days, of those whose day has passed.",
            Counting(of: .feedback, .feedbackItems) {
                .share(numerator: $0[.answeredOnTime], denominator: $0[.answersDue])
            }
        ),
        outlet(
            "FB-05.open",
            "Resolved on time % and backlog: open",
            .items,
            .open,
            .lowerIsBetter,
            "Items without an answer on the reference day.",
            Counting(of: .feedback, .feedbackItems) { .count($0[.itemsOpen]) }
        ),
        outlet(
            "FB-05.overdue",
            "Resolved on time % and backlog: overdue",
            .items,
            .open,
            .lowerIsBetter,
            "Open items whose day has passed.",
            Counting(of: .feedback, .feedbackItems) { .count($0[.itemsOverdue]) }
        ),
        outlet(
            "FB-06",
            "Loop closed / led to change",
            .share,
            .open,
            .higherIsBetter,
            "Items whose outcome was told to the giver or published, of those answered.",
            Counting(of: .feedback, .feedbackItems) { .share(numerator: $0[.told], denominator: $0[.answered]) }
        ),
        outlet(
            "FB-06.changed",
            "Loop closed / led to change: changed",
            .share,
            .open,
            .higherIsBetter,
            "Items that led to a recorded change, of those answered.",
            Counting(of: .feedback, .feedbackItems) { .share(numerator: $0[.changed], denominator: $0[.answered]) }
        ),
    ]

    private static func outlet(
        _ id: String,
        _ title: String,
        _ unit: Unit,
        _ sensitivity: Sensitivity,
        _ direction: Direction,
        _ definition: String,
        division: Division = .organizationAndTime,
        lacking: String = "record[s] that lack what is needed",
        _ counting: Counting
    ) -> Metric {
        Metric(
            id: id,
            title: title,
            definition: definition,
            level: .organizational,
            strategy: .outletsForFeedback,
            unit: unit,
            direction: direction,
            sensitivity: sensitivity,
            division: division,
            lacking: lacking,
            links: id == "FB-02" ? [.kindsOfFeedback] : [],
            counting: counting
        )
    }
}

extension Counts {
    /// Items of one kind; those without a kind could be of any.
    fileprivate func ofKind(_ kind: Counted) -> Figure {
        Figure.count(self[kind]).lacking(self[.withoutKind], of: self[.received])
    }
}
