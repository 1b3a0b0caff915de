package import Calendar
import SQLite

extension RecordType {
    /// What a board's seats are from a day on; a value that is not given stays as it was.
    ///
    /// The board's own row is its first state: each of these begins a later one.
    static let boardSeats = RecordType(
        noun: .boardSeats,
        fields: [
            Field("board", "Board", .record(.board), in: .column("board_id"), required: true),
            Field("on", "From", .day, in: .column("starts_on"), required: true),
        ] + datedSeats,
        source: "board_seats AS t",
        table: "board_seats",
        order: "(SELECT b.ref FROM board AS b WHERE b.id = t.board_id) COLLATE NOCASE, t.starts_on",
        day: "t.starts_on",
        ofOrganization: { "(SELECT b.organization_id FROM board AS b WHERE b.id = t.board_id) = \($0)" },
        matches: { store, draft in
            guard let board = draft["board"]?.recordID, let day = draft.text("on") else { return [] }
            return try store.database.all(
                "SELECT id FROM board_seats WHERE board_id = \(board) AND starts_on = \(day)"
            ) { try $0[0] }
        },
        complete: { _, draft in
            guard datedSeats.allSatisfy({ draft[$0.name] == nil }) else { return }
            let names = datedSeats.map(\.name).joined(separator: ", ")
            throw RecordError.invalid(field: "seats", problem: "give at least one of: \(names)")
        },
        verify: { store, id in
            let board: Int64? = try store.database.value("SELECT board_id FROM board_seats WHERE id = \(id)")
            if let board { try store.verifyBoard(board) }
        }
    )

    /// The numbers of a board that change from a day on.
    static let datedSeats = [
        Field("seats", "Seats", .wholeNumber(0...1_000), of: "seats", in: .column("seats")),
        Field("voting_seats", "Voting seats", .wholeNumber(0...1_000), of: "seats", in: .column("voting_seats")),
        Field(
            "designated_seats",
            "Designated seats",
            .wholeNumber(0...1_000),
            of: "seats",
            in: .column("designated_seats")
        ),
        Field(
            "filled_seats",
            "Voting seats filled",
            .wholeNumber(0...1_000),
            of: "seats",
            in: .column("filled_seats")
        ),
        Field(
            "designated_filled",
            "Designated voting seats filled",
            .wholeNumber(0...1_000),
            of: "seats",
            in: .column("designated_filled")
        ),
        Field(
            "quorum",
            "Quorum (default: a majority of the filled seats)",
            .wholeNumber(1...1_000),
            of: "people",
            in: .column("quorum")
        ),
        Field(
            "meetings_per_year",
            "Meetings planned per year",
            .wholeNumber(0...366),
            of: "meetings",
            in: .column("meetings_per_year")
        ),
    ]

    /// Boards with their seats as they are on a day.
    static func boards(on day: Day) -> RecordType {
        var type = board
        let dated = Set(datedSeats.map(\.name))
        type.fields = type.fields.map { field in
            guard dated.contains(field.name), case .column(let column) = field.storage else { return field }
            return Field(field.name, field.label, field.shape, of: field.unit, in: .special(seats(column, on: day.iso)))
        }
        return type
    }

    /// A number of a board `t` on a day: as the latest row says that began by then, else the board's own, else the first
    /// row to come.
    private static func seats(_ column: Identifier, on day: String) -> SQL {
        let rows: SQL = """
            SELECT s.\(identifier: column) FROM board_seats AS s
            WHERE s.board_id = t.id AND s.\(identifier: column) IS NOT NULL
            """
        return """
            coalesce((\(rows) AND s.starts_on <= \(day) ORDER BY s.starts_on DESC LIMIT 1), t.\(identifier: column),
            (\(rows) ORDER BY s.starts_on LIMIT 1))
            """
    }
}

extension Store {
    /// The seats of a board through time as files have them: its first state, then what changes from a day on.
    package func seatChanges(of board: Found) throws -> [(day: String?, values: [String: Int])] {
        let history = try seatHistory(of: board.id)
        return [(history.since, history.own)] + history.rows.map { ($0.day, $0.values) }
    }
}

extension Noun {
    /// What a list of this kind shows people on a day: of a board the seats of that day.
    package func type(on day: Day) -> RecordType { self == .board ? .boards(on: day) : type }
}

/// The numbers of a board through time.
struct SeatHistory {
    /// By name, as of one day.
    typealias State = [String: Int]

    /// The board's own row.
    let own: State
    /// Since when there is the board; nil for always.
    let since: String?
    /// What changes from a day on, in order.
    let rows: [(day: String, values: State)]

    /// The numbers on a day, value by value.
    func state(on day: String) -> State {
        var state = rows.reversed().reduce(into: State()) { first, row in first.merge(row.values) { $1 } }
        state.merge(own) { $1 }
        for row in rows where row.day <= day { state.merge(row.values) { $1 } }
        return state
    }

    /// The first day of each state; the one before every other has none, and is written as empty.
    var days: [String] { [""] + rows.map(\.day) }
}

extension Store {
    /// A board's numbers through time.
    func seatHistory(of board: Int64) throws -> SeatHistory {
        let names = RecordType.datedSeats.map(\.name)
        let columns: SQL = """
            seats, voting_seats, designated_seats, filled_seats, designated_filled, quorum, meetings_per_year
            """
        func state(_ row: borrowing Row) throws -> SeatHistory.State {
            var state: SeatHistory.State = [:]
            for (index, name) in names.enumerated() { state[name] = try row[index + 1] as Int? }
            return state
        }
        let own = try database.one("SELECT since_on, \(columns) FROM board WHERE id = \(board)") { row in
            (since: try row[0] as String?, values: try state(row))
        }
        let rows = try database.all(
            "SELECT starts_on, \(columns) FROM board_seats WHERE board_id = \(board) ORDER BY starts_on"
        ) { row in (day: try row.text(0), values: try state(row)) }
        return SeatHistory(own: own?.values ?? [:], since: own?.since, rows: rows)
    }

    /// Starts a state of a board's seats on a day, or corrects what begins on it. Part of a `change`.
    ///
    /// - Throws: `RecordError.broken` for a day before the board began, and for numbers that don't go together from then on.
    package func setSeats(of board: Found, on day: Day, _ given: Draft) throws -> Stored {
        var draft = given
        draft["board"] = .record(board)
        draft["on"] = .text(day.iso)
        return try take(.boardSeats, draft, update: true)
    }

    /// Removes what begins on a day. Part of a `change`.
    ///
    /// - Throws: `RecordError.absent` where nothing does.
    package func removeSeats(of board: Found, on day: Day) throws {
        let id: Int64? = try database.value(
            "SELECT id FROM board_seats WHERE board_id = \(board.id) AND starts_on = \(day.iso)"
        )
        guard let id else {
            throw RecordError.absent(
                "\(board.ref) has no change of seats on \(day.words)",
                advice: Advice("List them", .perform(.list(.boardSeats), ["board": board.ref]))
            )
        }
        try remove(.boardSeats, Found(id: id, ref: board.ref))
        try verifyBoard(board.id)
    }

    /// Of a change that somebody types: what is recorded already begins today with its new value, and is taken out of the
    /// draft. A value that was never recorded is the board's first.
    ///
    /// - Returns: the names of the numbers that are others from today on.
    func beginSeats(of board: Int64, _ draft: inout Draft) throws -> [String] {
        let now = try seatHistory(of: board).state(on: today.iso)
        var begun = Draft()
        for name in RecordType.datedSeats.map(\.name) {
            guard let value = draft[name], let known = now[name] else { continue }
            draft[name] = nil
            if value.canonical != String(known) { begun[name] = value }
        }
        let names = RecordType.datedSeats.map(\.name).filter { begun[$0] != nil }
        if names.isEmpty { return [] }
        let found = Found(id: board, ref: try ref(.board, board))
        _ = try setSeats(of: found, on: today, begun)
        return names
    }

    /// Refuses to empty a number that later rows say again.
    func requireNoLaterSeats(of board: Int64, _ clearing: [String]) throws {
        let history = try seatHistory(of: board)
        for name in clearing {
            guard let row = history.rows.first(where: { $0.values[name] != nil }) else { continue }
            throw RecordError.broken(
                field: name,
                problem: "it has another value from \(row.day.dayWords) on, so it can't be cleared",
                advice: Advice("To see them", .perform(.list(.boardSeats), ["board": try ref(.board, board)]))
            )
        }
    }
}
