/// The smallest, the middle and the largest of some figures.
struct Spread {
    let minimum: Double
    let median: Double
    let maximum: Double

    /// Of at least one figure; the median of an even number of figures is the mean of the middle two.
    init(_ figures: [Double]) {
        let sorted = figures.sorted()
        minimum = sorted[0]
        maximum = sorted[sorted.count - 1]
        median = (sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2
    }

    /// Minimum, median, maximum.
    var values: [Double] { [minimum, median, maximum] }

    /// The three as times.
    var milliseconds: [String] { values.map { "\(($0 * 1000).rounded(to: 1)) ms" } }
}

extension Double {
    /// The number with so many decimals.
    func rounded(to decimals: Int) -> String {
        let scale = (0..<decimals).reduce(1) { scale, _ in scale * 10 }
        let whole = Int((self * Double(scale)).rounded())
        let rest = String(whole % scale)
        return decimals == 0 ? "\(whole)" : "\(whole / scale)." + rest.zeroed(to: decimals)
    }
}

extension Int {
    /// The number with commas between thousands.
    var grouped: String {
        self < 1000 ? "\(self)" : "\((self / 1000).grouped),\(String(self % 1000).zeroed(to: 3))"
    }
}

extension String {
    /// The text with spaces after it, or before it where `width` is negative.
    func padded(to width: Int) -> String {
        let space = String(repeating: " ", count: max(0, abs(width) - count))
        return width < 0 ? space + self : self + space
    }

    /// The digits with zeros before them.
    func zeroed(to width: Int) -> String {
        String(repeating: "0", count: max(0, width - count)) + self
    }
}
