/// Mean, standard deviation and median of measured values, such as scale scores.
///
/// A value that is not finite, or beyond 10^100, is no measurement: it is left out and counted as `missing`, so no
/// figure ever overflows.
package struct Sample: Sendable, Hashable {
    /// Number of values.
    package let n: Int
    /// Number of values that were asked for and are not there.
    package let missing: Int
    /// Arithmetic mean; nil for no values.
    package let mean: Double?
    /// Standard deviation with n - 1; exactly 0 where all values are equal, nil below two values.
    package let deviation: Double?
    /// The middle value, the mean of the middle two for an even number; nil for no values.
    package let median: Double?

    /// The sample of all values that are there.
    package init(_ values: [Double?]) { self.init(values, magnitude: nil) }

    /// A sample of differences between numbers of up to `magnitude`, whose rounding is not a spread.
    init(_ values: [Double?], magnitude: Double?) {
        let measured = values.compactMap { $0.flatMap(Self.measured) }.sorted()
        n = measured.count
        missing = values.count - n
        let mean = Self.mean(measured)
        self.mean = mean
        deviation = mean.flatMap { Self.deviation(measured, mean: $0, magnitude: magnitude) }
        median =
            measured.isEmpty ? nil : measured[(measured.count - 1) / 2] / 2 + measured[measured.count / 2] / 2
    }

    /// The mean with its n.
    package var figure: Figure { .mean(mean ?? 0, n: n, missing: missing) }

    /// The number where it can be measured, nil where it can't.
    static func measured(_ value: Double) -> Double? { value.magnitude <= 1e100 ? value : nil }

    private static func mean(_ sorted: [Double]) -> Double? {
        guard let first = sorted.first, let last = sorted.last else { return nil }
        var sum = CompensatedSum()
        for value in sorted { sum.add(value) }
        return min(max(sum.value / Double(sorted.count), first), last)
    }

    /// Two passes: squares of what is left of the mean, corrected for the rounding of that mean (Chan, Golub and
    /// LeVeque, Am. Stat. 37, 1983).
    private static func deviation(_ sorted: [Double], mean: Double, magnitude: Double?) -> Double? {
        guard sorted.count > 1, let first = sorted.first, let last = sorted.last else { return nil }
        let size = max(magnitude ?? 0, first.magnitude, last.magnitude)
        guard last - first > 8 * Double.ulpOfOne * size else { return 0 }
        var (squares, rest) = (CompensatedSum(), CompensatedSum())
        for value in sorted {
            squares.add((value - mean) * (value - mean))
            rest.add(value - mean)
        }
        let n = Double(sorted.count)
        return (max(0, squares.value - rest.value * rest.value / n) / (n - 1)).squareRoot()
    }
}
