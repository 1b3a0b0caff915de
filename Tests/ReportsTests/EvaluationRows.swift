import Measures
import Records
import SQLite

@testable import Reports

/// Forms and what came back on them, as rows.
extension Sample {
    /// A question of a form.
    struct Ask {
        let code: String
        var kind = FormItem.Kind.likert
        var range: ClosedRange<Int>? = 1...5
        /// Names of choices, in order; their values are their places.
        var choices: [String] = []
        var scale: String?
        var isReversed = false
        var level: Int?
        var key: String?
    }

    /// A scale of a form.
    struct Scored {
        let code: String
        var scoring = FormScale.Scoring.sum
        var minValid: Int?
        var direction = FormScale.Direction.higherIsBetter
    }

    /// Forms that ship with Groundwork have the smallest rows.
    private static func row(ofForm id: Int) -> Int { 9_000 + id }

    func form(
        _ id: Int,
        _ wave: Form.Wave = .after,
        _ asks: [Ask],
        scales: [Scored] = []
    ) throws {
        let id = Self.row(ofForm: id)
        try database.execute(
            "INSERT INTO form (id, ref, title, wave) VALUES (\(id), \("f" + String(id - 9_000)), 'A form', \(wave.rawValue))"
        )
        var slot = 0
        for (place, ask) in asks.enumerated() {
            slot += ask.kind.isCounted ? 1 : 0
            let list: String? = ask.choices.isEmpty ? nil : "list-\(ask.code)"
            try database.execute(
                """
                INSERT INTO form_item
                    (form_id, position, code, kind, label, list, slot, scale, reversed, min, max, kirkpatrick, key)
                VALUES (\(id), \(place + 1), \(ask.code), \(ask.kind.rawValue), \("About " + ask.code),
                    \(list.sqlValue), \((ask.kind.isCounted ? slot : nil as Int?).sqlValue), \(ask.scale.sqlValue),
                    \(ask.isReversed), \(ask.range.map { Double($0.lowerBound) }.sqlValue),
                    \(ask.range.map { Double($0.upperBound) }.sqlValue), \(ask.level.sqlValue), \(ask.key.sqlValue))
                """
            )
            for (index, choice) in ask.choices.enumerated() {
                try database.execute(
                    """
                    INSERT INTO form_choice (form_id, position, list, place, name, label, value)
                    VALUES (\(id), \(place * 100 + index), \(list ?? ""), \(index + 1), \(choice), \(choice), \(index + 1))
                    """
                )
            }
        }
        for (place, scale) in scales.enumerated() {
            try database.execute(
                """
                INSERT INTO form_scale (form_id, position, code, title, scoring, min_valid, direction)
                VALUES (\(id), \(place + 1), \(scale.code), \("Scale " + scale.code), \(scale.scoring.rawValue),
                    \(scale.minValid.sqlValue), \(scale.direction.rawValue))
                """
            )
        }
    }

    /// A form that came back, its answers in the order of the items that are counted; nil is no answer.
    func returned(
        _ id: Int,
        _ form: Int,
        _ session: Int,
        _ answers: [SQLValue?],
        on day: String? = nil
    ) throws {
        var names: SQL = ""
        var values: SQL = ""
        for (slot, answer) in answers.enumerated() {
            names += ", \(Form.answerColumns[slot])"
            values += ", \(answer ?? .null)"
        }
        let answered = answers.count { $0 != nil }
        let form = Self.row(ofForm: form)
        try database.execute(
            """
            INSERT INTO evaluation (id, form_id, session_id, submitted_on, answered\(names))
            VALUES (\(id), \(form), \(session), \(day.sqlValue), \(answered)\(values))
            """
        )
    }

    /// Whole numbers as answers.
    func returned(_ id: Int, _ form: Int, _ session: Int, _ answers: [Int?], on day: String? = nil) throws {
        try returned(id, form, session, answers.map { $0.map { .integer(Int64($0)) } }, on: day)
    }

    /// A form before and one after that were matched.
    func matched(_ before: Int, _ after: Int, pair: Int, how: Int = 1) throws {
        for evaluation in [before, after] {
            try database.execute("INSERT INTO evaluation_match VALUES (\(evaluation), \(how), \(pair))")
        }
    }

    /// Words that were answered to the item at a position.
    func wrote(_ evaluation: Int, _ position: Int, _ text: String) throws {
        try database.execute("INSERT INTO answer_text VALUES (\(evaluation), \(position), \(text))")
    }

    func tallied(_ session: Int, _ question: String, _ options: [(String, Int)]) throws {
        for (option, count) in options {
            try database.execute(
                "INSERT INTO tally (session_id, question, option, count) VALUES (\(session), \(question), \(option), \(count))"
            )
        }
    }

    func committed(
        _ session: Int,
        made: Int? = nil,
        by respondents: Int? = nil,
        on day: String? = nil,
        _ fully: Int? = nil,
        _ partly: Int? = nil,
        _ notYet: Int? = nil,
        of scope: String? = nil
    ) throws {
        let hasScope = try has("scope", in: "commitment")
        try database.execute(
            """
            INSERT INTO commitment (session_id, made, respondents, followed_on, fully, partly, not_yet
                \(hasScope ? ", scope" : "" as SQL))
            VALUES (\(session), \(made.sqlValue), \(respondents.sqlValue), \(day.sqlValue), \(fully.sqlValue),
                \(partly.sqlValue), \(notYet.sqlValue)\(hasScope ? ", \(scope.sqlValue)" : "" as SQL))
            """
        )
    }

    /// One held session for one organization, with so many people.
    static func evaluated(_ people: Int? = 45) throws -> Sample {
        let sample = try Sample()
        try sample.organization(1, "o1")
        try sample.session(1, "2026-01-10", for: [1])
        if let people { try sample.counted(1, people) }
        return sample
    }

    /// Numbers before and after, matched pair by pair.
    static func paired(_ pre: [Double], _ post: [Double]) throws -> Sample {
        let sample = try evaluated()
        let score = Ask(code: "score", kind: .number, range: nil)
        let element = Ask(code: "street", kind: .element, range: nil)
        try sample.form(1, .before, [element, score])
        try sample.form(2, .after, [element, score])
        for (place, pair) in zip(pre, post).enumerated() {
            try sample.returned(1_000 + place, 1, 1, [.real(pair.0)])
            try sample.returned(2_000 + place, 2, 1, [.real(pair.1)])
            try sample.matched(1_000 + place, 2_000 + place, pair: place + 1)
        }
        if pre.isEmpty {
            try sample.returned(1_000, 1, 1, [.real(1)])
            try sample.returned(2_000, 2, 1, [.real(2)])
        }
        return sample
    }
}

extension Figure {
    /// Whether its value is this one, but for rounding.
    func isNear(_ expected: Double, _ tolerance: Double = 1e-9) -> Bool {
        value.map { abs($0 - expected) <= tolerance * max(1, abs(expected)) } ?? false
    }
}
