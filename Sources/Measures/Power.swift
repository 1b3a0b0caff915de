import CBoostMath

/// How many pairs a paired t needs to see a change, so that a page can say what it can't tell.
package enum Power {
    /// The number of pairs, not rounded up, with which a change of `dz` standard deviations is seen with this power
    /// at a two-sided 5 %; nil for a change of none and above ten million pairs.
    ///
    /// By the noncentral t, one-sided in the direction of the change, as R's `power.t.test`.
    package static func pairs(toSee dz: Double, power: Double = 0.8) -> Double? {
        let dz = dz.magnitude
        guard dz > 0, power > 0, power < 1 else { return nil }
        var (low, high) = (2.0, 10_000_000.0)
        guard let most = reached(high, dz), most >= power else { return nil }
        guard let least = reached(low, dz), least < power else { return low }
        for _ in 0..<200 where high - low > 1e-13 * high {
            let middle = (low + high) / 2
            guard let here = reached(middle, dz) else { return nil }
            if here < power { low = middle } else { high = middle }
        }
        return high
    }

    private static func reached(_ n: Double, _ dz: Double) -> Double? {
        guard let critical = StudentT.quantile(0.975, df: n - 1) else { return nil }
        let noncentrality = n.squareRoot() * dz
        // So far out the noncentral t is all above its critical value, and its series no longer converge.
        if noncentrality > 30 { return 1 }
        return cboost_noncentral_t_above(critical, n - 1, noncentrality).ifFinite
    }
}
