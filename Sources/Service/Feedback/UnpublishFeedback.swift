package import Records

/// Takes an item of feedback off pages for the board, funders and the public; those that were sent stay as they are.
package struct UnpublishFeedback: Operation {
    /// The item's ref, an unambiguous beginning of it, or `last`.
    package var item = ""

    package let id = OperationID.unpublishFeedback
    package let role = Role.manager
    package let access = Access.change

    package init() {}

    package var parameters: [Parameter<Self>] {
        [.text("item", \.item)]
    }

    package func run(_ context: Context, in store: Store) throws -> Found {
        let item = try store.find(.feedback, item)
        try store.unpublish(feedback: item)
        return item
    }
}
