/// The scores of many responses on one scale, with what has to be said beside them (metrics.md EV-07).
package struct ScaleScores: Sendable, Hashable {
    /// How many responses have a score.
    package private(set) var n = 0
    /// How often each score came: there are few different ones, however many responses.
    private var counts: [Double: Int] = [:]
    /// How many of them rest on fewer items than the scale has.
    package private(set) var prorated = 0
    /// How many of them come from the same answer to every item.
    package private(set) var straightLined = 0
    /// Responses with too few answers for a score.
    package private(set) var tooFew = 0
    /// Responses that were refused for an answer which the item does not have.
    package private(set) var refused = 0

    /// No responses yet.
    package init() {}

    /// Counts what became of one more response, or of several with which it was the same.
    package mutating func add(_ result: ScaleKey.Result, count: Int = 1) {
        switch result {
        case .scored(let score):
            n += count
            counts[score.value, default: 0] += count
            if score.isProrated { prorated += count }
            if score.isStraightLined { straightLined += count }
        case .tooFew: tooFew += count
        case .outOfRange: refused += count
        }
    }

    /// Takes the scores of other responses on the same scale together with these.
    package mutating func add(_ other: ScaleScores) {
        n += other.n
        counts.merge(other.counts, uniquingKeysWith: +)
        prorated += other.prorated
        straightLined += other.straightLined
        tooFew += other.tooFew
        refused += other.refused
    }

    /// Mean, standard deviation and median.
    package var sample: Sample { Sample(counting: counts) }

    /// EV-07: the mean score with its n; those without a score are missing.
    package var figure: Figure { .mean(sample.mean ?? 0, n: n, missing: tooFew + refused) }

    /// The share of scores that are prorated.
    package var proratedFigure: Figure { .share(numerator: prorated, denominator: n) }

    /// The share of scores that come from one answer to everything.
    package var straightLinedFigure: Figure { .share(numerator: straightLined, denominator: n) }
}
