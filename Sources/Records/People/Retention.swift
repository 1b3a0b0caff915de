package import Calendar
import SQLite

extension Store {
    /// People whose names have been kept longer than the program keeps names, the longest first, each with the day since
    /// which.
    ///
    /// The months begin with the last session that somebody came to, or that a facilitator of their name led or is to
    /// lead; for those who came to none with the day on which they were written down, or on which the file was made
    /// where the history does not say it. A name that stands with somebody who was merged into them is theirs.
    package func namesPastKeeping(asOf day: Day) throws -> [(person: Found, since: Day)] {
        try namesPastKeeping(before: day.adding(months: -program.keepNamesMonths).description, try lastFacilitated())
    }

    /// Facilitators whose names have been kept longer than the program keeps names, the longest first: their last session
    /// is that long ago, and nobody of the name has a row that is kept.
    package func facilitatorsPastKeeping(asOf day: Day) throws -> [FacilitatorPastKeeping] {
        let limit = day.adding(months: -program.keepNamesMonths).description
        let last = try lastFacilitated()
        let over = last.values.filter { $0.day < limit }.sorted { ($0.day, $0.name) < ($1.day, $1.name) }
        let names = over.compactMap { FullName($0.name) }
        if names.isEmpty { return [] }
        let ending = Set(try namesPastKeeping(before: limit, last).map(\.person))
        let people = try peopleByName(names)
        return over.compactMap { text, day in
            guard let name = FullName(text), let last = Day(iso: day) else { return nil }
            let known = people[name.key] ?? []
            guard known.allSatisfy(ending.contains) else { return nil }
            let since = last.adding(months: program.keepNamesMonths)
            return FacilitatorPastKeeping(name: name, since: since, hasRow: !known.isEmpty)
        }
    }

    /// Whom to forget because their names have been kept long enough. A facilitator who has a row is found by it.
    package func pastKeeping(asOf day: Day) throws -> ForgetRequest {
        ForgetRequest(
            people: try namesPastKeeping(asOf: day).map(\.person),
            names: try facilitatorsPastKeeping(asOf: day).filter { !$0.hasRow }.map(\.name)
        )
    }

    private func namesPastKeeping(
        before limit: String,
        _ facilitated: [[String]: (name: String, day: String)]
    ) throws -> [(person: Found, since: Day)] {
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
            ) WHERE last < \(limit) ORDER BY last, ref
            """
        ) { row in (Found(id: try row[0], ref: try row[1]), try row[2] as String) }
        return try rows.compactMap { person, last in
            let led = try names(of: person).compactMap { facilitated[$0.key]?.day }.max() ?? last
            guard led < limit, let day = Day(iso: max(last, led)) else { return nil }
            return (person: person, since: day.adding(months: program.keepNamesMonths))
        }
    }

    /// The names that somebody has, with those of people who were merged into them.
    func names(of person: Found) throws -> [FullName] {
        try database.all(
            "SELECT name FROM person WHERE (id = \(person.id) OR merged_into_id = \(person.id)) AND name IS NOT NULL"
        ) { try $0.text(0) }.compactMap { FullName($0) }
    }
}

/// A facilitator whose name has been kept long enough.
package struct FacilitatorPastKeeping: Equatable, Sendable {
    /// As the session spells it that they facilitated last, or are to facilitate.
    package let name: FullName
    /// The day since which it should be gone.
    package let since: Day
    /// Whether somebody of the name has a row of their own, and is past the time, too.
    package let hasRow: Bool
}
