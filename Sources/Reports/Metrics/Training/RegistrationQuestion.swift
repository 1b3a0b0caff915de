import Records
import SQLite

extension Counted {
    static let registrationLists = Counted(rawValue: "registration_lists")
    static let listRegistered = Counted(rawValue: "list_registered")
    static let listCame = Counted(rawValue: "list_came")
    static let registrationCounts = Counted(rawValue: "registration_counts")
    static let countRegistered = Counted(rawValue: "count_registered")
    static let countCame = Counted(rawValue: "count_came")
}

extension Scope {
    /// How many rows of attendees of a session, with and without a name, say that they had registered.
    private static func registered(_ condition: SQL = "") -> SQL {
        """
        ((SELECT count(*) FROM attendance AS head
            WHERE head.session_id = scope.session_id AND head.role = 1 AND head.registered = 1\(condition))
        + (SELECT count(*) FROM nameless_attendance AS head
            WHERE head.session_id = scope.session_id AND head.role = 1 AND head.registered = 1\(condition)))
        """
    }

    /// A row per held training and group: how many registered by row and how many of them came, how many its report says
    /// registered where it kept those who did not come as a number, and what was counted.
    fileprivate var registrations: SQL {
        // A report's number is of the same list as its rows, and holds those whom it kept no row of.
        let reported: SQL = """
            (
                SELECT max(cell.count) FROM headcount AS cell
                WHERE cell.session_id = scope.session_id AND cell.scope = 'registered' AND cell.method = 2
                    AND cell.organization_id IS NULL AND cell.category = ''
            )
            """
        let whole: SQL = """
            SELECT scope.group_key, \(Self.registered()) AS listed, \(Self.registered(" AND head.status = 2")) AS came,
                \(reported) AS reported,
                (SELECT total.count FROM headcount_total AS total
                    WHERE total.session_id = scope.session_id AND total.scope = 'registered') AS counted,
                CASE WHEN fact.counted THEN fact.attendances END AS attendances
            FROM scope CROSS JOIN session_fact AS fact ON fact.session_id = scope.session_id
            WHERE scope.organization_id IS NULL AND \(heldFact)
            """
        let isAlone: SQL = """
            (SELECT count(*) FROM session_organization AS part WHERE part.session_id = scope.session_id) = 1
            """
        // A head whose row names one of the organizations trained is of that one only.
        let own: SQL = """
             AND (head.organization_id IS NULL OR head.organization_id = scope.organization_id OR NOT EXISTS (
                SELECT 1 FROM session_organization AS part
                WHERE part.organization_id = head.organization_id AND part.session_id = head.session_id
            ))
            """
        let narrowed: SQL = """
            SELECT scope.group_key, \(Self.registered(own)) AS listed,
                \(Self.registered(" AND head.status = 2\(own)")) AS came,
                CASE WHEN \(isAlone) THEN \(reported) END AS reported,
                CASE WHEN EXISTS (
                    SELECT 1 FROM headcount AS cell
                    WHERE cell.session_id = scope.session_id AND cell.scope = 'registered'
                ) THEN (
                    SELECT total.count FROM headcount_organization_total AS total
                    WHERE total.session_id = scope.session_id AND total.organization_id = scope.organization_id
                        AND total.scope = 'registered'
                ) END AS counted,
                CASE WHEN fact.counted THEN fact.attendances END AS attendances
            FROM scope CROSS JOIN session_organization_fact AS fact
                ON fact.session_id = scope.session_id AND fact.organization_id = scope.organization_id
            WHERE \(heldFact)
            """
        if organization != nil { return narrowed }
        return narrows ? "\(whole) UNION ALL \(narrowed)" : whole
    }
}

extension Question {
    /// Who had registered, and who of them came.
    static let registrations = Question(
        name: "registrations",
        words: """
            Held trainings with a list of those who registered, and how many on the list came. Where only numbers are known, \
            how many registered and how many came.
            """,
        columns: [
            .registrationLists, .listRegistered, .listCame, .registrationCounts, .countRegistered, .countCame,
        ],
        evidence: nil
    ) { scope in
        """
        WITH \(scope.clause),
        known AS MATERIALIZED (\(scope.registrations))
        SELECT
            group_key,
            count(*) FILTER (WHERE listed > 0) AS registration_lists,
            ifnull(sum(max(listed, ifnull(reported, 0))) FILTER (WHERE listed > 0), 0) AS list_registered,
            ifnull(sum(came) FILTER (WHERE listed > 0), 0) AS list_came,
            count(*) FILTER (WHERE listed = 0 AND counted IS NOT NULL) AS registration_counts,
            ifnull(sum(counted) FILTER (WHERE listed = 0), 0) AS count_registered,
            ifnull(sum(attendances) FILTER (WHERE listed = 0 AND counted IS NOT NULL), 0) AS count_came
        FROM known
        GROUP BY group_key
        """
    }
}
