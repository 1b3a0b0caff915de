import Calendar
import Records
import SQLite

extension Theme {
    /// What evaluations may lack.
    static let gapsOfEvaluations: [Gap] = [
        Gap(
            "session with a form but no responses",
            for: [.responseRate],
            step: { .perform(.importRecords, ["kind": "evaluations", "session": $0], ask: ["files"]) }
        ) {
            scope in
            scope.heldSessions(
                """
                session.form_id IS NOT NULL
                    AND NOT EXISTS (SELECT 1 FROM evaluation WHERE evaluation.session_id = session.id)
                """
            )
        },
        Gap(
            "session with more responses than attendees",
            for: [.responseRate],
            step: { .perform(.show(.session), ["ref": $0]) }
        ) {
            scope in
            scope.heldSessions(
                """
                (
                    SELECT count(*) FROM form CROSS JOIN evaluation
                        ON evaluation.form_id = form.id AND evaluation.session_id = session.id
                    WHERE form.wave = 'after'
                ) > (
                    SELECT CASE WHEN fact.counted THEN fact.attendances ELSE 9223372036854775807 END
                    FROM session_fact AS fact WHERE fact.session_id = session.id
                )
                """
            )
        },
        Gap(
            "commitments not followed up after 30 days",
            for: [.commitmentsCarriedOut],
            step: { .perform(.followUpCommitments, ["session": $0], ask: ["fully", "partly", "not_yet"]) }
        ) { scope in
            """
            WITH \(scope.met), \(scope.undertaken)
            SELECT session.ref, session.starts_on
            FROM undertaken CROSS JOIN session ON session.id = undertaken.session_id
            WHERE NOT undertaken.is_followed AND ifnull(undertaken.made, 1) > 0
                AND session.starts_on <= \(scope.asOf.adding(days: -30))
            """
        },
    ]
}
