/// How a scale's score is made of the answers to its items (metrics.md EV-07).
package struct ScaleKey: Sendable, Hashable {
    /// What the answers of a person become.
    package enum Scoring: String, Sendable, Hashable, CaseIterable {
        case sum
        case mean
    }

    /// One item of the scale.
    package struct Item: Sendable, Hashable {
        /// The answers that there are.
        package let range: ClosedRange<Int>
        /// Whether a high answer counts low.
        package let isReversed: Bool

        /// An item with its answers.
        package init(_ range: ClosedRange<Int>, isReversed: Bool = false) {
            self.range = range.clamped(to: -1_000_000...1_000_000)
            self.isReversed = isReversed
        }

        /// The answer as it counts: min + max - answer for a reversed item.
        package func value(_ answer: Double) -> Double {
            isReversed ? Double(range.lowerBound + range.upperBound) - answer : answer
        }

        func has(_ answer: Double) -> Bool { Double(range.lowerBound) <= answer && answer <= Double(range.upperBound) }
    }

    /// The score of one response.
    package struct Score: Sendable, Hashable {
        /// Sum or mean of the items.
        package let value: Double
        /// How many items were answered.
        package let answered: Int
        /// Whether unanswered items were taken to be as the answered ones are on average.
        package let isProrated: Bool
        /// Whether every item got the same answer although some are reversed; counted all the same.
        package let isStraightLined: Bool
    }

    /// What became of one response.
    package enum Result: Sendable, Hashable {
        case scored(Score)
        /// Fewer items were answered than the scale asks for.
        case tooFew(answered: Int)
        /// An answer that the item does not have, at this place among the items: the response is refused.
        case outOfRange(item: Int, answer: Double)

        /// The score where there is one.
        package var score: Score? {
            guard case .scored(let score) = self else { return nil }
            return score
        }
    }

    /// The items in their order.
    package let items: [Item]
    /// What the answers of a person become.
    package let scoring: Scoring
    /// How many answered items a score needs.
    package let fewestAnswered: Int

    /// A scale of these items; unless told otherwise a score needs 80 % of them answered.
    package init(_ items: [Item], scoring: Scoring, fewestAnswered: Int? = nil) {
        self.items = items
        self.scoring = scoring
        self.fewestAnswered = max(1, fewestAnswered ?? (items.count * 4 + 4) / 5)
    }

    /// The lowest and the highest score.
    package var range: ClosedRange<Double> {
        let low = items.reduce(0) { $0 + Double($1.range.lowerBound) }
        let high = items.reduce(0) { $0 + Double($1.range.upperBound) }
        let parts = scoring == .mean ? Double(max(1, items.count)) : 1
        return low / parts...high / parts
    }

    /// The score of one response's answers, in the order of the items; nil is not answered.
    ///
    /// Reversed items are turned round first. What was not answered counts as the person's mean of the others, which
    /// is known to be biased even where it lacks by chance, so reports show how many scores are made that way.
    package func score(_ answers: [Int?]) -> Result { score(numbers: answers.map { $0.map { Double($0) } }) }

    /// The same of answers that need not be whole, such as hours.
    package func score(numbers answers: [Double?]) -> Result {
        var (sum, answered) = (0.0, 0)
        var (lowest, highest) = (Double.infinity, -Double.infinity)
        for (place, (item, answer)) in zip(items, answers).enumerated() {
            guard let answer else { continue }
            guard item.has(answer) else { return .outOfRange(item: place, answer: answer) }
            sum += item.value(answer)
            answered += 1
            (lowest, highest) = (min(lowest, answer), max(highest, answer))
        }
        return result(sum: sum, answered: answered, isOneAnswer: lowest == highest)
    }

    /// What becomes of a response whose answers, reversed ones turned round, count up to `sum`.
    ///
    /// - Parameter isOneAnswer: whether all answers were the same as they were given.
    package func result(sum: Double, answered: Int, isOneAnswer: Bool) -> Result {
        guard answered >= fewestAnswered else { return .tooFew(answered: answered) }
        let parts = scoring == .mean ? 1 : items.count
        return .scored(
            Score(
                value: sum * Double(parts) / Double(answered),
                answered: answered,
                isProrated: answered < items.count,
                isStraightLined: answered > 1 && isOneAnswer && items.contains(where: \.isReversed)
            )
        )
    }
}
