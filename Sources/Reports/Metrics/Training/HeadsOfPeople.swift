import SQLite

/// Who came, divided by what attendees are known by: the columns of `Question.heads`.
extension Scope {
    /// By the job role of those who are named; the others, and those without a role, are in the group without a key.
    var headsByRole: SQL {
        let named: SQL = """
            ifnull(person.job_role, '') AS group_key, session.id AS session_id, session.minutes AS length, head.minutes,
            ifnull((SELECT course.completion FROM course WHERE course.id = session.course_id), 80) AS needed
            """
        let person: SQL = " CROSS JOIN person ON person.id = head.person_id"
        let whole: SQL = """
            SELECT \(named) FROM scope CROSS JOIN session ON session.id = scope.session_id
            CROSS JOIN named_head AS head ON head.session_id = scope.session_id\(person)
            WHERE scope.organization_id IS NULL AND \(held)
            """
        let narrowed: SQL = """
            SELECT \(named) FROM scope CROSS JOIN session ON session.id = scope.session_id
            CROSS JOIN organization_named_head AS head
                ON head.session_id = scope.session_id AND head.organization_id = scope.organization_id\(person)
            WHERE \(held)
            """
        let facts = facts(
            "fact.minutes, fact.counted, fact.unnamed_heads, fact.nameless_with_minutes, fact.nameless_minutes"
        )
        return """
            WITH \(clause),
            head AS MATERIALIZED (\(organization == nil ? whole : narrowed)),
            bare AS MATERIALIZED (SELECT *, unnamed_heads - nameless_with_minutes AS untimed FROM (\(facts))),
            part AS (
                SELECT
                    group_key, 0 AS uncounted, count(*) AS named, 0 AS unnamed,
                    (
                        SELECT max(met) FROM (
                            SELECT count(*) AS met FROM head AS one WHERE one.group_key = head.group_key GROUP BY session_id
                        )
                    ) AS largest,
                    count(minutes) FILTER (WHERE length IS NOT NULL) AS judged,
                    count(*) FILTER (WHERE minutes * 100 >= length * needed) AS completed,
                    ifnull(sum(min(minutes, ifnull(length, minutes))), 0) AS measured_minutes,
                    ifnull(sum(length) FILTER (WHERE minutes IS NULL), 0) AS estimated_minutes,
                    count(*) FILTER (WHERE minutes IS NULL) AS estimated_heads,
                    count(*) FILTER (WHERE minutes IS NULL AND length IS NULL) AS immeasurable_heads
                FROM head GROUP BY group_key
                UNION ALL
                SELECT
                    '', ifnull(sum(NOT counted), 0), 0, ifnull(sum(unnamed_heads), 0), ifnull(max(unnamed_heads), 0), 0, 0,
                    ifnull(sum(nameless_minutes), 0), ifnull(sum(untimed * minutes), 0), ifnull(sum(untimed), 0),
                    ifnull(sum(untimed) FILTER (WHERE minutes IS NULL), 0)
                FROM bare
            )
            SELECT
                group_key, sum(uncounted) AS uncounted, sum(named) AS named, sum(unnamed) AS unnamed,
                max(largest) AS largest, sum(judged) AS judged, sum(completed) AS completed,
                sum(measured_minutes) AS measured_minutes, sum(estimated_minutes) AS estimated_minutes,
                sum(estimated_heads) AS estimated_heads, sum(immeasurable_heads) AS immeasurable_heads
            FROM part GROUP BY group_key
            """
    }

    /// By the categories of headcounts: of everyone where those are split, else of those without a name. Who is in none is
    /// in the group without a key.
    var headsByCategory: SQL {
        let own: SQL =
            organization.map {
                """
                 AND (cell.organization_id = \($0.id) OR cell.organization_id IS NULL AND 1 = (
                    SELECT count(*) FROM session_organization AS part WHERE part.session_id = cell.session_id
                ))
                """
            } ?? ""
        let isHere: SQL =
            organization.map {
                "fact.organization_id = \($0.id)"
            } ?? "true"
        let table: SQL = organization == nil ? "session_fact" : "session_organization_fact"
        return """
            WITH \(clause),
            came AS MATERIALIZED (
                SELECT scope.session_id, fact.counted, fact.attendances
                FROM scope CROSS JOIN \(table) AS fact ON fact.session_id = scope.session_id
                WHERE \(heldFact) AND \(isHere)
            ),
            cells AS (
                SELECT came.session_id, cell.scope, cell.category,
                    ifnull(max(cell.count) FILTER (WHERE cell.organization_id IS NULL), sum(cell.count)) AS count
                FROM came CROSS JOIN headcount_cell AS cell ON cell.session_id = came.session_id
                WHERE cell.category <> '' AND (cell.scope = 'everyone' OR cell.scope = 'unnamed')\(own)
                GROUP BY came.session_id, cell.scope, cell.category
            ),
            kept AS MATERIALIZED (
                SELECT * FROM cells WHERE scope = 'everyone' OR NOT EXISTS (
                    SELECT 1 FROM cells AS whole WHERE whole.session_id = cells.session_id AND whole.scope = 'everyone'
                )
            ),
            part AS (
                SELECT category AS group_key, 0 AS uncounted, count AS heads FROM kept
                UNION ALL
                SELECT '', NOT counted, max(0, attendances - (
                    SELECT ifnull(sum(kept.count), 0) FROM kept WHERE kept.session_id = came.session_id
                )) FROM came
            )
            SELECT
                group_key, sum(uncounted) AS uncounted, 0 AS named, sum(heads) AS unnamed, max(heads) AS largest,
                0 AS judged, 0 AS completed, 0 AS measured_minutes, 0 AS estimated_minutes, 0 AS estimated_heads,
                0 AS immeasurable_heads
            FROM part GROUP BY group_key
            """
    }
}
