/// A mean or a share of answers from several sessions, with an interval that knows that answers of one session resemble
/// each other (metrics.md section 9.20): SE² = m/(m − 1) · Σ over sessions (Σ(y − ȳ))² / n², t with m − 1 degrees of
/// freedom.
package struct ClusteredMean: Sendable, Hashable {
    /// From how many sessions on it is told.
    package static let fewest = 5

    /// How many sessions there are.
    package let clusters: Int
    /// How many answers.
    package let n: Int
    /// The mean of all answers; nil for none.
    package let mean: Double?
    private let squares: Double

    /// Each session's number of answers and their sum; those without an answer count for none. In whatever order they come,
    /// it is the same to the last digit.
    package init(_ sessions: some Sequence<(n: Int, sum: Double)>) {
        let sessions = sessions.filter { $0.n > 0 }.sorted { ($0.n, $0.sum) < ($1.n, $1.sum) }
        let n = sessions.reduce(0) { $0 + $1.n }
        let mean = n > 0 ? sessions.reduce(0) { $0 + $1.sum } / Double(n) : nil
        (clusters, self.n, self.mean) = (sessions.count, n, mean)
        squares = sessions.reduce(0) { squares, session in
            let off = session.sum - Double(session.n) * (mean ?? 0)
            return squares + off * off
        }
    }

    /// The standard error; nil below two sessions.
    package var standardError: Double? {
        guard clusters > 1, n > 0 else { return nil }
        return (Double(clusters) / Double(clusters - 1) * squares).squareRoot() / Double(n)
    }

    /// The 95 % interval of the mean; nil below five sessions.
    package var interval: (low: Double, high: Double)? {
        guard clusters >= Self.fewest, let mean, let standardError,
            let width = StudentT.quantile(0.975, df: Double(clusters - 1))
        else { return nil }
        return (mean - width * standardError, mean + width * standardError)
    }

    /// A share between its ends, which lie within 0 and 1; below five sessions there is no interval to tell.
    package func share(numerator: Int, missing: Int = 0) -> Figure {
        guard n > 0 else { return .notApplicable(.zeroDenominator, missing: missing) }
        guard let interval else { return .notApplicable(.fewerThanTwo, missing: missing) }
        return .share(numerator: numerator, denominator: n, missing: missing)
            .between((max(0, interval.low), min(1, interval.high)))
    }

    /// A mean between its ends; below five sessions there is no interval to tell.
    package func figure(missing: Int = 0) -> Figure {
        guard let mean, n > 0 else { return .notApplicable(.zeroDenominator, n: n, missing: missing) }
        guard let interval else { return .notApplicable(.fewerThanTwo, n: n, missing: missing) }
        return .mean(mean, n: n, missing: missing).between(interval)
    }
}
