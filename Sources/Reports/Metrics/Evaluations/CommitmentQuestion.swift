import Records
import SQLite

extension Counted {
    static let commitmentSessions = Counted(rawValue: "commitment_sessions")
    static let commitmentsUncounted = Counted(rawValue: "commitments_uncounted")
    static let commitmentsMade = Counted(rawValue: "commitments_made")
    static let commitmentsFollowed = Counted(rawValue: "commitments_followed")
    static let commitmentsNotFollowed = Counted(rawValue: "commitments_not_followed")
    static let commitmentsFully = Counted(rawValue: "commitments_fully")
    static let commitmentsPartly = Counted(rawValue: "commitments_partly")
    static let commitmentsNotYet = Counted(rawValue: "commitments_not_yet")
    static let commitmentsOfKnown = Counted(rawValue: "commitments_of_known")
    static let commitmentRespondents = Counted(rawValue: "commitment_respondents")
    static let commitmentsWithoutPeople = Counted(rawValue: "commitments_without_people")
}

extension Question {
    /// What people undertook, and what became of it.
    static let commitments = Question(
        name: "commitments",
        words: """
            Commitments of held sessions, as counted at the session or as written on forms after it, those of people and \
            of institutions together. A session's latest follow-up by the as-of date counts, for each scope. If none is recorded, answers on follow-up forms count, from \
            questions whose choices are fully, partly and not_yet.
            """,
        columns: [
            .commitmentSessions, .commitmentsUncounted, .commitmentsMade, .commitmentsFollowed,
            .commitmentsNotFollowed, .commitmentsFully, .commitmentsPartly, .commitmentsNotYet,
            .commitmentsOfKnown, .commitmentRespondents, .commitmentsWithoutPeople,
        ],
        evidence: .commitments
    ) { scope in
        """
        WITH \(scope.met), \(scope.undertaken)
        SELECT
            group_key,
            count(*) AS commitment_sessions,
            count(*) FILTER (WHERE made IS NULL) AS commitments_uncounted,
            ifnull(sum(made), 0) AS commitments_made,
            ifnull(sum(followed) FILTER (WHERE made IS NOT NULL), 0) AS commitments_followed,
            count(*) FILTER (WHERE NOT is_followed) AS commitments_not_followed,
            ifnull(sum(fully), 0) AS commitments_fully,
            ifnull(sum(partly), 0) AS commitments_partly,
            ifnull(sum(not_yet), 0) AS commitments_not_yet,
            ifnull(sum(made) FILTER (WHERE respondents IS NOT NULL), 0) AS commitments_of_known,
            ifnull(sum(respondents) FILTER (WHERE made IS NOT NULL), 0) AS commitment_respondents,
            count(*) FILTER (WHERE made IS NULL OR respondents IS NULL) AS commitments_without_people
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
            WHERE \(cameBack("evaluation")) AND \(isOfForms)
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

    /// The term over `commitment`, under a name, for what was written down by the as-of day, of the scope that is asked for.
    private func isKnown(_ table: Identifier) -> SQL {
        let one: SQL = commitments.map { " AND \(identifier: table).scope = \($0.rawValue)" } ?? ""
        return "ifnull(\(identifier: table).followed_on, '') <= \(asOf)\(one)"
    }

    /// The term for what forms tell, which say nothing of a scope.
    private var isOfForms: SQL { commitments == nil ? "true" : "false" }

    /// What the latest follow-ups of `counted`, one for each scope, come to in a column.
    private func heard(_ column: Identifier) -> SQL {
        """
        (
            SELECT sum(heard.\(identifier: column)) FROM commitment AS heard
            WHERE heard.session_id = counted.session_id AND heard.followed_on IS NOT NULL AND \(isKnown("heard"))
                AND NOT EXISTS (
                    SELECT 1 FROM commitment AS later
                    WHERE later.session_id = heard.session_id AND later.scope IS heard.scope
                        AND later.followed_on > heard.followed_on AND \(isKnown("later"))
                )
        )
        """
    }

    /// The clause `undertaken`: a row per group and held session with commitments, and its latest follow-ups.
    var undertaken: SQL {
        """
        \(heardLater),
        written AS (
            SELECT taught.group_key, taught.session_id, count(*) AS made
            FROM taught
            CROSS JOIN form ON form.wave = 'after'
            CROSS JOIN form_item ON form_item.form_id = form.id AND form_item.kind = 'commitment'
            CROSS JOIN evaluation ON evaluation.form_id = form.id AND evaluation.session_id = taught.session_id
            CROSS JOIN answer_text
                ON answer_text.evaluation_id = evaluation.id AND answer_text.position = form_item.position
            WHERE \(cameBack("evaluation")) AND \(isOfForms)
                AND NOT EXISTS (
                    SELECT 1 FROM commitment AS own
                    WHERE own.session_id = taught.session_id AND \(isKnown("own"))
                )
            GROUP BY taught.group_key, taught.session_id
        ),
        counted AS (
            SELECT
                taught.group_key, taught.session_id,
                ifnull((
                    SELECT sum(most) FROM (
                        SELECT max(told.made) AS most FROM commitment AS told
                        WHERE told.session_id = taught.session_id AND \(isKnown("told")) GROUP BY told.scope
                    )
                ), \(written("count(*)"))) AS made,
                (
                    SELECT max(told.respondents) FROM commitment AS told
                    WHERE told.session_id = taught.session_id AND \(isKnown("told"))
                ) AS respondents,
                (
                    SELECT max(latest.followed_on) FROM commitment AS latest
                    WHERE latest.session_id = taught.session_id AND \(isKnown("latest"))
                ) AS followed_on
            FROM taught
            WHERE EXISTS (
                SELECT 1 FROM commitment AS own WHERE own.session_id = taught.session_id AND \(isKnown("own"))
            )
        ),
        recorded AS (
            SELECT
                counted.group_key, counted.session_id, counted.made, counted.respondents, counted.followed_on,
                \(heard("fully")) AS fully, \(heard("partly")) AS partly, \(heard("not_yet")) AS not_yet
            FROM counted
            UNION ALL
            SELECT group_key, session_id, made, NULL, NULL, NULL, NULL, NULL FROM written
            UNION ALL
            SELECT group_key, session_id, NULL, NULL, NULL, NULL, NULL, NULL FROM heard_later
            WHERE NOT EXISTS (
                    SELECT 1 FROM commitment AS own
                    WHERE own.session_id = heard_later.session_id AND \(isKnown("own"))
                )
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
            WHERE form.wave = 'after' AND \(cameBack("evaluation")) AND \(isOfForms)
                AND NOT EXISTS (
                    SELECT 1 FROM commitment AS own
                    WHERE own.session_id = taught.session_id AND own.made IS NOT NULL AND \(isKnown("own"))
                )
        )
        """
    }
}
