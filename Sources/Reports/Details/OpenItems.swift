import Documents
import SQLite

extension Detail {
    /// Every item of feedback without an answer on the reference day, whenever it came, oldest first: by ref and owner,
    /// never by what it says.
    static let openFeedback = Detail(
        key: "open",
        title: "Open on DAY, oldest first",
        otherwise: "Nothing is open."
    ) { scope, _, database in
        let rows = try database.all(
            """
            SELECT fact.ref, fact.received_on,
                CAST(julianday(\(scope.referenceDay)) - julianday(fact.received_on) AS INTEGER),
                fact.answer_due_on, \(scope.hasPassed("fact.answer_due_on")), outlet.title, fact.owner
            FROM feedback_fact AS fact CROSS JOIN outlet ON outlet.id = fact.outlet_id
            WHERE \(scope.feedbackOpen) AND NOT fact.excluded AND \(scope.isOf("fact.organization_id"))
            ORDER BY fact.received_on, fact.ref
            """
        ) { row in
            [
                try row.textCell(0), try row.dayCell(1), try row.wholeCell(2), try row.dayCell(3),
                .yesNo(try row[4]), try row.textCell(5), try row.textCell(6),
            ]
        }
        return Table(
            columns: [
                Column(key: "item", title: "Item", isRef: true), Column(key: "received", title: "Received"),
                Column(key: "days", title: "Days", alignment: .right), Column(key: "due", title: "Answer due"),
                Column(key: "overdue", title: "Overdue"), Column(key: "outlet", title: "Outlet"),
                Column(key: "owner", title: "Who answers"),
            ],
            rows: rows
        )
    }

    /// Every recommendation without an answer on the reference day, oldest first.
    static let openRecommendations = Detail(
        key: "open",
        title: "Open on DAY, oldest first",
        otherwise: "Nothing is open."
    ) { scope, _, database in
        let rows = try database.all(
            """
            WITH \(scope.recommendations(where: scope.recommendationsPending))
            SELECT asked.ref, board.title, made_on,
                CAST(julianday(\(scope.referenceDay)) - julianday(made_on) AS INTEGER), due_on,
                \(scope.hasPassed("due_on")), addressed_to
            FROM asked CROSS JOIN board ON board.id = asked.board_id
            ORDER BY made_on, asked.ref
            """
        ) { row in
            let isOverdue: Bool? = try row[5]
            return [
                try row.textCell(0), try row.textCell(1), try row.dayCell(2), try row.wholeCell(3),
                try row.dayCell(4), isOverdue.map { .yesNo($0) } ?? .empty, try row.textCell(6),
            ]
        }
        return Table(
            columns: [
                Column(key: "recommendation", title: "Recommendation", isRef: true),
                Column(key: "board", title: "Board"),
                Column(key: "made", title: "Made"), Column(key: "days", title: "Days", alignment: .right),
                Column(key: "due", title: "Answer due"), Column(key: "overdue", title: "Overdue"),
                Column(key: "owner", title: "Addressed to"),
            ],
            rows: rows
        )
    }

    /// Every improvement action that was not done by the reference day, oldest first.
    static let openActions = Detail(
        key: "open",
        title: "Actions open on DAY, oldest first"
    ) { scope, _, database in
        let rows = try database.all(
            """
            SELECT action.ref, fact.tool, due_on, \(scope.hasPassed("due_on")), owner
            FROM action CROSS JOIN (SELECT id, organization_id, tool FROM assessment) AS fact
                ON fact.id = action.assessment_id
            WHERE (done_on IS NULL OR done_on > \(scope.referenceDay)) AND \(scope.isOf("fact.organization_id"))
            ORDER BY due_on IS NULL, due_on, action.ref
            """
        ) { row in
            let isOverdue: Bool? = try row[3]
            return [
                try row.textCell(0), try row.textCell(1), try row.dayCell(2),
                isOverdue.map { .yesNo($0) } ?? .empty, try row.textCell(4),
            ]
        }
        return Table(
            columns: [
                Column(key: "action", title: "Action", isRef: true), Column(key: "tool", title: "Tool"),
                Column(key: "due", title: "Due"), Column(key: "overdue", title: "Overdue"),
                Column(key: "owner", title: "Owner"),
            ],
            rows: rows
        )
    }
}
