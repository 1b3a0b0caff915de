package import Calendar
package import Documents
package import Records

/// Says what the seats of a board are from a day on, or corrects what was said to begin on that day.
package struct SetBoardSeats: Operation {
    /// The board's ref, an unambiguous beginning of it, or `last`.
    package var board = ""
    /// The day as it was typed; today unless given.
    package var on: String?
    /// What was typed for numbers, by their name; a number that is not given stays as it was.
    package var fields: [String: String] = [:]
    /// Whether what begins on the day is removed instead.
    package var removes = false

    package let id = OperationID.setBoardSeats
    package let role = Role.manager
    package let access = Access.change
    package let entry = "board seats"

    package init() {}

    package var parameters: [Parameter<Self>] {
        [.text("board", \.board), .text("on", \.on), .flag("remove", \.removes)]
            + .texts(Self.numbers, in: \.fields)
    }

    private static let numbers = Noun.boardSeats.type.fields.map(\.name).filter { $0 != "board" && $0 != "on" }

    package func run(_ context: Context, in store: Store) throws -> BoardSeatsSet {
        let found = try store.named(.board, try store.find(.board, board))
        let day = try store.dayDone(on)
        guard removes else {
            let draft = try store.draft(fields, of: .boardSeats)
            let stored = try store.setSeats(of: found, on: day, draft)
            return BoardSeatsSet(board: found, day: day, done: .stored(stored))
        }
        if let given = fields.keys.min() {
            throw RecordError.invalid(field: given, problem: "leave it out to remove what begins on a date")
        }
        try store.removeSeats(of: found, on: day)
        return BoardSeatsSet(board: found, day: day, done: .removed)
    }
}

/// What became of a board's seats.
package struct BoardSeatsSet: Sendable {
    /// The board, with its name.
    package let board: Found
    /// The day from which they are so.
    package let day: Day
    /// What was done.
    package let done: Done

    /// What was done.
    package enum Done: Equatable, Sendable {
        /// They are so from the day on.
        case stored(Stored)
        /// What began on the day is gone.
        case removed
    }
}

/// Lists the seats of a board through time: the first state, then what changes from a day on.
package struct ListBoardSeats: Operation {
    /// The board's ref, an unambiguous beginning of it, or `last`.
    package var board = ""

    package let id = OperationID.list(.boardSeats)
    package let role = Role.manager
    package let access = Access.read

    package init() {}

    package var parameters: [Parameter<Self>] { [.text("board", \.board)] }

    package func run(_ context: Context, in store: Store) throws -> (board: Found, document: Document) {
        let found = try store.named(.board, try store.find(.board, board))
        let fields = Noun.boardSeats.type.fields.filter { $0.name != "board" }
        let rows = try store.seatChanges(of: found).map { day, values -> [Documents.Cell] in
            fields.map { field in
                if field.name == "on" { return day.map { .day($0, printed: $0.dayWords) } ?? .empty }
                return .whole(values[field.name])
            }
        }
        let columns = fields.map { field in
            // What holds without a quorum is said where one is set.
            let title = String(field.label.prefix { $0 != "(" }).trimmed
            return Documents.Column(key: field.name, title: title, alignment: field.name == "on" ? .left : .right)
        }
        let table = Table(columns: columns, rows: rows)
        return (found, Document(title: nil, blocks: [.table(table)], data: table.json, rows: table))
    }
}
