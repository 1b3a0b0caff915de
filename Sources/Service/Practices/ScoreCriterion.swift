package import Records

/// Says how far a criterion of an assessment is met.
package struct ScoreCriterion: Operation {
    /// The assessment's ref, an unambiguous beginning of it, or `last`.
    package var ref = ""
    /// The criterion's number, or the beginning of its text.
    package var criterion = ""
    /// `met`, `partial`, `not_met` or `not_applicable`; nothing is stored without one.
    package var score: CriterionScore?

    package let id = OperationID.scoreCriterion
    package let role = Role.manager
    package let access = Access.change

    package init() {}

    package var parameters: [Parameter<Self>] {
        [
            .text("ref", \.ref), .text("criterion", \.criterion), .choice("score", \.score, isRequired: true),
        ]
    }

    package func run(_ context: Context, in store: Store) throws -> ScoredCriterion {
        guard let score else { throw RecordError.missing(.criterion, field: "score") }
        let assessment = try store.find(.assessment, ref)
        let criterion = try store.criterion(of: assessment, criterion)
        try store.score(assessment, criterion, score)
        let left = try store.criteria(of: assessment).count { $0.score == nil }
        let isReady = try left == 0 && store.completion(of: assessment) == nil
        return ScoredCriterion(
            assessment: assessment,
            number: criterion.number,
            score: score,
            left: left,
            next: isReady ? Advice("Complete it", .perform(.completeAssessment, ["ref": assessment.ref])) : nil
        )
    }
}

/// A criterion that was scored.
package struct ScoredCriterion: Sendable {
    /// Where `number`, `left` and `next` hold: a criterion has no ref of its own.
    package let assessment: Found
    /// Its number within the assessment, from 1.
    package let number: Int
    /// The score as stored; another one may be given until the assessment is completed.
    package let score: CriterionScore
    /// How many criteria have no score yet.
    package let left: Int
    /// How to complete the assessment, where that is all that is left.
    package let next: Advice?
}
