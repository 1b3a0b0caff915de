import Calendar
import SQLite

extension Store {
    /// Holds a board's seats against each other; a rule that is broken names both numbers.
    func verifyBoard(_ id: Int64) throws {
        let names: [Identifier] = [
            "seats", "voting_seats", "designated_seats", "filled_seats", "designated_filled", "quorum",
        ]
        var known: [String: Int] = [:]
        for name in names {
            known[name.name] =
                try database.value(
                    "SELECT \(identifier: name) FROM board WHERE id = \(id)",
                    as: Int?.self
                ) ?? nil
        }
        let voting = known["voting_seats"] == nil ? "seats" : "voting_seats"
        let rules = [
            ("voting_seats", "seats"), ("designated_seats", "seats"), ("filled_seats", voting),
            ("designated_filled", "designated_seats"), ("designated_filled", "filled_seats"), ("quorum", voting),
        ]
        for (part, whole) in rules {
            guard let some = known[part], let all = known[whole], some > all else { continue }
            throw RecordError.broken(
                field: part,
                problem: "\(some) is more than the \(all) \(whole.replacingUnderscores)"
            )
        }
    }

    /// Refuses more members at a meeting than the board has seats. A board that shrank since keeps its old meetings, so
    /// this is asked only where somebody says how many were there.
    func accept(meeting id: Int64?, _ draft: Draft) throws {
        guard let present = draft.text("present").flatMap({ Int($0) }) else { return }
        let board =
            try draft["board"]?.recordID
            ?? database.value("SELECT board_id FROM meeting WHERE id = \(id ?? 0)", as: Int64.self)
        let seats = try database.value("SELECT seats FROM board WHERE id = \(board ?? 0)", as: Int?.self) ?? nil
        guard let seats, present > seats else { return }
        throw RecordError.broken(
            field: "present",
            problem: "\(present) members were present, but the board has only \(seats) seats",
            advice:
                Advice(
                    "Count members only, or correct the board",
                    .perform(.edit(.board), ["ref": try ref(.board, board ?? 0)], ask: ["seats"])
                )
        )
    }

    /// Holds a meeting's numbers and days against each other, against the board's other meetings and against what was
    /// asked for at it.
    func verifyMeeting(_ id: Int64) throws {
        let meeting = try database.one(
            """
            SELECT held_on, ifnull(held_on, planned_on), ifnull(paid, 0) + ifnull(declined_pay, 0), present, board_id,
                paid IS NOT NULL, declined_pay IS NOT NULL, quorate IS NOT NULL
            FROM meeting WHERE id = \(id)
            """
        ) { row in
            (
                held: try row[0] as String?, day: try row.text(1), paid: try row[2] as Int,
                present: try row[3] as Int?, board: try row[4] as Int64,
                counted: zip(["paid", "declined_pay", "quorate"], try (5..<8).map { try row[$0] as Bool })
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
