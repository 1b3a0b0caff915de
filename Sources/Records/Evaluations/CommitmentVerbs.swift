package import Calendar
import SQLite

extension Store {
    /// Writes down how many commitments were made at a session. Part of a `change`.
    ///
    /// - Throws: `RecordError.differs` where another count is written down, unless `update` is said.
    package func takeCommitments(
        at session: Found,
        made: Int,
        respondents: Int?,
        update: Bool = false
    ) throws -> Stored {
        var draft = Draft(["session": .record(session), "made": .number(made)])
        draft["respondents"] = respondents.map { .number($0) }
        try requireCounts(draft)
        return try take(.commitment, draft, update: update)
    }

    /// Writes down what became of the commitments of a session, as far as people could be asked. Part of a `change`.
    ///
    /// - Throws: `RecordError` `refused` where none were made, `invalid` for the day or for more than were made, `differs`
    ///   where something else is written down for that day, unless `update` is said.
    package func followUp(
        _ session: Found,
        on day: Day,
        fully: Int,
        partly: Int,
        notYet: Int,
        update: Bool = false
    ) throws -> Stored {
        try requirePast(day, "followed_on")
        guard try commitments(at: session) != nil else {
            throw RecordError.refused(
                "no commitments recorded for \(session.ref)",
                advice: Advice(
                    "Record how many were made",
                    .perform(.add(.commitment), ["session": session.ref], ask: ["made"])
                )
            )
        }
        var draft = Draft(["session": .record(session), "followed_on": .text(day.iso)])
        draft["fully"] = .number(fully)
        draft["partly"] = .number(partly)
        draft["not_yet"] = .number(notYet)
        try requireCounts(draft)
        return try take(.commitment, draft, update: update)
    }

    /// Holds counts against what their fields take.
    private func requireCounts(_ draft: Draft) throws {
        for field in RecordType.commitment.fields {
            guard case .wholeNumber(let range) = field.shape, case .integer(let count)? = draft[field.name]?.kept[0][0],
                !range.contains(Int(count))
            else { continue }
            let problem = "is \(count). Use a number from \(range.lowerBound) to \(range.upperBound)."
            throw RecordError.invalid(field: field.name, problem: problem)
        }
    }

    /// How many commitments were made at a session: as they were counted, else as they were written on forms for after;
    /// nil where neither is known.
    package func commitments(at session: Found) throws -> Int? {
        let counted = try database.value(
            "SELECT max(made) FROM commitment WHERE session_id = \(session.id)",
            as: Int?.self
        )
        if let counted, let made = counted { return made }
        let written = try writtenCommitments(session.id)
        return written > 0 ? written : nil
    }

    /// How many commitments stand on the forms for after of a session.
    private func writtenCommitments(_ session: Int64) throws -> Int {
        try database.value(
            """
            SELECT count(*) FROM form AS f CROSS JOIN form_item AS i ON i.form_id = f.id
            CROSS JOIN evaluation AS e ON e.form_id = f.id
            CROSS JOIN answer_text AS t ON t.evaluation_id = e.id AND t.position = i.position
            WHERE f.wave = 'after' AND i.kind = 'commitment' AND e.session_id = \(session)
            """
        ) ?? 0
    }

    /// The row id of what is written down for a session: of a follow-up where a day is given, else of what was made.
    ///
    /// - Throws: `RecordError.refused` where there is none.
    package func commitment(at session: Found, on day: Day?) throws -> Int64 {
        let id = try database.value(
            "SELECT id FROM commitment WHERE session_id = \(session.id) AND followed_on IS \((day?.iso).sqlValue)",
            as: Int64.self
        )
        if let id { return id }
        let what = day.map { "no follow-up on \($0.words)" } ?? "no commitments"
        throw RecordError.refused(
            "\(what) recorded for \(session.ref)",
            advice: Advice("To see them", .perform(.list(.commitment), ["session": session.ref]))
        )
    }

    /// Holds what became of commitments against how many were made, and a follow-up against the session's day.
    func verifyCommitment(_ id: Int64) throws {
        let found = try database.one(
            """
            SELECT max(ifnull(o.fully, 0) + ifnull(o.partly, 0) + ifnull(o.not_yet, 0)), max(o.made),
                min(o.followed_on), s.starts_on, s.id
            FROM commitment AS c JOIN commitment AS o ON o.session_id = c.session_id
                JOIN session AS s ON s.id = c.session_id
            WHERE c.id = \(id)
            """
        ) { row in
            (
                told: try row[0] as Int, made: try row[1] as Int?, first: try row[2] as String?,
                start: try row[3] as String, session: try row[4] as Int64
            )
        }
        guard let found else { return }
        let written = found.made == nil && found.told > 0 ? try writtenCommitments(found.session) : 0
        if let made = found.made ?? (written > 0 ? written : nil), found.told > made {
            let problem = "fully, partly and not_yet add up to \(found.told), but only \(made) commitments were made"
            throw RecordError.invalid(field: "fully", problem: problem)
        }
        if let first = found.first, first < found.start {
            throw RecordError.invalid(
                field: "followed_on",
                problem: "\(first.dayWords) is before the session (\(found.start.dayWords))"
            )
        }
    }
}
