import Documents
import SQLite

extension Detail {
    /// What each organization reported about itself last, by the reference day: its own word, which nobody checked.
    static let selfReports = Detail(key: "reported", title: "Reported by the organizations") { scope, _, database in
        let rows = try database.all(
            """
            SELECT organization.title, profile.as_of, employs,
                (
                    SELECT group_concat(code, '; ') FROM (
                        SELECT capacity.code FROM profile_capacity AS capacity
                        WHERE capacity.profile_id = profile.id ORDER BY capacity.position
                    )
                ),
                outlets, board, practices_assessed
            FROM profile CROSS JOIN organization ON organization.id = profile.organization_id
            WHERE profile.as_of <= \(scope.referenceDay) AND \(scope.isOf("profile.organization_id"))
                AND NOT EXISTS (
                    SELECT 1 FROM profile AS later
                    WHERE later.organization_id = profile.organization_id AND later.as_of > profile.as_of
                        AND later.as_of <= \(scope.referenceDay)
                )
            ORDER BY organization.ref
            """
        ) { row in
            [
                try row.textCell(0), try row.dayCell(1), try answer(row, 2), try row.textCell(3),
                try row.textCell(4), try answer(row, 5), try answer(row, 6),
            ]
        }
        return Table(
            columns: [
                Column(key: "organization", title: "Organization"), Column(key: "as_of", title: "As of"),
                Column(key: "employs", title: "Employs people with lived or living experience"),
                Column(key: "capacities", title: "In what capacities"), Column(key: "outlets", title: "Outlets"),
                Column(key: "board", title: "Board"),
                Column(key: "practices_assessed", title: "Practices assessed"),
            ],
            rows: rows
        )
    }

    private static func answer(_ row: borrowing Row, _ column: Int) throws -> Documents.Cell {
        (try row[column] as Bool?).map { .yesNo($0) } ?? .empty
    }
}
