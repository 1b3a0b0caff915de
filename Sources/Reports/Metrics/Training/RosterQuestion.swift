import SQLite

extension Counted {
    static let staffFigures = Counted(rawValue: "staff_figures")
    static let staff = Counted(rawValue: "staff")
    static let staffNamed = Counted(rawValue: "staff_named")
    static let staffTrained = Counted(rawValue: "staff_trained")
    static let staffCurrent = Counted(rawValue: "staff_current")
    static let rosterNamed = Counted(rawValue: "roster_named")
    static let rosterDue = Counted(rawValue: "roster_due")
}

extension Question {
    /// Staff of organizations, and who of them was ever trained and is trained now.
    static let roster = Question(
        name: "roster",
        words: """
            Staff of each organization on the reference day; people who left are not counted. Somebody is trained if \
            they stayed long enough to complete a held session, or if their minutes are unknown. They are currently \
            trained if that was within the course's validity (12 months unless set). The staff total is the latest \
            one the organization gave. Organizations without a staff total are left out.
            """,
        columns: [.staffFigures, .staff, .staffNamed, .staffTrained, .staffCurrent, .rosterNamed, .rosterDue],
        evidence: nil
    ) { scope in
        let key: SQL = scope.split == .organization ? "CAST(organization_id AS TEXT)" : "''"
        return """
            WITH \(scope.staffClause),
            \(scope.learnedClause),
            part AS (
                SELECT \(key) AS group_key, 1 AS figures, staff.count AS staff, 0 AS staff_named, 0 AS staff_trained,
                    0 AS staff_current, 0 AS named, 0 AS due
                FROM staff
                UNION ALL
                SELECT \(key), 0, 0, recorded, recorded AND here AND ever, recorded AND here AND current,
                    1, here AND ever AND NOT current
                FROM (
                    SELECT learned.*, staff.count IS NOT NULL AS recorded
                    FROM learned LEFT JOIN staff ON staff.organization_id = learned.organization_id
                )
            )
            SELECT
                group_key, sum(figures) AS staff_figures, sum(staff) AS staff, sum(staff_named) AS staff_named,
                sum(staff_trained) AS staff_trained, sum(staff_current) AS staff_current, sum(named) AS roster_named,
                sum(due) AS roster_due
            FROM part
            GROUP BY group_key
            """
    }
}

extension Scope {
    /// The clause `staff(organization_id, count)`: the latest figure of each organization by the reference day.
    fileprivate var staffClause: SQL {
        let one: SQL = organization.map { " AND figure.organization_id = \($0.id)" } ?? ""
        return """
            staff AS MATERIALIZED (
                SELECT figure.organization_id, figure.count
                FROM staff_headcount AS figure
                WHERE figure.as_of = (
                    SELECT max(latest.as_of) FROM staff_headcount AS latest
                    WHERE latest.organization_id = figure.organization_id AND latest.as_of <= \(referenceDay)
                )\(one)
            )
            """
    }

    /// The clauses up to `learned(person_id, organization_id, ref, here, ever, current, last_on)`: a row per person
    /// with an organization who came to a held session by the reference day.
    ///
    /// One organization is read from its people; all of them from the sessions, which is in the order of the rows.
    var learnedClause: SQL {
        let tables: SQL
        if let organization {
            tables = """
                FROM person
                CROSS JOIN attendance AS head ON head.person_id = person.id
                CROSS JOIN session ON session.id = head.session_id
                CROSS JOIN validity ON validity.course_id = ifnull(session.course_id, 0)
                WHERE person.organization_id = \(organization.id)
                """
        } else {
            tables = """
                FROM session
                CROSS JOIN validity ON validity.course_id = ifnull(session.course_id, 0)
                CROSS JOIN attendance AS head ON head.session_id = session.id
                WHERE true
                """
        }
        return """
            validity AS MATERIALIZED (\(validity)),
            done AS (
                SELECT
                    head.person_id,
                    head.minutes IS NULL OR session.minutes IS NULL
                        OR head.minutes * 100 >= session.minutes * validity.completion AS trained,
                    session.starts_on >= validity.since AS recent,
                    session.starts_on
                \(tables)
                    AND head.role = 1 AND head.status = 2
                    AND session.status = 'held' AND session.starts_on <= \(referenceDay)\(filters)
            ),
            best AS (
                SELECT
                    person_id, max(trained) AS ever, max(trained AND recent) AS current,
                    max(CASE WHEN trained THEN starts_on END) AS last_on
                FROM done
                GROUP BY person_id
            ),
            learned AS (
                SELECT
                    person.id AS person_id, person.organization_id, person.ref,
                    person.left_on IS NULL OR person.left_on > \(referenceDay) AS here,
                    best.ever, best.current, best.last_on
                FROM best CROSS JOIN person ON person.id = best.person_id
                WHERE person.organization_id IS NOT NULL
            )
            """
    }

    /// Since when a course's training is still valid on the reference day; course 0 stands for no course.
    ///
    /// SQLite's months run over a short month's end (https://www.sqlite.org/lang_datefunc.html); the smaller of the
    /// two dates is the end of that month.
    private var validity: SQL {
        """
        SELECT
            course_id, completion,
            min(
                date(\(referenceDay), '-' || months || ' months'),
                date(\(referenceDay), 'start of month', '-' || months || ' months', '+1 month', '-1 day')
            ) AS since
        FROM (
            SELECT id AS course_id, ifnull(completion, 80) AS completion, ifnull(valid_months, 12) AS months FROM course
            UNION ALL SELECT 0, 80, 12
        )
        """
    }
}
