import Calendar
import SQLite

extension Store {
    /// Commitments that wait to be followed up, counted or written on forms for after: 30 days after their session, and
    /// after 90 days once more.
    ///
    /// The second follow-up is one later than 60 days after the session; it is not asked for where all were done before.
    /// People who can't be reached settle it, too: a follow-up of none.
    func followUps(_ day: Day) throws -> [DueItem] {
        let sessions = try database.all(
            """
            WITH written AS MATERIALIZED (
                SELECT e.session_id, count(*) AS made FROM form AS f
                CROSS JOIN form_item AS i ON i.form_id = f.id AND i.kind = 'commitment'
                CROSS JOIN evaluation AS e ON e.form_id = f.id
                CROSS JOIN answer_text AS t ON t.evaluation_id = e.id AND t.position = i.position
                WHERE f.wave = 'after' AND ifnull(e.submitted_on, '') <= \(day.iso) GROUP BY e.session_id
            ),
            told (session_id, scope, made, followed_on, fully) AS (
                SELECT session_id, scope, made, followed_on, fully FROM commitment WHERE ifnull(followed_on, '') <= \(day.iso)
                UNION ALL
                SELECT w.session_id, NULL, w.made, NULL, NULL FROM written AS w
                WHERE NOT EXISTS (SELECT 1 FROM commitment AS c WHERE c.session_id = w.session_id AND c.made IS NOT NULL)
                    AND (SELECT held.status FROM session AS held WHERE held.id = w.session_id) = 'held'
            )
            SELECT s.ref, s.starts_on, max(c.made), max(c.followed_on), max(c.fully), s.id, c.scope FROM told AS c
                JOIN session AS s ON s.id = c.session_id
            WHERE s.starts_on <= \(day.adding(days: -30).iso)
            GROUP BY s.id, c.scope HAVING max(c.made) > 0
            """
        ) { row in
            (
                ref: try row.text(0), start: try row[1] as Day, made: try row[2] as Int, last: try row[3] as Day?,
                fully: try row[4] as Int?, id: try row[5] as Int64, scope: try row[6] as String?
            )
        }
        return try sessions.compactMap { session -> DueItem? in
            guard let days = Self.waitingDays(day, session.start, session.last), session.fully ?? 0 < session.made
            else { return nil }
            let count = session.made == 1 ? "1 commitment" : "\(session.made) commitments"
            let commitments = session.scope.map { "\(count) (\($0))" } ?? count
            return DueItem(
                since: session.start.adding(days: days),
                what:
                    "\(try called(.session, session.id) ?? session.ref): follow up on \(commitments) (after \(days) days)",
                step: session.scope.map {
                    .perform(
                        .followUpCommitments,
                        ["session": session.ref, "scope": $0],
                        ask: ["fully", "partly", "not_yet"]
                    )
                }
                    ?? .perform(
                        .followUpCommitments,
                        ["session": session.ref],
                        ask: ["fully", "partly", "not_yet"]
                    )
            )
        }
    }

    private static func waitingDays(_ day: Day, _ start: Day, _ last: Day?) -> Int? {
        guard let last else { return 30 }
        return last <= start.adding(days: 60) && day >= start.adding(days: 90) ? 90 : nil
    }
}
