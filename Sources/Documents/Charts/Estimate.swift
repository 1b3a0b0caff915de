package import Measures

extension Chart {
    /// A share or a difference with its interval.
    package struct Estimate: Sendable, Hashable {
        /// What it is of.
        package let name: String
        /// The figure as it may be shown: a number, or why there is none.
        package let value: Cell
        /// Its interval in words: `38.4 % to 83.1 %`.
        package let interval: Cell
        /// How many answers it rests on.
        package let n: Cell
        /// Both ends as numbers, where the figure may be shown and has them.
        let ends: ClosedRange<Double>?

        /// A published figure with its interval; one without a number has no interval either, whatever it held before.
        package init(_ name: String, _ figure: Figure, printed: (Double) -> String) {
            self.name = name
            value = Cell.figure(figure) { $0.value.map(printed) ?? "" }
            let states = figure.state == .value
            if states, let low = figure.low, let high = figure.high, low <= high, low.isFinite, high.isFinite {
                ends = low...high
                interval = .text("\(printed(low)) to \(printed(high))")
            } else {
                ends = nil
                interval = states ? .empty : value
            }
            n = states ? .whole(figure.n ?? figure.denominator) : value
        }
    }
}
