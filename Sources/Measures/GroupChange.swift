/// Before and after of two groups where nobody can be matched: Welch's t (Biometrika 34, 1947).
///
/// It can't tell a change of people from a change of who answered, and it needs far more answers than pairs do; every
/// figure is noted as `unpaired`.
package struct GroupChange: Sendable, Hashable {
    /// The scores before.
    package let before: Sample
    /// The scores after, of whoever answered then.
    package let after: Sample

    /// Two groups of scores.
    package init(before: Sample, after: Sample) {
        self.before = before
        self.after = after
    }

    /// The mean after less the mean before; nil where one of the groups is empty.
    package var mean: Double? {
        guard let before = before.mean, let after = after.mean else { return nil }
        return after - before
    }

    /// The variance of each group's mean; nil below two scores in either.
    private var variances: (before: Double, after: Double)? {
        guard let before = before.deviation, let after = after.deviation else { return nil }
        return (before * before / Double(self.before.n), after * after / Double(self.after.n))
    }

    /// Standard error of the change; nil where neither group has a spread, like all that rests on it.
    package var standardError: Double? {
        variances.flatMap { $0.before + $0.after > 0 ? ($0.before + $0.after).squareRoot() : nil }
    }

    /// Degrees of freedom by Welch and Satterthwaite; not whole.
    package var df: Double? {
        guard let variances, let standardError else { return nil }
        let all = standardError * standardError
        let (first, second) = (variances.before / all, variances.after / all)
        return (1 / (first * first / Double(before.n - 1) + second * second / Double(after.n - 1))).ifFinite
    }

    /// The change in standard errors.
    package var t: Double? {
        guard let mean, let standardError else { return nil }
        return (mean / standardError).ifFinite
    }

    /// Two-sided p of t.
    package var p: Double? {
        guard let t, let df else { return nil }
        return StudentT.twoSided(t, df: df)
    }

    /// The 95 % interval of the change.
    package var interval: (low: Double, high: Double)? {
        guard let mean, let standardError, let df, let width = StudentT.quantile(0.975, df: df),
            let low = (mean - width * standardError).ifFinite, let high = (mean + width * standardError).ifFinite
        else { return nil }
        return (low, high)
    }

    /// The change with its 95 % interval and the number of scores in both groups, noted as `unpaired`.
    ///
    /// With an empty group it is `zero_denominator`, with one score in a group `n_lt_2`; the gate judges each group.
    package var figure: Figure {
        let missing = before.missing + after.missing
        guard let mean, let fewest = [before.n, after.n].min(), fewest > 1 else {
            let reason: Reason = min(before.n, after.n) == 0 ? .zeroDenominator : .fewerThanTwo
            return .notApplicable(reason, n: before.n + after.n, missing: missing)
        }
        let figure = Figure.mean(mean, n: before.n + after.n, missing: missing).telling([before.n, after.n])
        return interval == nil ? figure.noting(.zeroVariance) : figure.between(interval).noting(.unpaired)
    }
}
