extension Int {
    /// The whole part of a number, and the nearest `Int` where it has none: nothing that is computed from outside data
    /// ends the program because it is too large. What is not a number is 0.
    package init(saturating number: Double) {
        if number.isNaN {
            self = 0
        } else {
            self = Int(exactly: number.rounded(.towardZero)) ?? (number < 0 ? .min : .max)
        }
    }
}

extension Int {
    /// The sum, and the nearest `Int` where none holds it.
    package func adding(saturating other: Int) -> Int {
        let (sum, isBeyond) = addingReportingOverflow(other)
        return isBeyond ? (other < 0 ? .min : .max) : sum
    }
}

extension Sequence<Int> {
    /// The sum of counts as they are stored, however many and large.
    package var saturatingSum: Int { reduce(0) { $0.adding(saturating: $1) } }
}
