import SQLite

/// What stands behind figures of evaluations: how many forms came back from which session. A single response is never
/// shown.
extension Evidence {
    static let offers = Evidence(columns: ["session", "day", "attendances", "returned"], inner: ["returned"]) { scope in
        """
        WITH \(scope.taught)
        SELECT session.ref, session.starts_on, CASE WHEN fact.counted THEN fact.attendances END,
            (
                SELECT count(*) FROM form CROSS JOIN evaluation
                    ON evaluation.form_id = form.id AND evaluation.session_id = session.id
                WHERE form.wave = 'after' AND \(scope.cameBack("evaluation"))
            )
        FROM taught
        CROSS JOIN session ON session.id = taught.session_id
        CROSS JOIN session_fact AS fact ON fact.session_id = taught.session_id
        WHERE session.form_id IS NOT NULL OR \(scope.hasEvaluation("session.id", "form.wave = 'after'"))
        ORDER BY session.starts_on, session.ref
        """
    }

    /// How many of these forms came back from each session.
    static func responses(to forms: [Int64]) -> Evidence {
        let ids = forms.map { "\($0)" as SQL }.joined(separator: ", ")
        return Evidence(columns: ["session", "day", "form", "wave", "returned"], inner: ["returned"]) { scope in
            responses(scope, ids)
        }
    }

    private static func responses(_ scope: Scope, _ forms: SQL) -> SQL {
        """
        WITH \(scope.clause), \(scope.heldClause)
        SELECT session.ref, session.starts_on, form.ref, form.wave, count(*)
        FROM sat
        CROSS JOIN session ON session.id = sat.session_id
        CROSS JOIN form
        CROSS JOIN evaluation ON evaluation.form_id = form.id AND evaluation.session_id = sat.session_id
        WHERE form.id IN (\(forms)) AND \(scope.cameBack("evaluation"))
        GROUP BY session.id, form.id
        ORDER BY session.starts_on, session.ref, form.ref
        """
    }

    /// How many pairs of these forms there are at each session.
    static func pairs(of forms: [(before: Int64, after: Int64)]) -> Evidence {
        let ids = forms.map { "(\($0.before), \($0.after))" as SQL }.joined(separator: ", ")
        return Evidence(columns: ["session", "day", "before", "after", "pairs"], inner: ["pairs"]) { scope in
            """
            WITH \(scope.clause), \(scope.heldClause)
            SELECT session.ref, session.starts_on, before.ref, after.ref, count(*)
            FROM sat
            CROSS JOIN session ON session.id = sat.session_id
            CROSS JOIN form AS after
            CROSS JOIN evaluation AS latter ON latter.form_id = after.id AND latter.session_id = sat.session_id
            CROSS JOIN evaluation_match AS late ON late.evaluation_id = latter.id AND late.pair IS NOT NULL
            CROSS JOIN evaluation_match AS early ON early.pair = late.pair
            CROSS JOIN evaluation AS former ON former.id = early.evaluation_id
            CROSS JOIN form AS before ON before.id = former.form_id
            WHERE (before.id, after.id) IN (VALUES \(ids)) AND \(scope.cameBack("latter"))
            GROUP BY session.id, before.id, after.id
            ORDER BY session.starts_on, session.ref, before.ref, after.ref
            """
        }
    }

    static let matches = Evidence(
        columns: ["session", "day", "before", "after", "exact", "one_off", "ambiguous"],
        inner: ["before", "after", "exact", "one_off", "ambiguous"]
    ) { scope in
        """
        WITH \(scope.clause), \(scope.heldClause)
        SELECT session.ref, session.starts_on,
            count(*) FILTER (WHERE form.wave = 'before'), count(*) FILTER (WHERE form.wave = 'after'),
            count(*) FILTER (WHERE form.wave = 'after' AND found.pair IS NOT NULL AND found.how = 1),
            count(*) FILTER (WHERE form.wave = 'after' AND found.pair IS NOT NULL AND found.how = 2),
            count(*) FILTER (WHERE form.wave = 'after' AND found.how = 3)
        FROM sat
        CROSS JOIN session ON session.id = sat.session_id
        CROSS JOIN form
        CROSS JOIN evaluation ON evaluation.form_id = form.id AND evaluation.session_id = sat.session_id
        LEFT JOIN evaluation_match AS found ON found.evaluation_id = evaluation.id
        WHERE EXISTS (SELECT 1 FROM form_item WHERE form_item.form_id = form.id AND form_item.kind = 'element')
            AND \(scope.cameBack("evaluation"))
        GROUP BY session.id
        ORDER BY session.starts_on, session.ref
        """
    }

    static let levels = Evidence(columns: ["session", "day", "forms", "followed_up"]) { scope in
        """
        WITH \(scope.taught)
        SELECT session.ref, session.starts_on,
            (
                SELECT group_concat(ref, ';') FROM (
                    SELECT form.ref FROM form
                    WHERE EXISTS (
                        SELECT 1 FROM evaluation
                        WHERE evaluation.form_id = form.id AND evaluation.session_id = session.id
                            AND \(scope.cameBack("evaluation"))
                    )
                    ORDER BY form.ref
                )
            ),
            (
                SELECT max(followed_on) FROM commitment
                WHERE commitment.session_id = session.id AND followed_on <= \(scope.asOf)
            )
        FROM taught CROSS JOIN session ON session.id = taught.session_id
        ORDER BY session.starts_on, session.ref
        """
    }

    static let commitments = Evidence(
        columns: ["session", "day", "made", "respondents", "followed_on", "fully", "partly", "not_yet"],
        inner: ["made", "respondents", "fully", "partly", "not_yet"]
    ) { scope in
        """
        WITH \(scope.met), \(scope.undertaken)
        SELECT session.ref, session.starts_on, made, respondents, followed_on, fully, partly, not_yet
        FROM undertaken CROSS JOIN session ON session.id = undertaken.session_id
        ORDER BY session.starts_on, session.ref
        """
    }

    /// An option that is on no list was typed by somebody, and is left blank.
    static let hands = Evidence(columns: ["session", "day", "question", "option", "count"], inner: ["count"]) { scope in
        """
        WITH \(scope.clause), \(scope.heldClause)
        SELECT session.ref, session.starts_on, lower(trim(tally.question)),
            (
                SELECT max(code.code) FROM code WHERE code.list = 'principle' AND code.code = lower(trim(tally.option))
            ),
            tally.count
        FROM sat
        CROSS JOIN session ON session.id = sat.session_id
        CROSS JOIN tally ON tally.session_id = sat.session_id
        WHERE lower(trim(tally.question)) IN ('resonates', 'challenges')
        ORDER BY session.starts_on, session.ref, tally.id
        """
    }
}
