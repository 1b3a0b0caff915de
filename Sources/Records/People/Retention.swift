package import Calendar
import SQLite

extension Store {
    /// People whose names have been kept longer than the program keeps names, the longest first, each with the day since
    /// which.
    ///
    /// The months begin with the last session that somebody came to; for those who came to none with the day on which
    /// they were written down, or on which the file was made where the history does not say it. A name that stands with
    /// somebody who was merged into them is theirs.
    package func namesPastKeeping(asOf day: Day) throws -> [(person: Found, since: Day)] {
        let limit = day.adding(months: -program.keepNamesMonths)
        let rows = try database.all(
            """
            SELECT id, ref, last FROM (
                SELECT p.id, p.ref, coalesce(
                    (SELECT max(s.starts_on) FROM attendance AS a JOIN session AS s ON s.id = a.session_id
                        WHERE a.person_id = p.id),
                    (SELECT min(substr(h.at, 1, 10)) FROM history AS h WHERE h.id IN (
                        SELECT i.history_id FROM import AS i WHERE i.id = p.import_id
                        UNION SELECT v.history_id FROM history_value AS v
                            WHERE v.record_table = 'person' AND v.record_key = CAST(p.id AS TEXT))),
                    (SELECT substr(made_at, 1, 10) FROM program)
                ) AS last
                FROM person AS p
                WHERE p.merged_into_id IS NULL AND (p.name IS NOT NULL OR p.email IS NOT NULL OR EXISTS (
                    SELECT 1 FROM person AS o
                    WHERE o.merged_into_id = p.id AND (o.name IS NOT NULL OR o.email IS NOT NULL)))
            ) WHERE last < \(limit.description) ORDER BY last, ref
            """
        ) { row in (Found(id: try row[0], ref: try row[1]), try row[2] as String) }
        return rows.compactMap { person, last in
            Day(iso: last).map { (person: person, since: $0.adding(months: program.keepNamesMonths)) }
        }
    }
}
