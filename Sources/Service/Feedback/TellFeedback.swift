package import Records

/// Notes how people learned what was done about an item of feedback.
package struct TellFeedback: Operation {
    /// The item's ref, an unambiguous beginning of it, or `last`.
    package var item = ""
    /// How they were told.
    package var how: Telling?
    /// Whether it led to a change.
    package var changed = false
    /// The day as it was typed; today unless given.
    package var on: String?

    package let id = OperationID.tellFeedback
    package let role = Role.manager
    package let access = Access.change

    package init() {}

    package var parameters: [Parameter<Self>] {
        [
            .text("item", \.item), .choice("how", \.how, isRequired: true), .flag("changed", \.changed),
            .text("on", \.on),
        ]
    }

    package func run(_ context: Context, in store: Store) throws -> ToldFeedback {
        guard let how else { throw RecordError.missing(.feedback, field: "how") }
        let told = try store.dated(.feedback, item, on: on) { item, day in
            try store.tell(feedback: item, by: how, changed: changed ? true : nil, on: day)
        }
        let item = told.found
        return ToldFeedback(item: item, how: how, remarks: try store.remarks(onTelling: item.id, by: how))
    }
}

/// An item of feedback of which people were told.
package struct ToldFeedback: Sendable {
    /// The item, which is closed by this.
    package let item: Found
    /// By which way; some reach everybody, see `Telling.isPublic`.
    package let how: Telling
    /// What to know after they were.
    package let remarks: [TellingRemark]
}
