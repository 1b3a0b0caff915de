package import Calendar
package import SQLite

/// One returned form, as it is kept.
package struct ReturnedEvaluation: Sendable {
    /// Its row id and its ref, `e-` and eight hexadecimal digits, which tells nothing of when it came.
    package let found: Found
    /// What was asked; `answers` and `words` go by the positions of its items.
    package let form: Form
    /// The ref of its session; empty where an organization's clients returned it.
    package let session: String
    /// The ref of the organization whose clients returned it; nil where it is of a session.
    package let organization: String?
    /// The civil day on which it came back, such as 2026-11-10; nil where that was not recorded. Never a time of day.
    package let submitted: String?
    /// How many answers that are counted on it has.
    package let answered: Int
    /// What became of its code; nil where it had none.
    package let matched: Matched?
    /// What was answered, by the position of the question: as it is kept.
    package let answers: [Int: SQLValue]
    /// What was written, by the position of the question.
    package private(set) var words: [Int: String]

    /// The same without what was written, which stays inside.
    package var withoutWords: ReturnedEvaluation {
        var copy = self
        copy.words = [:]
        return copy
    }

    /// An answer that is counted on as people read it; nil where there is none.
    package func label(at item: FormItem) -> String? { answers[item.position].flatMap { form.label(of: $0, at: item) } }

    /// The same as it stands in a file.
    package func code(at item: FormItem) -> String? { answers[item.position].flatMap { form.code(of: $0, at: item) } }

    /// What became of the code by which a before finds its after.
    package enum Matched: Int, Sendable {
        case unmatched, exactly, oneOff, ambiguous

        /// In a word or two.
        package var title: String {
            switch self {
            case .unmatched: "no"
            case .exactly: "yes"
            case .oneOff: "yes, one part of the code differs"
            case .ambiguous: "no, its code matches several"
            }
        }
    }
}

extension Found {
    /// The evaluation of a row id: its ref is drawn with it.
    static func evaluation(_ id: Int64) -> Found {
        let digits = String(id & 0xFFFF_FFFF, radix: 16)
        return Found(id: id, ref: "e-" + String(repeating: "0", count: 8 - digits.count) + digits)
    }
}

extension Form {
    /// An answer as people read it: a choice by its label, a number as it is; nil where there is none.
    package func label(of answer: SQLValue, at item: FormItem) -> String? {
        let choices = choices(of: item)
        switch answer {
        case .null, .blob: return nil
        case .text(let name): return choices.first { $0.name == name }?.label ?? name
        case .real(let number): return String(number)
        case .integer(let number):
            switch item.kind {
            case .choices:
                let ticked = choices.filter { number & 1 << Int64($0.place - 1) != 0 }
                return ticked.isEmpty ? "none" : ticked.map(\.label).joined(separator: "; ")
            case .likert, .choice, .resonates, .challenges:
                return choices.first { $0.value.map(Int64.init) == number }?.label ?? String(number)
            default: return String(number)
            }
        }
    }

    /// An answer as it stands in a file: a Likert item's number, a choice by its name; nil where there is none.
    package func code(of answer: SQLValue, at item: FormItem) -> String? {
        let choices = choices(of: item)
        switch answer {
        case .null, .blob: return nil
        case .text(let name): return name
        case .real(let number): return String(number)
        case .integer(let number):
            switch item.kind {
            case .choices:
                return choices.filter { number & 1 << Int64($0.place - 1) != 0 }.map(\.name).joined(separator: ";")
            case .choice, .resonates, .challenges:
                return choices.first { $0.value.map(Int64.init) == number }?.name ?? String(number)
            default: return String(number)
            }
        }
    }

    /// The place of each part of the code among all of them, from 1, by the position of its question. Before and after
    /// have the same parts, perhaps in another order: they are told by their names.
    package var elementPlaces: [Int: Int] {
        let ordered = elements.sorted { $0.code.lowercased() < $1.code.lowercased() }
        return Dictionary(uniqueKeysWithValues: ordered.enumerated().map { ($1.position, $0 + 1) })
    }
}

extension Store {
    /// One returned form with all that is kept of it.
    package func returned(_ found: Found) throws -> ReturnedEvaluation {
        let head = try database.one(
            """
            SELECT e.form_id, ifnull(s.ref, ''), e.submitted_on, e.answered, m.how, o.ref FROM evaluation AS e
            LEFT JOIN session AS s ON s.id = e.session_id LEFT JOIN organization AS o ON o.id = e.organization_id
            LEFT JOIN evaluation_match AS m ON m.evaluation_id = e.id WHERE e.id = \(found.id)
            """
        ) { row in
            (
                form: try row[0] as Int64, session: try row.text(1), submitted: try row[2] as String?,
                answered: try row[3] as Int, how: try row[4] as Int?, organization: try row[5] as String?
            )
        }
        guard let head else { throw RecordError.notFound(.evaluation, found.ref, nearest: []) }
        let form = try form(head.form)
        return ReturnedEvaluation(
            found: found,
            form: form,
            session: head.session,
            organization: head.organization,
            submitted: head.submitted,
            answered: head.answered,
            matched: head.how.flatMap { ReturnedEvaluation.Matched(rawValue: $0) },
            answers: try answers(of: found.id, form),
            words: try words(of: found.id)
        )
    }

    private func answers(of evaluation: Int64, _ form: Form) throws -> [Int: SQLValue] {
        let items = form.items.filter { $0.slot != nil }
        let columns = items.compactMap { Form.answerColumn($0.slot) }
        guard !columns.isEmpty else { return [:] }
        let values = try database.one(
            "SELECT \(columns.joined(separator: ", ")) FROM evaluation WHERE id = \(evaluation)"
        ) { row in try columns.indices.map { try row.value($0) } }
        return Dictionary(uniqueKeysWithValues: zip(items.map(\.position), values ?? []))
    }

    /// Stores one returned form, also where an equal one is stored: two people may answer alike. Part of a `change`.
    ///
    /// - Returns: the evaluation, and whether its code was not kept because matching is closed there.
    /// - Throws: `RecordError.invalid` for a day to come, `refused` for a session that nobody can have evaluated.
    package func addReturned(_ new: NewEvaluations, on day: Day) throws -> (found: Found, isCodeDropped: Bool) {
        try requirePast(day, "submitted")
        if let session = new.sessions.first, session > 0 { try requireEvaluable(session, new.form.wave) }
        let stored = try add(evaluations: new, takingEqual: false)
        guard let id = stored.lastID else { throw StoreError.damaged("no evaluation was stored") }
        return (.evaluation(id), new.hasElements && !stored.closedSeries.isEmpty)
    }

    /// Removes a returned form. What ties it to another one goes too, and is not brought back by `undo`. Part of a
    /// `change`.
    ///
    /// - Returns: whether there was anything that tied it to another one.
    package func removeReturned(_ found: Found) throws -> Bool {
        let sessions = try database.all("SELECT session_id FROM evaluation WHERE id = \(found.id)") {
            try $0[0] as Int64?
        }
        guard let session = sessions.first else { throw RecordError.notFound(.evaluation, found.ref, nearest: []) }
        let hadCode = try database.value(
            """
            SELECT EXISTS (SELECT 1 FROM evaluation_element WHERE evaluation_id = \(found.id))
                OR EXISTS (SELECT 1 FROM evaluation_match WHERE evaluation_id = \(found.id) AND pair IS NOT NULL)
            """,
            as: Bool.self
        )
        try loosen(found.id)
        try remove(.evaluation, found)
        if let session { try rematch(series: try series(of: session)) }
        return hadCode == true
    }

    /// Takes an evaluation out of its pair: the other one is left without.
    private func loosen(_ evaluation: Int64) throws {
        try database.execute(
            """
            UPDATE evaluation_match SET how = 0, pair = NULL
            WHERE pair = (SELECT pair FROM evaluation_match WHERE evaluation_id = \(evaluation))
            """
        )
    }

    /// The sessions of evaluations that an entry of the history made or removed, to be matched anew when it is taken
    /// back.
    func sessionsOfEvaluations(in lines: [ChangeLog.Line]) throws -> Set<Int64> {
        var sessions: Set<Int64> = []
        for line in lines where line.table == Noun.evaluation.rawValue {
            if line.change == "created", let id = Int64(line.key) {
                let session = try database.all(
                    "SELECT session_id FROM evaluation WHERE id = \(id) AND session_id IS NOT NULL"
                ) { try $0[0] as Int64 }
                sessions.formUnion(session)
            } else if line.column == "session_id", case .integer(let session) = line.old {
                sessions.insert(session)
            }
        }
        return sessions
    }
}
