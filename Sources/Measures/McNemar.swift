import CBoostMath

/// One knowledge item answered by the same people before and after (metrics.md EV-11), by McNemar's exact test.
package struct McNemar: Sendable, Hashable {
    /// Right both times.
    package let stayedRight: Int
    /// Right before and wrong after.
    package let lost: Int
    /// Wrong before and right after.
    package let gained: Int
    /// Wrong both times.
    package let stayedWrong: Int

    /// Pairs by what they answered before and after.
    package init(stayedRight: Int, lost: Int, gained: Int, stayedWrong: Int) {
        self.stayedRight = max(0, stayedRight)
        self.lost = max(0, lost)
        self.gained = max(0, gained)
        self.stayedWrong = max(0, stayedWrong)
    }

    /// Number of pairs.
    package var n: Int { stayedRight + lost + gained + stayedWrong }

    /// Two-sided p: how likely so uneven a split of those who changed is, where either way is as likely; nil where
    /// nobody changed.
    package var p: Double? {
        let changed = lost + gained
        guard changed > 0 else { return nil }
        guard lost != gained else { return 1 }
        return cboost_fair_coin_cdf(Double(min(lost, gained)), Double(changed)).ifFinite.map { min(1, 2 * $0) }
    }

    /// The share that was right before, of the pairs.
    package var beforeFigure: Figure { Proportion(stayedRight + lost, of: n).figure() }

    /// The share that is right after, of the pairs.
    package var afterFigure: Figure { Proportion(stayedRight + gained, of: n).figure() }

    /// The change in points, with its interval.
    package var changeFigure: Figure {
        NetAgreement(favorable: gained, unfavorable: lost, n: n).figure().telling(cells)
    }

    /// The two-sided p with its n, noted as exact; `zero_variance` where nobody changed.
    package func pFigure(missing: Int = 0) -> Figure {
        guard n > 0 else { return .notApplicable(.zeroDenominator, n: n, missing: missing) }
        guard let p else { return .notApplicable(.zeroVariance, n: n, missing: missing) }
        return .mean(p, n: n, missing: missing).noting(.exact).telling(cells)
    }

    private var cells: [Int] { [stayedRight, lost, gained, stayedWrong] }
}
