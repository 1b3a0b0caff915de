import SQLite

@testable import Reports

extension RawBoards {
    func store(in sample: borrowing Sample) throws {
        for board in boards { try store(board, in: sample) }
    }

    /// The first state stands in the board's own row, each later one in a row of its own.
    private func store(_ board: Board, in sample: borrowing Sample) throws {
        let first = board.states[0]
        try sample.board(
            board.id,
            of: board.organization,
            seats: first.seats,
            voting: first.voting,
            filled: first.filled,
            designatedFilled: first.designatedFilled,
            quorum: first.quorum,
            perYear: first.perYear
        )
        try sample.set("board", board.id, ["since_on": board.since.map(Almanac.iso).sqlValue])
        if try sample.has("starts_on", in: "board_seats") {
            for later in board.states.dropFirst() { try store(later, of: board.id, in: sample) }
        }
        for meeting in board.meetings { try store(meeting, of: board.id, in: sample) }
        for made in board.recommendations { try store(made, of: board.id, in: sample) }
    }

    private func store(_ seats: Seats, of board: Int, in sample: borrowing Sample) throws {
        try sample.database.execute(
            """
            INSERT INTO board_seats (board_id, starts_on, seats, voting_seats, filled_seats, designated_filled, quorum,
                meetings_per_year)
            VALUES (\(board), \(seats.day.map(Almanac.iso).sqlValue), \(seats.seats.sqlValue), \(seats.voting.sqlValue),
                \(seats.filled.sqlValue), \(seats.designatedFilled.sqlValue), \(seats.quorum.sqlValue),
                \(seats.perYear.sqlValue))
            """
        )
    }

    private func store(_ made: Recommendation, of board: Int, in sample: borrowing Sample) throws {
        try sample.recommended(
            made.id,
            Almanac.iso(made.made),
            by: board,
            due: made.due.map(Almanac.iso),
            answer: made.answer,
            answered: made.answered.map(Almanac.iso),
            implemented: made.implemented.map(Almanac.iso)
        )
    }

    private func store(_ meeting: Meeting, of board: Int, in sample: borrowing Sample) throws {
        try sample.meeting(
            meeting.id,
            of: board,
            planned: meeting.planned.map(Almanac.iso),
            held: meeting.held.map(Almanac.iso),
            present: meeting.present,
            paid: meeting.paid,
            declined: meeting.declined,
            quorate: meeting.quorate,
            levels: meeting.levels
        )
        try sample.set("meeting", meeting.id, ["filled_seats": meeting.filled.sqlValue])
        if meeting.held == nil, meeting.id % 2 == 0 {
            try sample.database.execute("UPDATE meeting SET cancelled = 1 WHERE id = \(meeting.id)")
        }
    }
}
