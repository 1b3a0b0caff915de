import Glibc

/// The formulas of metrics.md, written down once more, without the library that Groundwork uses.
///
/// Distributions are closed forms: Student's t of whole degrees of freedom is a finite sum (Abramowitz and Stegun, 26.7.3
/// and 26.7.4). `RecountStatisticsTests` holds them against figures of R.
enum RecountStatistics {
    /// R 4.2.2: qnorm(0.975).
    static let z = 1.959963984540054

    /// EV-04: Wilson's score interval.
    static func wilson(_ x: Int, of n: Int) -> (low: Double, high: Double) {
        let (p, n, zz) = (Double(x) / Double(n), Double(n), z * z)
        let root = (zz + 4 * n * p * (1 - p)).squareRoot()
        let (low, high) = ((2 * n * p + zz - z * root) / (2 * (n + zz)), (2 * n * p + zz + z * root) / (2 * (n + zz)))
        return (x == 0 ? 0 : low, x == Int(n) ? 1 : high)
    }

    /// EV-05 and EV-06: the standard error of a net, in points.
    static func netError(_ favorable: Int, _ unfavorable: Int, of n: Int) -> Double {
        let (p, d) = (Double(favorable) / Double(n), Double(unfavorable) / Double(n))
        // The exact numerator, so that it is 0 where all answered alike.
        let spread = n * (favorable + unfavorable) - (favorable - unfavorable) * (favorable - unfavorable)
        return spread == 0 ? 0 : 100 * ((p + d - (p - d) * (p - d)) / Double(n)).squareRoot()
    }

    /// How likely Student's t is between -t and t.
    static func within(_ t: Double, degrees: Int) -> Double {
        let angle = atan(t / Double(degrees).squareRoot())
        let (sine, cosine) = (sin(angle), cos(angle))
        guard degrees > 1 else { return 2 * angle / .pi }
        let isOdd = !degrees.isMultiple(of: 2)
        var term = isOdd ? cosine : 1
        var sum = term
        for power in stride(from: isOdd ? 3 : 2, through: degrees - 2, by: 2) {
            term *= Double(power - 1) / Double(power) * cosine * cosine
            sum += term
        }
        return isOdd ? 2 / .pi * (angle + sine * sum) : sine * sum
    }

    /// The t that 97.5 % lie below, by bisection.
    static func t975(degrees: Int) -> Double {
        var (low, high) = (0.0, 20.0)
        for _ in 0..<100 {
            let middle = (low + high) / 2
            if within(middle, degrees: degrees) < 0.95 { low = middle } else { high = middle }
        }
        return (low + high) / 2
    }

    /// EV-11: McNemar's exact test, two-sided; nil where nobody changed.
    static func mcNemar(_ lost: Int, _ gained: Int) -> Double? {
        let n = lost + gained
        guard n > 0 else { return nil }
        var (coefficient, tail) = (1.0, 0.0)
        for k in 0...min(lost, gained) {
            if k > 0 { coefficient *= Double(n - k + 1) / Double(k) }
            tail += coefficient
        }
        return min(1, 2 * tail / pow(2, Double(n)))
    }

    /// EV-10: the signed ranks of differences that are not zero.
    static func signedRank(_ differences: [Fraction]) -> (v: Double, n: Int, p: Double, isExact: Bool)? {
        let zero = Fraction(0)
        let changed = differences.filter { $0 != zero }
        guard !changed.isEmpty else { return nil }
        func size(_ difference: Fraction) -> Fraction { difference < zero ? zero - difference : difference }
        let sizes = changed.map(size)
        var v = 0.0
        for (difference, own) in zip(changed, sizes) where difference > zero {
            v += Double(sizes.count { $0 < own }) + Double(sizes.count { $0 == own } + 1) / 2
        }
        let ties = Set(sizes).map { size in sizes.count { $0 == size } }
        let isExact = changed.count <= 25 && ties.allSatisfy { $0 == 1 }
        let p = isExact ? exactRank(v, changed.count) : normalRank(v, changed.count, ties)
        return (v, changed.count, p, isExact)
    }

    /// All ways to set the signs of ranks 1 to n, by the sum of those that are positive.
    private static func exactRank(_ v: Double, _ n: Int) -> Double {
        let most = n * (n + 1) / 2
        var ways = [1] + [Int](repeating: 0, count: most)
        for rank in 1...n {
            ways = ways.indices.map { ways[$0] + ($0 >= rank ? ways[$0 - rank] : 0) }
        }
        let tail = ways.prefix(min(Int(v), most - Int(v)) + 1).reduce(0, +)
        return min(1, 2 * Double(tail) / Double(1 << n))
    }

    private static func normalRank(_ v: Double, _ count: Int, _ ties: [Int]) -> Double {
        let n = Double(count)
        let lost = ties.reduce(0) { $0 + $1 * $1 * $1 - $1 }
        let variance = n * (n + 1) * (2 * n + 1) / 24 - Double(lost) / 48
        let distance = abs(v - n * (n + 1) / 4)
        return min(1, erfc(max(0, distance - 0.5) / variance.squareRoot() / 2.0.squareRoot()))
    }
}
