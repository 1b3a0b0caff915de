import Measures
import Records
import SQLite

/// What came back of one form from the held sessions of a scope.
struct FormReturns {
    /// By the key of the group, what was answered.
    let answers: [String: FormAnswers]
    /// By the place of the session, whether any came back from there.
    let fromSessions: [Bool]
}

/// The one reading of all answers to a form in a scope.
///
/// A wide scope reads the table from front to back, since responses are stored in no order; a narrow one goes by the
/// index of form and session. Both give the same counts.
struct AnswerScan: Sendable {
    let plan: FormPlan

    init(_ plan: FormPlan) { self.plan = plan }

    /// What `--explain` prints, and what a narrow scope runs.
    func narrow(_ scope: Scope) -> SQL {
        """
        WITH \(scope.clause), \(scope.heldClause)
        SELECT evaluation.session_id, evaluation.answered, evaluation.asked\(answers)
        FROM sat
        CROSS JOIN evaluation ON evaluation.form_id = \(plan.form.id) AND evaluation.session_id = sat.session_id
        WHERE \(scope.cameBack("evaluation"))
        """
    }

    private func wide(_ scope: Scope) -> SQL {
        """
        SELECT session_id, answered, asked\(answers) FROM evaluation NOT INDEXED
        WHERE form_id = \(plan.form.id) AND \(scope.cameBack("evaluation"))
        """
    }

    private var answers: SQL {
        plan.columns.map { column in
            let name: SQL = Form.answerColumn(column.item.slot) ?? "NULL"
            return ", evaluation.\(name)" as SQL
        }.joined(separator: "")
    }

    /// Reads what came back.
    ///
    /// - Parameter throughAll: whether to go through all evaluations, and not session by session.
    func returns(_ basis: Basis, throughAll: Bool, in database: borrowing DatabaseReader) throws -> FormReturns {
        let (sessions, heads) = (try basis.sessions(in: database), try basis.heads(in: database))
        let layout = AnswerLayout(plan)
        var fromSessions = [Bool](repeating: false, count: sessions.count)
        var groups = sessions.keys.map { _ in AnswerTally(layout) }
        var (origin, sheet) = (RowNumbers(count: 3), AnswerSheet(plan))
        var clusters = AnswerClusters(layout, sessions: sessions.count)
        try database.forEach(throughAll ? wide(basis.scope) : narrow(basis.scope)) { row in
            try origin.read(row, from: 0)
            guard case .whole(let session) = origin.cells[0], case .whole(let answered) = origin.cells[1],
                let place = sessions.place(of: session)
            else { return }
            fromSessions[place] = true
            try sheet.read(row, from: 3)
            var asked = plan.columns.count
            if case .whole(let number) = origin.cells[2] { asked = Int(number) }
            let isCounted = heads.areCounted[place] && !sessions.areGatherings[place]
            let completeness = ResponseRate.Completeness(answered: Int(answered), of: asked)
            clusters.add(sheet, at: place)
            sessions.forEachGroup(of: place) {
                groups[$0].add(sheet, completeness, isFromCounted: isCounted)
            }
        }
        for place in fromSessions.indices where fromSessions[place] {
            sessions.forEachGroup(of: place) { groups[$0].add(clusters, at: place, of: sessions.rows[place]) }
        }
        let answers = zip(sessions.keys, groups).lazy.map { ($0, $1.answers) }
        return FormReturns(answers: Dictionary(uniqueKeysWithValues: answers), fromSessions: fromSessions)
    }
}

extension Question {
    /// What was answered to a form.
    static func answers(_ plan: FormPlan) -> Question {
        var question = Question(
            name: "answers to \(plan.form.ref)",
            words: """
                Forms \(plan.form.ref) returned from held sessions by the as-of date, by the answer to each question. \
                Answers such as “does not apply” are left out of every share.
                """,
            evidence: .responses(to: [plan.form.id]),
            gather: { basis, database in
                try basis.returns(of: plan, in: database).answers.mapValues { answers in
                    var counts = Counts()
                    counts.answers[plan.form.id] = answers
                    return counts
                }
            },
            sql: AnswerScan(plan).narrow
        )
        question.forms = [plan.form.id]
        return question
    }
}

extension Scope {
    /// The clause `sat (session_id)`: the held sessions and gatherings, each once.
    var heldClause: SQL {
        // Elsewhere a scope has each session once, and sorting them out costs as much as reading them.
        let session: SQL = split?.overlaps == true ? "DISTINCT scope.session_id" : "scope.session_id"
        return """
            sat (session_id) AS MATERIALIZED (
                SELECT \(session)
                FROM scope CROSS JOIN session ON session.id = scope.session_id WHERE \(happened)
            )
            """
    }

    /// The term over `evaluation` for what had come back by the as-of day; a day that is not known is no reason.
    ///
    /// A row without an answer is no form. `table` is the name of `evaluation` in the statement.
    func cameBack(_ table: Identifier) -> SQL {
        """
        (\(identifier: table).submitted_on IS NULL OR \(identifier: table).submitted_on <= \(asOf))
        AND (
            \(identifier: table).answered > 0 OR EXISTS (
                SELECT 1 FROM answer_text AS said WHERE said.evaluation_id = \(identifier: table).id
            )
        )
        """
    }

    /// The term for a returned form: at least half of the items that were asked have an answer. `items` is how many the
    /// whole form has.
    static func isReturned(_ table: Identifier, of items: SQL) -> SQL {
        """
        (\(identifier: table).answered > 0
            AND \(identifier: table).answered * 2 >= ifnull(\(identifier: table).asked, \(items)))
        """
    }
}
