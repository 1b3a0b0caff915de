package import Records

/// Writes down what the organization answered to a recommendation.
package struct AnswerRecommendation: Operation {
    /// The recommendation's ref, an unambiguous beginning of it, or `last`.
    package var recommendation = ""
    /// `accepted`, `partly`, `declined`, `noted` or `withdrawn`; nothing is stored without one.
    package var answer: RecommendationAnswer?
    /// Why; declining takes a reason.
    package var reason: String?
    /// The day as it was typed; today unless given.
    package var on: String?

    package let id = OperationID.answerRecommendation
    package let role = Role.manager
    package let access = Access.change

    package init() {}

    package var parameters: [Parameter<Self>] {
        [
            .text("recommendation", \.recommendation), .choice("answer", \.answer, isRequired: true),
            .text("reason", \.reason), .text("on", \.on),
        ]
    }

    package func run(_ context: Context, in store: Store) throws -> AnsweredRecommendation {
        guard let answer else { throw RecordError.missing(.recommendation, field: "answer") }
        let answered = try store.dated(.recommendation, recommendation, on: on) { found, day in
            try store.answer(recommendation: found, answer, reason: reason, on: day)
        }
        let done = Advice(
            "When it is done",
            .perform(.implementRecommendation, ["recommendation": answered.found.ref])
        )
        return AnsweredRecommendation(
            recommendation: answered,
            answer: answer,
            next: answer.leadsToAction ? done : nil
        )
    }
}

/// A recommendation that was answered.
package struct AnsweredRecommendation: Sendable {
    /// The recommendation, and the day of the answer.
    package let recommendation: Dated
    /// As it was stored; for `accepted` and `partly` something is to be done.
    package let answer: RecommendationAnswer
    /// How to note that it is done, where something is to be done.
    package let next: Advice?
}
