/// The share that answers favorably less the share that answers unfavorably, in points from -100 to 100 (metrics.md
/// EV-05 and EV-06); those between count in the denominator.
package struct NetAgreement: Sendable, Hashable {
    /// How many answered favorably.
    package let favorable: Int
    /// How many answered unfavorably.
    package let unfavorable: Int
    /// How many answered.
    package let n: Int

    /// So many for it and so many against it, of `n` answers.
    package init(favorable: Int, unfavorable: Int, n: Int) {
        self.favorable = favorable
        self.unfavorable = unfavorable
        self.n = n
    }

    private var isPossible: Bool {
        n > 0 && (0...n).contains(unfavorable) && (0...n - unfavorable).contains(favorable)
    }

    /// Points from -100 to 100; nil of no answers.
    package var points: Double? {
        isPossible ? 100 * (Double(favorable) - Double(unfavorable)) / Double(n) : nil
    }

    /// Standard error in points, of a categorical distribution; 0 where all answered alike.
    package var standardError: Double? {
        guard isPossible else { return nil }
        let (p, d) = (Double(favorable) / Double(n), Double(unfavorable) / Double(n))
        return 100 * (max(0, p + d - (p - d) * (p - d)) / Double(n)).squareRoot()
    }

    /// The 95 % interval in points, normal, cut at -100 and 100; nil where all answered alike.
    package var interval: (low: Double, high: Double)? {
        guard let points, let standardError, standardError > 0 else { return nil }
        let half = Normal.ninetyFive * standardError
        return (max(-100, points - half), min(100, points + half))
    }

    /// The points with their interval and n; without an interval they are noted as `zero_variance`.
    ///
    /// The gate judges the counts of all three kinds of answers, since the net beside a share gives each of them away.
    package func figure(missing: Int = 0) -> Figure {
        guard n > 0 else { return .notApplicable(.zeroDenominator, n: n, missing: missing) }
        guard let points else { return .notApplicable(.aboveDenominator, n: n, missing: missing) }
        let figure = Figure.mean(points, n: n, missing: missing)
            .telling([favorable, n - favorable - unfavorable, unfavorable])
        return interval == nil ? figure.noting(.zeroVariance) : figure.between(interval)
    }
}
