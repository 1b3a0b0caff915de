import Calendar
import Documents
import Records
import SQLite

extension Detail {
    /// Outlets that were open at some time in the period, with what came in.
    static let outlets = Detail(key: "outlets", title: "By outlet") { scope, _, database in
        let rows = try database.all(
            """
            SELECT outlet.ref, outlet.title, outlet.channel, outlet.owner, outlet.reviewed_on,
                count(item.id), count(item.id) FILTER (WHERE item.answered_on <= \(scope.referenceDay))
            FROM outlet
            LEFT JOIN feedback_fact AS item ON item.outlet_id = outlet.id AND NOT item.excluded
                AND \(scope.hasCome("item.received_on"))
            WHERE (outlet.opened_on IS NULL OR outlet.opened_on <= \(scope.referenceDay))
                AND (outlet.closed_on IS NULL OR outlet.closed_on >= \(scope.period.from))
                AND \(scope.isOf("outlet.organization_id"))
            GROUP BY outlet.id ORDER BY outlet.ref, outlet.id
            """
        ) { row in
            [
                try row.textCell(0), try row.textCell(1), try row.textCell(2), try row.textCell(3),
                try row.dayCell(4), try row.wholeCell(5), try row.wholeCell(6),
            ]
        }
        return Table(
            columns: [
                Column(key: "outlet", title: "Outlet", isRef: true), Column(key: "title", title: "Title"),
                Column(key: "channel", title: "Channel"), Column(key: "owner", title: "Who answers"),
                Column(key: "reviewed", title: "Reviewed"),
                Column(key: "received", title: "Received", alignment: .right),
                Column(key: "answered", title: "Answered", alignment: .right),
            ],
            rows: rows
        )
    }

    /// Boards with their seats, meetings and recommendations.
    static let boards = Detail(key: "boards", title: "By board") { scope, _, database in
        let rows = try database.all(
            """
            WITH \(scope.boards)
            SELECT board.ref, board.title, seats, voting_seats, filled_seats, designated_seats, designated_filled,
                (
                    SELECT count(*) FROM meeting
                    WHERE meeting.board_id = board.id AND \(scope.hasCome("meeting.held_on"))
                ),
                (
                    SELECT count(*) FROM recommendation
                    WHERE recommendation.board_id = board.id AND \(scope.hasCome("recommendation.made_on"))
                )
            FROM place AS board ORDER BY board.ref, board.id
            """
        ) { row in
            let counts: [Documents.Cell] = try (2..<9).map { try row.wholeCell($0) }
            return [try row.textCell(0), try row.textCell(1)] + counts
        }
        let titles = [
            ("seats", "Seats"), ("voting_seats", "Voting"), ("filled_seats", "Filled"),
            ("designated_seats", "Designated"), ("designated_filled", "Designated filled"), ("meetings", "Meetings"),
            ("recommendations", "Recommendations"),
        ]
        return Table(
            columns: [Column(key: "board", title: "Board", isRef: true), Column(key: "title", title: "Title")]
                + titles.map { Column(key: $0.0, title: $0.1, alignment: .right) },
            rows: rows
        )
    }

    /// Criteria of the latest assessments by domain.
    static let domains = Detail(key: "domains", title: "By domain") { scope, _, database in
        let rows = try database.all(
            """
            WITH \(scope.latestAssessments)
            SELECT latest.tool, criterion.domain, count(*) FILTER (WHERE score = 'met'),
                count(*) FILTER (WHERE score = 'partial'), count(*) FILTER (WHERE score = 'not_met'),
                count(*) FILTER (WHERE score = 'not_applicable'), count(*) FILTER (WHERE score IS NULL)
            FROM latest CROSS JOIN criterion ON criterion.assessment_id = latest.id
            GROUP BY latest.tool, criterion.domain ORDER BY latest.tool, min(criterion.id)
            """
        ) { row in
            let counts: [Documents.Cell] = try (2..<7).map { try row.wholeCell($0) }
            return [try row.textCell(0), try row.textCell(1)] + counts
        }
        let titles = [
            ("met", "Met"), ("partial", "Partly"), ("not_met", "Not met"), ("not_applicable", "Not applicable"),
            ("unscored", "No score"),
        ]
        return Table(
            columns: [Column(key: "tool", title: "Tool"), Column(key: "domain", title: "Domain")]
                + titles.map { Column(key: $0.0, title: $0.1, alignment: .right) },
            rows: rows
        )
    }

    /// Positions by the capacity in which they exist.
    static let capacities = Detail(key: "capacities", title: "By capacity") { scope, _, database in
        let rows = try database.all(
            """
            WITH \(scope.positions)
            SELECT ifnull(
                    (SELECT code.title FROM code WHERE code.list = 'capacity' AND code.code = place.capacity), capacity
                ),
                count(*), count(*) FILTER (WHERE is_filled), count(*) FILTER (WHERE paid)
            FROM place WHERE is_authorized GROUP BY capacity ORDER BY capacity
            """
        ) { row in [try row.textCell(0), try row.wholeCell(1), try row.wholeCell(2), try row.wholeCell(3)] }
        return Table(
            columns: [
                Column(key: "capacity", title: "Capacity"),
                Column(key: "authorized", title: "Authorized", alignment: .right),
                Column(key: "filled", title: "Filled", alignment: .right),
                Column(key: "paid", title: "Paid", alignment: .right),
            ],
            rows: rows
        )
    }

    /// Activities held in the period; how many they reached is an estimate, and only where it was written down.
    static let activities = Detail(key: "activities", title: "What was held") { scope, _, database in
        let rows = try database.all(
            """
            SELECT activity.ref, held_on, kind, activity.title,
                (
                    SELECT group_concat(title, '; ') FROM (
                        SELECT partner.title FROM activity_partner AS partner
                        WHERE partner.activity_id = activity.id ORDER BY partner.position
                    )
                ),
                reach
            FROM activity WHERE \(scope.hasCome("held_on")) AND \(scope.isOf("organization_id"))
            ORDER BY held_on, activity.ref
            """
        ) { row in
            [
                try row.textCell(0), try row.dayCell(1), try row.textCell(2), try row.textCell(3),
                try row.textCell(4), try row.wholeCell(5),
            ]
        }
        return Table(
            columns: [
                Column(key: "activity", title: "Activity", isRef: true), Column(key: "held", title: "Held"),
                Column(key: "kind", title: "Kind"), Column(key: "title", title: "Title"),
                Column(key: "partners", title: "Partners"),
                Column(key: "reach", title: "Reach (estimated)", alignment: .right),
            ],
            rows: rows
        )
    }
}
