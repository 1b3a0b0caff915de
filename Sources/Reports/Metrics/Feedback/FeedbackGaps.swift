import Calendar
import Records
import SQLite

extension Theme {
    /// What outlets and items of feedback may lack.
    static let gapsOfFeedback: [Gap] = [
        Gap(
            "outlet: who answers is not recorded",
            for: [.resolvedOnTime],
            step: { .perform(.edit(.outlet), ["ref": $0], ask: ["owner"]) }
        ) { scope in
            scope.openOutlets("ifnull(owner, '') = ''")
        },
        Gap(
            "outlet: anonymous or not is not recorded",
            for: [.outletsAnonymous],
            step: { .perform(.edit(.outlet), ["ref": $0], ask: ["anonymous"]) }
        ) {
            $0.openOutlets("anonymous IS NULL")
        },
        Gap(
            "outlet not reviewed in 12 months",
            for: [.outletsReviewed],
            step: { .perform(.edit(.outlet), ["ref": $0], ask: ["reviewed"]) }
        ) {
            scope in
            scope.openOutlets("(reviewed_on IS NULL OR reviewed_on <= \(scope.yearBeforeReference))")
        },
        Gap(
            "feedback: kind not recorded",
            for: [.feedbackReceived],
            step: { .perform(.edit(.feedback), ["ref": $0], ask: ["kind"]) }
        ) { scope in
            """
            SELECT ref, received_on FROM feedback_fact
            WHERE kind IS NULL AND NOT excluded AND \(scope.hasCome("received_on"))
                AND \(scope.isOf("organization_id"))
            """
        },
        Gap(
            "feedback answered, people not told yet",
            for: [.loopClosed],
            step: { .perform(.tellFeedback, ["item": $0], ask: ["how"]) }
        ) {
            scope in
            """
            SELECT ref, answered_on FROM feedback_fact
            WHERE \(scope.feedbackNotTold) AND NOT excluded AND \(scope.isOf("organization_id"))
            """
        },
        Gap(
            "answered feedback: no public wording yet",
            for: [.loopClosed],
            as: "You said, we did",
            step: { .perform(.publishFeedback, ["item": $0], ask: ["wording"]) },
            isForTeam: true
        ) { scope in
            """
            SELECT fact.ref, fact.answered_on FROM feedback_fact AS fact CROSS JOIN feedback ON feedback.id = fact.id
            WHERE feedback.public_wording IS NULL AND ifnull(feedback.may_post, 1) = 1 AND NOT fact.excluded
                AND \(scope.hasCome("fact.answered_on")) AND \(scope.isOf("fact.organization_id"))
            """
        },
    ]
}

extension Scope {
    fileprivate func openOutlets(_ lacking: SQL) -> SQL {
        """
        SELECT ref, opened_on FROM outlet
        WHERE (opened_on IS NULL OR opened_on <= \(referenceDay)) AND (closed_on IS NULL OR closed_on > \(referenceDay))
            AND \(isOf("organization_id")) AND \(lacking)
        """
    }
}
