import Records
import SQLite

@testable import Reports

extension Sample {
    /// Stores the rows.
    func store(_ record: EvaluationRecord) throws {
        try store(record.raw)
        try database.execute(
            "INSERT INTO course (id, ref, title) VALUES (1001, 'c1001', 'Course'), (1002, 'c1002', 'Course')"
        )
        for (session, place) in record.places.sorted(by: { $0.key < $1.key }) {
            try database.execute(
                """
                UPDATE session SET course_id = \(place.course.map { 1_000 + $0 }.sqlValue), site = \(place.site.sqlValue),
                    modality = \(place.modality.sqlValue), parent_id = \(place.parent.sqlValue),
                    form_id = \(place.form.sqlValue)
                WHERE id = \(session)
                """
            )
        }
        for form in record.forms { try store(form) }
        for response in record.responses { try store(response, on: record.form(of: response)) }
        try storeClients(record)
        for row in record.hands { try tallied(row.session, row.question, [(row.option, row.count)]) }
        for row in record.commitments { try store(row) }
        for (course, days) in EvaluationRecord.followupDays {
            try set("course", 1_000 + course, ["followup_days": days.sqlValue])
        }
        for (session, place) in record.places { try set("session", session, ["followup_asked": place.asked.sqlValue]) }
        for (place, row) in record.assessments.enumerated() {
            try assessed(place + 1, of: row.organization, completed: row.completed)
        }
    }

    /// A schema without scopes takes the first row of a session and day.
    private func store(_ row: EvaluationRecord.Commitment) throws {
        let isKnown = try has("scope", in: "commitment")
        let already = try database.value(
            "SELECT count(*) FROM commitment WHERE session_id = \(row.session) AND followed_on IS \(row.day.sqlValue)",
            as: Int.self
        )
        if !isKnown, already != 0 { return }
        try committed(
            row.session,
            made: row.made,
            by: row.respondents,
            on: row.day,
            row.fully,
            row.partly,
            row.notYet,
            of: row.scope
        )
    }

    private func store(_ form: EvaluationRecord.Form) throws {
        let id = 9_000 + form.id
        try database.execute(
            "INSERT INTO form (id, ref, title, wave) VALUES (\(id), \("f\(form.id)"), 'A form', \(form.wave))"
        )
        var slot = 0
        for (place, item) in form.items.enumerated() {
            slot += item.isCounted ? 1 : 0
            let list: String? = item.choices.isEmpty ? nil : "list \(item.code)"
            try database.execute(
                """
                INSERT INTO form_item (form_id, position, code, kind, label, list, slot, scale, reversed, min, max, whole,
                    kirkpatrick, key)
                VALUES (\(id), \(place + 1), \(item.code), \(item.kind), \(item.words), \(list.sqlValue),
                    \((item.isCounted ? slot : nil as Int?).sqlValue), \(item.scale.sqlValue), \(item.isReversed),
                    \(item.low.map(Double.init).sqlValue), \(item.high.map(Double.init).sqlValue), \(item.isWhole),
                    \(item.level.sqlValue), \((item.key.isEmpty ? nil : item.key.joined(separator: " ")).sqlValue))
                """
            )
            for (index, choice) in item.choices.enumerated() {
                try database.execute(
                    """
                    INSERT INTO form_choice (form_id, position, list, place, name, label, value)
                    VALUES (\(id), \(place * 100 + index), \(list.sqlValue), \(index + 1), \(choice.name), \(choice.name),
                        \(choice.value.sqlValue))
                    """
                )
            }
        }
        for (place, scale) in form.scales.enumerated() {
            try database.execute(
                """
                INSERT INTO form_scale (form_id, position, code, title, scoring, min_valid, direction)
                VALUES (\(id), \(place + 1), \(scale.code), 'A scale', \(scale.scoring), \(scale.needed.sqlValue),
                    \(scale.direction))
                """
            )
        }
    }

    /// What an organization's clients answered has no session, and is no answer about a training (definitions 9b.9).
    private func storeClients(_ record: EvaluationRecord) throws {
        guard try has("organization_id", in: "evaluation") else { return }
        for form in record.forms where !form.counted.isEmpty {
            try database.execute(
                """
                INSERT INTO evaluation (id, form_id, organization_id, submitted_on, answered, a1)
                VALUES (\(900 + form.id), \(9_000 + form.id), 2, '2026-02-10', 1, 1)
                """
            )
        }
    }

    private func store(_ response: EvaluationRecord.Response, on form: EvaluationRecord.Form) throws {
        let answers = form.counted.map { response.answers[$0.code]?.sqlValue }
        try returned(response.id, form.id, response.session, answers, on: response.day)
        try set("evaluation", response.id, ["asked": (response.asked?.count).sqlValue])
        for (place, item) in form.items.enumerated() where response.written.contains(item.code) {
            try wrote(response.id, place + 1, "some words")
        }
        guard let how = response.how else { return }
        try database.execute("INSERT INTO evaluation_match VALUES (\(response.id), \(how), \(response.pair.sqlValue))")
    }
}

extension EvaluationRecord.Answer {
    fileprivate var sqlValue: SQLValue {
        switch self {
        case .tenths(let tenths):
            tenths.isMultiple(of: 10) ? .integer(Int64(tenths / 10)) : .real(Double(tenths) / 10)
        case .ticked(let places): .integer(places.reduce(0) { $0 | 1 << ($1 - 1) })
        case .name(let name): .text(name)
        }
    }
}
