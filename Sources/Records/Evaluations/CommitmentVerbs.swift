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
        scope: CommitmentScope? = nil,
        update: Bool = false
    ) throws -> Stored {
        var draft = Draft(["session": .record(session), "made": .number(made)])
        draft["scope"] = scope.map { .text($0.rawValue) }
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
        scope: CommitmentScope? = nil,
        update: Bool = false
    ) throws -> Stored {
        try requirePast(day, "followed_on")
        guard try commitments(at: session, scope: scope) != nil else {
            throw RecordError.refused(
                "no commitments recorded for \(session.ref)",
                advice: Advice(
                    "Record how many were made",
                    .perform(.add(.commitment), ["session": session.ref], ask: ["made"])
                )
            )
        }
        var draft = Draft(["session": .record(session), "followed_on": .text(day.iso)])
        draft["scope"] = scope.map { .text($0.rawValue) }
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

    /// How many commitments were made at a session, of one scope or of all: as they were counted, else as they were
    /// written on forms for after; nil where neither is known.
    package func commitments(at session: Found, scope: CommitmentScope? = nil) throws -> Int? {
        let one: SQL = scope.map { " AND scope = \($0.rawValue)" } ?? ""
        let counted = try database.value(
            """
            SELECT sum(most) FROM (
                SELECT max(made) AS most FROM commitment WHERE session_id = \(session.id)\(one) GROUP BY scope
            )
            """,
            as: Int?.self
        )
        if let counted, let made = counted { return made }
        guard scope == nil else { return nil }
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
    package func commitment(at session: Found, on day: Day?, scope: CommitmentScope? = nil) throws -> Int64 {
        let one: SQL = scope.map { " AND scope = \($0.rawValue)" } ?? ""
        let ids: [Int64] = try database.all(
            """
            SELECT id FROM commitment WHERE session_id = \(session.id) AND followed_on IS \((day?.iso).sqlValue)\(one)
            """
        ) { try $0[0] }
        if ids.count > 1 { throw RecordError.scopeNeeded }
        if let id = ids.first { return id }
        let what = day.map { "no follow-up on \($0.words)" } ?? "no commitments"
        throw RecordError.refused(
            "\(what) recorded for \(session.ref)",
            advice: Advice("To see them", .perform(.list(.commitment), ["session": session.ref]))
        )
    }

    /// A follow-up of a session whose commitments are all of one scope is of that one.
    ///
    /// - Throws: `RecordError.invalid` where it could be of both.
    func fillScope(_ draft: inout Draft) throws {
        guard draft["scope"] == nil, draft.text("followed_on") != nil, let session = draft["session"]?.recordID else {
            return
        }
        let scopes = try database.all("SELECT DISTINCT scope FROM commitment WHERE session_id = \(session)") {
            try $0[0] as String?
        }
        let known = Set(scopes.compactMap(\.self))
        if known.count > 1 { throw RecordError.scopeNeeded }
        if let only = known.first, !scopes.contains(nil) { draft["scope"] = .text(only) }
    }

    /// Holds what became of commitments against how many were made, and a follow-up against the session's day.
    func verifyCommitment(_ id: Int64) throws {
        let found = try database.one(
            """
            SELECT max(ifnull(o.fully, 0) + ifnull(o.partly, 0) + ifnull(o.not_yet, 0)), max(o.made),
                min(o.followed_on), s.starts_on, s.id
            FROM commitment AS c JOIN commitment AS o ON o.session_id = c.session_id AND o.scope IS c.scope
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

extension RecordError {
    /// What is said of a session whose commitments are of people and of institutions, without saying which are meant.
    static let scopeNeeded = RecordError.invalid(
        field: "scope",
        problem: "this session has commitments of both scopes. Say individual or institution."
    )
}
