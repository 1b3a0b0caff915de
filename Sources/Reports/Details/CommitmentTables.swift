import Calendar
import Documents
import Measures
import Records
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
            WITH \(scope.met), \(scope.undertaken)
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

    /// What people answered to reflexive questions, each question by itself, by its codes; what nobody has coded yet is
    /// counted too.
    static let reflectionCodes = Detail(
        key: "codes",
        title: "Reflections, by question and topic",
        guarded: Guarded(id: .reflectionCodes, columns: [4], rows: reflections) { _, _ in [] }
    )

    /// The two questions of the trainings, and any other: what staff typed as another stays with the team.
    private static func question(_ isForTeam: Bool) -> SQL {
        let other: SQL = isForTeam ? "trim(reflection.question)" : "'another question'"
        return """
            CASE WHEN lower(trim(reflection.question)) IN ('stigmatizing', 'responding')
                THEN lower(trim(reflection.question)) ELSE \(other) END
            """
    }

    private static func reflections(
        _ scope: Scope,
        _ disclosure: Disclosure,
        _ database: borrowing DatabaseReader
    ) throws -> Guarded.Rows {
        let one: SQL = scope.commitments.map { " AND reflection.scope = \($0.rawValue)" } ?? ""
        let rows = try database.all(
            """
            WITH \(scope.clause), \(scope.heldClause),
            said AS MATERIALIZED (
                SELECT reflection.id, \(question(disclosure.isForTeam)) AS question, reflection.count
                FROM sat CROSS JOIN reflection ON reflection.session_id = sat.session_id
                WHERE true\(one)
            ),
            used AS (
                SELECT said.question, coded.list, coded.code, sum(said.count) AS items
                FROM said CROSS JOIN reflection_code AS coded ON coded.reflection_id = said.id
                GROUP BY said.question, coded.list, coded.code
                UNION ALL
                SELECT said.question, '', '', sum(said.count) FROM said
                WHERE NOT EXISTS (SELECT 1 FROM reflection_code AS coded WHERE coded.reflection_id = said.id)
                GROUP BY said.question
            )
            SELECT used.question, used.list, used.code, named.title, used.items
            FROM used LEFT JOIN code AS named ON named.list = used.list AND named.code = used.code
            GROUP BY used.question, used.list, used.code
            ORDER BY used.question = 'stigmatizing' DESC, used.question = 'responding' DESC, used.question,
                used.list = '', used.list, min(named.position), used.code
            """
        ) { row in
            let code = try row.text(2)
            let title = try row[3] as String? ?? (code.isEmpty ? "Not coded yet" : code)
            return [
                try row.textCell(0), code.isEmpty ? Documents.Cell.empty : try row.textCell(1),
                code.isEmpty ? .empty : .text(code), .text(title), try row.wholeCell(4),
            ]
        }
        let table = Table(
            columns: [
                Column(key: "question", title: "Question"), Column(key: "list", title: "List"),
                Column(key: "code", title: "Code"), Column(key: "title", title: "Meaning"),
                Column(key: "items", title: "Answers", alignment: .right),
            ],
            rows: rows,
            notes: rows.isEmpty ? [] : ["An answer can have several codes, so the counts don't add up to the total."]
        )
        return Guarded.Rows(
            table: table,
            keys: table.rows.map { [.typed($0[0].printed), .code($0[1].printed), .code($0[2].printed)] }
        )
    }
}
