import Calendar
import Records
import SQLite

extension RecordTheme {
    /// Organizations that reported something or were ever to be trained; the program itself is none of them.
    static let ownReports = RecordTheme("own_reports", "what organizations report") { _ in
        """
        SELECT id AS organization_id FROM organization
        WHERE id IS NOT (SELECT organization_id FROM program) AND (
            EXISTS (SELECT 1 FROM profile WHERE profile.organization_id = organization.id)
            OR EXISTS (SELECT 1 FROM session_organization AS part WHERE part.organization_id = organization.id)
        )
        """
    }
}

extension Question {
    /// What organizations say of themselves on the reference day.
    static let ownReports = Question(
        name: "what organizations report",
        words: """
            Organizations trained by the reference day, the program itself left out, and the latest answer of each to \
            each question. A blank is no answer; "no" and "none" are. Of answers of one day, the first of these counts: \
            participants, observed, staff, leadership.
            """,
        columns: [.organizationsReached, .organizationsReporting]
            + OwnReport.allCases.flatMap { [$0.answered, $0.sum] },
        evidence: .ownReports
    ) { scope in
        let answers = OwnReport.allCases.map { asked -> SQL in
            "max(answer) FILTER (WHERE question = \(asked.rawValue)) AS \(identifier: asked.identifier)"
        }
        let sums = OwnReport.allCases.map { asked -> SQL in
            "count(\(identifier: asked.identifier)), ifnull(sum(\(identifier: asked.identifier)), 0)"
        }
        return """
            WITH \(scope.ownReports),
            report AS (
                SELECT group_key, organization_id, \(answers.joined(separator: ", "))
                FROM said WHERE place = 1 GROUP BY group_key, organization_id
            )
            SELECT group_key, count(*), count(report.organization_id), \(sums.joined(separator: ", "))
            FROM member LEFT JOIN report USING (group_key, organization_id)
            GROUP BY group_key
            """
    }

    /// What organizations have now that they did not have at first.
    static let ownChanges = Question(
        name: "what organizations report twice",
        words: """
            The same organizations, with the first and the latest answer of each to each question by one kind of \
            reporter on different days. Where several kinds of reporters answered twice, the one with the latest \
            answer counts.
            """,
        columns: [.answeredTwice, .gainedAnything]
            + OwnReport.allCases.flatMap { [$0.twice, $0.open, $0.gains, $0.had, $0.losses] },
        evidence: .ownReports
    ) { scope in
        let changes = OwnReport.allCases.map { asked -> SQL in
            let isAsked: SQL = "question = \(asked.rawValue)"
            return """
                count(*) FILTER (WHERE \(isAsked)),
                count(*) FILTER (WHERE \(isAsked) AND \(asked.couldGain)),
                count(*) FILTER (WHERE \(isAsked) AND \(asked.gained)),
                count(*) FILTER (WHERE \(isAsked) AND \(asked.couldLose)),
                count(*) FILTER (WHERE \(isAsked) AND \(asked.lost))
                """
        }
        let gains = OwnReport.allCases.map { "WHEN \($0.rawValue) THEN \($0.gained)" as SQL }
        return """
            WITH \(scope.ownReports), \(scope.ownChanges),
            gain AS (SELECT group_key, organization_id FROM change
                WHERE CASE question \(gains.joined(separator: " ")) END)
            SELECT
                group_key, count(DISTINCT organization_id),
                (SELECT count(DISTINCT organization_id) FROM gain WHERE gain.group_key = change.group_key),
                \(changes.joined(separator: ", "))
            FROM change
            GROUP BY group_key
            """
    }
}

extension OwnReport {
    fileprivate var identifier: Identifier {
        switch self {
        case .employ: "employ"
        case .outlet: "outlet"
        case .board: "board"
        case .assessed: "assessed"
        case .services: "services"
        }
    }
}

extension Scope {
    /// The clauses `member`, an organization that was reached in each group with the day on which it is judged there, and
    /// `said`, its answers up to that day, the latest of each question at place 1.
    var ownReports: SQL {
        let all = fromTheBeginning.undivided
        return """
            \(all.clause), \(all.reached),
            since AS MATERIALIZED (
                SELECT organization_id, min(starts_on) AS day FROM reached
                WHERE organization_id IS NOT (SELECT organization_id FROM program)
                GROUP BY organization_id
            ),
            \(members),
            said AS MATERIALIZED (
                SELECT member.group_key, answer.*,
                    row_number() OVER (
                        PARTITION BY member.group_key, member.organization_id, question ORDER BY as_of DESC, reporter
                    ) AS place
                FROM member CROSS JOIN profile_answer AS answer ON answer.organization_id = member.organization_id
                WHERE answer.as_of <= member.day
            )
            """
    }

    /// The clause `change`: the first and the latest answer of an organization to a question, by the same kind of reporter
    /// on different days.
    var ownChanges: SQL {
        """
        span AS (
            SELECT group_key, organization_id, question, reporter, min(as_of) AS first_on, max(as_of) AS latest_on,
                row_number() OVER (
                    PARTITION BY group_key, organization_id, question ORDER BY max(as_of) DESC, reporter
                ) AS place
            FROM said GROUP BY group_key, organization_id, question, reporter HAVING min(as_of) < max(as_of)
        ),
        change AS MATERIALIZED (
            SELECT span.group_key, span.organization_id, span.question, first_on, latest_on, then_said.reported_by,
                then_said.answer AS first, then_said.profile_id AS first_id,
                now_said.answer AS latest, now_said.profile_id AS latest_id
            FROM span
            JOIN said AS then_said ON (then_said.group_key, then_said.organization_id, then_said.question)
                = (span.group_key, span.organization_id, span.question)
                AND then_said.reporter = span.reporter AND then_said.as_of = first_on
            JOIN said AS now_said ON (now_said.group_key, now_said.organization_id, now_said.question)
                = (span.group_key, span.organization_id, span.question)
                AND now_said.reporter = span.reporter AND now_said.as_of = latest_on
            WHERE span.place = 1
        )
        """
    }

    /// The clause `member`. Of a month or quarter the last day counts that lies in the period and has come.
    private var members: SQL {
        let mine = isOf("since.organization_id")
        guard let pieces else {
            return """
                member AS MATERIALIZED (
                    SELECT \(keyOfMember) AS group_key, since.organization_id, \(referenceDay) AS day
                    FROM since WHERE \(mine)
                )
                """
        }
        let days = pieces.filter { !$0.scope.isAhead }.map { "(\($0.key), \($0.scope.referenceDay))" as SQL }
        // A clause without a row still has its columns.
        let values: SQL = days.isEmpty ? "SELECT '', '' WHERE false" : "VALUES \(days.joined(separator: ", "))"
        return """
            piece (group_key, day) AS (\(values)),
            member AS MATERIALIZED (
                SELECT piece.group_key, since.organization_id, piece.day
                FROM piece CROSS JOIN since ON since.day <= piece.day WHERE \(mine)
            )
            """
    }

    /// The group of an organization in `since`, judged as it stands today.
    private var keyOfMember: SQL {
        switch split {
        case .organization: "CAST(since.organization_id AS TEXT)"
        case .sector:
            "(SELECT ifnull(sector, '') FROM organization WHERE organization.id = since.organization_id)"
        default: "''"
        }
    }
}
