/// Who agrees with any of several stigmatizing statements, or disagrees with a favorable one (metrics.md EV-15; the
/// shape of UNAIDS' indicator of discriminatory attitudes among health facility staff).
package struct AnyOf: Sendable, Hashable {
    /// One statement with the answers to it.
    package struct Statement: Sendable, Hashable {
        /// From the strongest disagreement to the strongest agreement.
        package let range: ClosedRange<Int>
        /// Whether it is disagreement with it that counts.
        package let isFavorable: Bool

        /// A statement with the answers to it.
        package init(_ range: ClosedRange<Int>, isFavorable: Bool = false) {
            self.range = range.clamped(to: -1_000_000...1_000_000)
            self.isFavorable = isFavorable
        }

        /// Whether the answer counts: it is above the middle, for a favorable statement below it; the middle never is.
        func holds(_ answer: Double) -> Bool {
            let middle = Double(range.lowerBound + range.upperBound)
            return isFavorable ? 2 * answer < middle : 2 * answer > middle
        }

        func has(_ answer: Double) -> Bool { Double(range.lowerBound) <= answer && answer <= Double(range.upperBound) }
    }

    /// The statements in their order.
    package let statements: [Statement]
    /// People for whom at least one of them holds.
    package private(set) var holding = 0
    /// People who answered at least one.
    package private(set) var answered = 0
    /// Answers to single statements.
    package private(set) var answers = 0
    /// People who answered none.
    package private(set) var missing = 0

    /// Nobody was asked yet.
    package init(_ statements: [Statement]) { self.statements = statements }

    /// Counts one person's answers, in the order of the statements, and says whether any holds; nil for none answered.
    /// An answer that the statement does not have counts as none.
    @discardableResult
    package mutating func add(_ answers: [Int?]) -> Bool? {
        add { place in place < answers.count ? answers[place].map { Double($0) } : nil }
    }

    /// The same of answers that are asked for by the place of their statement, and need not be whole.
    @discardableResult
    package mutating func add(_ answer: (Int) -> Double?) -> Bool? {
        var (holds, given) = (false, 0)
        for place in statements.indices {
            guard let answer = answer(place), statements[place].has(answer) else { continue }
            given += 1
            if statements[place].holds(answer) { holds = true }
        }
        guard given > 0 else {
            missing += 1
            return nil
        }
        self.answers += given
        answered += 1
        if holds { holding += 1 }
        return holds
    }

    /// Takes what other people answered to the same statements together with this.
    package mutating func add(_ other: AnyOf) {
        holding += other.holding
        answered += other.answered
        answers += other.answers
        missing += other.missing
    }

    /// EV-15: people for whom any holds, of those who answered at least one.
    package var figure: Figure { .share(numerator: holding, denominator: answered, missing: missing) }

    /// How many statements were answered on average; people who answer only some bias the share down.
    package var meanAnswered: Figure { .mean(sum: Double(answers), n: answered, missing: missing) }
}
