import Records
import SQLite

extension Counted {
    static let offered = Counted(rawValue: "offered")
    static let offeredUncounted = Counted(rawValue: "offered_uncounted")
    static let eligible = Counted(rawValue: "eligible")
    static let codedBefore = Counted(rawValue: "coded_before")
    static let codedAfter = Counted(rawValue: "coded_after")
    static let pairedExactly = Counted(rawValue: "paired_exactly")
    static let pairedOneOff = Counted(rawValue: "paired_one_off")
    static let ambiguousAfter = Counted(rawValue: "ambiguous_after")
    static let heldAtAll = Counted(rawValue: "held_at_all")
    static let levelOne = Counted(rawValue: "level_one")
    static let levelTwo = Counted(rawValue: "level_two")
    static let levelThree = Counted(rawValue: "level_three")
    static let levelFour = Counted(rawValue: "level_four")
    static let commitmentSessions = Counted(rawValue: "commitment_sessions")
    static let commitmentsUncounted = Counted(rawValue: "commitments_uncounted")
    static let commitmentsMade = Counted(rawValue: "commitments_made")
    static let commitmentsFollowed = Counted(rawValue: "commitments_followed")
    static let commitmentsNotFollowed = Counted(rawValue: "commitments_not_followed")
    static let commitmentsFully = Counted(rawValue: "commitments_fully")
    static let commitmentsPartly = Counted(rawValue: "commitments_partly")
    static let commitmentsNotYet = Counted(rawValue: "commitments_not_yet")
}

extension Scope {
    /// The clause `taught (group_key, session_id)`: the held sessions of each group, each once, since a scope has an
    /// organization of a session once.
    private var taughtClause: SQL {
        """
        taught (group_key, session_id) AS MATERIALIZED (
            SELECT scope.group_key, scope.session_id
            FROM scope CROSS JOIN session ON session.id = scope.session_id WHERE \(held)
        )
        """
    }

    /// The start of a statement over held sessions by group.
    var taught: SQL { "\(clause), \(taughtClause)" }

    /// The term for a session to which an evaluation was returned on a form with `condition`, over `evaluation`, `form`.
    func hasEvaluation(_ session: SQL, _ condition: SQL) -> SQL {
        """
        EXISTS (
            SELECT 1 FROM form CROSS JOIN evaluation
                ON evaluation.form_id = form.id AND evaluation.session_id = \(session)
            WHERE \(condition) AND \(hasReturned("evaluation.submitted_on"))
        )
        """
    }

    /// The term over `form` for an item of a level of Kirkpatrick's.
    static func asks(level: Int) -> SQL {
        "form.id IN (SELECT form_item.form_id FROM form_item WHERE form_item.kirkpatrick = \(level))"
    }
}

extension Question {
    /// Sessions that offered an evaluation, and who could have answered.
    static let offers = Question(
        name: "offered evaluations",
        words: """
            Held sessions that have a form, or to which a form for after came back, with all their attendances: a \
            response does not say of which organization it is, so the session counts whole.
            """,
        columns: [.offered, .offeredUncounted, .eligible]
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
        WHERE ifnull(session.form, '') <> '' OR \(scope.hasEvaluation("taught.session_id", "form.wave = 'after'"))
        GROUP BY taught.group_key
        """
    }

    /// Forms that carry a code, and what matching found.
    static let matches = Question(
        name: "matched forms",
        words: """
            Forms of held sessions that ask for the elements of a code, before and after, and the pairs among those \
            after: with equal codes, and with one element off. A code that could belong to several is in no pair.
            """,
        columns: [.codedBefore, .codedAfter, .pairedExactly, .pairedOneOff, .ambiguousAfter]
    ) { scope in
        """
        WITH \(scope.taught)
        SELECT
            taught.group_key,
            count(*) FILTER (WHERE form.wave = 'before') AS coded_before,
            count(*) FILTER (WHERE form.wave = 'after') AS coded_after,
            count(*) FILTER (WHERE form.wave = 'after' AND found.pair IS NOT NULL AND found.how = 1) AS paired_exactly,
            count(*) FILTER (WHERE form.wave = 'after' AND found.pair IS NOT NULL AND found.how = 2) AS paired_one_off,
            count(*) FILTER (WHERE form.wave = 'after' AND found.how = 3) AS ambiguous_after
        FROM form
        CROSS JOIN taught
        CROSS JOIN evaluation ON evaluation.form_id = form.id AND evaluation.session_id = taught.session_id
        LEFT JOIN evaluation_match AS found ON found.evaluation_id = evaluation.id
        WHERE form.id IN (SELECT form_item.form_id FROM form_item WHERE form_item.kind = 'element')
            AND \(scope.hasReturned("evaluation.submitted_on"))
        GROUP BY taught.group_key
        """
    }

    /// What was measured of each held session.
    static let levels = Question(
        name: "levels of evaluation",
        words: """
            Held sessions by the level at which they were evaluated: answers after with an item of reaction; answers \
            before and after with items of learning, where both belong to the session's series; a form for a follow-up, \
            or commitments that were followed up; an item of results, or an assessment of practices that an \
            organization trained completed within a year after the session.
            """,
        columns: [.heldAtAll, .levelOne, .levelTwo, .levelThree, .levelFour]
    ) { scope in
        let ofSeries: SQL = "series.id"
        let second = Scope.asks(level: 2)
        func inSeries(_ wave: SQL) -> SQL {
            """
            EXISTS (
                SELECT 1 FROM session AS series
                WHERE (
                    series.id = taught.session_id OR series.id = session.parent_id
                    OR series.parent_id = session.parent_id
                )
                    AND \(scope.hasEvaluation(ofSeries, "form.wave = \(wave) AND \(second)"))
            )
            """
        }
        return """
            WITH \(scope.taught),
            judged AS MATERIALIZED (
                SELECT
                    taught.group_key,
                    \(scope.hasEvaluation("taught.session_id", "form.wave = 'after' AND \(Scope.asks(level: 1))")) AS one,
                    \(scope.hasEvaluation("taught.session_id", "form.wave <> 'followup' AND \(second)"))
                        AND \(inSeries("'before'")) AND \(inSeries("'after'")) AS two,
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

    /// What people undertook, and what became of it.
    static let commitments = Question(
        name: "commitments",
        words: """
            Commitments of held sessions: as they were counted, else those written on forms for after. A session's \
            latest follow-up by the as-of day counts; where nobody wrote one down, what follow-up forms answer to \
            questions whose choices are fully, partly and not_yet.
            """,
        columns: [
            .commitmentSessions, .commitmentsUncounted, .commitmentsMade, .commitmentsFollowed,
            .commitmentsNotFollowed, .commitmentsFully, .commitmentsPartly, .commitmentsNotYet,
        ]
    ) { scope in
        """
        WITH \(scope.taught), \(scope.undertaken)
        SELECT
            group_key,
            count(*) AS commitment_sessions,
            count(*) FILTER (WHERE made IS NULL) AS commitments_uncounted,
            ifnull(sum(made), 0) AS commitments_made,
            ifnull(sum(followed) FILTER (WHERE made IS NOT NULL), 0) AS commitments_followed,
            count(*) FILTER (WHERE NOT is_followed) AS commitments_not_followed,
            ifnull(sum(fully), 0) AS commitments_fully,
            ifnull(sum(partly), 0) AS commitments_partly,
            ifnull(sum(not_yet), 0) AS commitments_not_yet
        FROM undertaken
        GROUP BY group_key
        """
    }
}

extension Scope {
    /// The answer of `evaluation` to the item `asked`, whose column is known by its slot only.
    private static let answerToAsked: SQL = {
        let cases = Form.answerColumns.enumerated().map { place, column in
            " WHEN \(place + 1) THEN evaluation.\(column)" as SQL
        }
        return "CASE asked.slot\(cases.joined(separator: "")) END"
    }()

    /// The clause `heard_later`: what follow-up forms tell of commitments, by group and held session.
    private var heardLater: SQL {
        """
        heard_later AS (
            SELECT
                taught.group_key, taught.session_id, max(evaluation.submitted_on) AS followed_on,
                count(*) FILTER (WHERE lower(said.name) = 'fully') AS fully,
                count(*) FILTER (WHERE lower(said.name) = 'partly') AS partly,
                count(*) FILTER (WHERE lower(said.name) = 'not_yet') AS not_yet
            FROM taught
            CROSS JOIN form ON form.wave = 'followup'
            CROSS JOIN form_item AS asked ON asked.form_id = form.id AND asked.kind IN ('choice', 'likert')
            CROSS JOIN evaluation ON evaluation.form_id = form.id AND evaluation.session_id = taught.session_id
            CROSS JOIN form_choice AS said
                ON said.form_id = form.id AND said.list = asked.list
                    AND said.value = \(Self.answerToAsked)
            WHERE \(hasReturned("evaluation.submitted_on"))
                AND lower(said.name) IN ('fully', 'partly', 'not_yet')
                AND 3 = (
                    SELECT count(DISTINCT lower(choice.name)) FROM form_choice AS choice
                    WHERE choice.form_id = form.id AND choice.list = asked.list
                        AND lower(choice.name) IN ('fully', 'partly', 'not_yet')
                )
            GROUP BY taught.group_key, taught.session_id
        )
        """
    }

    /// The clause `undertaken`: a row per group and held session with commitments, and its latest follow-up.
    var undertaken: SQL {
        """
        \(heardLater),
        written AS (
            SELECT taught.group_key, taught.session_id, count(*) AS made, count(DISTINCT evaluation.id) AS respondents
            FROM taught
            CROSS JOIN form ON form.wave = 'after'
            CROSS JOIN form_item ON form_item.form_id = form.id AND form_item.kind = 'commitment'
            CROSS JOIN evaluation ON evaluation.form_id = form.id AND evaluation.session_id = taught.session_id
            CROSS JOIN answer_text
                ON answer_text.evaluation_id = evaluation.id AND answer_text.position = form_item.position
            WHERE \(hasReturned("evaluation.submitted_on"))
                AND NOT EXISTS (SELECT 1 FROM commitment WHERE commitment.session_id = taught.session_id)
            GROUP BY taught.group_key, taught.session_id
        ),
        counted AS (
            SELECT
                taught.group_key, taught.session_id,
                ifnull((
                    SELECT first.made FROM commitment AS first
                    WHERE first.session_id = taught.session_id AND first.made IS NOT NULL
                    ORDER BY first.followed_on DESC NULLS FIRST LIMIT 1
                ), \(written("count(*)"))) AS made,
                ifnull((
                    SELECT first.respondents FROM commitment AS first
                    WHERE first.session_id = taught.session_id AND first.respondents IS NOT NULL
                    ORDER BY first.followed_on DESC NULLS FIRST LIMIT 1
                ), \(written("count(DISTINCT evaluation.id)"))) AS respondents,
                (
                    SELECT max(latest.followed_on) FROM commitment AS latest
                    WHERE latest.session_id = taught.session_id AND latest.followed_on <= \(asOf)
                ) AS followed_on
            FROM taught
            WHERE EXISTS (SELECT 1 FROM commitment WHERE commitment.session_id = taught.session_id)
        ),
        recorded AS (
            SELECT
                counted.group_key, counted.session_id, counted.made, counted.respondents, counted.followed_on,
                heard.fully, heard.partly, heard.not_yet
            FROM counted
            LEFT JOIN commitment AS heard
                ON heard.session_id = counted.session_id AND heard.followed_on = counted.followed_on
            UNION ALL
            SELECT group_key, session_id, made, respondents, NULL, NULL, NULL, NULL FROM written
            UNION ALL
            SELECT group_key, session_id, NULL, NULL, NULL, NULL, NULL, NULL FROM heard_later
            WHERE NOT EXISTS (SELECT 1 FROM commitment WHERE commitment.session_id = heard_later.session_id)
                AND NOT EXISTS (
                    SELECT 1 FROM written
                    WHERE written.group_key = heard_later.group_key AND written.session_id = heard_later.session_id
                )
        ),
        told AS (
            SELECT
                recorded.group_key, recorded.session_id, recorded.made, recorded.respondents,
                recorded.followed_on IS NOT NULL OR later.session_id IS NOT NULL AS is_followed,
                iif(recorded.followed_on IS NULL, later.followed_on, recorded.followed_on) AS followed_on,
                iif(recorded.followed_on IS NULL, later.fully, recorded.fully) AS fully,
                iif(recorded.followed_on IS NULL, later.partly, recorded.partly) AS partly,
                iif(recorded.followed_on IS NULL, later.not_yet, recorded.not_yet) AS not_yet
            FROM recorded
            LEFT JOIN heard_later AS later
                ON later.group_key = recorded.group_key AND later.session_id = recorded.session_id
        ),
        undertaken AS MATERIALIZED (
            SELECT *, ifnull(fully, 0) + ifnull(partly, 0) + ifnull(not_yet, 0) AS followed FROM told
        )
        """
    }

    /// What `count` says of the commitments on a session's forms for after, where nobody counted them: they may have been
    /// followed up all the same. NULL where there are none.
    private func written(_ count: SQL) -> SQL {
        """
        (
            SELECT nullif(\(count), 0)
            FROM form
            CROSS JOIN form_item ON form_item.form_id = form.id AND form_item.kind = 'commitment'
            CROSS JOIN evaluation ON evaluation.form_id = form.id AND evaluation.session_id = taught.session_id
            CROSS JOIN answer_text
                ON answer_text.evaluation_id = evaluation.id AND answer_text.position = form_item.position
            WHERE form.wave = 'after' AND \(hasReturned("evaluation.submitted_on"))
                AND NOT EXISTS (
                    SELECT 1 FROM commitment AS own
                    WHERE own.session_id = taught.session_id AND own.made IS NOT NULL
                )
        )
        """
    }
}
