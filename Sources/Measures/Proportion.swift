/// A share with its 95 % interval by Wilson's score (J. Am. Stat. Assoc. 22, 1927), which holds at none and at all.
package struct Proportion: Sendable, Hashable {
    /// How many.
    package let numerator: Int
    /// Of how many.
    package let denominator: Int

    /// So many of so many.
    package init(_ numerator: Int, of denominator: Int) {
        self.numerator = numerator
        self.denominator = denominator
    }

    /// The share as a fraction; nil of none, and outside of 0 to 1.
    package var share: Double? {
        denominator > 0 && (0...denominator).contains(numerator) ? Double(numerator) / Double(denominator) : nil
    }

    /// Between which shares the true one lies; its low end is exactly 0 for none, its high end exactly 1 for all.
    package var interval: (low: Double, high: Double)? {
        guard let share else { return nil }
        let n = Double(denominator)
        let z = Normal.ninetyFive
        let whole = 1 + z * z / n
        let center = (share + z * z / (2 * n)) / whole
        let half = z / whole * (share * (1 - share) / n + z * z / (4 * n * n)).squareRoot()
        let low = numerator == 0 ? 0 : max(0, center - half)
        let high = numerator == denominator ? 1 : min(1, center + half)
        return (low, high)
    }

    /// The share with numerator, denominator and interval; of none `zero_denominator`, above one `above_denominator`.
    package func figure(missing: Int = 0) -> Figure {
        .share(numerator: numerator, denominator: denominator, missing: missing).between(interval)
    }
}
