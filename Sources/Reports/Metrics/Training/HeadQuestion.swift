import SQLite

extension Counted {
    static let uncounted = Counted(rawValue: "uncounted")
    static let named = Counted(rawValue: "named")
    static let unnamed = Counted(rawValue: "unnamed")
    static let largest = Counted(rawValue: "largest")
    static let judged = Counted(rawValue: "judged")
    static let completed = Counted(rawValue: "completed")
    static let measuredMinutes = Counted(rawValue: "measured_minutes")
    static let estimatedMinutes = Counted(rawValue: "estimated_minutes")
    static let estimatedHeads = Counted(rawValue: "estimated_heads")
    static let immeasurableHeads = Counted(rawValue: "immeasurable_heads")
    static let earlierUnnamed = Counted(rawValue: "earlier_unnamed")
    static let people = Counted(rawValue: "people")
    static let organizations = Counted(rawValue: "organizations")
}

extension Scope {
    /// The term over a fact of a session for trainings held by the as-of day.
    var heldFact: SQL { "fact.status = 'held' AND fact.starts_on <= \(asOf) AND fact.kind = 'training'" }

    /// A row per held session and group with `columns` of its fact: of the whole session, or as one organization counts.
    func facts(_ columns: SQL) -> SQL {
        let held = heldFact
        let whole: SQL = """
            SELECT \(columns) FROM scope CROSS JOIN session_fact AS fact ON fact.session_id = scope.session_id
            WHERE scope.organization_id IS NULL AND \(held)
            """
        let narrowed: SQL = """
            SELECT \(columns) FROM scope CROSS JOIN session_organization_fact AS fact
                ON fact.session_id = scope.session_id AND fact.organization_id = scope.organization_id
            WHERE \(held)
            """
        if organization != nil { return narrowed }
        return narrows ? "\(whole) UNION ALL \(narrowed)" : whole
    }

    /// A row per named head of a held session, by the same two readings.
    func namedHeads(_ columns: SQL) -> SQL {
        let session: SQL = "FROM scope CROSS JOIN session ON session.id = scope.session_id"
        let whole: SQL = """
            SELECT \(columns) \(session) CROSS JOIN named_head AS head ON head.session_id = scope.session_id
            WHERE scope.organization_id IS NULL AND \(held)
            """
        let narrowed: SQL = """
            SELECT \(columns) \(session) CROSS JOIN organization_named_head AS head
                ON head.session_id = scope.session_id AND head.organization_id = scope.organization_id
            WHERE \(held)
            """
        if organization != nil { return narrowed }
        return narrows ? "\(whole) UNION ALL \(narrowed)" : whole
    }
}

extension Question {
    /// Who came: heads by name and without, and their minutes.
    static let heads = Question(
        name: "heads",
        words: """
            Attendees at held sessions. For each session, unnamed attendees are the largest of three numbers: rows \
            without a name, a headcount of everyone minus the names, and a headcount of the unnamed. Nobody's minutes \
            exceed the session's own.
            """,
        columns: [
            .uncounted, .named, .unnamed, .largest, .judged, .completed, .measuredMinutes, .estimatedMinutes,
            .estimatedHeads, .immeasurableHeads,
        ],
        evidence: nil,
        pageRule: """
            Attendance adds people signed in by name and others counted without names. For the others we use the \
            largest of three numbers: rows without a name, a headcount of everyone minus the names, and a headcount \
            of those without names.
            """
    ) { scope in
        if scope.split == .jobRole { return scope.headsByRole }
        if scope.split == .category { return scope.headsByCategory }
        let columns: SQL = """
            scope.group_key, fact.minutes, fact.counted, fact.named, fact.named_with_minutes, fact.named_minutes, \
            fact.completed, fact.nameless_with_minutes, fact.nameless_minutes, fact.unnamed_heads
            """
        return """
            WITH \(scope.clause),
            fact AS MATERIALIZED (\(scope.facts(columns))),
            head AS (
                SELECT *, named - named_with_minutes + unnamed_heads - nameless_with_minutes AS untimed FROM fact
            )
            SELECT
                group_key,
                ifnull(sum(NOT counted), 0) AS uncounted,
                ifnull(sum(named), 0) AS named,
                ifnull(sum(unnamed_heads), 0) AS unnamed,
                ifnull(max(named + unnamed_heads), 0) AS largest,
                ifnull(sum(named_with_minutes) FILTER (WHERE minutes IS NOT NULL), 0) AS judged,
                ifnull(sum(completed), 0) AS completed,
                ifnull(sum(named_minutes + nameless_minutes), 0) AS measured_minutes,
                ifnull(sum(untimed * minutes), 0) AS estimated_minutes,
                ifnull(sum(untimed), 0) AS estimated_heads,
                ifnull(sum(untimed) FILTER (WHERE minutes IS NULL), 0) AS immeasurable_heads
            FROM head
            GROUP BY group_key
            """
    }

    /// Different people among the named.
    static let people = Question(
        name: "people",
        words: "People known by name, pseudonym or code who came to a held session, each counted once.",
        columns: [.people],
        evidence: nil
    ) { scope in
        if scope.split == .jobRole {
            let heads = scope.namedHeads("head.person_id")
            return """
                WITH \(scope.clause)
                SELECT ifnull(person.job_role, '') AS group_key, count(*) AS people
                FROM (SELECT DISTINCT person_id FROM (\(heads))) AS met CROSS JOIN person ON person.id = met.person_id
                GROUP BY 1
                """
        }
        if scope.split == nil {
            return
                "WITH \(scope.clause) SELECT '', count(DISTINCT person_id) AS people FROM (\(scope.namedHeads("head.person_id")))"
        }
        return """
            WITH \(scope.clause)
            SELECT group_key, count(*) AS people
            FROM (SELECT DISTINCT * FROM (\(scope.namedHeads("scope.group_key, head.person_id"))))
            GROUP BY group_key
            """
    }

    /// Organizations of which somebody came.
    static let organizations = Question(
        name: "organizations",
        words: "Organizations with at least one attendee at a held session, each counted once.",
        columns: [.organizations],
        evidence: nil
    ) { scope in
        """
        WITH \(scope.clause), \(scope.reached)
        SELECT group_key, count(DISTINCT organization_id) AS organizations
        FROM reached
        GROUP BY group_key
        """
    }

    /// Heads without a name from the beginning to the reference day, who may be staff that was trained.
    static let earlierHeads = Question(
        name: "earlier heads",
        words: "Unnamed attendees at all sessions held up to the reference day.",
        columns: [.earlierUnnamed],
        evidence: nil
    ) { scope in
        let earlier = scope.fromTheBeginning
        return """
            WITH \(earlier.clause)
            SELECT group_key, ifnull(sum(unnamed_heads), 0) AS earlier_unnamed
            FROM (\(earlier.facts("scope.group_key, fact.unnamed_heads")))
            GROUP BY group_key
            """
    }
}

extension Scope {
    /// The clause `reached`: a row per held session, group and organization of which somebody came.
    var reached: SQL {
        """
        pair AS (
            SELECT scope.group_key, session.starts_on, trained.session_id, trained.organization_id
            FROM scope
            CROSS JOIN session ON session.id = scope.session_id
            CROSS JOIN session_organization AS trained ON trained.session_id = scope.session_id
            WHERE (scope.organization_id IS NULL OR scope.organization_id = trained.organization_id) AND \(held)
        ),
        reached AS (
            SELECT * FROM pair
            WHERE CASE
                WHEN EXISTS (
                    SELECT 1 FROM organization_named_head AS head
                    WHERE head.session_id = pair.session_id AND head.organization_id = pair.organization_id
                ) THEN 1
                ELSE (
                    SELECT fact.attendances > 0 FROM session_organization_fact AS fact
                    WHERE fact.session_id = pair.session_id AND fact.organization_id = pair.organization_id
                )
            END
        )
        """
    }
}
