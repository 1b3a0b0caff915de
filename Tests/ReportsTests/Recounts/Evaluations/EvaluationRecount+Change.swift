/// EV-03 and EV-08 to EV-11: before and after, pair by pair.
extension EvaluationRecount {
    /// EV-03: of the returned forms after that ask for a code, those with a pair; `.before` of the returned forms before
    /// (9b.15).
    var matching: [String: ExpectedFigure] {
        let befores = responses("before", where: \.asksForCode).filter(isReturned)
        let afters = responses("after", where: \.asksForCode).filter(isReturned)
        guard !responses("before", where: \.asksForCode).isEmpty || !responses("after", where: \.asksForCode).isEmpty
        else { return ["EV-03": .notCollected(), "EV-03.before": .notCollected()] }
        let known = Set(
            record.responses.filter { isKnown($0.day) && record.form(of: $0).wave == "after" }.compactMap(\.pair)
        )
        let earlier = Set(
            record.responses.filter { isKnown($0.day) && record.form(of: $0).wave == "before" }.compactMap(\.pair)
        )
        return [
            "EV-03": .share(afters.count { $0.pair.map(earlier.contains) ?? false }, of: afters.count),
            "EV-03.before": .share(befores.count { $0.pair.map(known.contains) ?? false }, of: befores.count),
        ]
    }

    /// The forms of each pair, the one before first; the one after came back from a session that is counted.
    private var pairs: [(before: Response, after: Response)] {
        responses("after").compactMap { after in
            guard let pair = after.pair else { return nil }
            let before = record.responses.first { $0.pair == pair && record.form(of: $0).wave == "before" }
            // Evaluations count up to as-of (9.11), those before too.
            return before.flatMap { isKnown($0.day) ? ($0, after) : nil }
        }
    }

    /// What somebody scored before and after; nil where one of the two is not there. Pairs of forms of which one does not
    /// ask at all are no part of it.
    private func scored<Element>(
        _ before: Asked<Element>,
        _ after: Asked<Element>,
        _ score: (Element, Response) -> Fraction?
    ) -> [Pair?] {
        func find(_ asked: Asked<Element>, _ response: Response) -> (isAsked: Bool, element: Element?) {
            let place = asked.places.first { $0.form.id == response.form }
            return (place != nil || asked.otherwise.contains { $0.id == response.form }, place?.element)
        }
        return pairs.compactMap { pair in
            let (first, second) = (find(before, pair.before), find(after, pair.after))
            guard first.isAsked, second.isAsked else { return nil }
            guard let old = first.element.flatMap({ score($0, pair.before) }),
                let new = second.element.flatMap({ score($0, pair.after) })
            else { return .some(nil) }
            return .some((old, new, pair.after.session))
        }
    }

    /// Scores before and after, and the session at which the form after was filled in.
    typealias Pair = (before: Fraction, after: Fraction, session: Int)
    private typealias Scored = (code: String, pairs: [Pair?])

    /// Scales that both waves have, then Likert items and numbers without a right answer.
    private var compared: [Scored] {
        comparedScales.map { before, after in (after.code, scored(before, after) { $0.score($1) }) }
            + comparedItems.map { before, after in
                (after.code, scored(before, after) { $0.number(in: $1, isTurned: $0.isReversed) })
            }
    }

    var comparedScales: [(before: Asked<ScaleOfForm>, after: Asked<ScaleOfForm>)] {
        let befores = scales("before")
        return scales("after").filter { $0.newest.scale.scoring != "any" }.compactMap { after in
            befores.first { $0.code.lowercased() == after.code.lowercased() && Self.areAlike($0.newest, after.newest) }
                .map { ($0, after) }
        }
    }

    var comparedItems: [(before: Asked<Item>, after: Asked<Item>)] {
        let befores = items("before")
        let isMeasured = { (item: Item) in ["likert", "number"].contains(item.kind) && item.key.isEmpty }
        return items("after").filter { isMeasured($0.newest) }.compactMap { after in
            befores.first { $0.code.lowercased() == after.code.lowercased() && Self.areAlike($0.newest, after.newest) }
                .map { ($0, after) }
        }
    }

    private var hasCodes: Bool { forms.contains(where: \.asksForCode) }

    /// EV-08 to EV-10.
    var change: [String: ExpectedFigure] {
        let compared = compared
        var figures: [String: ExpectedFigure] = [:]
        for (code, pairs) in compared {
            let own = hasCodes ? Self.figures(pairs) : Self.figures(pairs).mapValues { _ in .notCollected() }
            for (suffix, figure) in own {
                figures[suffix.replacing("CODE", with: code)] = figure
            }
            if hasCodes { figures["EV-08.\(code).clustered"] = Self.clustered(pairs) }
        }
        figures["EV-10"] = compared.isEmpty ? .notCollected() : .notApplicable("not_divisible")
        if compared.count == 1 { figures["EV-10"] = figures["EV-10.\(compared[0].code)"] }
        return figures
    }

    private static func figures(_ pairs: [Pair?]) -> [String: ExpectedFigure] {
        let both = pairs.compactMap(\.self)
        let (n, missing) = (both.count, pairs.count - both.count)
        var figures = [
            "EV-08.CODE.before": ExpectedFigure.mean(both.map(\.before), missing: missing),
            "EV-08.CODE.after": .mean(both.map(\.after), missing: missing),
        ]
        let ids = ["EV-08.CODE", "EV-09.CODE.dz", "EV-09.CODE.dav", "EV-10.CODE", "EV-10.CODE.p"]
        let differences = both.map { $0.after - $0.before }
        guard n > 1, let mean = differences.mean?.double, let deviation = differences.deviation else {
            let none = ExpectedFigure.notApplicable(n == 0 ? "zero_denominator" : "n_lt_2", n: n, missing: missing)
            for id in ids { figures[id] = none }
            return figures
        }
        for id in ids { figures[id] = .notApplicable("zero_variance", missing: missing) }
        figures["EV-08.CODE"] = ExpectedFigure(reason: "zero_variance", value: mean, n: n, missing: missing)
        if deviation > 0 {
            let half = RecountStatistics.t975(degrees: n - 1) * deviation / Double(n).squareRoot()
            let (first, second) = (both.map(\.before).deviation ?? 0, both.map(\.after).deviation ?? 0)
            let average = ((first * first + second * second) / 2).squareRoot()
            figures["EV-08.CODE"] = ExpectedFigure(
                value: mean,
                low: mean - half,
                high: mean + half,
                n: n,
                missing: missing
            )
            figures["EV-09.CODE.dz"] = ExpectedFigure(value: mean / deviation, n: n, missing: missing)
            figures["EV-09.CODE.dav"] = ExpectedFigure(value: mean / average, n: n, missing: missing)
        }
        if let ranks = RecountStatistics.signedRank(differences) {
            let how = ranks.isExact ? "exact" : "normal"
            figures["EV-10.CODE"] = ExpectedFigure(reason: how, value: ranks.v, n: ranks.n, missing: missing)
            figures["EV-10.CODE.p"] = ExpectedFigure(reason: how, value: ranks.p, n: ranks.n, missing: missing)
        }
        return figures
    }

    /// EV-11's test: pairs that answered both times.
    var knowledgeTests: [String: ExpectedFigure] {
        var figures: [String: ExpectedFigure] = [:]
        for after in items("after") where !after.newest.key.isEmpty {
            guard let before = keyedBefore(after.code) else { continue }
            let isAlike = Self.areAlike(before.newest, after.newest)
            let right = scored(before, after) { item, response in
                isAlike ? item.isRight(in: response).map { Fraction($0 ? 1 : 0) } : nil
            }
            let both = right.compactMap(\.self)
            let (lost, gained) = (both.count { $0.after < $0.before }, both.count { $0.before < $0.after })
            var figure = ExpectedFigure.notApplicable("zero_denominator", n: 0)
            if !both.isEmpty { figure = .notApplicable("zero_variance", n: both.count) }
            if let p = RecountStatistics.mcNemar(lost, gained) {
                let stayed = both.count { $0.after == Fraction(1) && $0.before == Fraction(1) }
                figure = ExpectedFigure(reason: "exact", value: p, n: both.count)
                figure.counts = [stayed, lost, gained, both.count - stayed - lost - gained]
            }
            figure.missing = right.count - both.count
            figures["EV-11.\(after.code).p"] = hasCodes ? figure : .notCollected()
        }
        return figures
    }
}
