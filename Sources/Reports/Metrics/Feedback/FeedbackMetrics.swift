import Measures

extension Metric {
    private static let outlet = Common(
        level: .organizational,
        strategy: .outletsForFeedback,
        division: .organizationAndTime
    )

    /// FB-01.
    package static let outletsOpen = Metric(
        outlet,
        "FB-01",
        "Feedback outlets open",
        "Outlets for feedback open on the last day the report covers.",
        unit: .items,
        division: .organizationOnly,
        counting: Counting(of: .feedback, .outlets) { .count($0[.outletsOpen]) }
    )

    static let outletsReviewed = Metric(
        outlet,
        "FB-01.reviewed",
        "Feedback outlets open: reviewed",
        "Share of open outlets that were reviewed in the last 12 months.",
        unit: .share,
        division: .organizationOnly,
        counting: Counting(of: .feedback, .outlets) {
            .share(numerator: $0[.outletsReviewed], denominator: $0[.outletsOpen])
        }
    ).labeled("Feedback outlets reviewed")

    static let outletsAnonymous = Metric(
        outlet,
        "FB-01.anonymous",
        "Feedback outlets open: anonymous",
        "Share of open outlets that accept feedback without a name.",
        unit: .share,
        division: .organizationOnly,
        missing: "not recorded for # open outlet[s]",
        counting: Counting(of: .feedback, .outlets) {
            let said = $0[.outletsOpen] - $0[.outletsUnsaid]
            return Figure.share(numerator: $0[.outletsAnonymous], denominator: said)
                .lacking($0[.outletsUnsaid], of: $0[.outletsOpen])
        }
    ).labeled("Feedback outlets open to anonymous feedback")

    /// FB-02.
    package static let feedbackReceived = Metric(
        outlet,
        "FB-02",
        "Feedback received",
        "Feedback received in the period. Duplicates and spam are not included.",
        unit: .items,
        counting: Counting(of: .feedback, .feedbackItems) { .count($0[.received]) }
    ).related { received in
        // By their kind; those without one are printed as missing.
        let kinds = [complaintsReceived, concernsReceived, suggestionsReceived, thanksReceived, questionsReceived]
        return [.sum(.init(received, .count), of: kinds.map { .init($0, .count) })]
    }

    static let complaintsReceived = Metric(
        outlet,
        "FB-02.complaint",
        "Feedback received: complaints",
        "Complaints received.",
        unit: .items,
        sensitivity: .people,
        missing: "kind not recorded for # item[s]",
        counting: Counting(of: .feedback, .feedbackItems) { $0.ofKind(.complaints) }
    )

    static let concernsReceived = Metric(
        outlet,
        "FB-02.concern",
        "Feedback received: concerns",
        "Concerns received.",
        unit: .items,
        sensitivity: .people,
        missing: "kind not recorded for # item[s]",
        counting: Counting(of: .feedback, .feedbackItems) { $0.ofKind(.concerns) }
    )

    static let suggestionsReceived = Metric(
        outlet,
        "FB-02.suggestion",
        "Feedback received: suggestions",
        "Suggestions received.",
        unit: .items,
        sensitivity: .people,
        missing: "kind not recorded for # item[s]",
        counting: Counting(of: .feedback, .feedbackItems) { $0.ofKind(.suggestions) }
    )

    static let thanksReceived = Metric(
        outlet,
        "FB-02.thanks",
        "Feedback received: thanks",
        "Thanks received.",
        unit: .items,
        sensitivity: .people,
        missing: "kind not recorded for # item[s]",
        counting: Counting(of: .feedback, .feedbackItems) { $0.ofKind(.thanks) }
    )

    static let questionsReceived = Metric(
        outlet,
        "FB-02.question",
        "Feedback received: questions",
        "Questions received.",
        unit: .items,
        sensitivity: .people,
        missing: "kind not recorded for # item[s]",
        counting: Counting(of: .feedback, .feedbackItems) { $0.ofKind(.questions) }
    )

    static let feedbackPerAttendances = Metric(
        outlet,
        "FB-02.per_100",
        "Feedback received: per 100 attendances",
        "Feedback received for every 100 attendances.",
        unit: .score,
        missing: "attendance not recorded for # session[s]",
        counting: Counting(of: .feedback, .feedbackItems, .sessions, .heads) {
            Figure.rate($0[.received], per: 100, of: $0[.named] + $0[.unnamed]).lacking(
                $0[.uncounted],
                of: $0[.held]
            )
        }
    ).labeled("Feedback per 100 attendances")

    static let feedbackExcluded = Metric(
        outlet,
        "FB-02.excluded",
        "Feedback received: excluded",
        "Duplicates and spam, which are kept but not counted.",
        unit: .items,
        counting: Counting(of: .feedback, .feedbackItems) { .count($0[.excluded]) }
    ).labeled("Duplicates and spam")

    static let acknowledgedOnTime = Metric(
        outlet,
        "FB-03",
        "Acknowledged on time %",
        """
        Share of feedback acknowledged within the outlet's target days, among feedback whose target date for this was \
        in the period. A person can be acknowledged only if we can reach them.
        """,
        unit: .share,
        direction: .higherIsBetter,
        counting: Counting(of: .feedback, .feedbackDue) {
            .share(numerator: $0[.acknowledgedOnTime], denominator: $0[.acknowledgementsDue])
        }
    ).labeled("Acknowledged on time").held(against: Yardstick(OutletDays.self) { [$0.words] })

    static let timeToClose = Metric(
        outlet,
        "FB-04",
        "Time to close",
        "Median days from receiving feedback to answering it, for feedback answered in the period.",
        unit: .days,
        direction: .lowerIsBetter,
        counting: Counting(of: .feedback, .answerWaits) { .medianOfSettled($0[waits: .answerWaits]) }
    ).labeled("Days to answer (median)")

    static let timeToCloseWithOpen = Metric(
        outlet,
        "FB-04.km",
        "Time to close: with open items",
        """
        Median days from receiving feedback to answering it, for feedback received in the period, counting what is \
        still open (Kaplan-Meier).
        """,
        unit: .days,
        direction: .lowerIsBetter,
        counting: Counting(of: .feedback, .feedbackWaits) { .medianWithOpen($0[waits: .feedbackWaits]) }
    ).labeled("Days to answer, counting open feedback (median)")

    static let resolvedOnTime = Metric(
        outlet,
        "FB-05",
        "Resolved on time % and backlog",
        """
        Share of feedback answered within the outlet's target days, among feedback whose target date for this was in \
        the period.
        """,
        unit: .share,
        direction: .higherIsBetter,
        counting: Counting(of: .feedback, .feedbackDue) {
            .share(numerator: $0[.answeredOnTime], denominator: $0[.answersDue])
        }
    ).labeled("Answered on time")

    static let feedbackOpen = Metric(
        outlet,
        "FB-05.open",
        "Resolved on time % and backlog: open",
        "Feedback without an answer at the end of the last day the report covers, whenever it came in.",
        unit: .items,
        direction: .lowerIsBetter,
        counting: Counting(of: .feedback, .feedbackOpen) { .count($0[.itemsOpen]) }
    ).labeled("Feedback open on DAY").asStock

    static let feedbackOverdue = Metric(
        outlet,
        "FB-05.overdue",
        "Resolved on time % and backlog: overdue",
        "Open feedback whose target date for an answer had passed by then.",
        unit: .items,
        direction: .lowerIsBetter,
        counting: Counting(of: .feedback, .feedbackOpen) { .count($0[.itemsOverdue]) }
    ).labeled("Feedback overdue on DAY").asStock

    static let loopClosed = Metric(
        outlet,
        "FB-06",
        "Loop closed / led to change",
        """
        Share of feedback answered in the period where people were told the answer, in person or in public, by the \
        last day the report covers.
        """,
        unit: .share,
        direction: .higherIsBetter,
        counting: Counting(of: .feedback, .feedbackAnswered) {
            .share(numerator: $0[.told], denominator: $0[.answered])
        }
    ).labeled("People were told").noted { share, _, _ in
        guard let told = share.figure.numerator, let done = share.figure.denominator, done > told else { return "" }
        return "\(done - told) answered, people not told yet"
    }

    static let ledToChange = Metric(
        outlet,
        "FB-06.changed",
        "Loop closed / led to change: changed",
        "Share of feedback answered in the period that led to a recorded change by the last day the report covers.",
        unit: .share,
        direction: .higherIsBetter,
        counting: Counting(of: .feedback, .feedbackAnswered) {
            .share(numerator: $0[.changed], denominator: $0[.answered])
        }
    ).labeled("Led to a change")

    static let notTold = Metric(
        outlet,
        "FB-06.not_told",
        "Loop closed / led to change: not told",
        "Answered feedback where people were not told by the end of the last day the report covers, whenever it came in.",
        unit: .items,
        direction: .lowerIsBetter,
        counting: Counting(of: .feedback, .feedbackNotTold) { .count($0[.toldNot]) }
    ).labeled("Answered, people not told on DAY").asStock
}

extension Counts {
    /// Items of one kind; those without a kind could be of any.
    fileprivate func ofKind(_ kind: Counted) -> Figure {
        Figure.count(self[kind]).lacking(self[.withoutKind], of: self[.received])
    }
}
