/// The scores of many responses on one scale, with what has to be said beside them (metrics.md EV-07).
package struct ScaleScores: Sendable, Hashable {
    /// The scores, in the order in which they came.
    package private(set) var values: [Double] = []
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

    /// Counts what became of one more response.
    package mutating func add(_ result: ScaleKey.Result) {
        switch result {
        case .scored(let score):
            values.append(score.value)
            if score.isProrated { prorated += 1 }
            if score.isStraightLined { straightLined += 1 }
        case .tooFew: tooFew += 1
        case .outOfRange: refused += 1
        }
    }

    /// Takes the scores of other responses on the same scale together with these.
    package mutating func add(_ other: ScaleScores) {
        values += other.values
        prorated += other.prorated
        straightLined += other.straightLined
        tooFew += other.tooFew
        refused += other.refused
    }

    /// Mean, standard deviation and median.
    package var sample: Sample { Sample(values) }

    /// EV-07: the mean score with its n; those without a score are missing.
    package var figure: Figure { .mean(sample.mean ?? 0, n: values.count, missing: tooFew + refused) }

    /// The share of scores that are prorated.
    package var proratedFigure: Figure { .share(numerator: prorated, denominator: values.count) }
}
