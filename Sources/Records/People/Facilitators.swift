import SQLite

/// Somebody who facilitated a session, as the session holds them: by name, without a row of their own.
package struct Facilitator: Equatable, Sendable {
    /// The session whose list of facilitators has them; who led several sessions is here once for each.
    package let session: Found
    /// The place among the session's facilitators.
    let position: Int64
    let name: String
    /// The day of the session.
    package let day: String
    /// What they did there, in the words of whoever wrote it down; nil where that is not recorded.
    package let role: String?
    /// Nil where they are not recorded; they go with the name when it is forgotten.
    package let pronouns: String?
}

/// What stands in the place of a facilitator's name that was forgotten: the same word for one person at all their
/// sessions, so that counts by facilitator stay.
enum ForgottenLabel {
    /// What every such word looks like, as a GLOB pattern.
    static let pattern = "forgotten-????????"

    /// Whether a text is one.
    static func isOne(_ text: String) -> Bool { text.hasPrefix("forgotten-") && text.utf8.count == pattern.utf8.count }
}

extension Store {
    /// The facilitators who have one of these names, the earliest session first.
    func facilitators(named names: NameSet) throws -> [Facilitator] {
        var known: [String: Bool] = [:]
        return try database.all(
            """
            SELECT f.session_id, s.ref, f.position, f.name, s.starts_on, f.role, f.pronouns
            FROM session_facilitator AS f JOIN session AS s ON s.id = f.session_id
            ORDER BY s.starts_on, s.ref, f.position
            """
        ) { row in
            Facilitator(
                session: Found(id: try row[0], ref: try row[1]),
                position: try row[2],
                name: try row[3],
                day: try row[4],
                role: try row[5],
                pronouns: try row[6]
            )
        }
        .filter { facilitator in
            if let isNamed = known[facilitator.name] { return isNamed }
            let isNamed = names.isWhole(facilitator.name)
            known[facilitator.name] = isNamed
            return isNamed
        }
    }

    /// The facilitators who have this name, the earliest session first.
    package func facilitators(named name: FullName) throws -> [Facilitator] {
        try facilitators(named: NameSet([name]))
    }

    /// A word for a facilitator whose name is forgotten.
    func newForgottenLabel() throws -> String {
        while true {
            let label = "forgotten-\(randomness.word(8))"
            let isTaken = try database.value(
                "SELECT EXISTS (SELECT 1 FROM session_facilitator WHERE name = \(label))",
                as: Bool.self
            )
            if isTaken != true { return label }
        }
    }

    /// The day of the last session that anybody of each name facilitated or is to facilitate, by the name's key.
    func lastFacilitated() throws -> [[String]: (name: String, day: String)] {
        var last: [[String]: (name: String, day: String)] = [:]
        try database.forEach(
            """
            SELECT f.name, max(s.starts_on) FROM session_facilitator AS f JOIN session AS s ON s.id = f.session_id
            WHERE f.name NOT GLOB \(ForgottenLabel.pattern) GROUP BY f.name
            """
        ) { row in
            let (text, day): (String, String) = (try row[0], try row[1])
            guard let name = FullName(text) else { return }
            if let known = last[name.key], known.day >= day { return }
            last[name.key] = (text, day)
        }
        return last
    }

    /// The people who go by this name now.
    package func people(named name: FullName) throws -> [Found] { try peopleByName([name])[name.key] ?? [] }

    /// The people who go by one of these names now, by the name's key; those who were merged are the ones whom they were
    /// merged into.
    func peopleByName(_ names: [FullName]) throws -> [[String]: [Found]] {
        let keys = Set(names.map(\.key))
        var people: [[String]: [Found]] = [:]
        try database.forEach(
            """
            SELECT DISTINCT q.id, q.ref, p.name FROM person AS p JOIN person AS q ON q.id = coalesce(p.merged_into_id, p.id)
            WHERE p.name IS NOT NULL ORDER BY q.id
            """
        ) { row in
            guard let name = FullName(try row.text(2)), keys.contains(name.key) else { return }
            let person = Found(id: try row[0], ref: try row[1])
            if people[name.key]?.contains(person) != true { people[name.key, default: []].append(person) }
        }
        return people
    }
}
