import Documents
import Measures
import SQLite

extension Detail {
    /// Items of feedback by their codes.
    static let feedbackCodes = coded(.feedbackCodes, "Topics of the feedback") { scope in
        """
        SELECT coded.list, coded.code, count(DISTINCT item.id) AS items
        FROM feedback_fact AS item CROSS JOIN feedback_code AS coded ON coded.feedback_id = item.id
        WHERE NOT item.excluded AND \(scope.hasCome("item.received_on")) AND \(scope.isOf("organization_id"))
        GROUP BY coded.list, coded.code
        """
    }

    /// Recommendations by their codes.
    static let recommendationCodes = coded(.recommendationCodes, "Topics of the recommendations") { scope in
        """
        WITH \(scope.recommendations(where: scope.recommended))
        SELECT coded.list, coded.code, count(DISTINCT asked.id) AS items
        FROM asked CROSS JOIN recommendation_code AS coded ON coded.recommendation_id = asked.id
        GROUP BY coded.list, coded.code
        """
    }

    /// A detail of counts by code, under a heading.
    static func coded(_ id: DetailID, _ title: String, _ counted: @escaping @Sendable (Scope) -> SQL) -> Detail {
        let guarded = Guarded(id: id, columns: [3]) { scope, _, database in
            let table = try codeTable(counted(scope), database)
            return Guarded.Rows(table: table, keys: table.rows.map { [.code($0[0].printed), .code($0[1].printed)] })
        }
        return Detail(key: "codes", title: title, guarded: guarded)
    }

    /// Criteria of the latest assessments by their codes: what an organization asks itself, not what people did.
    static let criterionCodes = Detail(key: "codes", title: "Topics of the criteria") { scope, _, database in
        let counted: SQL = """
            WITH \(scope.latestAssessments)
            SELECT coded.list, coded.code, count(DISTINCT criterion.id) AS items
            FROM latest CROSS JOIN criterion ON criterion.assessment_id = latest.id
            CROSS JOIN criterion_code AS coded ON coded.criterion_id = criterion.id
            GROUP BY coded.list, coded.code
            """
        return try codeTable(counted, database)
    }

    /// A row per code. A record can have several codes, so they do not add up to a total, and each is judged alone.
    static func codeTable(
        _ counted: SQL,
        _ database: borrowing DatabaseReader
    ) throws -> Table {
        let rows = try database.all(
            """
            SELECT used.list, used.code, named.title, used.items FROM (\(counted)) AS used
            LEFT JOIN code AS named ON named.list = used.list AND named.code = used.code
            GROUP BY used.list, used.code
            ORDER BY used.list, min(named.position), used.code
            """
        ) { row in
            let code = try row.text(1)
            return [try row.textCell(0), Documents.Cell.text(code), .text(try row[2] ?? code), try row.wholeCell(3)]
        }
        return Table(
            columns: [
                Column(key: "list", title: "List"), Column(key: "code", title: "Code"),
                Column(key: "title", title: "Meaning"), Column(key: "items", title: "Items", alignment: .right),
            ],
            rows: rows,
            notes: rows.isEmpty ? [] : ["An item can have several codes, so the counts don't add up to the total."]
        )
    }
}
