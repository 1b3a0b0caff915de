import SQLite

extension Counted {
    static let held = Counted(rawValue: "held")
    static let planned = Counted(rawValue: "planned")
    static let cancelled = Counted(rawValue: "cancelled")
    static let offeredMinutes = Counted(rawValue: "offered_minutes")
    static let withoutMinutes = Counted(rawValue: "without_minutes")
    static let contactRecorded = Counted(rawValue: "contact_recorded")
    static let contactBased = Counted(rawValue: "contact_based")
    static let accessRecorded = Counted(rawValue: "access_recorded")
    static let accessRequested = Counted(rawValue: "access_requested")
    static let accessMet = Counted(rawValue: "access_met")
    static let ingredientSessions = Counted(rawValue: "ingredient_sessions")
    static let ingredients = Counted(rawValue: "ingredients")
}

extension Question {
    /// What was planned and held, without a look at who came.
    static let sessions = Question(
        name: "sessions",
        words: """
            Trainings that start in the period; a gathering, such as a conference day, is none. Held sessions count once their date has passed. Planned sessions are \
            all except those that were postponed.
            """,
        columns: [
            .held, .planned, .cancelled, .offeredMinutes, .withoutMinutes, .contactRecorded, .contactBased,
            .accessRecorded, .accessRequested, .accessMet, .ingredientSessions, .ingredients,
        ],
        evidence: nil
    ) { scope in
        """
        WITH \(scope.clause),
        row AS MATERIALIZED (
            SELECT
                scope.group_key, session.status, session.minutes, session.contact_based, session.access_requested,
                CASE WHEN session.access_requested = 0 THEN 0 ELSE session.access_met END AS access_met,
                \(scope.held) AS held, session.kind = 'training' AS is_training,
                CASE WHEN session.contact_based = 1
                    THEN (SELECT count(*) FROM session_ingredient WHERE session_ingredient.session_id = session.id)
                    ELSE 0 END AS ingredients
            FROM scope CROSS JOIN session ON session.id = scope.session_id
        )
        SELECT
            group_key,
            count(*) FILTER (WHERE held) AS held,
            count(*) FILTER (WHERE is_training AND status <> 'postponed') AS planned,
            count(*) FILTER (WHERE is_training AND status = 'cancelled') AS cancelled,
            ifnull(sum(minutes) FILTER (WHERE held), 0) AS offered_minutes,
            count(*) FILTER (WHERE held AND minutes IS NULL) AS without_minutes,
            count(contact_based) FILTER (WHERE held) AS contact_recorded,
            ifnull(sum(contact_based) FILTER (WHERE held), 0) AS contact_based,
            count(access_met) FILTER (WHERE held AND access_requested IS NOT NULL) AS access_recorded,
            ifnull(sum(access_requested) FILTER (WHERE held AND access_met IS NOT NULL), 0) AS access_requested,
            ifnull(sum(access_met) FILTER (WHERE held AND access_requested IS NOT NULL), 0) AS access_met,
            count(*) FILTER (WHERE held AND ingredients > 0) AS ingredient_sessions,
            ifnull(sum(ingredients) FILTER (WHERE held), 0) AS ingredients
        FROM row
        GROUP BY group_key
        """
    }
}
