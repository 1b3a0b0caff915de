package import Records

/// Keeps an item of feedback, and counts it no longer: a duplicate, spam.
package struct ExcludeFeedback: Operation {
    /// The item's ref, an unambiguous beginning of it, or `last`.
    package var item = ""
    /// Why it is not counted.
    package var reason = ""

    package let id = OperationID.excludeFeedback
    package let role = Role.manager
    package let access = Access.change

    package init() {}

    package var parameters: [Parameter<Self>] {
        [.text("item", \.item), .text("reason", \.reason)]
    }

    package func run(_ context: Context, in store: Store) throws -> Found {
        let item = try store.find(.feedback, item)
        try store.exclude(feedback: item, because: reason)
        return item
    }
}
