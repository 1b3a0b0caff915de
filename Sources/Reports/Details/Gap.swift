import Calendar
import Documents
import Records
import SQLite

/// Something that records of a kind lack, and the command that fills it.
struct Gap: Sendable {
    /// What is lacking, in words: `held session without a count`.
    let what: String
    /// Which figures stay open for it.
    let metrics: String
    /// Whether only the team hears of it: what a page for others leaves out is no gap of that page.
    let isForTeam: Bool
    /// The words of the command before the record's ref, and behind it.
    let command: (before: String, after: String)
    /// The records: ref and day, oldest first; no name of a person is among them.
    let records: @Sendable (Scope) -> SQL

    private init(
        _ what: String,
        _ metrics: String,
        _ command: (before: String, after: String),
        isForTeam: Bool = false,
        records: @escaping @Sendable (Scope) -> SQL
    ) {
        self.what = what
        self.metrics = metrics
        self.command = command
        self.isForTeam = isForTeam
        self.records = records
    }

    /// Every kind of gap, in the order of the catalogue.
    static let all = sessions + organizations + evaluations + feedback + practices + hiring + boards + activities

    private static let sessions = [
        Gap("held session without a count", "TR-03, 04, 10", ("headcount set", "COUNT")) { scope in
            scope.heldSessions(
                """
                EXISTS (
                    SELECT 1 FROM session_fact AS fact WHERE fact.session_id = session.id AND NOT fact.counted
                )
                """
            )
        },
        Gap("past session whose fate is not recorded", "TR-01, 02", ("session hold", "")) { scope in
            """
            SELECT ref, starts_on FROM session
            WHERE status = 'scheduled' AND starts_on BETWEEN \(scope.period.from) AND \(scope.referenceDay)
                AND starts_on < \(scope.asOf) AND \(scope.trains)
            """
        },
        Gap("held session without minutes", "TR-05, 06, 07", ("session edit", "--minutes MINUTES")) { scope in
            scope.heldSessions("session.minutes IS NULL")
        },
        Gap(
            "held session without word of a speaker with lived or living experience",
            "TR-11",
            ("session edit", "--contact-based yes|no")
        ) { scope in scope.heldSessions("session.contact_based IS NULL") },
        Gap(
            "held session without requests for access",
            "TR-12",
            ("session edit", "--access-requested N --access-met N")
        ) {
            $0.heldSessions("session.access_requested IS NULL")
        },
        Gap("held session that names no organization trained", "TR-10", ("session edit", "--organization REF")) {
            scope in
            """
            SELECT ref, starts_on FROM session
            WHERE \(scope.held) AND starts_on >= \(scope.period.from) AND starts_on <= \(scope.referenceDay)
                AND \(scope.organization == nil)
                AND NOT EXISTS (SELECT 1 FROM session_organization AS trained WHERE trained.session_id = session.id)
            """
        },
    ]

    private static let organizations = [
        Gap(
            "organization trained without a staff figure",
            "TR-08, 09",
            ("organization edit", "--staff NUMBER --staff-as-of DATE")
        ) { scope in
            """
            SELECT organization.ref, NULL FROM organization
            WHERE \(scope.isOf("organization.id"))
                AND EXISTS (
                    SELECT 1 FROM session_organization AS trained CROSS JOIN session ON session.id = trained.session_id
                    WHERE trained.organization_id = organization.id AND \(scope.held)
                        AND session.starts_on BETWEEN \(scope.period.from) AND \(scope.referenceDay)
                )
                AND NOT EXISTS (
                    SELECT 1 FROM staff_headcount AS figure
                    WHERE figure.organization_id = organization.id AND figure.as_of <= \(scope.referenceDay)
                )
            """
        }
    ]

    private static let evaluations = [
        Gap("held session with a form to which nothing came back", "EV-01", ("import evaluations FILE --session", "")) {
            scope in
            scope.heldSessions(
                """
                session.form_id IS NOT NULL
                    AND NOT EXISTS (SELECT 1 FROM evaluation WHERE evaluation.session_id = session.id)
                """
            )
        },
        Gap("session from which more forms came back than people came", "EV-01", ("session show", "")) { scope in
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
            "EV-13",
            ("commitment follow-up", "--fully N --partly N --not-yet N")
        ) { scope in
            """
            WITH \(scope.taught), \(scope.undertaken)
            SELECT session.ref, session.starts_on
            FROM undertaken CROSS JOIN session ON session.id = undertaken.session_id
            WHERE NOT undertaken.is_followed AND ifnull(undertaken.made, 1) > 0
                AND session.starts_on <= \(scope.asOf.adding(days: -30))
            """
        },
    ]

    private static let feedback = [
        Gap("outlet for feedback without an owner", "FB-05", ("outlet edit", "--owner ROLE")) { scope in
            scope.openOutlets("ifnull(owner, '') = ''")
        },
        Gap(
            "outlet that does not say whether a name is needed",
            "FB-01.anonymous",
            ("outlet edit", "--anonymous yes|no")
        ) {
            $0.openOutlets("anonymous IS NULL")
        },
        Gap("outlet not reviewed in twelve months", "FB-01.reviewed", ("outlet edit", "--reviewed DATE")) { scope in
            scope.openOutlets("(reviewed_on IS NULL OR reviewed_on <= \(scope.yearBeforeReference))")
        },
        Gap("feedback without a kind", "FB-02", ("feedback edit", "--kind KIND")) { scope in
            """
            SELECT ref, received_on FROM feedback_fact
            WHERE kind IS NULL AND NOT excluded AND \(scope.hasCome("received_on"))
                AND \(scope.isOf("organization_id"))
            """
        },
        Gap("feedback answered without people being told", "FB-06", ("feedback told", "poster|meeting|post|person")) {
            scope in
            """
            SELECT ref, answered_on FROM feedback_fact
            WHERE told IS NULL AND NOT excluded AND answered_on <= \(scope.referenceDay)
                AND \(scope.hasCome("received_on")) AND \(scope.isOf("organization_id"))
            """
        },
        Gap(
            "answered feedback without a public wording",
            "You said, we did",
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

    private static let practices = [
        Gap("assessment without a day by which it is due", "AS-01", ("assessment edit", "--due DATE")) { scope in
            """
            SELECT ref, completed_on FROM assessment
            WHERE due_on IS NULL AND (completed_on IS NULL OR \(scope.hasCome("completed_on")))
                AND \(scope.isOf("organization_id"))
            """
        },
        Gap("completed assessment with criteria without a score", "AS-02", ("assessment score", "CRITERION SCORE")) {
            scope in
            """
            SELECT ref, completed_on FROM assessment
            WHERE \(scope.hasCome("completed_on")) AND \(scope.isOf("organization_id"))
                AND EXISTS (SELECT 1 FROM criterion WHERE assessment_id = assessment.id AND score IS NULL)
            """
        },
        Gap("improvement action without a day", "AS-04", ("action edit", "--due DATE")) { scope in
            scope.actions("action.due_on IS NULL")
        },
        Gap("improvement action without an owner", "AS-04", ("action edit", "--owner ROLE")) { scope in
            scope.actions("ifnull(action.owner, '') = ''")
        },
    ]

    private static let hiring = [
        Gap("designated position without a full-time equivalent", "HI-01.fte", ("position edit", "--fte SHARE")) {
            scope in
            """
            SELECT ref, authorized_on FROM position_fact
            WHERE fte_hundredths IS NULL AND authorized_on <= \(scope.referenceDay)
                AND (closed_on IS NULL OR closed_on > \(scope.referenceDay)) AND \(scope.isOf("organization_id"))
            """
        }
    ]

    private static let boards = [
        Gap(
            "board without seats",
            "PB-01",
            ("board edit", "--seats NUMBER --filled-seats NUMBER --designated-filled NUMBER")
        ) {
            scope in
            """
            SELECT ref, NULL FROM board
            WHERE (ifnull(voting_seats, seats) IS NULL OR filled_seats IS NULL OR designated_filled IS NULL)
                AND \(scope.isOf("organization_id"))
            """
        },
        Gap("board that plans no meetings", "PB-02", ("board edit", "--meetings-per-year NUMBER")) { scope in
            """
            SELECT ref, NULL FROM board
            WHERE meetings_per_year IS NULL AND \(scope.isOf("organization_id"))
                AND NOT EXISTS (
                    SELECT 1 FROM meeting WHERE meeting.board_id = board.id
                        AND planned_on BETWEEN \(scope.period.from) AND \(scope.period.to)
                )
            """
        },
        Gap("meeting without the number present", "PB-03", ("meeting edit", "--present NUMBER")) { scope in
            scope.heldMeetings("present IS NULL")
        },
        Gap("meeting without the number paid", "PB-04", ("meeting edit", "--paid NUMBER")) { scope in
            scope.heldMeetings("paid IS NULL")
        },
        Gap("open recommendation without a day for the answer", "PB-05", ("recommendation edit", "--due DATE")) {
            scope in
            scope.openRecommendations("due_on IS NULL")
        },
        Gap("open recommendation addressed to nobody", "PB-05", ("recommendation edit", "--addressed-to ROLE")) {
            scope in
            scope.openRecommendations("ifnull(addressed_to, '') = ''")
        },
    ]

    private static let activities = [
        Gap("event without partners", "CO-03", ("activity edit", "--partners NAMES")) { scope in
            """
            SELECT ref, held_on FROM activity
            WHERE kind = 'event' AND \(scope.hasCome("held_on")) AND \(scope.isOf("organization_id"))
                AND NOT EXISTS (SELECT 1 FROM activity_partner AS partner WHERE partner.activity_id = activity.id)
            """
        }
    ]
}

// MARK: - Records that lack something

extension Scope {
    /// The term over `session` for those that train the one organization, or any.
    fileprivate var trains: SQL {
        guard let organization else { return "true\(filters)" }
        return """
            EXISTS (
                SELECT 1 FROM session_organization AS trained
                WHERE trained.session_id = session.id AND trained.organization_id = \(organization.id)
            )\(filters)
            """
    }

    fileprivate func heldSessions(_ lacking: SQL) -> SQL {
        """
        SELECT session.ref, session.starts_on FROM session
        WHERE \(held) AND session.starts_on BETWEEN \(period.from) AND \(referenceDay) AND \(trains) AND \(lacking)
        """
    }

    fileprivate func openOutlets(_ lacking: SQL) -> SQL {
        """
        SELECT ref, opened_on FROM outlet
        WHERE (opened_on IS NULL OR opened_on <= \(referenceDay)) AND (closed_on IS NULL OR closed_on > \(referenceDay))
            AND \(isOf("organization_id")) AND \(lacking)
        """
    }

    fileprivate func actions(_ lacking: SQL) -> SQL {
        """
        SELECT action.ref, action.due_on FROM action CROSS JOIN assessment ON assessment.id = action.assessment_id
        WHERE (action.done_on IS NULL OR action.done_on > \(referenceDay)) AND \(isOf("organization_id")) AND \(lacking)
        """
    }

    fileprivate func heldMeetings(_ lacking: SQL) -> SQL {
        """
        SELECT ref, held_on FROM meeting_fact
        WHERE \(hasCome("held_on")) AND \(isOf("organization_id")) AND \(lacking)
        """
    }

    fileprivate func openRecommendations(_ lacking: SQL) -> SQL {
        """
        SELECT recommendation.ref, made_on FROM recommendation CROSS JOIN board ON board.id = recommendation.board_id
        WHERE \(hasCome("made_on")) AND (answer IS NULL OR answered_on > \(referenceDay))
            AND \(isOf("organization_id")) AND \(lacking)
        """
    }
}

extension Detail {
    /// What is missing in the records, kind by kind, oldest first.
    static let gaps = Detail(key: "gaps", title: "What is missing", otherwise: "Nothing is missing.") {
        scope,
        disclosure,
        database in
        var rows: [[Documents.Cell]] = []
        for gap in Gap.all where disclosure.isForTeam || !gap.isForTeam {
            rows += try database.all("SELECT * FROM (\(gap.records(scope))) ORDER BY 2, 1") { row in
                let ref = try row.text(0)
                let words = ["groundwork", gap.command.before, ref, gap.command.after].filter { !$0.isEmpty }
                return [
                    .text(gap.what), .text(ref), try row.dayCell(1), .text(gap.metrics),
                    .text(words.joined(separator: " ")),
                ]
            }
        }
        return Table(
            columns: [
                Column(key: "gap", title: "What is missing"), Column(key: "record", title: "Record"),
                Column(key: "day", title: "Day"), Column(key: "metrics", title: "For"),
                Column(key: "command", title: "What fills it"),
            ],
            rows: rows
        )
    }
}
