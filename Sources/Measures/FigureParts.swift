/// The numbers that a figure tells, by their parts in it; what links figures is said in these.
extension Figure {
    /// One of the numbers that together make a figure, such as the numerator of a share.
    package enum Part: Sendable, Hashable {
        /// A count that stands by itself.
        case count
        /// The part of a share.
        case numerator
        /// What is left of a share's whole.
        case complement
        /// The whole of a share.
        case denominator
        /// One of several kinds of answers, or one of two groups, in their order.
        case kind(Int)
        /// How many answers are behind it.
        case answers
        /// The sum of what was answered.
        case amount

        /// Whether it counts people or their answers.
        package var isCount: Bool { self != .amount }
    }

    /// A part with its number.
    package struct Told: Sendable, Hashable {
        /// Which of the figure's numbers this is.
        package let part: Part
        /// Its number.
        package let value: Double
    }

    /// The numbers that are told where the figure is printed; none where it has none.
    ///
    /// A share of none tells that there was none. A mean of n answers tells their sum. Neither end of a range is a
    /// count of its own.
    package var told: [Told] {
        switch outcome {
        case .value(let numbers): numbers.allTold
        case .notApplicable(.zeroDenominator) where basis.denominator == 0: basis.allTold
        default: []
        }
    }
}

extension Figure.Numbers {
    fileprivate var allTold: [Figure.Told] {
        let kinds = told.enumerated().map { Figure.Told(part: .kind($0), value: Double($1)) }
        if let numerator, let denominator {
            return [
                Figure.Told(part: .numerator, value: Double(numerator)),
                Figure.Told(part: .complement, value: Double(denominator - numerator)),
                Figure.Told(part: .denominator, value: Double(denominator)),
            ] + kinds
        }
        if let n {
            let amount = kinds.isEmpty ? value.map { [Figure.Told(part: .amount, value: $0 * Double(n))] } ?? [] : []
            return kinds + [Figure.Told(part: .answers, value: Double(n))] + amount
        }
        return kinds + (value.map { [Figure.Told(part: .count, value: $0)] } ?? [])
    }
}
