package import Calendar
import SQLite

/// What matching within a series came to, by the forms that carried a code.
package struct MatchingOutcome: Equatable, Sendable {
    /// The session, or the parent event of several, within which befores and afters were matched.
    package let series: Found
    /// Pairs whose codes agree in every element; each is two forms.
    package let exact: Int
    /// Pairs whose codes differ in one element; each is two forms.
    package let oneOff: Int
    /// Forms from before without an after: with `pairs`, what a rate of the befores is of.
    package let befores: Unpaired
    /// Forms from after, or from a follow-up, without a before: with `pairs`, what a rate of the afters is of.
    package let afters: Unpaired

    /// Forms with a code that found no other.
    package struct Unpaired: Equatable, Sendable {
        /// Those whose code could belong to several.
        package let ambiguous: Int
        /// Those whose code nobody else's fits.
        package let unmatched: Int
    }

    /// How many befores have their after.
    package var pairs: Int { exact + oneOff }
}

/// A series whose codes are still kept.
package struct OpenMatching: Equatable, Sendable {
    /// The session, or the parent event of several sessions that share their codes.
    package let series: Found
    /// The day of its last session.
    package let lastDay: Day
}

extension Store {
    /// For how many days after the last session of a series matching may stay open before it is due to be closed.
    package static let matchingDays = 90

    /// What matching came to in the series that a session is of.
    ///
    /// - Throws: `RecordError.refused` where no code came in, or matching was closed before and nothing is left of it.
    package func matching(of session: Found) throws -> MatchingOutcome {
        let series = try seriesFound(of: session.id)
        let state = try database.one("SELECT closed_on FROM matching WHERE session_id = \(series.id)") { row in
            try row[0] as String?
        }
        let isLeft = try elements(of: series.id) > 0 || hasKey(series.id)
        if case .some(.some(let day)) = state, !isLeft {
            throw RecordError.refused("matching for \(series.ref) was already closed on \(day.dayWords)", advice: nil)
        }
        guard state != nil || isLeft else {
            throw RecordError.refused(
                "nothing to match for \(series.ref): its evaluations have no codes",
                advice: Advice(
                    "A form asks for a code with questions of type element. For the forms",
                    .perform(.list(.form))
                )
            )
        }
        return try outcome(of: series)
    }

    /// Ends matching within the series that a session is of: its key and the elements of all codes are gone from the
    /// file, and of each pair only its random number stays. Part of a `change`; nothing takes it back.
    @discardableResult
    package func closeMatching(of session: Found) throws -> MatchingOutcome {
        let outcome = try matching(of: session)
        let series = outcome.series.id
        current?.log.sawBulk()
        current?.log.end()
        try database.execute(
            """
            DELETE FROM evaluation_element WHERE evaluation_id IN (
                SELECT e.id FROM evaluation AS e JOIN session AS s ON s.id = e.session_id
                WHERE s.id = \(series) OR s.parent_id = \(series))
            """
        )
        try database.execute(
            """
            INSERT INTO matching (session_id, key, closed_on) VALUES (\(series), NULL, \(today.iso))
            ON CONFLICT (session_id) DO UPDATE SET key = NULL, closed_on = ifnull(closed_on, excluded.closed_on)
            """
        )
        // A session that was a series of its own before it got a parent has a key of its own.
        try database.execute(
            """
            UPDATE matching SET key = NULL, closed_on = \(today.iso)
            WHERE key IS NOT NULL AND session_id IN (SELECT id FROM session WHERE parent_id = \(series))
            """
        )
        return outcome
    }

    /// How many pairs of series whose matching is closed have a form that one of these imports brought: with it they
    /// would be gone for good.
    package func pairsClosed(ofImports rows: [Int64]) throws -> Int {
        try database.value(
            """
            SELECT count(DISTINCT m.pair) FROM evaluation AS e JOIN session AS s ON s.id = e.session_id
            JOIN evaluation_match AS m ON m.evaluation_id = e.id
            JOIN matching AS g ON g.session_id = coalesce(s.parent_id, s.id)
            WHERE e.import_id IN \(SQL.list(rows)) AND m.pair IS NOT NULL AND g.closed_on IS NOT NULL
            """
        ) ?? 0
    }

    /// Series whose matching is open and whose last session was before `day`, the oldest first.
    package func openMatchings(before day: Day) throws -> [OpenMatching] {
        try database.all(
            """
            SELECT s.id, s.ref, max(ifnull(part.starts_on, s.starts_on), s.starts_on) AS last FROM matching AS m
            JOIN session AS s ON s.id = m.session_id
            LEFT JOIN (SELECT parent_id, max(starts_on) AS starts_on FROM session GROUP BY parent_id) AS part
                ON part.parent_id = s.id
            WHERE m.key IS NOT NULL AND last < \(day.iso) ORDER BY last, s.ref COLLATE NOCASE
            """
        ) { row in
            OpenMatching(series: try named(.session, Found(id: try row[0], ref: try row[1])), lastDay: try row[2])
        }
    }

    /// Matching that stayed open for longer than it is needed.
    func matchingsToClose(_ day: Day) throws -> [DueItem] {
        try openMatchings(before: day.adding(days: -Self.matchingDays)).map { open in
            DueItem(
                since: open.lastDay.adding(days: Self.matchingDays),
                what: "\(open.series.called): close before-and-after matching (after \(Self.matchingDays) days)",
                step: .perform(.closeMatching, ["session": open.series.ref])
            )
        }
    }

    /// Parts of codes that are there although their series has no open matching.
    func leftElements() throws -> [CheckFinding] {
        try database.all(
            """
            SELECT s.ref, count(DISTINCT e.id) FROM evaluation_element AS x
            JOIN evaluation AS e ON e.id = x.evaluation_id
            JOIN session AS own ON own.id = e.session_id
            JOIN session AS s ON s.id = ifnull(own.parent_id, own.id)
            LEFT JOIN matching AS m ON m.session_id = s.id
            WHERE m.key IS NULL GROUP BY s.id ORDER BY s.ref COLLATE NOCASE
            """
        ) { row in
            let (ref, count): (String, Int) = (try row[0], try row[1])
            return CheckFinding(
                rule: "matching",
                words: "session \(ref): evaluation codes are still stored (\(count)), but matching is closed",
                advice: Advice("Delete them", .perform(.closeMatching, ["session": ref]))
            )
        }
    }

    private func seriesFound(of session: Int64) throws -> Found {
        let series = try series(of: session)
        return Found(id: series, ref: try ref(.session, series))
    }

    private func elements(of series: Int64) throws -> Int {
        try database.value(
            """
            SELECT count(*) FROM evaluation_element AS x JOIN evaluation AS e ON e.id = x.evaluation_id
            JOIN session AS s ON s.id = e.session_id WHERE s.id = \(series) OR s.parent_id = \(series)
            """
        ) ?? 0
    }

    private func hasKey(_ series: Int64) throws -> Bool {
        try database.value(
            """
            SELECT EXISTS (SELECT 1 FROM matching AS m JOIN session AS s ON s.id = m.session_id
                WHERE (s.id = \(series) OR s.parent_id = \(series)) AND m.key IS NOT NULL)
            """
        ) ?? false
    }

    private func outcome(of series: Found) throws -> MatchingOutcome {
        let counts = try database.one(
            """
            SELECT count(*) FILTER (WHERE m.how = 1), count(*) FILTER (WHERE m.how = 2),
                count(*) FILTER (WHERE m.how = 3 AND f.wave = 'before'),
                count(*) FILTER (WHERE m.how = 0 AND f.wave = 'before'),
                count(*) FILTER (WHERE m.how = 3 AND f.wave <> 'before'),
                count(*) FILTER (WHERE m.how = 0 AND f.wave <> 'before')
            FROM evaluation_match AS m JOIN evaluation AS e ON e.id = m.evaluation_id
            JOIN form AS f ON f.id = e.form_id JOIN session AS s ON s.id = e.session_id
            WHERE s.id = \(series.id) OR s.parent_id = \(series.id)
            """
        ) { row in try (0..<6).map { try row[$0] as Int } }
        let found = counts ?? [0, 0, 0, 0, 0, 0]
        return MatchingOutcome(
            series: try named(.session, series),
            exact: found[0] / 2,
            oneOff: found[1] / 2,
            befores: MatchingOutcome.Unpaired(ambiguous: found[2], unmatched: found[3]),
            afters: MatchingOutcome.Unpaired(ambiguous: found[4], unmatched: found[5])
        )
    }
}
