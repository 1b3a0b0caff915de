import Glibc

/// Quantiles of Fisher's F by the continued fraction of the incomplete beta function (Abramowitz and Stegun, 26.5.8) and
/// bisection.
extension RecountStatistics {
    /// The F with these degrees of freedom that so much lies below.
    static func fisher(_ probability: Double, _ first: Int, _ second: Int) -> Double {
        let (a, b) = (Double(first) / 2, Double(second) / 2)
        // In terms of x = aF / (aF + b), which lies between 0 and 1.
        var (low, high) = (0.0, 1.0)
        for _ in 0..<200 {
            let middle = (low + high) / 2
            if incompleteBeta(middle, a, b) < probability { low = middle } else { high = middle }
        }
        let x = (low + high) / 2
        return b * x / (a * (1 - x))
    }

    /// The regularized incomplete beta function.
    static func incompleteBeta(_ x: Double, _ a: Double, _ b: Double) -> Double {
        guard x > 0, x < 1 else { return x <= 0 ? 0 : 1 }
        if x > (a + 1) / (a + b + 2) { return 1 - incompleteBeta(1 - x, b, a) }
        let front = exp(lgamma(a + b) - lgamma(a) - lgamma(b) + a * log(x) + b * log1p(-x)) / a
        // From the inside out, so that nothing has to be kept from becoming zero.
        var fraction = 1.0
        for step in stride(from: 400, through: 1, by: -1) {
            let m = Double(step / 2)
            let coefficient =
                step.isMultiple(of: 2)
                ? m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
                : -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
            fraction = 1 + coefficient / fraction
        }
        return front / fraction
    }
}
