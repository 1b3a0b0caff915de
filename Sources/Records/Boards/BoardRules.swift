import Calendar
import SQLite

extension Store {
    /// Holds a board's seats against each other, from each day on which any of them changes; a rule that is broken names
    /// both numbers, and the day where it is not the first.
    func verifyBoard(_ id: Int64) throws {
        let history = try seatHistory(of: id)
        if let since = history.since, let early = history.rows.first?.day, early < since {
            throw RecordError.broken(
                field: "on",
                problem: "\(early.dayWords) is before the board began (\(since.dayWords))"
            )
        }
        for day in history.days { try Self.verify(seats: history.state(on: day), from: day) }
    }

    private static func verify(seats known: SeatHistory.State, from day: String) throws {
        let voting = known["voting_seats"] == nil ? "seats" : "voting_seats"
        let rules = [
            ("voting_seats", "seats"), ("designated_seats", "seats"), ("filled_seats", voting),
            ("designated_filled", "designated_seats"), ("designated_filled", "filled_seats"), ("quorum", voting),
        ]
        let when = day.isEmpty ? "" : " from \(day.dayWords) on"
        for (part, whole) in rules {
            guard let some = known[part], let all = known[whole], some > all else { continue }
            throw RecordError.broken(
                field: part,
                problem: "\(some) is more than the \(all) \(whole.replacingUnderscores)\(when)"
            )
        }
    }

    /// Refuses more members at a meeting, and more seats filled, than the board had seats on its day. This is asked only where
    /// somebody says how many there were.
    func accept(meeting id: Int64?, _ draft: Draft) throws {
        guard draft["present"] != nil || draft["filled_seats"] != nil else { return }
        let known = try database.one(
            "SELECT board_id, ifnull(held_on, planned_on) FROM meeting WHERE id = \(id ?? 0)"
        ) { row in (board: try row[0] as Int64, day: try row[1] as String?) }
        guard let board = draft["board"]?.recordID ?? known?.board else { return }
        let day = draft.text("held") ?? known?.day ?? today.iso
        guard let seats = try seatHistory(of: board).state(on: day)["seats"] else { return }
        let advice = Advice(
            "Count members only, or correct the board",
            .perform(.setBoardSeats, ["board": try ref(.board, board), "on": day], ask: ["seats"])
        )
        if let present = draft.text("present").flatMap({ Int($0) }), present > seats {
            throw RecordError.broken(
                field: "present",
                problem: "\(present) members were present, but the board has only \(seats) seats",
                advice: advice
            )
        }
        if let filled = draft.text("filled_seats").flatMap({ Int($0) }), filled > seats {
            throw RecordError.broken(
                field: "filled_seats",
                problem: "\(filled) is more than the \(seats) seats of the board",
                advice: advice
            )
        }
    }

    /// Holds a meeting's numbers and days against each other, against the board's other meetings and against what was
    /// asked for at it.
    func verifyMeeting(_ id: Int64) throws {
        let meeting = try database.one(
            """
            SELECT held_on, ifnull(held_on, planned_on), ifnull(paid, 0) + ifnull(declined_pay, 0), present, board_id,
                paid IS NOT NULL, declined_pay IS NOT NULL, quorate IS NOT NULL, filled_seats IS NOT NULL
            FROM meeting WHERE id = \(id)
            """
        ) { row in
            (
                held: try row[0] as String?, day: try row.text(1), paid: try row[2] as Int,
                present: try row[3] as Int?, board: try row[4] as Int64,
                counted: zip(
                    ["paid", "declined_pay", "quorate", "filled_seats"],
                    try (5..<9).map { try row[$0] as Bool }
                )
                .filter(\.1).map(\.0)
            )
        }
        guard let meeting else { return }
        let counted = (meeting.present == nil ? [] : ["present"]) + meeting.counted
        if meeting.held == nil, let first = counted.first {
            throw RecordError.broken(
                field: first,
                problem: "the meeting was not held yet. Give the date it was held, or leave this out."
            )
        }
        if let present = meeting.present, meeting.paid > present {
            throw RecordError.broken(field: "paid", problem: "more members were paid or declined pay than were present")
        }
        try verify(meeting: id, of: meeting.board, held: meeting.held)
        try verify(meeting: id, on: meeting.day)
    }

    private func verify(meeting id: Int64, of board: Int64, held: String?) throws {
        let other = try database.value(
            "SELECT ref FROM meeting WHERE board_id = \(board) AND held_on = \(held.sqlValue) AND id <> \(id) LIMIT 1",
            as: String.self
        )
        guard let other, let held else { return }
        throw RecordError.broken(
            field: "held",
            problem: "the board already has a meeting on \(held.dayWords): \(other)"
        )
    }

    private func verify(meeting id: Int64, on day: String) throws {
        let asked = try database.one(
            "SELECT ref, made_on FROM recommendation WHERE meeting_id = \(id) AND made_on < \(day) ORDER BY made_on"
        ) { row in (ref: try row.text(0), made: try row.text(1)) }
        guard let asked else { return }
        throw RecordError.broken(
            field: "held",
            problem: "\(day.dayWords) is after its recommendation \(asked.ref) was made (\(asked.made.dayWords))"
        )
    }
}

extension RecordType {
    static let meetingConditions = [
        NamedCondition("held", "Only meetings that were held.") { day in "t.held_on <= \(day.iso)" },
        NamedCondition("planned", "Only planned meetings that were not held yet.") { day in
            "ifnull(t.held_on, '9999-12-31') > \(day.iso) AND ifnull(t.cancelled, 0) = 0"
        },
        NamedCondition("cancelled", "Only cancelled meetings.") { _ in "t.cancelled = 1" },
    ]
}
