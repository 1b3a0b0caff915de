import Measures

/// What a figure has to be, by the recount.
struct ExpectedFigure {
    var state = "value"
    /// Why there is no value, or the note that stands with it.
    var reason: String?
    var value: Double?
    var low: Double?
    var high: Double?
    var numerator: Int?
    var denominator: Int?
    var n: Int?
    var missing = 0
    /// The counts of people that the figure gives away.
    var counts: [Int] = []
    /// Whether it is but a second interval of another figure, which has the parts and counts.
    var isInterval = false

    static func notCollected(missing: Int = 0) -> ExpectedFigure {
        ExpectedFigure(state: "not_collected", missing: missing)
    }

    static func notApplicable(_ reason: String, n: Int? = nil, missing: Int = 0) -> ExpectedFigure {
        ExpectedFigure(state: "not_applicable", reason: reason, n: n, missing: missing)
    }

    static func count(_ count: Int, missing: Int = 0) -> ExpectedFigure {
        ExpectedFigure(value: Double(count), missing: missing, counts: [count])
    }

    /// A share, with Wilson's interval where it is one of answers.
    static func share(_ part: Int, of whole: Int, missing: Int = 0, hasInterval: Bool = false) -> ExpectedFigure {
        var figure = ExpectedFigure(numerator: part, denominator: whole, missing: missing)
        figure.counts = [part, whole - part]
        if whole == 0 || part > whole {
            figure.state = "not_applicable"
            figure.reason = whole == 0 ? "zero_denominator" : "above_denominator"
            return figure
        }
        figure.value = Double(part) / Double(whole)
        if hasInterval { (figure.low, figure.high) = RecountStatistics.wilson(part, of: whole) }
        return figure
    }

    /// A net in points, with its interval.
    static func net(_ favorable: Int, _ unfavorable: Int, of n: Int, missing: Int = 0) -> ExpectedFigure {
        guard n > 0 else { return notApplicable("zero_denominator", n: 0, missing: missing) }
        let points = 100 * Double(favorable - unfavorable) / Double(n)
        let half = RecountStatistics.z * RecountStatistics.netError(favorable, unfavorable, of: n)
        var figure = ExpectedFigure(value: points, n: n, missing: missing)
        figure.counts = [favorable, n - favorable - unfavorable, unfavorable]
        if half == 0 {
            figure.reason = "zero_variance"
        } else {
            (figure.low, figure.high) = (max(-100, points - half), min(100, points + half))
        }
        return figure
    }

    /// A mean of what people scored, noted where all scored alike.
    static func mean(_ values: [Fraction], missing: Int = 0) -> ExpectedFigure {
        guard let mean = values.mean else { return notApplicable("zero_denominator", n: 0, missing: missing) }
        let reason = values.deviation == 0 ? "zero_variance" : nil
        return ExpectedFigure(reason: reason, value: mean.double, n: values.count, missing: missing)
    }
}

extension ExpectedFigure {
    /// What of a figure is not as expected, in one line; nil where all of it is.
    func difference(from figure: Figure?) -> String? {
        guard let figure else { return "there is none, expected \(line)" }
        if isInterval {
            let agrees =
                figure.state.rawValue == state && Self.isNear(figure.value, value)
                && (low == high || Self.isNear(figure.low, low) && Self.isNear(figure.high, high))
            return agrees ? nil : "\(figure.line), expected \(line)"
        }
        let agrees =
            figure.state.rawValue == state && figure.remark == reason && figure.missing == missing
            && figure.numerator == numerator && figure.denominator == denominator && (n == nil || figure.n == n)
            && Self.isNear(figure.value, value) && Self.isNear(figure.low, low) && Self.isNear(figure.high, high)
        return agrees ? nil : "\(figure.line) n \(figure.n ?? -1) \(figure.remark ?? ""), expected \(line)"
    }

    static func isNear(_ value: Double?, _ expected: Double?) -> Bool {
        guard let value, let expected else { return value == nil && expected == nil }
        return abs(value - expected) <= 1e-9 * max(1, abs(expected))
    }

    private var line: String {
        let numbers = [value, low, high].map { $0.map { "\($0)" } ?? "-" }.joined(separator: " ")
        let parts = numerator.flatMap { n in denominator.map { " \(n)/\($0)" } } ?? ""
        return "\(state) \(reason ?? "") \(numbers)\(parts) n \(n ?? -1) missing \(missing)"
    }
}
