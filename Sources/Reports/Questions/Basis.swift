import Records
import SQLite

/// What the questions about one scope stand on: each thing is read once, when the first of them needs it.
final class Basis {
    let scope: Scope
    private var held: HeldSessions?
    private var heads: SessionHeads?
    private var plans: [FormPlan]?
    private var returns: [Int64: FormReturns] = [:]

    init(_ scope: Scope) { self.scope = scope }

    /// The held sessions.
    func sessions(in database: borrowing DatabaseReader) throws -> HeldSessions {
        if let held { return held }
        let read = try HeldSessions(scope, in: database)
        held = read
        return read
    }

    /// Who came to the held sessions.
    func heads(in database: borrowing DatabaseReader) throws -> SessionHeads {
        if let heads { return heads }
        let sessions = try sessions(in: database)
        let read = try SessionHeads(sessions, throughAll: sessions.areMost(), in: database)
        heads = read
        return read
    }

    /// The forms that were answered at the held sessions, the oldest first.
    func forms(in database: borrowing DatabaseReader) throws -> [FormPlan] {
        if let plans { return plans }
        let sessions = try sessions(in: database)
        let all = try database.all(
            """
            SELECT id FROM form WHERE EXISTS (SELECT 1 FROM evaluation WHERE evaluation.form_id = form.id) ORDER BY id
            """
        ) { try $0[0] as Int64 }
        let answered = try database.prepared(
            "SELECT EXISTS (SELECT 1 FROM evaluation WHERE form_id = ? AND session_id = ?)"
        ) { isAnswered in
            try all.filter { form in try sessions.rows.contains { try isAnswered.value(form, $0) ?? false } }
        }
        let read = try answered.map { FormPlan(try Form.reading($0, from: database)) }
        plans = read
        return read
    }

    /// What came back of a form.
    func returns(of plan: FormPlan, in database: borrowing DatabaseReader) throws -> FormReturns {
        if let known = returns[plan.form.id] { return known }
        let forms = try forms(in: database).count
        let isWide = try sessions(in: database).areMost(readingTimes: forms)
        let read = try AnswerScan(plan).returns(self, throughAll: isWide, in: database)
        returns[plan.form.id] = read
        return read
    }

    /// By place of the session, whether any of these forms came back.
    func returned(
        _ isMeant: (FormPlan) -> Bool,
        in database: borrowing DatabaseReader
    ) throws -> [Bool] {
        let sessions = try sessions(in: database)
        var marks = [Bool](repeating: false, count: sessions.count)
        for plan in try forms(in: database) where isMeant(plan) {
            if let known = returns[plan.form.id] {
                for place in marks.indices where known.fromSessions[place] { marks[place] = true }
            } else {
                try look(for: plan, at: sessions, &marks, in: database)
            }
        }
        return marks
    }

    private func look(
        for plan: FormPlan,
        at sessions: HeldSessions,
        _ marks: inout [Bool],
        in database: borrowing DatabaseReader
    ) throws {
        for place in marks.indices where !marks[place] {
            let isFound: Bool? = try database.value(
                """
                SELECT EXISTS (
                    SELECT 1 FROM evaluation WHERE form_id = \(plan.form.id) AND session_id = \(sessions.rows[place])
                        AND \(scope.cameBack("evaluation"))
                )
                """
            )
            marks[place] = isFound ?? false
        }
    }
}

/// The bases of several scopes, so that whoever asks about the same scope twice reads once.
final class Bases {
    private var known: [Scope: Basis] = [:]

    /// The basis of a scope.
    func of(_ scope: Scope) -> Basis {
        if let basis = known[scope] { return basis }
        let basis = Basis(scope)
        known[scope] = basis
        return basis
    }
}
