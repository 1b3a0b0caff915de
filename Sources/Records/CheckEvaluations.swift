import SQLite

extension Store {
    /// What forms that came back should satisfy beside the session that they are of.
    func returnedForms() throws -> [CheckFinding] { try tooManyForms() + oddDays() }

    /// More forms for after than people who came, where those were counted.
    private func tooManyForms() throws -> [CheckFinding] {
        try database.all(
            """
            WITH returned AS MATERIALIZED (
                SELECT e.session_id, count(*) AS forms FROM form AS f
                CROSS JOIN evaluation AS e ON e.form_id = f.id WHERE f.wave = 'after' GROUP BY e.session_id
            )
            SELECT s.ref, r.forms, c.attendances FROM returned AS r
            CROSS JOIN session AS s ON s.id = r.session_id
            CROSS JOIN session_fact AS c ON c.session_id = s.id
            WHERE s.status = 'held' AND c.counted AND r.forms > c.attendances ORDER BY s.ref COLLATE NOCASE
            """
        ) { row in
            let (ref, forms, came): (String, Int, Int) = (try row[0], try row[1], try row[2])
            return CheckFinding(
                rule: "forms",
                words: "session \(ref): \(forms) responses after the session, but only \(came) attended",
                advice: Advice(
                    "Correct the count, or undo the import if a file was imported twice",
                    .perform(.listImports)
                )
            )
        }
    }

    /// Forms for after of a day before their session, and forms of a day more than a year from it.
    private func oddDays() throws -> [CheckFinding] {
        try database.all(
            """
            WITH near AS MATERIALIZED (
                SELECT id, ref, starts_on, date(starts_on, '-366 days') AS first, date(starts_on, '+366 days') AS last
                FROM session
            )
            SELECT ref, is_early, count(*) FROM (
                SELECT s.ref, f.wave <> 'before' AND e.submitted_on < s.starts_on AS is_early FROM near AS s
                CROSS JOIN evaluation AS e ON e.session_id = s.id CROSS JOIN form AS f ON f.id = e.form_id
                WHERE f.wave <> 'before' AND e.submitted_on < s.starts_on OR e.submitted_on < s.first
                    OR f.wave <> 'followup' AND e.submitted_on > s.last
            ) GROUP BY ref, is_early ORDER BY ref COLLATE NOCASE, is_early DESC
            """
        ) { row in
            let (ref, count): (String, Int) = (try row[0], try row[2])
            let forms = count == 1 ? "1 response is" : "\(count) responses are"
            let what = try row[1] ? "dated before the session" : "dated over a year from the session"
            return CheckFinding(
                rule: "forms",
                words: "session \(ref): \(forms) \(what)",
                advice: Advice(
                    "If they belong to another session, undo the import and import them there",
                    .perform(.listImports)
                )
            )
        }
    }
}
