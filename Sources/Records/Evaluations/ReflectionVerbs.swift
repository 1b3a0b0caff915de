import SQLite

/// What a group answered to a reflexive question, as people name it: by its number at the session.
package struct Reflection: Equatable, Sendable {
    /// Its row id, which people never see: they name it by `number`.
    package let id: Int64
    /// From 1, in the order in which they were written down.
    package let number: Int
    /// What the group was asked, in a word or a sentence.
    package let question: String
    /// `list:code`, separated by semicolons.
    package let codes: String
    /// How many people gave this answer.
    package let count: Int
    /// Their words, which stay inside.
    package let text: String?
}

extension Store {
    /// The reflections of a session, in the order in which they were written down.
    package func reflections(at session: Found) throws -> [Reflection] {
        let rows = try database.all(
            """
            SELECT r.id, r.question, ifnull((SELECT group_concat(item, ';') FROM (
                    SELECT c.list || ':' || c.code AS item FROM reflection_code AS c WHERE c.reflection_id = r.id
                    ORDER BY c.position)), ''), r.count, r.text
            FROM reflection AS r WHERE r.session_id = \(session.id) ORDER BY r.id
            """
        ) { row in
            (
                id: try row[0] as Int64, question: try row.text(1), codes: try row.text(2), count: try row[3] as Int,
                text: try row[4] as String?
            )
        }
        return rows.enumerated().map { index, row in
            Reflection(
                id: row.id,
                number: index + 1,
                question: row.question,
                codes: row.codes,
                count: row.count,
                text: row.text
            )
        }
    }

    /// The reflection of this number at a session.
    ///
    /// - Throws: `RecordError.refused` where there is none.
    package func reflection(_ number: Int, at session: Found) throws -> Reflection {
        let all = try reflections(at: session)
        if let found = all.first(where: { $0.number == number }) { return found }
        let advice = all.isEmpty ? nil : Advice("To see them", .perform(.show(.reflection), ["session": session.ref]))
        throw RecordError.refused("\(session.ref) has no reflection \(number)", advice: advice)
    }
}
