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
    static let toldNot = Counted(rawValue: "told_not")
    static let feedbackWaits = Counted(rawValue: "feedback_waits")
    static let answerWaits = Counted(rawValue: "answer_waits")
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
    /// The clause `item`: a row per item that a term over `feedback_fact` holds for, duplicates and spam among them only
    /// where that is said.
    func feedback(where term: SQL, excluded: Bool = false) -> SQL {
        let counted: SQL = excluded ? "" : " AND NOT excluded"
        return """
            item AS (
                SELECT \(key(ofDay: nil)) AS group_key, fact.* FROM feedback_fact AS fact
                WHERE \(term)\(counted) AND \(isOf("organization_id"))
            )
            """
    }

    /// What came in the period.
    var cameIn: SQL { hasCome("received_on") }
    /// What was answered in the period, whenever it came.
    var answeredIn: SQL { hasCome("answered_on") }
    /// What has a target day in the period that has passed, whenever it came.
    var feedbackDue: SQL {
        """
        received_on <= \(lastDayPassed)
            AND (\(isDue("answer_due_on")) OR reachable AND \(isDue("acknowledge_due_on")))
        """
    }
    /// What is open at the end of the reference day, whenever it came.
    var feedbackOpen: SQL {
        "received_on <= \(referenceDay) AND (answered_on IS NULL OR answered_on > \(referenceDay))"
    }
    /// What is answered at the end of the reference day and of which people were not told by then.
    var feedbackNotTold: SQL {
        "answered_on <= \(referenceDay) AND (told_on IS NULL OR told_on > \(referenceDay))"
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

    /// What was heard.
    static let feedbackItems = Question(
        name: "feedback items",
        words: "Feedback received in the period. Duplicates and spam are counted apart.",
        columns: [
            .received, .excluded, .complaints, .concerns, .suggestions, .thanks, .questions, .withoutKind,
        ],
        isAskedByPiece: true,
        evidence: .feedback { $0.feedback(where: $0.cameIn, excluded: true) }
    ) { scope in
        """
        WITH \(scope.feedback(where: scope.cameIn, excluded: true))
        SELECT
            group_key,
            count(*) FILTER (WHERE NOT excluded) AS received,
            count(*) FILTER (WHERE excluded) AS excluded,
            count(*) FILTER (WHERE NOT excluded AND kind = 'complaint') AS complaints,
            count(*) FILTER (WHERE NOT excluded AND kind = 'concern') AS concerns,
            count(*) FILTER (WHERE NOT excluded AND kind = 'suggestion') AS suggestions,
            count(*) FILTER (WHERE NOT excluded AND kind = 'thanks') AS thanks,
            count(*) FILTER (WHERE NOT excluded AND kind = 'question') AS questions,
            count(*) FILTER (WHERE NOT excluded AND kind IS NULL) AS without_kind
        FROM item
        GROUP BY group_key
        """
    }

    /// What was due in the period, and whether it was done by the end of its target day.
    static let feedbackDue = Question(
        name: "feedback due",
        words: """
            Feedback with a target date in the period that has passed, whenever it came in, as it stood at the end of \
            that date. It is due for acknowledgement only if the person can be reached. An answer counts as an \
            acknowledgement if there was none before. Target dates follow the days that the outlet had set when the \
            feedback came in: 5 and 30 unless set. They are calendar days unless the outlet counts working days \
            (Monday to Friday).
            """,
        columns: [.acknowledgementsDue, .acknowledgedOnTime, .answersDue, .answeredOnTime],
        isAskedByPiece: true,
        evidence: .feedback { $0.feedback(where: $0.feedbackDue) }
    ) { scope in
        """
        WITH \(scope.feedback(where: scope.feedbackDue))
        SELECT
            group_key,
            count(*) FILTER (WHERE reachable AND \(scope.isDue("acknowledge_due_on"))) AS acknowledgements_due,
            count(*) FILTER (
                WHERE reachable AND \(scope.isDue("acknowledge_due_on")) AND replied_on <= acknowledge_due_on
            ) AS acknowledged_on_time,
            count(*) FILTER (WHERE \(scope.isDue("answer_due_on"))) AS answers_due,
            count(*) FILTER (
                WHERE \(scope.isDue("answer_due_on")) AND answered_on <= answer_due_on
            ) AS answered_on_time
        FROM item
        GROUP BY group_key
        """
    }

    /// What was answered in the period, and what came of it by the reference day.
    static let feedbackAnswered = Question(
        name: "feedback answered",
        words: """
            Feedback answered in the period, whenever it came in, and whether people were told and something was \
            changed by the reference day. Without a date of their own, these take the date of the answer.
            """,
        columns: [.answered, .told, .changed],
        isAskedByPiece: true,
        evidence: .feedback { $0.feedback(where: $0.answeredIn) }
    ) { scope in
        """
        WITH \(scope.feedback(where: scope.answeredIn))
        SELECT
            group_key,
            count(*) AS answered,
            count(*) FILTER (WHERE told_on <= \(scope.referenceDay)) AS told,
            count(*) FILTER (WHERE changed_on <= \(scope.referenceDay)) AS changed
        FROM item
        GROUP BY group_key
        """
    }

    /// What is open on the reference day, whenever it came.
    static let feedbackOpen = Question(
        name: "open feedback",
        words: """
            Feedback that was not answered at the end of the reference day, whenever it came in. It is overdue if its \
            target date has passed.
            """,
        columns: [.itemsOpen, .itemsOverdue],
        isAskedByPiece: true,
        evidence: .feedback { $0.feedback(where: $0.feedbackOpen) }
    ) { scope in
        """
        WITH \(scope.feedback(where: scope.feedbackOpen))
        SELECT
            group_key, count(*) AS items_open,
            count(*) FILTER (WHERE \(scope.hasPassed("answer_due_on"))) AS items_overdue
        FROM item
        GROUP BY group_key
        """
    }

    /// What is answered on the reference day and not told.
    static let feedbackNotTold = Question(
        name: "feedback not told",
        words:
            "Feedback answered by the end of the reference day, whenever it came in, where people were not told by then.",
        columns: [.toldNot],
        isAskedByPiece: true,
        evidence: .feedback { $0.feedback(where: $0.feedbackNotTold) }
    ) { scope in
        """
        WITH \(scope.feedback(where: scope.feedbackNotTold))
        SELECT group_key, count(*) AS told_not FROM item GROUP BY group_key
        """
    }

    /// For how long what was answered in the period had been open.
    static let answerWaits = Question(
        name: "answer waits",
        words: "Feedback answered in the period, whenever it came in, by calendar days from receipt to answer.",
        waits: .answerWaits,
        isAskedByPiece: true,
        evidence: .feedback { $0.feedback(where: $0.answeredIn) }
    ) { scope in
        """
        WITH \(scope.feedback(where: scope.answeredIn))
        SELECT
            group_key, CAST(julianday(answered_on) - julianday(received_on) AS INTEGER) AS days, true, count(*) AS items
        FROM item
        GROUP BY group_key, days
        """
    }

    /// For how long what came in the period waited for its answer.
    static let feedbackWaits = Question(
        name: "feedback waits",
        words: """
            Feedback received in the period, by calendar days from receipt to answer, or to the reference day if \
            still open.
            """,
        waits: .feedbackWaits,
        isAskedByPiece: true,
        evidence: .feedback { $0.feedback(where: $0.cameIn) }
    ) { scope in
        """
        WITH \(scope.feedback(where: scope.cameIn))
        SELECT
            group_key,
            CAST(
                julianday(iif(answered_on <= \(scope.referenceDay), answered_on, \(scope.referenceDay)))
                    - julianday(received_on) AS INTEGER
            ) AS days,
            ifnull(answered_on <= \(scope.referenceDay), false) AS is_answered,
            count(*) AS items
        FROM item
        GROUP BY group_key, days, is_answered
        """
    }
}
