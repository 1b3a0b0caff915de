package import Calendar
package import Records

/// Notes that the giver of an item, who can be reached, was told that it came.
package struct AcknowledgeFeedback: Operation {
    /// The item's ref, an unambiguous beginning of it, or `last`.
    package var item = ""
    /// The day as it was typed; today unless given.
    package var on: String?

    package let id = OperationID.acknowledgeFeedback
    package let role = Role.manager
    package let access = Access.change

    package init() {}

    package var parameters: [Parameter<Self>] {
        [.text("item", \.item), .text("on", \.on)]
    }

    package func run(_ context: Context, in store: Store) throws -> AcknowledgedFeedback {
        let item = try store.dated(.feedback, item, on: on) { try store.acknowledge(feedback: $0, on: $1) }
        return AcknowledgedFeedback(item: item, answerBy: try store.dueDays(ofFeedback: item.found.id)?.answer)
    }
}

/// An item of feedback whose giver was told that it came.
package struct AcknowledgedFeedback: Sendable {
    /// The item, and the day on which its giver was told.
    package let item: Dated
    /// By when it is answered.
    package let answerBy: Day?
}
