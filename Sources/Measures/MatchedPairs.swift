/// How many forms could be paired (metrics.md EV-03); always shown beside a change.
package struct MatchedPairs: Sendable, Hashable {
    /// Below this share of the afters a page says so.
    package static let cautionBelow = 0.5

    /// Pairs in which all elements agree.
    package let exact: Int
    /// Pairs in which one element is off.
    package let oneOff: Int
    /// Pairs made by hand.
    package let manual: Int
    /// Forms that came back before.
    package let befores: Int
    /// Forms that came back after.
    package let afters: Int

    /// So many pairs of so many forms.
    package init(exact: Int, oneOff: Int, manual: Int = 0, befores: Int, afters: Int) {
        self.exact = exact
        self.oneOff = oneOff
        self.manual = manual
        self.befores = befores
        self.afters = afters
    }

    /// Number of pairs of any kind.
    package var pairs: Int { exact + oneOff + manual }

    /// EV-03: pairs of the forms after.
    package func figure(missing: Int = 0) -> Figure {
        .share(numerator: pairs, denominator: afters, missing: missing)
    }

    /// EV-03.before: pairs of the forms before.
    package func beforeFigure(missing: Int = 0) -> Figure {
        .share(numerator: pairs, denominator: befores, missing: missing)
    }

    /// Whether so few are paired that a change tells little of the others.
    package var needsCaution: Bool { afters > 0 && Double(pairs) < Self.cautionBelow * Double(afters) }
}
