import Calendar
import Records
import SQLite

/// The records behind the figures of the theme.
extension Evidence {
    static let boards = Evidence(
        columns: [
            "board", "seats", "voting_seats", "filled_seats", "designated_filled", "meetings_per_year", "planned",
        ]
    ) { scope in
        """
        SELECT ref, seats, voting_seats, filled_seats, designated_filled, meetings_per_year,
            (
                SELECT count(*) FROM meeting WHERE meeting.board_id = board.id
                    AND planned_on BETWEEN \(scope.period.from) AND \(scope.period.to)
            )
        FROM board WHERE \(scope.isOf("organization_id")) ORDER BY ref
        """
    }

    static let meetings = Evidence(
        columns: ["meeting", "held", "present", "filled_seats", "quorate", "paid", "declined_pay", "levels"]
    ) { scope in
        """
        SELECT ref, held_on, present, filled_seats, quorate, paid, declined_pay,
            (SELECT group_concat(level, ';') FROM meeting_level WHERE meeting_level.meeting_id = fact.id)
        FROM meeting_fact AS fact
        WHERE \(scope.hasCome("held_on")) AND \(scope.isOf("organization_id")) ORDER BY held_on, ref
        """
    }

    static let recommendations = Evidence(
        columns: ["recommendation", "made", "addressed_to", "due", "answer", "answered", "implemented"]
    ) { scope in
        """
        WITH \(scope.undivided.recommendations)
        SELECT ref, made_on, addressed_to, due_on, answer_then, answered_on, implemented_on FROM made
        ORDER BY made_on, ref
        """
    }
}
