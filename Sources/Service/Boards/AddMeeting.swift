package import Records

/// Adds a meeting of a board: a planned one where its day is still to come, else one that was held, with what it asked for.
package struct AddMeeting: Operation {
    /// The board's ref, an unambiguous beginning of it, or `last`.
    package var board = ""
    /// The day as it was typed.
    package var date = ""
    /// What the board asked for: each becomes a recommendation.
    package var asked: [String] = []
    /// The role that is to answer what was asked.
    package var addressedTo: String?
    /// By when it is to be answered, as it was typed.
    package var due: String?
    /// Further fields of the meeting, by their name, as they were typed.
    package var fields: [String: String] = [:]

    package let id = OperationID.add(.meeting)
    package let role = Role.manager
    package let access = Access.change

    package init() {}

    package var parameters: [Parameter<Self>] {
        [
            .text("board", \.board), .text("date", \.date), .texts("asked", \.asked),
            .text("addressed_to", \.addressedTo), .text("due", \.due),
        ]
            + .texts(["ref", "planned", "present", "paid", "declined_pay", "quorate", "levels"], in: \.fields)
    }

    package func run(_ context: Context, in store: Store) throws -> AddedMeeting {
        var draft = try store.draft(fields, of: .meeting)
        draft["board"] = .record(try store.find(.board, board))
        let (meeting, recommendations) = try store.addMeeting(
            draft,
            on: try store.day(date, for: "date"),
            asked: asked,
            addressedTo: addressedTo,
            due: try due.map { try store.day($0, for: "due") }
        )
        return AddedMeeting(meeting: try store.named(.meeting, meeting), recommendations: recommendations)
    }
}

/// A meeting that was added.
package struct AddedMeeting: Sendable {
    /// The meeting; one that was planned for this day already is that one, held now.
    package let meeting: Found
    /// What it asked for, in order.
    package let recommendations: [Found]
}
