import Calendar
import Records
import SQLite

extension Counted {
    static let followupsDue = Counted(rawValue: "followups_due")
    static let followupsUnasked = Counted(rawValue: "followups_unasked")
    static let followupsAsked = Counted(rawValue: "followups_asked")
    static let followupsReturned = Counted(rawValue: "followups_returned")
}

extension Scope {
    /// The day of a session's follow-up, over `session` and `course`: counted from its last day.
    private static let followupDay: SQL = """
        date(ifnull(session.ends_on, session.starts_on), format('%+d days', ifnull(course.followup_days, 30)))
        """

    /// The clauses of a statement over trainings whose follow-up day lies in the period and has passed: `due (group_key,
    /// session_id, asked, day)`.
    fileprivate var followupsDue: SQL {
        let earlier = fromTheBeginning
        return """
            \(earlier.clause),
            due AS MATERIALIZED (
                SELECT scope.group_key, scope.session_id, session.followup_asked AS asked, \(Self.followupDay) AS day
                FROM scope CROSS JOIN session ON session.id = scope.session_id
                LEFT JOIN course ON course.id = session.course_id
                WHERE \(held) AND \(isDue(Self.followupDay))
            )
            """
    }

    /// How many follow-up forms were returned of the session of a row of `due`.
    fileprivate var followupsReturned: SQL {
        """
        (
            SELECT count(*) FROM form
            CROSS JOIN evaluation ON evaluation.form_id = form.id AND evaluation.session_id = due.session_id
            WHERE form.wave = 'followup' AND \(cameBack("evaluation"))
                AND \(Scope.isReturned(
                    "evaluation",
                    of: "(SELECT count(item.slot) FROM form_item AS item WHERE item.form_id = form.id)"
                ))
        )
        """
    }
}

extension Question {
    /// Whom trainings asked for a follow-up, and who answered.
    static let followups = Question(
        name: "follow-ups",
        words: """
            Held trainings whose follow-up day lies in the period and has passed, the people who were asked for a \
            follow-up, and the follow-up forms that they returned by the as-of day.
            """,
        columns: [.followupsDue, .followupsUnasked, .followupsAsked, .followupsReturned],
        isAskedByPiece: true,
        evidence: Evidence(columns: ["session", "day", "followup_day", "asked", "returned"], inner: ["returned"]) {
            scope in
            """
            WITH \(scope.followupsDue)
            SELECT session.ref, session.starts_on, due.day, due.asked, \(scope.followupsReturned)
            FROM due CROSS JOIN session ON session.id = due.session_id
            GROUP BY session.id ORDER BY due.day, session.ref
            """
        }
    ) { scope in
        """
        WITH \(scope.followupsDue)
        SELECT
            group_key,
            count(*) AS followups_due,
            count(*) FILTER (WHERE asked IS NULL) AS followups_unasked,
            ifnull(sum(asked), 0) AS followups_asked,
            ifnull(sum(\(scope.followupsReturned)) FILTER (WHERE asked IS NOT NULL), 0) AS followups_returned
        FROM due
        GROUP BY group_key
        """
    }
}
