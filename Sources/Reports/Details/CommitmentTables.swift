import Calendar
import Documents
import Measures
import SQLite

extension Detail {
    /// Commitments that were not followed up by the as-of day, oldest first.
    static let openCommitments = Detail(
        key: "open",
        title: "Commitments to follow up, oldest first",
        otherwise: "Nothing to follow up.",
        guarded: Guarded(id: .openCommitments, columns: [3], rows: openCommitments) { rows, cell in
            let made = rows.table.rows.indices.map { Relation.Term(cell($0, 3), .count) }
            return [.sum(Relation.Term(Metric.commitmentsFollowedUp, .complement), of: made)]
        }
    )

    private static func openCommitments(
        _ scope: Scope,
        _ disclosure: Disclosure,
        _ database: borrowing DatabaseReader
    ) throws -> Guarded.Rows {
        var keys: [[RowKey]] = []
        let rows = try database.all(
            """
            WITH \(scope.taught), \(scope.undertaken)
            SELECT session.ref, session.starts_on,
                CAST(julianday(\(scope.asOf)) - julianday(session.starts_on) AS INTEGER), undertaken.made, session.id
            FROM undertaken CROSS JOIN session ON session.id = undertaken.session_id
            WHERE NOT undertaken.is_followed
            ORDER BY session.starts_on, session.ref
            """
        ) { row in
            keys.append([.record(try row[4])])
            return [try row.textCell(0), try row.dayCell(1), try row.wholeCell(2), try row.wholeCell(3)]
        }
        let columns = [
            Column(key: "session", title: "Session", isRef: true), Column(key: "day", title: "Day"),
            Column(key: "days", title: "Days", alignment: .right),
            Column(key: "made", title: "Made", alignment: .right),
        ]
        return Guarded.Rows(table: Table(columns: columns, rows: rows), keys: keys)
    }

    /// What people answered to reflexive questions, by its codes.
    static let reflectionCodes = coded(.reflectionCodes, "Reflections, by topic") { scope in
        """
        WITH \(scope.clause), \(scope.heldClause)
        SELECT coded.list, coded.code, sum(reflection.count) AS items
        FROM sat
        CROSS JOIN reflection ON reflection.session_id = sat.session_id
        CROSS JOIN reflection_code AS coded ON coded.reflection_id = reflection.id
        GROUP BY coded.list, coded.code
        """
    }
}
