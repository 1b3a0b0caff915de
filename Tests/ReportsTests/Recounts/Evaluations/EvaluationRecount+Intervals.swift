/// Cronbach's alpha, and intervals that know that answers of one session resemble each other (9.11, 9.20, 9b.20).
extension EvaluationRecount {
    /// EV-07.CODE.alpha: of scales with two items and more that forms after a training ask, over responses that answer every
    /// item.
    var alphas: [String: ExpectedFigure] {
        var figures: [String: ExpectedFigure] = [:]
        for asked in scales("after") where asked.newest.scale.scoring != "any" && asked.newest.items.count > 1 {
            let all = asked.places.flatMap { form, scale in responses(to: form).map { scale.items(in: $0) } }
            let complete = all.compactMap(\.self)
            let missing = all.count - complete.count + returned(asked.otherwise)
            figures["EV-07.\(asked.code).alpha"] = all.isEmpty ? .notCollected() : Self.alpha(complete, missing)
        }
        return figures
    }

    /// Alpha of complete rows, with the interval of Feldt; both are never clipped.
    private static func alpha(_ rows: [[Fraction]], _ missing: Int) -> ExpectedFigure {
        let n = rows.count
        guard n > 1, let k = rows.first?.count else {
            return .notApplicable(n == 0 ? "zero_denominator" : "n_lt_2", n: n, missing: missing)
        }
        guard let total = rows.map(\.sum).deviation, total > 0 else {
            return .notApplicable("zero_variance", missing: missing)
        }
        let items = (0..<k).map { place in rows.map { $0[place] }.deviation ?? 0 }
        let share = items.reduce(0) { $0 + $1 * $1 } / (total * total)
        let alpha = Double(k) / Double(k - 1) * (1 - share)
        let (first, second) = (n - 1, (n - 1) * (k - 1))
        return ExpectedFigure(
            value: alpha,
            low: 1 - (1 - alpha) * RecountStatistics.fisher(0.975, first, second),
            high: 1 - (1 - alpha) * RecountStatistics.fisher(0.025, first, second),
            n: n,
            missing: missing
        )
    }

    // MARK: - From five sessions on

    /// EV-04.CODE.clustered; nil below five sessions with an answer.
    func clustered(_ asked: Asked<Item>, above limit: Fraction, _ missing: Int) -> ExpectedFigure? {
        let answers = asked.places.flatMap { form, item in
            responses(to: form).compactMap { response in
                item.number(in: response, isTurned: isTurned(item, on: form)).map {
                    (y: limit < $0 ? 1.0 : 0, session: response.session)
                }
            }
        }
        return Self.clustered(answers, missing, isShare: true)
    }

    /// EV-08.CODE.clustered.
    static func clustered(_ pairs: [Pair?]) -> ExpectedFigure? {
        let both = pairs.compactMap(\.self)
        guard let deviation = both.map({ $0.after - $0.before }).deviation, deviation > 0 else { return nil }
        let changes = both.map { (y: ($0.after - $0.before).double, session: $0.session) }
        return clustered(changes, pairs.count - both.count, isShare: false)
    }

    private static func clustered(
        _ values: [(y: Double, session: Int)],
        _ missing: Int,
        isShare: Bool
    ) -> ExpectedFigure? {
        let bySession = Dictionary(grouping: values, by: \.session)
        let (m, n) = (bySession.count, Double(values.count))
        guard m >= 5 else { return nil }
        let mean = values.reduce(0) { $0 + $1.y } / n
        let spread = bySession.values.reduce(0) { sum, own in
            let offset = own.reduce(0) { $0 + $1.y - mean }
            return sum + offset * offset
        }
        let error = (Double(m) / Double(m - 1) * spread).squareRoot() / n
        let half = RecountStatistics.t975(degrees: m - 1) * error
        let ends = isShare ? (max(0, mean - half), min(1, mean + half)) : (mean - half, mean + half)
        var figure = ExpectedFigure(value: mean, low: ends.0, high: ends.1, missing: missing)
        figure.isInterval = true
        return figure
    }
}

extension EvaluationRecount.ScaleOfForm {
    /// The answer to every item, reversed ones turned round; nil where one is lacking.
    func items(in response: EvaluationRecord.Response) -> [Fraction]? {
        let values = items.compactMap { $0.number(in: response, isTurned: $0.isReversed) }
        return values.count == items.count ? values : nil
    }
}
