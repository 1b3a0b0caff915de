import Measures

extension Metric {
    /// FB-01.
    package static let outletsOpen = outlet(
        "FB-01",
        "Feedback outlets open",
        "Outlets for feedback that are open on the reference day.",
        unit: .items,
        division: .organizationOnly,
        counting: Counting(of: .feedback, .outlets) { .count($0[.outletsOpen]) }
    )

    static let outletsReviewed = outlet(
        "FB-01.reviewed",
        "Feedback outlets open: reviewed",
        "Open outlets that were reviewed in the last 12 months, of all open.",
        unit: .share,
        division: .organizationOnly,
        counting: Counting(of: .feedback, .outlets) {
            .share(numerator: $0[.outletsReviewed], denominator: $0[.outletsOpen])
        }
    )

    static let outletsAnonymous = outlet(
        "FB-01.anonymous",
        "Feedback outlets open: anonymous",
        "Open outlets that accept feedback without a name, of all open.",
        unit: .share,
        division: .organizationOnly,
        missing: "open outlet[s] without a word about it",
        counting: Counting(of: .feedback, .outlets) {
            let said = $0[.outletsOpen] - $0[.outletsUnsaid]
            return Figure.share(numerator: $0[.outletsAnonymous], denominator: said)
                .lacking($0[.outletsUnsaid], of: $0[.outletsOpen])
        }
    )

    /// FB-02.
    package static let feedbackReceived = outlet(
        "FB-02",
        "Feedback received",
        "Items of feedback received in the period; duplicates and spam are counted apart.",
        unit: .items,
        counting: Counting(of: .feedback, .feedbackItems) { .count($0[.received]) }
    ).related { received in
        // By their kind; those without one are printed as missing.
        let kinds = [complaintsReceived, concernsReceived, suggestionsReceived, thanksReceived, questionsReceived]
        return [.sum(.init(received, .count), of: kinds.map { .init($0, .count) })]
    }

    static let complaintsReceived = outlet(
        "FB-02.complaint",
        "Feedback received: complaints",
        "Complaints received.",
        unit: .items,
        sensitivity: .people,
        missing: "item[s] without a kind",
        counting: Counting(of: .feedback, .feedbackItems) { $0.ofKind(.complaints) }
    )

    static let concernsReceived = outlet(
        "FB-02.concern",
        "Feedback received: concerns",
        "Concerns received.",
        unit: .items,
        sensitivity: .people,
        missing: "item[s] without a kind",
        counting: Counting(of: .feedback, .feedbackItems) { $0.ofKind(.concerns) }
    )

    static let suggestionsReceived = outlet(
        "FB-02.suggestion",
        "Feedback received: suggestions",
        "Suggestions received.",
        unit: .items,
        sensitivity: .people,
        missing: "item[s] without a kind",
        counting: Counting(of: .feedback, .feedbackItems) { $0.ofKind(.suggestions) }
    )

    static let thanksReceived = outlet(
        "FB-02.thanks",
        "Feedback received: thanks",
        "Thanks received.",
        unit: .items,
        sensitivity: .people,
        missing: "item[s] without a kind",
        counting: Counting(of: .feedback, .feedbackItems) { $0.ofKind(.thanks) }
    )

    static let questionsReceived = outlet(
        "FB-02.question",
        "Feedback received: questions",
        "Questions received.",
        unit: .items,
        sensitivity: .people,
        missing: "item[s] without a kind",
        counting: Counting(of: .feedback, .feedbackItems) { $0.ofKind(.questions) }
    )

    static let feedbackPerAttendances = outlet(
        "FB-02.per_100",
        "Feedback received: per 100 attendances",
        "Items of feedback received per 100 attendances.",
        unit: .score,
        missing: "held session[s] with neither count nor attendance",
        counting: Counting(of: .feedback, .feedbackItems, .sessions, .heads) {
            Figure.rate($0[.received], per: 100, of: $0[.named] + $0[.unnamed]).lacking(
                $0[.uncounted],
                of: $0[.held]
            )
        }
    )

    static let feedbackExcluded = outlet(
        "FB-02.excluded",
        "Feedback received: excluded",
        "Duplicates and spam, kept and not counted.",
        unit: .items,
        counting: Counting(of: .feedback, .feedbackItems) { .count($0[.excluded]) }
    )

    static let acknowledgedOnTime = outlet(
        "FB-03",
        "Acknowledged on time %",
        "Items acknowledged within the outlet's days, of those whose acknowledgement was due.",
        unit: .share,
        direction: .higherIsBetter,
        counting: Counting(of: .feedback, .feedbackItems) {
            .share(numerator: $0[.acknowledgedOnTime], denominator: $0[.acknowledgementsDue])
        }
    ).held(against: Yardstick(OutletDays.self) { [$0.words] })

    static let timeToClose = outlet(
        "FB-04",
        "Time to close",
        "Median days from received to answered, over items that were answered.",
        unit: .days,
        direction: .lowerIsBetter,
        counting: Counting(of: .feedback, .feedbackWaits) { .medianOfSettled($0[waits: .feedbackWaits]) }
    )

    static let timeToCloseWithOpen = outlet(
        "FB-04.km",
        "Time to close: with open items",
        "Median days from received to answered by Kaplan and Meier, open items among them.",
        unit: .days,
        direction: .lowerIsBetter,
        counting: Counting(of: .feedback, .feedbackWaits) { .medianWithOpen($0[waits: .feedbackWaits]) }
    )

    static let resolvedOnTime = outlet(
        "FB-05",
        "Resolved on time % and backlog",
        "Items answered within the outlet's days, of those whose day has passed.",
        unit: .share,
        direction: .higherIsBetter,
        counting: Counting(of: .feedback, .feedbackItems) {
            .share(numerator: $0[.answeredOnTime], denominator: $0[.answersDue])
        }
    )

    static let feedbackOpen = outlet(
        "FB-05.open",
        "Resolved on time % and backlog: open",
        "Items without an answer on the reference day.",
        unit: .items,
        direction: .lowerIsBetter,
        counting: Counting(of: .feedback, .feedbackItems) { .count($0[.itemsOpen]) }
    )

    static let feedbackOverdue = outlet(
        "FB-05.overdue",
        "Resolved on time % and backlog: overdue",
        "Open items whose day has passed.",
        unit: .items,
        direction: .lowerIsBetter,
        counting: Counting(of: .feedback, .feedbackItems) { .count($0[.itemsOverdue]) }
    )

    static let loopClosed = outlet(
        "FB-06",
        "Loop closed / led to change",
        "Items whose outcome was told to the giver or published, of those answered.",
        unit: .share,
        direction: .higherIsBetter,
        counting: Counting(of: .feedback, .feedbackItems) { .share(numerator: $0[.told], denominator: $0[.answered]) }
    ).noted { share, _, _ in
        guard let told = share.figure.numerator, let done = share.figure.denominator, done > told else { return "" }
        return "\(done - told) done, not yet told"
    }

    static let ledToChange = outlet(
        "FB-06.changed",
        "Loop closed / led to change: changed",
        "Items that led to a recorded change, of those answered.",
        unit: .share,
        direction: .higherIsBetter,
        counting: Counting(of: .feedback, .feedbackItems) {
            .share(numerator: $0[.changed], denominator: $0[.answered])
        }
    )

    private static func outlet(
        _ id: StaticString,
        _ title: String,
        _ definition: String,
        unit: Unit,
        direction: Direction = .neutral,
        sensitivity: Sensitivity = .open,
        division: Division = .organizationAndTime,
        missing: String = Words.anything,
        counting: Counting
    ) -> Metric {
        Metric(
            id,
            title,
            definition,
            .organizational,
            .outletsForFeedback,
            unit: unit,
            direction: direction,
            sensitivity: sensitivity,
            division: division,
            missing: missing,
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
