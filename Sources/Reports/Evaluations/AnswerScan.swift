import Records
import SQLite

/// The one reading of all answers to a form in a scope.
///
/// A wide scope reads the table from front to back, since responses are stored in no order; a narrow one goes by the
/// index of form and session. Both give the same counts.
struct AnswerScan: Sendable {
    let plan: FormPlan
    /// How many forms were answered in the scope: each of them may be read from front to back.
    let forms: Int

    /// What `--explain` prints, and what a narrow scope runs.
    func narrow(_ scope: Scope) -> SQL {
        """
        WITH \(scope.clause), \(scope.heldClause)
        SELECT evaluation.session_id, evaluation.answered\(answers)
        FROM sat
        CROSS JOIN evaluation ON evaluation.form_id = \(plan.form.id) AND evaluation.session_id = sat.session_id
        WHERE \(scope.hasReturned("evaluation.submitted_on"))
        """
    }

    private func wide(_ scope: Scope) -> SQL {
        """
        SELECT session_id, answered\(answers) FROM evaluation NOT INDEXED
        WHERE form_id = \(plan.form.id) AND \(scope.hasReturned("submitted_on"))
        """
    }

    private var answers: SQL {
        plan.columns.map { column in
            let name: SQL = Form.answerColumn(column.item.slot) ?? "NULL"
            return ", evaluation.\(name)" as SQL
        }.joined(separator: "")
    }

    /// The answers by the key of the group.
    func answers(_ scope: Scope, in database: borrowing Database) throws -> [String: FormAnswers] {
        let places = try SessionPlaces(scope, in: database)
        let layout = AnswerLayout(plan)
        var groups = places.keys.map { _ in AnswerTally(layout) }
        var sheet = AnswerSheet(plan)
        try database.forEach(try isWide(places, database) ? wide(scope) : narrow(scope)) { row in
            guard let place = places.place(of: try row[0]) else { return }
            try sheet.read(row, from: 2)
            let (answered, isCounted): (Int, Bool) = (try row[1], places.isCounted(place))
            for group in places.groups(of: place) {
                groups[group].add(sheet, answered: answered, isFromCounted: isCounted)
            }
        }
        return Dictionary(uniqueKeysWithValues: zip(places.keys, groups.map(\.answers)))
    }

    /// A row by its index costs about four rows of reading on.
    private func isWide(_ places: SessionPlaces, _ database: borrowing Database) throws -> Bool {
        let sessions = try database.value("SELECT count(*) FROM session", as: Int.self) ?? 0
        return places.count * 4 >= sessions * max(1, forms)
    }
}

extension Question {
    /// What was answered to a form.
    static func answers(_ scan: AnswerScan) -> Question {
        var question = Question(
            name: "answers to \(scan.plan.form.ref)",
            words: """
                Forms \(scan.plan.form.ref) that came back from held sessions by the as-of day, by what was answered to \
                each item. An answer of no number, such as "does not apply", leaves every denominator.
                """,
            gather: { scope, database in
                try scan.answers(scope, in: database).mapValues { answers in
                    var counts = Counts()
                    counts.answers[scan.plan.form.id] = answers
                    return counts
                }
            },
            sql: scan.narrow
        )
        question.forms = [scan.plan.form.id]
        return question
    }
}
