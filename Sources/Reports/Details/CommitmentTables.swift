import Calendar
import Documents
import Measures
import SQLite

extension Detail {
    /// Commitments that were not followed up by the as-of day, oldest first.
    static let openCommitments = Detail(
        key: "open",
        title: "To be followed up, oldest first",
        otherwise: "Nothing waits for a follow-up.",
        guarded: [3]
    ) { scope, _, database in
        let rows = try database.all(
            """
            WITH \(scope.taught), \(scope.undertaken)
            SELECT session.ref, session.starts_on,
                CAST(julianday(\(scope.asOf)) - julianday(session.starts_on) AS INTEGER), undertaken.made
            FROM undertaken CROSS JOIN session ON session.id = undertaken.session_id
            WHERE NOT undertaken.is_followed
            ORDER BY session.starts_on, session.ref
            """
        ) { row in [try row.textCell(0), try row.dayCell(1), try row.wholeCell(2), try row.wholeCell(3)] }
        return Table(
            columns: [
                Column(key: "session", title: "Session"), Column(key: "day", title: "Day"),
                Column(key: "days", title: "Days", alignment: .right),
                Column(key: "made", title: "Made", alignment: .right),
            ],
            rows: rows
        )
    }.linked { table, name in
        let made = table.rows.indices.map { Link.Term(name($0, 3), .count) }
        return [.sum(Link.Term(Metric.commitmentsFollowedUp, .complement), of: made)]
    }

    /// What people answered to reflexive questions, by its codes.
    static let reflectionCodes = Detail(key: "codes", title: "What people saw, by code", guarded: [3]) {
        scope,
        _,
        database in
        try codeTable(
            """
            WITH \(scope.clause), \(scope.heldClause)
            SELECT coded.list, coded.code, sum(reflection.count) AS items
            FROM sat
            CROSS JOIN reflection ON reflection.session_id = sat.session_id
            CROSS JOIN reflection_code AS coded ON coded.reflection_id = reflection.id
            GROUP BY coded.list, coded.code
            """,
            database
        )
    }
}
