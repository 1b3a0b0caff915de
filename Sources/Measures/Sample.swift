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
        self.init(measured.map { Run(value: $0, count: 1) }, missing: values.count - measured.count, magnitude)
    }

    /// The sample of values that were given so many times each, which costs what there are different ones.
    package init(counting counts: [Double: Int]) {
        let runs = counts.compactMap { value, count in
            count > 0 ? Self.measured(value).map { Run(value: $0, count: count) } : nil
        }
        let n = runs.reduce(0) { $0 + $1.count }
        let all = counts.values.reduce(0) { $0 + max(0, $1) }
        self.init(runs.sorted { $0.value < $1.value }, missing: all - n, nil)
    }

    /// Equal values beside each other.
    private struct Run {
        let value: Double
        let count: Int
    }

    private init(_ sorted: [Run], missing: Int, _ magnitude: Double?) {
        let n = sorted.reduce(0) { $0 + $1.count }
        self.n = n
        self.missing = missing
        let mean = Self.mean(sorted, n)
        self.mean = mean
        deviation = mean.flatMap { Self.deviation(sorted, n, mean: $0, magnitude: magnitude) }
        let (low, high) = (Self.value(sorted, at: (n - 1) / 2), Self.value(sorted, at: n / 2))
        median = low.flatMap { low in high.map { low / 2 + $0 / 2 } }
    }

    /// The mean with its n.
    package var figure: Figure { .mean(mean ?? 0, n: n, missing: missing) }

    /// The number where it can be measured, nil where it can't.
    static func measured(_ value: Double) -> Double? { value.magnitude <= 1e100 ? value : nil }

    private static func value(_ sorted: [Run], at place: Int) -> Double? {
        var passed = 0
        return sorted.first { run in
            passed += run.count
            return passed > place
        }?.value
    }

    private static func mean(_ sorted: [Run], _ n: Int) -> Double? {
        guard let first = sorted.first?.value, let last = sorted.last?.value else { return nil }
        var sum = CompensatedSum()
        for run in sorted { sum.add(run.value, times: run.count) }
        return min(max(sum.value / Double(n), first), last)
    }

    /// Two passes: squares of what is left of the mean, corrected for the rounding of that mean (Chan, Golub and
    /// LeVeque, Am. Stat. 37, 1983).
    private static func deviation(_ sorted: [Run], _ n: Int, mean: Double, magnitude: Double?) -> Double? {
        guard n > 1, let first = sorted.first?.value, let last = sorted.last?.value else { return nil }
        let size = max(magnitude ?? 0, first.magnitude, last.magnitude)
        guard last - first > 8 * Double.ulpOfOne * size else { return 0 }
        var (squares, rest) = (CompensatedSum(), CompensatedSum())
        for run in sorted {
            squares.add((run.value - mean) * (run.value - mean), times: run.count)
            rest.add(run.value - mean, times: run.count)
        }
        let n = Double(n)
        return (max(0, squares.value - rest.value * rest.value / n) / (n - 1)).squareRoot()
    }
}
