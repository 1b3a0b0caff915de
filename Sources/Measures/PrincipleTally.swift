/// Which principle resonates most and which challenges most, each by its own question (metrics.md EV-12); a signal for
/// planning, not an outcome.
package struct PrincipleTally: Sendable, Hashable {
    /// How many chose each principle as the one that resonates most.
    package let resonates: [Int]
    /// How many chose each principle as the one that challenges most.
    package let challenges: [Int]
    /// How many answered the first question.
    package let answeredResonates: Int
    /// How many answered the second question.
    package let answeredChallenges: Int

    /// The choices by principle, in the order of the list; unless told otherwise everybody who answered chose one.
    package init(
        resonates: [Int],
        challenges: [Int],
        answeredResonates: Int? = nil,
        answeredChallenges: Int? = nil
    ) {
        self.resonates = resonates
        self.challenges = challenges
        self.answeredResonates = answeredResonates ?? resonates.reduce(0, +)
        self.answeredChallenges = answeredChallenges ?? challenges.reduce(0, +)
    }

    /// The share that chose the principle at this place as the one that resonates most.
    package func resonating(_ place: Int, missing: Int = 0) -> Figure {
        .share(numerator: count(resonates, place), denominator: answeredResonates, missing: missing)
    }

    /// The share that chose the principle at this place as the one that challenges most.
    package func challenging(_ place: Int, missing: Int = 0) -> Figure {
        .share(numerator: count(challenges, place), denominator: answeredChallenges, missing: missing)
    }

    /// The one share less the other, in points; its n is that of the question which fewer answered.
    package func net(_ place: Int, missing: Int = 0) -> Figure {
        guard let first = resonating(place).value, let second = challenging(place).value else {
            let reason = resonating(place).reason ?? challenging(place).reason ?? .zeroDenominator
            return .notApplicable(reason, missing: missing)
        }
        let (resonating, challenging) = (count(resonates, place), count(challenges, place))
        return .mean(100 * (first - second), n: min(answeredResonates, answeredChallenges), missing: missing)
            .telling([resonating, answeredResonates - resonating, challenging, answeredChallenges - challenging])
    }

    /// The places of the principles that resonate most; several where they are level, none without an answer.
    package var mostResonant: [Int] { highest(resonates) }

    /// The places of the principles that challenge most; several where they are level, none without an answer.
    package var mostChallenging: [Int] { highest(challenges) }

    private func count(_ counts: [Int], _ place: Int) -> Int { counts.indices.contains(place) ? counts[place] : 0 }

    private func highest(_ counts: [Int]) -> [Int] {
        guard let most = counts.max(), most > 0 else { return [] }
        return counts.indices.filter { counts[$0] == most }
    }
}
