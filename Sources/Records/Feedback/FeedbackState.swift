package import Calendar
package import SQLite

/// Where an item of feedback stands, derived from its days.
package enum FeedbackState: String, CaseIterable, Sendable {
    /// Nobody has told the giver yet that it came; only where they can be reached.
    case waitingForAcknowledgement = "waiting_for_acknowledgement"
    case waitingForAnswer = "waiting_for_an_answer"
    /// Something was done, and people have not been told.
    case notYetTold = "not_yet_told"
    case closed
    /// A duplicate or spam: kept, and not counted.
    case excluded

    /// What an agenda prints for it.
    package var words: String {
        switch self {
        case .waitingForAcknowledgement: "needs to be acknowledged"
        case .waitingForAnswer: "needs an answer"
        case .notYetTold: "answered, people not told yet"
        case .closed: "closed"
        case .excluded: "not counted"
        }
    }

    /// The state of an item on a day, as an expression over a row `table` that has the columns of `feedback` or of the
    /// view `feedback_clock`.
    ///
    /// People are told from a day on: that of the answer, unless another is known.
    package static func select(_ table: Identifier, asOf day: Day) -> SQL {
        let t: SQL = "\(identifier: table)"
        return """
            CASE WHEN \(t).excluded IS NOT NULL THEN 'excluded'
            WHEN \(t).answered_on <= \(day.iso) THEN iif(\(t).told IS NULL OR \(t).told_on > \(day.iso), 'not_yet_told', 'closed')
            WHEN \(t).reachable = 1 AND ifnull(\(t).acknowledged_on, '9999-12-31') > \(day.iso)
            THEN 'waiting_for_acknowledgement' ELSE 'waiting_for_an_answer' END
            """
    }
}

extension RecordType {
    /// What a list of feedback can be narrowed to. Open is what still waits for us: an answer, or telling people.
    static let feedbackConditions = [
        NamedCondition("open", "Only open items: they need an answer, or people were not told yet.") { day in
            """
            t.excluded IS NULL AND t.received_on <= \(day.iso)
            AND (t.told IS NULL OR ifnull(t.told_on, ifnull(t.answered_on, '9999-12-31')) > \(day.iso))
            """
        },
        NamedCondition("unanswered", "Only items that need an answer.") { day in
            """
            t.excluded IS NULL AND t.received_on <= \(day.iso) AND ifnull(t.answered_on, '9999-12-31') > \(day.iso)
            """
        },
        NamedCondition("overdue", "Only those that are past their answer date.") { day in
            """
            t.excluded IS NULL AND t.received_on <= \(day.iso) AND ifnull(t.answered_on, '9999-12-31') > \(day.iso)
            AND (SELECT c.answer_due_on FROM feedback_clock AS c WHERE c.feedback_id = t.id) < \(day.iso)
            """
        },
        NamedCondition("untold", "Only answered items where people were not told yet.") { day in
            """
            t.excluded IS NULL AND t.answered_on <= \(day.iso)
            AND (t.told IS NULL OR ifnull(t.told_on, t.answered_on) > \(day.iso))
            """
        },
        NamedCondition("answered", "Only answered items.") { day in "t.excluded IS NULL AND t.answered_on <= \(day.iso)"
        },
        NamedCondition("told", "Only answered items where people were told.") { day in
            """
            t.excluded IS NULL AND t.told IS NOT NULL AND t.answered_on <= \(day.iso)
            AND ifnull(t.told_on, t.answered_on) <= \(day.iso)
            """
        },
        NamedCondition("published", "Only items with a public wording.") { _ in
            "t.excluded IS NULL AND t.public_wording IS NOT NULL"
        },
        NamedCondition("unpublished", "Only answered items without a public wording.") { day in
            """
            t.excluded IS NULL AND t.answered_on <= \(day.iso) AND t.public_wording IS NULL AND ifnull(t.may_post, \
            1) = 1
            """
        },
        NamedCondition("excluded", "Only items that are not counted, such as duplicates and spam.") { _ in
            "t.excluded IS NOT NULL"
        },
    ]
}

extension Store {
    /// The day on which an item's acknowledgement and its answer are due, by its outlet's targets. Where the giver can't
    /// be reached there is nobody to acknowledge it to.
    package func dueDays(ofFeedback id: Int64) throws -> (acknowledge: Day?, answer: Day)? {
        try database.one(
            """
            SELECT iif(reachable = 1, acknowledge_due_on, NULL), answer_due_on FROM feedback_clock
            WHERE feedback_id = \(id)
            """
        ) { row in (acknowledge: try row[0], answer: try row[1]) }
    }

    /// Where an item stands on a day.
    package func state(ofFeedback id: Int64, asOf day: Day) throws -> FeedbackState? {
        let word = try database.value(
            "SELECT \(FeedbackState.select("t", asOf: day)) FROM feedback AS t WHERE t.id = \(id)",
            as: String.self
        )
        return word.flatMap { FeedbackState(rawValue: $0) }
    }
}
