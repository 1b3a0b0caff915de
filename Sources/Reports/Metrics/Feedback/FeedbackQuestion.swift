import SQLite

extension Counted {
    static let outletsOpen = Counted(rawValue: "outlets_open")
    static let outletsReviewed = Counted(rawValue: "outlets_reviewed")
    static let outletsAnonymous = Counted(rawValue: "outlets_anonymous")
    static let outletsUnsaid = Counted(rawValue: "outlets_unsaid")
    static let received = Counted(rawValue: "received")
    static let excluded = Counted(rawValue: "excluded")
    static let complaints = Counted(rawValue: "complaints")
    static let concerns = Counted(rawValue: "concerns")
    static let suggestions = Counted(rawValue: "suggestions")
    static let thanks = Counted(rawValue: "thanks")
    static let questions = Counted(rawValue: "questions")
    static let withoutKind = Counted(rawValue: "without_kind")
    static let acknowledgementsDue = Counted(rawValue: "acknowledgements_due")
    static let acknowledgedOnTime = Counted(rawValue: "acknowledged_on_time")
    static let answersDue = Counted(rawValue: "answers_due")
    static let answeredOnTime = Counted(rawValue: "answered_on_time")
    static let answered = Counted(rawValue: "answered")
    static let itemsOpen = Counted(rawValue: "items_open")
    static let itemsOverdue = Counted(rawValue: "items_overdue")
    static let told = Counted(rawValue: "told")
    static let changed = Counted(rawValue: "changed")
    static let feedbackWaits = Counted(rawValue: "feedback_waits")
}

extension RecordTheme {
    /// Outlets that had opened, and items that had come in.
    static let feedback = RecordTheme("feedback_records", "outlets for feedback") { scope in
        """
        SELECT organization_id FROM outlet WHERE opened_on IS NULL OR opened_on <= \(scope.referenceDay)
        UNION ALL
        SELECT organization_id FROM outlet
        WHERE id IN (SELECT outlet_id FROM feedback WHERE received_on <= \(scope.referenceDay))
        """
    }
}

extension Scope {
    /// The clause `item`: a row per item received in the period by the as-of day, judged on the reference day.
    ///
    /// An answer, and with it how people were told, counts from its day on.
    var feedbackItems: SQL {
        """
        item AS (
            SELECT
                \(key(ofDay: "received_on")) AS group_key, fact.*,
                answered_on IS NOT NULL AND answered_on <= \(referenceDay) AS is_answered
            FROM feedback_fact AS fact
            WHERE \(hasCome("received_on")) AND \(isOf("organization_id"))
        )
        """
    }
}

extension Question {
    /// Outlets that are open on the reference day.
    static let outlets = Question(
        name: "outlets",
        words: "Outlets that were open on the reference day. Reviewed means reviewed in the 12 months before.",
        columns: [.outletsOpen, .outletsReviewed, .outletsAnonymous, .outletsUnsaid],
        evidence: .outlets
    ) { scope in
        """
        SELECT
            \(scope.key(ofDay: nil)) AS group_key,
            count(*) AS outlets_open,
            count(*) FILTER (
                WHERE reviewed_on > \(scope.yearBeforeReference) AND reviewed_on <= \(scope.referenceDay)
            ) AS outlets_reviewed,
            count(*) FILTER (WHERE anonymous) AS outlets_anonymous,
            count(*) FILTER (WHERE anonymous IS NULL) AS outlets_unsaid
        FROM outlet
        WHERE (opened_on IS NULL OR opened_on <= \(scope.referenceDay))
            AND (closed_on IS NULL OR closed_on > \(scope.referenceDay))
            AND \(scope.isOf("organization_id"))
        GROUP BY group_key
        """
    }

    /// What was heard, and what became of it by the reference day.
    static let feedbackItems = Question(
        name: "feedback items",
        words: """
            Feedback received in the period, as it stood on the reference day. Duplicates and spam are counted apart. \
            Feedback is due for acknowledgement if the person can be reached and the due date has passed. Due dates \
            follow the outlet's target days: 5 and 30 unless set. They are calendar days unless the outlet counts \
            working days (Monday to Friday).
            """,
        columns: [
            .received, .excluded, .complaints, .concerns, .suggestions, .thanks, .questions, .withoutKind,
            .acknowledgementsDue, .acknowledgedOnTime, .answersDue, .answeredOnTime, .answered, .itemsOpen,
            .itemsOverdue, .told, .changed,
        ],
        evidence: .feedback
    ) { scope in
        """
        WITH \(scope.feedbackItems)
        SELECT
            group_key,
            count(*) FILTER (WHERE NOT excluded) AS received,
            count(*) FILTER (WHERE excluded) AS excluded,
            count(*) FILTER (WHERE NOT excluded AND kind = 'complaint') AS complaints,
            count(*) FILTER (WHERE NOT excluded AND kind = 'concern') AS concerns,
            count(*) FILTER (WHERE NOT excluded AND kind = 'suggestion') AS suggestions,
            count(*) FILTER (WHERE NOT excluded AND kind = 'thanks') AS thanks,
            count(*) FILTER (WHERE NOT excluded AND kind = 'question') AS questions,
            count(*) FILTER (WHERE NOT excluded AND kind IS NULL) AS without_kind,
            count(*) FILTER (
                WHERE NOT excluded AND reachable AND acknowledge_due_on < \(scope.referenceDay)
            ) AS acknowledgements_due,
            count(*) FILTER (
                WHERE NOT excluded AND reachable AND acknowledge_due_on < \(scope.referenceDay)
                    AND acknowledged_on <= acknowledge_due_on
            ) AS acknowledged_on_time,
            count(*) FILTER (WHERE NOT excluded AND answer_due_on < \(scope.referenceDay)) AS answers_due,
            count(*) FILTER (
                WHERE NOT excluded AND answer_due_on < \(scope.referenceDay) AND answered_on <= answer_due_on
            ) AS answered_on_time,
            count(*) FILTER (WHERE NOT excluded AND is_answered) AS answered,
            count(*) FILTER (WHERE NOT excluded AND NOT is_answered) AS items_open,
            count(*) FILTER (
                WHERE NOT excluded AND NOT is_answered AND answer_due_on < \(scope.referenceDay)
            ) AS items_overdue,
            count(*) FILTER (WHERE NOT excluded AND is_answered AND told IS NOT NULL) AS told,
            count(*) FILTER (WHERE NOT excluded AND is_answered AND led_to_change) AS changed
        FROM item
        GROUP BY group_key
        """
    }

    /// For how long items waited for their answer.
    static let feedbackWaits = Question(
        name: "feedback waits",
        words: """
            Feedback received in the period, by calendar days from receipt to answer, or to the reference day if \
            still open.
            """,
        waits: .feedbackWaits,
        evidence: .feedback
    ) { scope in
        """
        WITH \(scope.feedbackItems)
        SELECT
            group_key,
            CAST(
                julianday(CASE WHEN is_answered THEN answered_on ELSE \(scope.referenceDay) END)
                    - julianday(received_on) AS INTEGER
            ) AS days,
            is_answered,
            count(*) AS items
        FROM item
        WHERE NOT excluded
        GROUP BY group_key, days, is_answered
        """
    }
}
