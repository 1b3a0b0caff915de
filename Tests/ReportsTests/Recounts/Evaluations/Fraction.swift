/// An exact number, so that what is equal is found to be equal.
struct Fraction: Hashable {
    let numerator: Int
    let denominator: Int

    init(_ numerator: Int, over denominator: Int = 1) {
        var (a, b) = (numerator.magnitude, denominator.magnitude)
        while b > 0 { (a, b) = (b, a % b) }
        let divisor = (denominator < 0 ? -1 : 1) * max(1, Int(a))
        (self.numerator, self.denominator) = (numerator / divisor, denominator / divisor)
    }

    static func + (left: Fraction, right: Fraction) -> Fraction {
        Fraction(
            left.numerator * right.denominator + right.numerator * left.denominator,
            over: left.denominator * right.denominator
        )
    }

    static func - (left: Fraction, right: Fraction) -> Fraction { left + right * Fraction(-1) }

    static func * (left: Fraction, right: Fraction) -> Fraction {
        Fraction(left.numerator * right.numerator, over: left.denominator * right.denominator)
    }

    static func / (left: Fraction, right: Int) -> Fraction { left * Fraction(1, over: right) }

    var double: Double { Double(numerator) / Double(denominator) }
}

extension Fraction: Comparable {
    static func < (left: Fraction, right: Fraction) -> Bool { (left - right).numerator < 0 }
}

extension [Fraction] {
    var sum: Fraction { reduce(Fraction(0), +) }

    /// Nil for none.
    var mean: Fraction? { isEmpty ? nil : sum / count }

    /// With n - 1: whole numbers until the root is drawn, so that it is 0 where all are equal. Nil below two.
    var deviation: Double? {
        guard count > 1 else { return nil }
        let unit = reduce(1) { $0 * Fraction($1.denominator, over: $0).numerator }
        let wholes = map { $0.numerator * (unit / $0.denominator) }
        let sum = wholes.reduce(0, +)
        let spread = count * wholes.reduce(0) { $0 + $1 * $1 } - sum * sum
        return (Double(spread) / Double(count * (count - 1))).squareRoot() / Double(unit)
    }

    /// The middle one, the mean of the middle two for an even number; nil for none.
    var median: Double? {
        isEmpty ? nil : ((sorted()[(count - 1) / 2] + sorted()[count / 2]) / 2).double
    }
}
