/// EV-04 to EV-07, EV-11 and EV-15: what people answered.
extension EvaluationRecount {
    /// How often each number of an item was given, the favorable ones on top.
    func answers(_ places: [(form: Form, element: Item)]) -> [Fraction] {
        places.flatMap { form, item in
            responses(to: form).compactMap { item.number(in: $0, isTurned: isTurned(item, on: form)) }
        }
    }

    /// How many categories are favorable, and as many unfavorable, of so many points (9.9, 9b.20).
    static func box(_ points: Int) -> Int {
        switch points {
        case ...3: 1
        case ...10: 2
        default: 3
        }
    }

    private func blank(_ places: [(form: Form, element: Item)]) -> Int {
        places.reduce(0) { sum, place in
            sum + responses(to: place.form).count { place.element.isBlank(in: $0) }
        }
    }

    /// EV-04 and EV-05.
    var ratings: [String: ExpectedFigure] {
        var figures: [String: ExpectedFigure] = [:]
        for asked in last(items) where asked.newest.kind == "likert" {
            guard returned(asked.places.map(\.form)) > 0 else {
                figures["EV-04.\(asked.code)"] = .notCollected()
                figures["EV-05.\(asked.code)"] = .notCollected()
                continue
            }
            let (low, high) = (asked.newest.low ?? 0, asked.newest.high ?? 0)
            let box = Self.box(high - low + 1)
            let given = answers(asked.places)
            let top = given.count { Fraction(high - box) < $0 }
            let bottom = given.count { $0 < Fraction(low + box) }
            let missing = blank(asked.places) + returned(asked.otherwise)
            figures["EV-04.\(asked.code)"] = .share(top, of: given.count, missing: missing, hasInterval: true)
            figures["EV-05.\(asked.code)"] = .net(top, bottom, of: given.count, missing: missing)
            figures["EV-04.\(asked.code).clustered"] = clustered(asked, above: Fraction(high - box), missing)
        }
        return figures
    }

    /// EV-06: the first question of each form after that asks it; of follow-up forms where none of those does.
    var recommendation: ExpectedFigure {
        func places(_ wave: String) -> [(form: Form, element: Item)] {
            forms.filter { $0.wave == wave }.compactMap { form in
                form.items.first { $0.kind == "recommend" }.map { (form, $0) }
            }
        }
        let places = places("after").isEmpty ? places("followup") : places("after")
        guard returned(places.map(\.form)) > 0 else { return .notCollected() }
        let given = places.flatMap { form, item in responses(to: form).compactMap { item.number(in: $0) } }
        return .net(
            given.count { Fraction(8) < $0 },
            given.count { $0 < Fraction(7) },
            of: given.count,
            missing: blank(places)
        )
    }

    /// EV-07.
    var scores: [String: ExpectedFigure] {
        var figures: [String: ExpectedFigure] = [:]
        for asked in last(scales) where asked.newest.scale.scoring != "any" {
            let all = asked.places.flatMap { form, scale in responses(to: form).map { scale.score($0) } }
            let missing = all.count { $0 == nil } + returned(asked.otherwise)
            figures["EV-07.\(asked.code)"] =
                all.isEmpty ? .notCollected() : .mean(all.compactMap(\.self), missing: missing)
        }
        return figures
    }

    /// EV-11, without its test.
    var knowledge: [String: ExpectedFigure] {
        var figures: [String: ExpectedFigure] = [:]
        for asked in items("after") where !asked.newest.key.isEmpty {
            figures["EV-11.\(asked.code)"] = right(asked.places)
            if let old = keyedBefore(asked.code) { figures["EV-11.\(asked.code).before"] = right(old.places) }
        }
        return figures
    }

    func keyedBefore(_ code: String) -> Asked<Item>? {
        items("before").first { $0.code.lowercased() == code.lowercased() && !$0.newest.key.isEmpty }
    }

    /// Right answers, of those given; a form without the right answer can't be judged.
    private func right(_ places: [(form: Form, element: Item)]) -> ExpectedFigure {
        let keyed = places.filter { !$0.element.key.isEmpty }
        guard returned(places.map(\.form)) > 0 else { return .notCollected() }
        let given = keyed.flatMap { form, item in responses(to: form).compactMap { item.isRight(in: $0) } }
        let unkeyed = returned(places.filter { $0.element.key.isEmpty }.map(\.form))
        return .share(
            given.count { $0 },
            of: given.count,
            missing: blank(keyed) + unkeyed,
            hasInterval: true
        )
    }

    /// EV-15, over all statements of each form and by scale.
    var statements: [String: ExpectedFigure] {
        func isAny(_ scale: ScaleOfForm) -> Bool { scale.scale.scoring == "any" }
        let asking = forms.filter { form in form.wave == "after" && form.scales.contains { $0.scoring == "any" } }
        var figures = [
            "EV-15": any(
                asking.flatMap { form in
                    let scales = form.scales.map { ScaleOfForm($0, of: form) }.filter(isAny)
                    return responses(to: form).map { response in
                        let held = scales.compactMap { $0.isAnyHeld(response) }
                        return held.isEmpty ? nil : held.contains(true)
                    }
                }
            )
        ]
        for asked in scales("after") where isAny(asked.newest) {
            figures["EV-15.\(asked.code)"] = any(
                asked.places.flatMap { form, scale in responses(to: form).map { scale.isAnyHeld($0) } }
            )
        }
        return figures
    }

    private func any(_ all: [Bool?]) -> ExpectedFigure {
        guard !all.isEmpty else { return .notCollected() }
        let held = all.compactMap(\.self)
        return .share(held.count { $0 }, of: held.count, missing: all.count - held.count, hasInterval: true)
    }
}
