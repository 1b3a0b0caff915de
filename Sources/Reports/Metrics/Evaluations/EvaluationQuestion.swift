import Records
import SQLite

extension Counted {
    static let offered = Counted(rawValue: "offered")
    static let offeredUncounted = Counted(rawValue: "offered_uncounted")
    static let eligible = Counted(rawValue: "eligible")
    static let codedBefore = Counted(rawValue: "coded_before")
    static let codedAfter = Counted(rawValue: "coded_after")
    static let pairedBefore = Counted(rawValue: "paired_before")
    static let pairedExactly = Counted(rawValue: "paired_exactly")
    static let pairedOneOff = Counted(rawValue: "paired_one_off")
    static let ambiguousAfter = Counted(rawValue: "ambiguous_after")
    static let heldAtAll = Counted(rawValue: "held_at_all")
    static let levelOne = Counted(rawValue: "level_one")
    static let levelTwo = Counted(rawValue: "level_two")
    static let levelThree = Counted(rawValue: "level_three")
    static let levelFour = Counted(rawValue: "level_four")
}

extension Scope {
    /// The clause `taught (group_key, session_id)`: the sessions of each group with a condition, each once, since a scope
    /// has an organization of a session once.
    private func taught(_ condition: SQL) -> SQL {
        """
        \(clause), taught (group_key, session_id) AS MATERIALIZED (
            SELECT scope.group_key, scope.session_id
            FROM scope CROSS JOIN session ON session.id = scope.session_id WHERE \(condition)
        )
        """
    }

    /// The start of a statement over held trainings by group.
    var taught: SQL { taught(held) }

    /// The same over held trainings and gatherings.
    var met: SQL { taught(happened) }

    /// The term for a session to which an evaluation was returned on a form with `condition`, over `evaluation`, `form`.
    func hasEvaluation(_ session: SQL, _ condition: SQL) -> SQL {
        """
        EXISTS (
            SELECT 1 FROM form CROSS JOIN evaluation
                ON evaluation.form_id = form.id AND evaluation.session_id = \(session)
            WHERE \(condition) AND \(cameBack("evaluation"))
        )
        """
    }

    /// The term over `form` for an item of a level of Kirkpatrick's.
    static func asks(level: Int) -> SQL {
        "form.id IN (SELECT form_item.form_id FROM form_item WHERE form_item.kirkpatrick = \(level))"
    }

    /// The term for a session to which, or to the rest of whose series, items of learning came back on a form of a wave.
    ///
    /// - Parameter event: the event that the session is a part of, else the session itself: its parts are the series, and
    ///   it is one of them.
    func hasLearning(_ wave: SQL, inSeriesOf event: SQL) -> SQL {
        let ofSeries: SQL = "series.id"
        // A form without a day is of its session's.
        let isKnown: SQL = "(evaluation.submitted_on IS NOT NULL OR series.starts_on <= \(asOf))"
        return """
            EXISTS (
                SELECT 1 FROM session AS series
                WHERE series.kind = 'training' AND (series.id = \(event) OR series.parent_id = \(event))
                    AND \(hasEvaluation(ofSeries, "form.wave = \(wave) AND \(Scope.asks(level: 2)) AND \(isKnown)"))
            )
            """
    }
}

extension Question {
    /// Sessions that offered an evaluation, and who could have answered.
    static let offers = Question(
        name: "offered evaluations",
        words: """
            Held sessions with a form or at least one response, and all their attendees. A response doesn't say which \
            organization it is from, so each session counts as a whole.
            """,
        columns: [.offered, .offeredUncounted, .eligible],
        evidence: .offers,
        gather: { try $0.offers(in: $1) }
    ) { scope in
        """
        WITH \(scope.taught)
        SELECT
            taught.group_key,
            count(*) AS offered,
            ifnull(sum(NOT fact.counted), 0) AS offered_uncounted,
            ifnull(sum(fact.attendances) FILTER (WHERE fact.counted), 0) AS eligible
        FROM taught
        CROSS JOIN session ON session.id = taught.session_id
        CROSS JOIN session_fact AS fact ON fact.session_id = taught.session_id
        WHERE session.form_id IS NOT NULL OR \(scope.hasEvaluation("taught.session_id", "form.wave = 'after'"))
        GROUP BY taught.group_key
        """
    }

    /// Forms that carry a code, and what matching found.
    static let matches = Question(
        name: "matched forms",
        words: """
            Returned forms of held sessions that ask for a code, before and after, and the pairs among them: with equal \
            codes, or with one element different. A code that fits several forms is not matched. Returned means that at \
            least half of the questions asked were answered.
            """,
        columns: [
            .codedBefore, .codedAfter, .pairedBefore, .pairedExactly, .pairedOneOff, .ambiguousAfter,
        ],
        evidence: .matches,
        gather: { basis, database in
            try basis.forms(in: database).contains { !$0.form.elements.isEmpty } ? nil : [:]
        }
    ) { scope in
        """
        WITH \(scope.met),
        coded (id, wave, items) AS MATERIALIZED (
            SELECT form.id, form.wave, count(item.slot)
            FROM form CROSS JOIN form_item AS item ON item.form_id = form.id
            WHERE form.wave <> 'followup'
            GROUP BY form.id HAVING max(item.kind = 'element') = 1
        ),
        found AS (
            SELECT taught.group_key, coded.wave, matched.how,
                matched.pair IS NOT NULL AND EXISTS (
                    SELECT 1 FROM evaluation_match AS twin
                    CROSS JOIN evaluation AS other ON other.id = twin.evaluation_id
                    WHERE twin.pair = matched.pair AND twin.evaluation_id <> evaluation.id AND \(scope.cameBack("other"))
                ) AS is_paired
            FROM coded
            CROSS JOIN taught
            CROSS JOIN evaluation ON evaluation.form_id = coded.id AND evaluation.session_id = taught.session_id
            LEFT JOIN evaluation_match AS matched ON matched.evaluation_id = evaluation.id
            WHERE \(scope.cameBack("evaluation")) AND \(Scope.isReturned("evaluation", of: "coded.items"))
        )
        SELECT
            group_key,
            count(*) FILTER (WHERE wave = 'before') AS coded_before,
            count(*) FILTER (WHERE wave = 'after') AS coded_after,
            count(*) FILTER (WHERE wave = 'before' AND is_paired) AS paired_before,
            count(*) FILTER (WHERE wave = 'after' AND is_paired AND how = 1) AS paired_exactly,
            count(*) FILTER (WHERE wave = 'after' AND is_paired AND how = 2) AS paired_one_off,
            count(*) FILTER (WHERE wave = 'after' AND how = 3) AS ambiguous_after
        FROM found
        GROUP BY group_key
        """
    }

    /// What was measured of each held session.
    static let levels = Question(
        name: "levels of evaluation",
        words: """
            Held sessions by the level at which they were evaluated. Reaction: an answer to a reaction question after \
            the session. Learning: answers to learning questions before and after, in the same series. Behavior: a \
            follow-up form, or commitments followed up. Results: an answer to a results question, or an assessment of \
            practices completed by an organization within a year.
            """,
        columns: [.heldAtAll, .levelOne, .levelTwo, .levelThree, .levelFour],
        evidence: .levels,
        gather: { try $0.levels(in: $1) }
    ) { scope in
        """
        WITH \(scope.taught),
        judged AS MATERIALIZED (
            SELECT
                taught.group_key,
                \(scope.hasEvaluation("taught.session_id", "form.wave = 'after' AND \(Scope.asks(level: 1))")) AS one,
                \(scope.hasEvaluation("taught.session_id", "form.wave <> 'followup' AND \(Scope.asks(level: 2))"))
                    AND \(scope.hasLearning("'before'", inSeriesOf: "ifnull(session.parent_id, session.id)"))
                    AND \(scope.hasLearning("'after'", inSeriesOf: "ifnull(session.parent_id, session.id)")) AS two,
                \(scope.hasEvaluation("taught.session_id", "form.wave = 'followup'")) OR EXISTS (
                    SELECT 1 FROM commitment
                    WHERE commitment.session_id = taught.session_id AND commitment.followed_on <= \(scope.asOf)
                ) AS three,
                \(scope.hasEvaluation("taught.session_id", Scope.asks(level: 4))) OR EXISTS (
                    SELECT 1 FROM session_organization AS trained
                    CROSS JOIN assessment ON assessment.organization_id = trained.organization_id
                    WHERE trained.session_id = taught.session_id AND assessment.completed_on > session.starts_on
                        AND assessment.completed_on <= date(session.starts_on, '+1 year')
                        AND assessment.completed_on <= \(scope.asOf)
                ) AS four
            FROM taught CROSS JOIN session ON session.id = taught.session_id
        )
        SELECT
            group_key, count(*) AS held_at_all, sum(one) AS level_one, sum(two) AS level_two,
            sum(three) AS level_three, sum(four) AS level_four
        FROM judged
        GROUP BY group_key
        """
    }
}
