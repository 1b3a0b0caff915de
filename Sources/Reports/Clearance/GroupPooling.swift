import Measures

/// Which groups of a report are suppressed so that no other is known from the whole.
enum GroupPooling {
    /// The groups whose figures of a metric are suppressed beside those that are too small, by metric.
    ///
    /// Whoever subtracts the published groups from the whole is left with the suppressed ones taken together. That figure
    /// passes the gate too: until it does, the smallest of the published groups is suppressed with them.
    static func suppressed(
        _ metrics: [Metric],
        _ groups: [String: Counts],
        _ disclosure: Disclosure
    ) -> [MetricID: Set<String>] {
        var hidden: [MetricID: Set<String>] = [:]
        for metric in metrics where metric.disclosure.sensitivity != .open || metric.disclosure.fromThreshold {
            let keys = keysToHide(metric, groups, disclosure)
            if !keys.isEmpty { hidden[metric.id] = keys }
        }
        return hidden
    }

    private static func keysToHide(
        _ metric: Metric,
        _ groups: [String: Counts],
        _ disclosure: Disclosure
    ) -> Set<String> {
        let figures = groups.mapValues { metric.figure(of: $0, for: disclosure) }
        var withheld = Set(figures.filter { $0.value.state == .withheld }.keys)
        guard !withheld.isEmpty else { return [] }
        let others = figures.filter { $0.value.state == .value }.keys.sorted { first, second in
            (size(figures[first]), first) < (size(figures[second]), second)
        }
        var together = withheld.sorted().reduce(into: Counts()) { $0.pool(groups[$1] ?? Counts()) }
        for key in others where metric.figure(of: together, for: disclosure).state == .withheld {
            withheld.insert(key)
            together.pool(groups[key] ?? Counts())
        }
        return withheld
    }

    /// How many answers are behind a figure.
    private static func size(_ figure: Figure?) -> Double {
        figure.map { $0.denominator.map { Double($0) } ?? $0.n.map { Double($0) } ?? $0.value ?? 0 } ?? 0
    }
}

extension Counts {
    /// Takes what another group counted together with what this one counted.
    mutating func pool(_ other: Counts) {
        values.merge(other.values, uniquingKeysWith: +)
        for (form, more) in other.answers {
            if answers[form] == nil { answers[form] = more } else { answers[form]?.add(more) }
        }
        for (forms, more) in other.pairs { pairs[forms, default: PairedAnswers()].add(more) }
        for (list, more) in other.hands { hands[list, default: PrincipleHands()].add(more) }
    }
}
