import SQLite

extension Counted {
    static let recommended = Counted(rawValue: "recommended")
    static let recommendationsAnswered = Counted(rawValue: "recommendations_answered")
    static let recommendationsOverdue = Counted(rawValue: "recommendations_overdue")
    static let recommendationsUndated = Counted(rawValue: "recommendations_undated")
    static let recommendationsPending = Counted(rawValue: "recommendations_pending")
    static let accepted = Counted(rawValue: "accepted")
    static let partlyAccepted = Counted(rawValue: "partly_accepted")
    static let declined = Counted(rawValue: "declined")
    static let implemented = Counted(rawValue: "implemented")
    static let answersUndated = Counted(rawValue: "answers_undated")
    static let recommendationWaits = Counted(rawValue: "recommendation_waits")
}

extension Scope {
    /// The clause `made`: a row per recommendation made in the period, with its answer as of the reference day; what
    /// was withdrawn by then is in no part.
    var recommendations: SQL {
        """
        made AS (
            SELECT * FROM (
                SELECT
                    \(key(ofDay: "made_on")) AS group_key, recommendation.*,
                    CASE WHEN answered_on IS NULL OR answered_on <= \(referenceDay) THEN answer END AS answer_then
                FROM recommendation CROSS JOIN board ON board.id = recommendation.board_id
                WHERE \(hasCome("made_on")) AND \(isOf("organization_id"))
            )
            WHERE answer_then IS NULL OR answer_then <> 'withdrawn'
        )
        """
    }
}

extension Question {
    /// What boards recommended, and what became of it by the reference day.
    static let recommendations = Question(
        name: "recommendations",
        words: """
            Recommendations made in the period, as they stood on the reference day. Withdrawn ones are left out. A \
            recommendation is overdue once its due date has passed without an answer. “Noted” is an answer but not a \
            decision.
            """,
        columns: [
            .recommended, .recommendationsAnswered, .recommendationsOverdue, .recommendationsPending,
            .recommendationsUndated, .accepted, .partlyAccepted, .declined, .implemented, .answersUndated,
        ],
        evidence: .recommendations
    ) { scope in
        """
        WITH \(scope.recommendations)
        SELECT
            group_key,
            count(*) AS recommended,
            count(answer_then) AS recommendations_answered,
            count(*) FILTER (
                WHERE answer_then IS NULL AND due_on < \(scope.referenceDay)
            ) AS recommendations_overdue,
            count(*) FILTER (WHERE answer_then IS NULL) AS recommendations_pending,
            count(*) FILTER (WHERE answer_then IS NULL AND due_on IS NULL) AS recommendations_undated,
            count(*) FILTER (WHERE answer_then = 'accepted') AS accepted,
            count(*) FILTER (WHERE answer_then = 'partly') AS partly_accepted,
            count(*) FILTER (WHERE answer_then = 'declined') AS declined,
            count(*) FILTER (
                WHERE (answer_then = 'accepted' OR answer_then = 'partly') AND implemented_on <= \(scope.referenceDay)
            ) AS implemented,
            count(*) FILTER (WHERE answer_then IS NOT NULL AND answered_on IS NULL) AS answers_undated
        FROM made
        GROUP BY group_key
        """
    }

    /// For how long recommendations waited for their answer.
    static let recommendationWaits = Question(
        name: "recommendation waits",
        words: "Answered recommendations made in the period, by days from the meeting to the answer.",
        waits: .recommendationWaits,
        evidence: .recommendations
    ) { scope in
        """
        WITH \(scope.recommendations)
        SELECT
            group_key, CAST(julianday(answered_on) - julianday(made_on) AS INTEGER) AS days, true, count(*) AS answers
        FROM made
        WHERE answer_then IS NOT NULL AND answered_on IS NOT NULL
        GROUP BY group_key, days
        """
    }
}
