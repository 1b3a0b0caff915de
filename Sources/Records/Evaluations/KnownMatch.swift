import Calendar
import SQLite

/// What matching came to for a returned form that has a code, as it was found in the record that it comes from.
package struct KnownMatch: Equatable, Sendable {
    /// How a before and an after were found to be of one person, or why not.
    package enum How: Int, CaseIterable, Sendable {
        case unmatched = 0
        case exact = 1
        case oneOff = 2
        case ambiguous = 3

        /// The word that files have for it.
        package var word: String { self == .oneOff ? "one_off" : "\(self)" }
    }

    /// How it was matched.
    package let how: How
    /// The number of its pair, where it has one.
    package let pair: Int64?

    /// What a file says of a match; nil where there is a pair without a match, or a match without a pair.
    package init?(_ how: How, pair: Int64?) {
        guard (pair == nil) == (how == .unmatched || how == .ambiguous) else { return nil }
        self.how = how
        self.pair = pair
    }
}

extension Store {
    /// Lends every returned form that has a code to `body`, with its number and that of its pair in this export.
    /// `numberEvaluations` has been called before.
    package func forEachMatch(_ body: (_ number: Int64, KnownMatch) throws -> Void) throws {
        try database.forEach(
            """
            SELECT n.number, m.how, p.number FROM evaluation_match AS m
            JOIN temp.evaluation_number AS n ON n.evaluation_id = m.evaluation_id
            LEFT JOIN temp.pair_number AS p ON p.pair = m.pair ORDER BY n.number
            """
        ) { row in
            guard let how = KnownMatch.How(rawValue: try row[1]), let match = KnownMatch(how, pair: try row[2]) else {
                return
            }
            try body(try row[0], match)
        }
    }

    /// The refs of the sessions within whose series forms were matched, in order, each with the day on which matching was
    /// closed; none where it is open.
    package func matchedSeries() throws -> [(session: String, closed: String?)] {
        try database.all(
            """
            SELECT s.ref, m.closed_on FROM matching AS m JOIN session AS s ON s.id = m.session_id
            ORDER BY s.starts_on, s.ref COLLATE NOCASE
            """
        ) { row in (try row.text(0), try row[1] as String?) }
    }

    /// Closes matching within the series of a session that came with its matches: the codes stayed behind, so that nothing
    /// more can be matched. Part of a `change`.
    package func closeMatching(ofImported session: Found, on day: String?) throws {
        try unnoted {
            try database.execute(
                """
                INSERT INTO matching (session_id, key, closed_on) VALUES (\(session.id), NULL, \(day ?? today.iso))
                ON CONFLICT (session_id) DO UPDATE SET key = NULL, closed_on = excluded.closed_on
                """
            )
        }
    }

    /// Lets go of matching within sessions that an entry's imports made, where nothing else was returned for them: it would
    /// keep them from going.
    func leaveMatchings(ofEntry entry: Int64) throws {
        try database.execute(
            """
            DELETE FROM matching WHERE session_id IN (
                SELECT s.id FROM session AS s JOIN import AS i ON i.id = s.import_id WHERE i.history_id = \(entry))
            AND NOT EXISTS (
                SELECT 1 FROM evaluation AS e JOIN session AS s ON s.id = e.session_id
                LEFT JOIN import AS i ON i.id = e.import_id
                WHERE coalesce(s.parent_id, s.id) = matching.session_id AND i.history_id IS NOT \(entry))
            """
        )
    }

    /// Stores what is known of the matches of new forms.
    func insertMatches(_ new: NewEvaluations, _ ids: [Int32: Int64]) throws {
        if new.matches.isEmpty { return }
        let known = new.matches.compactMap { one in ids[one.row].map { (id: $0, match: one.match) } }
        let sql: SQL = "INSERT INTO evaluation_match (evaluation_id, how, pair) VALUES (?, ?, ?)"
        try database.prepared(sql) { insert in
            for one in known.sorted(by: { $0.id < $1.id }) {
                try insert.run(one.id, one.match.how.rawValue, one.match.pair)
            }
        }
    }
}
