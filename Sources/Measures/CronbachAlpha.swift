import CBoostMath

/// How far the items of a scale go together: Cronbach's alpha over responses that answered all of them, with the
/// interval of Feldt (Psychometrika 30, 1965; metrics.md EV-07 and section 9.11).
package struct CronbachAlpha: Sendable, Hashable {
    /// How many items the scale has.
    package let items: Int
    /// How many responses answered all of them.
    package private(set) var n = 0
    private var sums: [Double]
    private var squares: [Double]
    private var total = 0.0
    private var totalSquares = 0.0

    /// No responses yet, of a scale of so many items.
    package init(items: Int) {
        self.items = items
        sums = Array(repeating: 0, count: items)
        squares = sums
    }

    /// Takes one response in, whose items come in order, reversed ones turned round.
    @inline(__always)
    package mutating func add(_ value: (Int) -> Double) {
        var sum = 0.0
        for item in 0..<items {
            let score = value(item)
            sum += score
            sums[item] += score
            squares[item] += score * score
        }
        n += 1
        total += sum
        totalSquares += sum * sum
    }

    /// Takes the responses of another form with the same items in.
    package mutating func add(_ other: CronbachAlpha) {
        guard other.items == items else { return }
        n += other.n
        for item in 0..<items {
            sums[item] += other.sums[item]
            squares[item] += other.squares[item]
        }
        total += other.total
        totalSquares += other.totalSquares
    }

    /// Alpha; nil below two items or responses, and where all have the same total. It may be below zero.
    package var alpha: Double? {
        guard items > 1, n > 1, let whole = spread(total, totalSquares), whole > 0 else { return nil }
        let parts = (0..<items).reduce(0.0) { $0 + (spread(sums[$1], squares[$1]) ?? 0) }
        return Double(items) / Double(items - 1) * (1 - parts / whole)
    }

    /// n times the sum of squares about the mean: exact for whole numbers, and 0 where what is left is rounding.
    private func spread(_ sum: Double, _ squares: Double) -> Double? {
        let spread = Double(n) * squares - sum * sum
        return spread > 1e-9 * Double(n) * squares ? spread : 0
    }

    /// The two-sided 95 % interval by Feldt: (1 - alpha) / (1 - estimate) has the F distribution with n - 1 and
    /// (n - 1)(k - 1) degrees of freedom.
    package var interval: (low: Double, high: Double)? {
        guard let alpha else { return nil }
        let (above, below) = (Double(n - 1), Double((n - 1) * (items - 1)))
        guard let low = (1 - (1 - alpha) * cboost_f_quantile(0.975, above, below)).ifFinite,
            let high = (1 - (1 - alpha) * cboost_f_quantile(0.025, above, below)).ifFinite
        else { return nil }
        return (low, high)
    }

    /// EV-07's companion: alpha with its interval and n, never clipped.
    package func figure(missing: Int = 0) -> Figure {
        guard n > 1 else { return .notApplicable(n == 0 ? .zeroDenominator : .fewerThanTwo, n: n, missing: missing) }
        guard let alpha, let interval else { return .notApplicable(.zeroVariance, n: n, missing: missing) }
        return .mean(alpha, n: n, missing: missing).between(interval)
    }
}
