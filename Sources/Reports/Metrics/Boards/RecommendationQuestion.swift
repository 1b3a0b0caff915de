import SQLite

extension Counted {
    static let recommended = Counted(rawValue: "recommended")
    static let recommendationsAnswered = Counted(rawValue: "recommendations_answered")
    static let recommendationsNoted = Counted(rawValue: "recommendations_noted")
    static let recommendationsAccepted = Counted(rawValue: "recommendations_accepted")
    static let recommendationsTaken = Counted(rawValue: "recommendations_taken")
    /// Made in the period, with no day for the answer.
    static let recommendationsWithoutDue = Counted(rawValue: "recommendations_without_due")
    /// Made in the period, with an answer of which nobody wrote down the day: all, those decided, those accepted.
    static let answersUndated = Counted(rawValue: "answers_undated")
    static let decisionsUndated = Counted(rawValue: "decisions_undated")
    static let acceptedUndated = Counted(rawValue: "accepted_undated")
    static let recommendationsDue = Counted(rawValue: "recommendations_due")
    static let answeredByDue = Counted(rawValue: "answered_by_due")
    static let answersGiven = Counted(rawValue: "answers_given")
    static let decided = Counted(rawValue: "decided")
    static let taken = Counted(rawValue: "taken")
    static let implemented = Counted(rawValue: "implemented")
    static let recommendationsPending = Counted(rawValue: "recommendations_pending")
    static let recommendationsOverdue = Counted(rawValue: "recommendations_overdue")
    static let recommendationsUnimplemented = Counted(rawValue: "recommendations_unimplemented")
    static let recommendationWaits = Counted(rawValue: "recommendation_waits")
}

extension Scope {
    /// The clause `asked`: a row per recommendation that a term holds for, with its answer as of the reference day. An answer
    /// without a day is taken as given.
    func recommendations(where term: SQL) -> SQL {
        """
        asked AS (
            SELECT * FROM (
                SELECT
                    \(key(ofDay: nil)) AS group_key, recommendation.*,
                    CASE WHEN answered_on IS NULL OR answered_on <= \(referenceDay) THEN answer END AS answer_then
                FROM recommendation CROSS JOIN board ON board.id = recommendation.board_id
                WHERE (board.since_on IS NULL OR made_on >= board.since_on) AND \(isOf("organization_id"))
            )
            WHERE \(term)
        )
        """
    }

    /// What was made in the period and not withdrawn by the reference day.
    var recommended: SQL { "\(hasCome("made_on")) AND ifnull(answer_then, '') <> 'withdrawn'" }
    /// What has a target day in the period that has passed, whenever it was made, and was not withdrawn by that day.
    var recommendationsDue: SQL {
        "\(isDue("due_on")) AND NOT (ifnull(answer, '') = 'withdrawn' AND ifnull(answered_on, due_on) <= due_on)"
    }
    /// What was answered in the period, whenever it was made.
    var recommendationsAnsweredIn: SQL { "\(hasCome("answered_on")) AND answer <> 'withdrawn'" }
    /// What has no answer at the end of the reference day, whenever it was made.
    var recommendationsPending: SQL { "made_on <= \(referenceDay) AND answer_then IS NULL" }
    /// What was accepted, in full or in part, and is not implemented at the end of the reference day.
    var recommendationsUnimplemented: SQL {
        """
        made_on <= \(referenceDay) AND (answer_then = 'accepted' OR answer_then = 'partly')
            AND (implemented_on IS NULL OR implemented_on > \(referenceDay))
        """
    }
}

extension Question {
    /// What boards recommended in the period.
    static let recommendations = Question(
        name: "recommendations",
        words: """
            Recommendations made in the period, as they stood on the reference day. Withdrawn ones are left out. “Noted” is \
            an answer but not a decision.
            """,
        columns: [
            .recommended, .recommendationsAnswered, .recommendationsNoted, .recommendationsAccepted,
            .recommendationsTaken, .recommendationsWithoutDue, .answersUndated, .decisionsUndated, .acceptedUndated,
        ],
        isAskedByPiece: true,
        evidence: .recommendations(\.recommended)
    ) { scope in
        """
        WITH \(scope.recommendations(where: scope.recommended))
        SELECT
            group_key,
            count(*) AS recommended,
            count(answer_then) AS recommendations_answered,
            count(*) FILTER (WHERE answer_then = 'noted') AS recommendations_noted,
            count(*) FILTER (WHERE answer_then = 'accepted') AS recommendations_accepted,
            count(*) FILTER (WHERE answer_then = 'accepted' OR answer_then = 'partly') AS recommendations_taken,
            count(*) FILTER (WHERE due_on IS NULL) AS recommendations_without_due,
            count(answer_then) FILTER (WHERE answered_on IS NULL) AS answers_undated,
            count(answer_then) FILTER (WHERE answered_on IS NULL AND answer_then <> 'noted') AS decisions_undated,
            count(*) FILTER (
                WHERE answered_on IS NULL AND (answer_then = 'accepted' OR answer_then = 'partly')
            ) AS accepted_undated
        FROM asked
        GROUP BY group_key
        """
    }

    /// What was due for an answer in the period, and whether it had one by the end of its target day.
    static let recommendationsDue = Question(
        name: "recommendations due",
        words: """
            Recommendations with a target date in the period that has passed, whenever they were made, as they stood at \
            the end of that date. Those withdrawn by then are left out.
            """,
        columns: [.recommendationsDue, .answeredByDue],
        isAskedByPiece: true,
        evidence: .recommendations(\.recommendationsDue)
    ) { scope in
        """
        WITH \(scope.recommendations(where: scope.recommendationsDue))
        SELECT
            group_key,
            count(*) AS recommendations_due,
            count(*) FILTER (WHERE answer IS NOT NULL AND ifnull(answered_on, due_on) <= due_on) AS answered_by_due
        FROM asked
        GROUP BY group_key
        """
    }

    /// What was answered in the period, and what came of it by the reference day.
    static let recommendationsAnsweredIn = Question(
        name: "recommendations answered",
        words: """
            Recommendations answered in the period, whenever they were made. Withdrawn ones are left out. They count as \
            implemented if they were by the reference day.
            """,
        columns: [.answersGiven, .decided, .taken, .implemented],
        isAskedByPiece: true,
        evidence: .recommendations(\.recommendationsAnsweredIn)
    ) { scope in
        """
        WITH \(scope.recommendations(where: scope.recommendationsAnsweredIn))
        SELECT
            group_key,
            count(*) AS answers_given,
            count(*) FILTER (WHERE answer <> 'noted') AS decided,
            count(*) FILTER (WHERE answer = 'accepted' OR answer = 'partly') AS taken,
            count(*) FILTER (
                WHERE (answer = 'accepted' OR answer = 'partly') AND implemented_on <= \(scope.referenceDay)
            ) AS implemented
        FROM asked
        GROUP BY group_key
        """
    }

    /// What is open on the reference day, whenever it was made.
    static let recommendationsPending = Question(
        name: "open recommendations",
        words: """
            Recommendations without an answer at the end of the reference day, whenever they were made. They are overdue \
            if their target date has passed.
            """,
        columns: [.recommendationsPending, .recommendationsOverdue],
        isAskedByPiece: true,
        evidence: .recommendations(\.recommendationsPending)
    ) { scope in
        """
        WITH \(scope.recommendations(where: scope.recommendationsPending))
        SELECT
            group_key,
            count(*) AS recommendations_pending,
            count(*) FILTER (WHERE \(scope.hasPassed("due_on"))) AS recommendations_overdue
        FROM asked
        GROUP BY group_key
        """
    }

    /// What was accepted by the reference day and is not implemented.
    static let recommendationsUnimplemented = Question(
        name: "recommendations not implemented",
        words: """
            Recommendations accepted in full or in part by the end of the reference day, whenever they were made, and not \
            implemented by then.
            """,
        columns: [.recommendationsUnimplemented],
        isAskedByPiece: true,
        evidence: .recommendations(\.recommendationsUnimplemented)
    ) { scope in
        """
        WITH \(scope.recommendations(where: scope.recommendationsUnimplemented))
        SELECT group_key, count(*) AS recommendations_unimplemented FROM asked GROUP BY group_key
        """
    }

    /// For how long recommendations waited for their answer.
    static let recommendationWaits = Question(
        name: "recommendation waits",
        words: "Recommendations answered in the period, by days from the day they were made to the answer.",
        waits: .recommendationWaits,
        isAskedByPiece: true,
        evidence: .recommendations(\.recommendationsAnsweredIn)
    ) { scope in
        """
        WITH \(scope.recommendations(where: scope.recommendationsAnsweredIn))
        SELECT
            group_key, CAST(julianday(answered_on) - julianday(made_on) AS INTEGER) AS days, true, count(*) AS answers
        FROM asked
        GROUP BY group_key, days
        """
    }
}
