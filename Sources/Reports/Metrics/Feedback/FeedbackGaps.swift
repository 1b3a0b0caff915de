import Calendar
import Records
import SQLite

extension Theme {
    /// What outlets and items of feedback may lack.
    static let gapsOfFeedback: [Gap] = [
        Gap("outlet for feedback without an owner", for: [.resolvedOnTime], ("outlet edit", "--owner ROLE")) { scope in
            scope.openOutlets("ifnull(owner, '') = ''")
        },
        Gap(
            "outlet that does not say whether a name is needed",
            for: [.outletsAnonymous],
            ("outlet edit", "--anonymous yes|no")
        ) {
            $0.openOutlets("anonymous IS NULL")
        },
        Gap("outlet not reviewed in twelve months", for: [.outletsReviewed], ("outlet edit", "--reviewed DATE")) {
            scope in
            scope.openOutlets("(reviewed_on IS NULL OR reviewed_on <= \(scope.yearBeforeReference))")
        },
        Gap("feedback without a kind", for: [.feedbackReceived], ("feedback edit", "--kind KIND")) { scope in
            """
            SELECT ref, received_on FROM feedback_fact
            WHERE kind IS NULL AND NOT excluded AND \(scope.hasCome("received_on"))
                AND \(scope.isOf("organization_id"))
            """
        },
        Gap(
            "feedback answered without people being told",
            for: [.loopClosed],
            ("feedback told", "poster|meeting|post|person")
        ) {
            scope in
            """
            SELECT ref, answered_on FROM feedback_fact
            WHERE told IS NULL AND NOT excluded AND answered_on <= \(scope.referenceDay)
                AND \(scope.hasCome("received_on")) AND \(scope.isOf("organization_id"))
            """
        },
        Gap(
            "answered feedback without a public wording",
            for: [.loopClosed],
            as: "You said, we did",
            ("feedback publish", "\"PUBLIC WORDING\""),
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
