import Documents

/// The tables that stand beside the figures of evaluations, counted in the same way. A cell is a number, or nothing.
extension EvaluationRecount {
    typealias Row = [String: Double?]

    private static func statistics(_ values: [Fraction]) -> Row {
        ["mean": values.mean?.double, "sd": values.deviation, "median": values.median]
    }

    private func given(_ asked: Asked<Item>) -> [(form: Form, item: Item, answer: EvaluationRecord.Answer?)] {
        asked.places.flatMap { form, item in responses(to: form).map { (form, item, $0.answers[item.code]) } }
    }

    /// The items of a wave, by code: how many answered with a number, with none, not at all; mean, deviation and median of
    /// what was given, not turned round; how often each answer was given, under `=1` for the answer 1.
    func answerRows(_ wave: String) -> [String: Row] {
        var rows: [String: Row] = [:]
        for asked in items(wave) {
            let all = given(asked)
            let numbers = all.compactMap { $0.answer.flatMap { $0.number } }
            let ticked = all.compactMap { $0.answer.flatMap { $0.places } }
            let answered = numbers.count + ticked.count
            let blank = all.count { $0.answer == nil }
            var row: Row = [
                "n": Double(answered), "no_answer": Double(blank),
                "does_not_apply": Double(all.count - answered - blank),
            ]
            let isMeasured = ["likert", "recommend", "number"].contains(asked.newest.kind)
            row.merge(Self.statistics(isMeasured ? numbers : [])) { $1 }
            if answered > 0, let ends = Self.ends(asked.newest) {
                for value in ends {
                    let count = ticked.count { $0.contains(value) } + numbers.count { $0 == Fraction(value) }
                    row["=\(value)"] = Double(count)
                }
            }
            if wave == "followup" { row["favorable"] = favorable(asked) }
            rows[asked.code] = row
        }
        return rows
    }

    /// The answers that are told apart; nil for a number.
    private static func ends(_ item: Item) -> ClosedRange<Int>? {
        switch item.kind {
        case "number": return nil
        case "choices": return 1...item.choices.count
        case "likert", "recommend": return (item.low ?? 0)...(item.high ?? 0)
        default:
            let values = item.choices.compactMap(\.value)
            return (values.min() ?? 0)...(values.max() ?? 0)
        }
    }

    private func favorable(_ asked: Asked<Item>) -> Double? {
        guard asked.newest.kind == "likert", let low = asked.newest.low, let high = asked.newest.high else {
            return nil
        }
        let values = asked.places.flatMap { form, item in
            responses(to: form).compactMap { item.number(in: $0, isTurned: isTurned(item, on: form)) }
        }
        let box = Self.box(high - low + 1)
        return values.isEmpty ? nil : Double(values.count { Fraction(high - box) < $0 }) / Double(values.count)
    }

    /// The scales, by code.
    var scaleRows: [String: Row] {
        var rows: [String: Row] = [:]
        for asked in last(scales) where asked.newest.scale.scoring != "any" {
            let all = asked.places.flatMap { form, scale in
                responses(to: form).map { (scale: scale, response: $0, score: scale.score($0)) }
            }
            let scored = all.filter { $0.score != nil }
            let n = Double(scored.count)
            func share(_ count: Int) -> Double? { scored.isEmpty ? nil : Double(count) / n }
            var row: Row = ["n": n, "no_score": Double(all.count - scored.count + returned(asked.otherwise))]
            if all.isEmpty { row["no_score"] = 0.0 }
            row.merge(Self.statistics(scored.compactMap(\.score))) { $1 }
            row["prorated"] = share(scored.count { $0.scale.isProrated($0.response) })
            let hasReversed = asked.newest.items.contains(where: \.isReversed)
            row["straight_lined"] = hasReversed ? share(scored.count { $0.scale.isStraightLined($0.response) }) : nil
            rows[asked.code] = row
        }
        return rows
    }

    /// Everybody who answered before and after, whether matched or not, by code.
    var waveRows: [String: Row] {
        var rows: [String: Row] = [:]
        func add(_ code: String, _ before: [Fraction], _ after: [Fraction]) {
            let (first, second) = (before.mean?.double, after.mean?.double)
            rows[code] = [
                "before_n": Double(before.count), "before_mean": first, "after_n": Double(after.count),
                "after_mean": second,
                "difference": first.flatMap { first in second.map { $0 - first } },
            ]
        }
        func scores(_ asked: Asked<ScaleOfForm>) -> [Fraction] {
            asked.places.flatMap { form, scale in responses(to: form).compactMap { scale.score($0) } }
        }
        func numbers(_ asked: Asked<Item>) -> [Fraction] {
            asked.places.flatMap { form, item in
                responses(to: form).compactMap { item.number(in: $0, isTurned: item.isReversed) }
            }
        }
        for (before, after) in comparedScales { add(after.code, scores(before), scores(after)) }
        for (before, after) in comparedItems { add(after.code, numbers(before), numbers(after)) }
        return rows
    }

    /// Commitments that nobody has asked about again, by session.
    var openRows: [String: Row] {
        Dictionary(
            uniqueKeysWithValues: sessions.compactMap { session in
                guard let undertaken = undertaken(at: session), !undertaken.isFollowed else { return nil }
                return ("s\(session)", ["made": undertaken.made.map { Double($0) }])
            }
        )
    }

    /// Hands by question and option, and how many chose it on forms for after.
    var handRows: [String: Row] {
        var rows: [String: Row] = [:]
        for hand in record.hands where sessions.contains(hand.session) {
            let (question, option) = (Self.trimmed(hand.question), Self.option(hand))
            let key = "\(question)/\(option)"
            let count = (rows[key]?["hands"] ?? nil) ?? 0
            rows[key] = ["hands": count + Double(hand.count), "forms": onForms(question, option).map { Double($0) }]
        }
        return rows
    }

    private func onForms(_ question: String, _ option: String) -> Int? {
        if question == "resonates" || question == "challenges" { return chosenOnForms(question, option) }
        guard let asked = items("after").first(where: { $0.code.lowercased() == question }) else { return nil }
        guard let value = asked.newest.choices.first(where: { $0.name.lowercased() == option })?.value else {
            return nil
        }
        return given(asked).count { $0.answer == .tenths(10 * value) }
    }
}

extension EvaluationRecord.Answer {
    fileprivate var number: Fraction? {
        if case .tenths(let tenths) = self { Fraction(tenths, over: 10) } else { nil }
    }

    fileprivate var places: [Int]? { if case .ticked(let places) = self { places } else { nil } }
}

extension JSON {
    /// The text that it is; nil for anything else.
    var text: String? { if case .string(let text) = self { text } else { nil } }
}
