import Measures
import Records

// MARK: - EV-14

extension Metric {
    static let levelCoverage = evaluation(
        "EV-14",
        "Evaluation level coverage",
        "Share of trainings that were evaluated at a Kirkpatrick level.",
        strategy: .outletsForFeedback,
        unit: .share,
        sensitivity: .open
    ).giving(own: false) { _, _ in [] }

    static let reactionCoverage = level(
        "EV-14.l1",
        "reaction",
        "Share of trainings with a form after the training that asks for a reaction (Kirkpatrick level 1).",
        .levelOne
    )

    static let learningCoverage = level(
        "EV-14.l2",
        "learning",
        """
        Share of trainings with answers to learning questions before and after (Kirkpatrick level 2), at the training \
        or in its series.
        """,
        .levelTwo
    )

    static let behaviorCoverage = level(
        "EV-14.l3",
        "behavior",
        "Share of trainings with a follow-up form returned, or with commitments followed up (Kirkpatrick level 3).",
        .levelThree
    )

    static let resultsCoverage = level(
        "EV-14.l4",
        "results",
        """
        Share of trainings with an answer to a question about results (Kirkpatrick level 4), or after which an \
        organization completed an assessment of its practices within a year.
        """,
        .levelFour
    )

    private static func level(_ id: StaticString, _ name: String, _ definition: String, _ counted: Counted) -> Metric {
        evaluation(
            id,
            "Evaluation level coverage: \(name)",
            definition,
            strategy: .outletsForFeedback,
            unit: .share,
            sensitivity: .open,
            counting: Counting(.levels) { .share(numerator: $0[counted], denominator: $0[.heldAtAll]) }
        ).labeled("Trainings evaluated: \(name)")
    }
}
