import Calendar
import SQLite

extension Store {
    /// Organizations to ask what they report about themselves: a year after the last report, or three months after the
    /// first training where there is none.
    func profilesToAskFor(_ day: Day) throws -> [DueItem] {
        try database.all(
            """
            SELECT ref, title, last, ifnull(date(last, '+1 year'), date(first, '+3 months')) AS since FROM (
                SELECT o.ref, o.title,
                    (SELECT max(p.as_of) FROM profile AS p WHERE p.organization_id = o.id AND p.as_of <= \(day.iso)) AS last,
                    (
                        SELECT min(s.starts_on) FROM session_organization AS t JOIN session AS s ON s.id = t.session_id
                        WHERE t.organization_id = o.id AND s.status = 'held' AND s.kind = 'training'
                            AND s.starts_on <= \(day.iso)
                    ) AS first
                FROM organization AS o WHERE o.id IS NOT (SELECT organization_id FROM program)
            )
            WHERE first IS NOT NULL AND since <= \(day.iso)
            """
        ) { row in
            let ref: String = try row[0]
            let last: Day? = try row[2]
            let since: Day = try row[3]
            let state = last.map { "last reported about itself \($0.words)" } ?? "has not reported about itself yet"
            return DueItem(
                since: since,
                what: "\(try row[1] as String): \(state). Ask the five questions",
                step: .perform(.showProfileSheet, ["organization": ref]),
                due: since
            )
        }
    }
}
