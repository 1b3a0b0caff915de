/// Wilcoxon's signed-rank test of paired changes (metrics.md EV-10): zeros are left out, ties share their mean rank.
///
/// The two-sided p is exact for up to 25 changes without ties (the distribution of Wilcoxon, Biometrics 1, 1945, by
/// its recurrence), else normal with corrections for ties and continuity, as R's `wilcox.test` has them. Below six
/// changes no exact p can be under 0.05.
package struct SignedRank: Sendable, Hashable {
    /// How p was found; the raw values are part of the output contract.
    package enum Method: String, Sendable, Hashable, CaseIterable {
        case exact
        case normal
    }

    /// Most changes for which the distribution is counted out.
    package static let mostForExact = 25

    /// V: the sum of the ranks of those that went up.
    package let statistic: Double
    /// How many went up.
    package let increased: Int
    /// How many went down.
    package let decreased: Int
    /// How many stayed; they have no rank.
    package let unchanged: Int
    /// How p was found.
    package let method: Method
    /// Two-sided p; nil where nothing changed.
    package let p: Double?

    /// The changes in whole units, such as points or tenths.
    package init(units changes: [Int]) { self.init(changes.map { Double($0) }, unit: 1) }

    /// The changes, each taken to the nearest billionth, so that 1.1 - 0.1 and 2.1 - 1.1 tie although a computer's
    /// differences of them do not.
    package init(_ changes: [Double]) { self.init(changes, unit: 1e-9) }

    private init(_ changes: [Double], unit: Double) {
        let units = changes.compactMap { Sample.measured($0).map { ($0 / unit).rounded() } }
        let changed = units.filter { $0 != 0 }.sorted { $0.magnitude < $1.magnitude }
        let ranks = Self.doubledRanks(changed)
        let doubled = zip(changed, ranks).reduce(0) { $1.0 > 0 ? $0 + $1.1 : $0 }
        statistic = Double(doubled) / 2
        increased = changed.count { $0 > 0 }
        decreased = changed.count - increased
        unchanged = units.count - changed.count
        let hasTies = Set(ranks).count < ranks.count
        method = ranks.count <= Self.mostForExact && !hasTies ? .exact : .normal
        if ranks.isEmpty {
            p = nil
        } else {
            p = method == .exact ? Self.exact(doubled, ranks) : Self.normal(statistic, ranks)
        }
    }

    /// Number of pairs.
    package var pairs: Int { changed + unchanged }
    /// Number of changes that have a rank.
    package var changed: Int { increased + decreased }

    /// Twice the rank of each, so that the mean rank of tied ones is whole too. Sorted by magnitude.
    private static func doubledRanks(_ sorted: [Double]) -> [Int] {
        var ranks: [Int] = []
        ranks.reserveCapacity(sorted.count)
        while ranks.count < sorted.count {
            let first = ranks.count
            let end = sorted[first...].firstIndex { $0.magnitude != sorted[first].magnitude } ?? sorted.count
            ranks += repeatElement(first + 1 + end, count: end - first)
        }
        return ranks
    }

    /// Two-sided p over all ways to set the signs of these ranks: how many of them give a sum, by adding one rank
    /// after the other.
    static func exact(_ doubled: Int, _ ranks: [Int]) -> Double {
        let total = ranks.reduce(0, +)
        var ways = [Double](repeating: 0, count: total + 1)
        ways[0] = 1
        var reached = 0
        for rank in ranks {
            reached += rank
            for sum in stride(from: reached, through: rank, by: -1) { ways[sum] += ways[sum - rank] }
        }
        let all = ways.reduce(0, +)
        let tail = ways[...min(doubled, total - doubled)].reduce(0, +)
        return min(1, 2 * tail / all)
    }

    private static func normal(_ statistic: Double, _ ranks: [Int]) -> Double? {
        let n = Double(ranks.count)
        var sizes: [Int: Int] = [:]
        for rank in ranks { sizes[rank, default: 0] += 1 }
        let ties = sizes.values.reduce(0.0) { $0 + Double($1) * (Double($1) * Double($1) - 1) }
        let deviation = (n * (n + 1) * (2 * n + 1) / 24 - ties / 48).squareRoot()
        let distance = statistic - n * (n + 1) / 4
        let corrected = distance == 0 ? 0 : distance - (distance > 0 ? 0.5 : -0.5)
        guard let z = (corrected / deviation).ifFinite else { return nil }
        return Normal.share(below: -z.magnitude).map { min(1, 2 * $0) }
    }
}

extension SignedRank {
    /// EV-10: V with the number of changes that have a rank, noting how its p was found.
    package func figure(missing: Int = 0) -> Figure { value(statistic, missing) }

    /// EV-10's two-sided p, noting how it was found.
    package func pFigure(missing: Int = 0) -> Figure { value(p, missing) }

    private func value(_ value: Double?, _ missing: Int) -> Figure {
        guard pairs > 1 else {
            return .notApplicable(pairs == 0 ? .zeroDenominator : .fewerThanTwo, n: pairs, missing: missing)
        }
        guard let value, changed > 0 else { return .notApplicable(.zeroVariance, n: pairs, missing: missing) }
        return .mean(value, n: changed, missing: missing).noting(method == .exact ? .exact : .normal)
    }
}
