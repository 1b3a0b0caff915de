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
        WITH \(scope.undivided.boards)
        SELECT ref, seats, voting_seats, filled_seats, designated_filled, meetings_per_year,
            (
                SELECT count(*) FROM meeting WHERE meeting.board_id = place.id
                    AND planned_on BETWEEN \(scope.period.from) AND \(scope.period.to)
            )
        FROM place ORDER BY ref
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

    /// The recommendations that a term holds for, with their answers as of the reference day.
    static func recommendations(_ term: @escaping @Sendable (Scope) -> SQL) -> Evidence {
        Evidence(
            columns: ["recommendation", "made", "addressed_to", "due", "answer", "answered", "implemented"]
        ) { scope in
            """
            WITH \(scope.undivided.recommendations(where: term(scope)))
            SELECT ref, made_on, addressed_to, due_on, answer_then, answered_on, implemented_on FROM asked
            ORDER BY made_on, ref
            """
        }
    }
}
