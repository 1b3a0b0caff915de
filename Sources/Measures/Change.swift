import CBoostMath

/// The change from before to after in matched pairs, with its uncertainty: paired t, and change in standard
/// deviations (metrics.md EV-08 and EV-09).
///
/// One group without a comparison: a change is not proof of cause. Whether it is an improvement is told by the
/// direction of the scale, not by the sign.
package struct Change: Sendable, Hashable {
    /// The scores before, of the pairs.
    package let before: Sample
    /// The scores after, of the pairs.
    package let after: Sample
    /// After less before, pair by pair.
    package let change: Sample
    /// Wilcoxon's signed ranks of the same pairs.
    package let ranks: SignedRank
    /// Number of pairs that lack one of their two scores, or both.
    package let missing: Int

    /// The pairs stand at the same place in both; only those with both scores count, the others are `missing`.
    package init(before: [Double?], after: [Double?]) {
        let pairs = zip(before, after).compactMap { before, after -> (before: Double, after: Double)? in
            guard let before = before.flatMap(Sample.measured), let after = after.flatMap(Sample.measured) else {
                return nil
            }
            return (before, after)
        }
        let magnitude = pairs.reduce(0) { max($0, $1.before.magnitude, $1.after.magnitude) }
        let changes = pairs.map { $0.after - $0.before }
        self.before = Sample(pairs.map(\.before))
        self.after = Sample(pairs.map(\.after))
        change = Sample(changes, magnitude: magnitude)
        ranks = SignedRank(changes)
        missing = max(before.count, after.count) - pairs.count
    }

    /// Number of pairs with both scores.
    package var n: Int { change.n }
    /// Mean change; nil without a pair.
    package var mean: Double? { change.mean }
    /// Degrees of freedom of t.
    package var df: Int { max(0, n - 1) }

    /// Standard deviation of the change; nil below two pairs and where all changed alike.
    private var spread: Double? { change.deviation.flatMap { $0 > 0 ? $0 : nil } }

    /// Standard error of the mean change; nil without a spread, like all that rests on it.
    package var standardError: Double? { spread.map { $0 / Double(n).squareRoot() } }

    /// The mean change in standard errors.
    package var t: Double? { ratio(mean, standardError) }

    /// Two-sided p of t.
    package var p: Double? { t.flatMap { StudentT.twoSided($0, df: Double(df)) } }

    /// The 95 % interval of the mean change.
    package var interval: (low: Double, high: Double)? {
        guard let mean, let standardError, let width = StudentT.quantile(0.975, df: Double(df)) else { return nil }
        guard let low = (mean - width * standardError).ifFinite, let high = (mean + width * standardError).ifFinite
        else { return nil }
        return (low, high)
    }

    /// The mean change by the standard deviation of the change: d_z, or the standardized response mean (SRM).
    package var dz: Double? { ratio(mean, spread) }

    /// The mean change by the root mean square of both waves' standard deviations: d_av, as R effectsize's
    /// `method = "av"`; that of Lakens (2013), by the mean of the two, differs in the third digit.
    package var dav: Double? {
        guard spread != nil, let before = before.deviation, let after = after.deviation else { return nil }
        return ratio(mean, ((before * before + after * after) / 2).squareRoot())
    }

    /// What d_z and d_av are multiplied by for the small sample: Hedges' J in its exact form, with n - 1 degrees of
    /// freedom; nil below three pairs.
    package var hedges: Double? {
        guard df > 1 else { return nil }
        let half = Double(df) / 2
        return (1 / (half.squareRoot() * cboost_gamma_ratio(half - 0.5, 0.5))).ifFinite
    }

    private func ratio(_ part: Double?, _ whole: Double?) -> Double? {
        guard let part, let whole, whole > 0 else { return nil }
        return (part / whole).ifFinite
    }
}

extension Change {
    /// EV-08: the mean change with its 95 % interval and its n.
    ///
    /// Without a pair it is `zero_denominator`, of one pair `n_lt_2`; where all changed alike it is the mean alone,
    /// noted as `zero_variance`.
    package var figure: Figure {
        guard let mean, n > 1 else { return none }
        guard let interval else { return .mean(mean, n: n, missing: missing).noting(.zeroVariance) }
        return .mean(mean, n: n, missing: missing).between(interval)
    }

    /// EV-09 by the standard deviation of the change, with its n.
    package var dzFigure: Figure { standardized(dz) }
    /// EV-09 by the standard deviations of both waves, with its n.
    package var davFigure: Figure { standardized(dav) }
    /// p of the paired t, with its n.
    package var pFigure: Figure { standardized(p) }
    /// EV-10: the signed ranks of the same pairs.
    package var rankFigure: Figure { ranks.figure(missing: missing) }
    /// EV-10's p.
    package var rankPFigure: Figure { ranks.pFigure(missing: missing) }
    /// EV-08's mean before, of the pairs.
    package var beforeFigure: Figure { .mean(before.mean ?? 0, n: n, missing: missing) }
    /// EV-08's mean after, of the pairs.
    package var afterFigure: Figure { .mean(after.mean ?? 0, n: n, missing: missing) }

    private func standardized(_ value: Double?) -> Figure {
        guard n > 1 else { return none }
        return value.map { .mean($0, n: n, missing: missing) }
            ?? .notApplicable(.zeroVariance, n: n, missing: missing)
    }

    private var none: Figure {
        .notApplicable(n == 0 ? .zeroDenominator : .fewerThanTwo, n: n, missing: missing)
    }
}
