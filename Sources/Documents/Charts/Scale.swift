import Measures

/// Numbers along a line: from where to where, and at which round ones the line is marked.
struct Scale {
    let from: Double
    let to: Double
    /// Round numbers from one end to the other.
    let ticks: [Double]

    /// From zero to a round number not below `highest`, marked at most six times; steps are whole for whole numbers.
    init(upTo highest: Double, whole: Bool) {
        let highest = highest.isFinite ? max(highest, 0) : 0
        let step = Self.step(for: highest / 5, whole: whole)
        let count = max(1, Int(saturating: (highest / step).rounded(.up)))
        from = 0
        to = step * Double(count)
        ticks = (0...count).map { step * Double($0) }
    }

    /// As far below zero as above, far enough for `farthest`.
    init(about zero: Double = 0, farthest: Double) {
        let farthest = farthest.isFinite ? farthest.magnitude : 0
        let step = Self.step(for: farthest / 3, whole: false)
        let count = max(1, Int(saturating: (farthest / step).rounded(.up)))
        from = zero - step * Double(count)
        to = zero + step * Double(count)
        ticks = (-count...count).map { zero + step * Double($0) }
    }

    /// The shares, marked at each quarter.
    static let shares = Scale(from: 0, to: 1, ticks: [0, 0.25, 0.5, 0.75, 1])

    private init(from: Double, to: Double, ticks: [Double]) {
        self.from = from
        self.to = to
        self.ticks = ticks
    }

    /// How far along a number stands, from 0 to 1; what lies beyond an end stands at it.
    func place(_ value: Double) -> Double {
        min(1, max(0, (value - from) / (to - from)))
    }

    /// The smallest of 1, 2 and 5 times a power of ten that is not below `least`.
    private static func step(for least: Double, whole: Bool) -> Double {
        guard least.isFinite, least > 1e-9 else { return 1 }
        var unit = 1.0
        while unit > least { unit /= 10 }
        while unit * 10 <= least { unit *= 10 }
        let step = [1, 2, 5, 10].map { $0 * unit }.first { $0 >= least * 0.999_999 } ?? unit * 10
        return whole ? max(1, step.rounded(.up)) : step
    }
}
