package import Records

/// Shows an item of feedback on pages for the board, funders and the public, in words of our own.
package struct PublishFeedback: Operation {
    /// The item's ref, an unambiguous beginning of it, or `last`.
    package var item = ""
    /// What was said, in words for everybody; `same` confirms the words as they stand.
    package var wording = ""
    /// The answer for everybody, in place of a copy.
    package var answer: String?

    package let id = OperationID.publishFeedback
    package let role = Role.manager
    package let access = Access.change

    package init() {}

    package var parameters: [Parameter<Self>] {
        [.text("item", \.item), .text("wording", \.wording), .text("answer", \.answer)]
    }

    package func run(_ context: Context, in store: Store) throws -> PublishedFeedback {
        let item = try store.find(.feedback, item)
        let wording = PublicWording(wording)
        let before = try words(item, store)
        try store.publish(feedback: item, as: wording, answer: answer)
        let after = try words(item, store)
        return PublishedFeedback(
            item: item,
            isNew: before != after,
            wording: after.wording,
            answer: after.answer,
            remarks: try store.remarks(onFeedback: item.id, given: ["public_wording"], isConfirmed: wording == .same)
        )
    }

    /// The words for everybody as they are stored.
    private func words(_ item: Found, _ store: Store) throws -> (wording: String, answer: String) {
        let texts = try store.texts(Noun.feedback.type, item.id)
        return (texts["public_wording"] ?? "", texts["public_answer"] ?? "")
    }
}

/// An item of feedback with the words that everybody reads.
package struct PublishedFeedback: Sendable {
    /// The item that pages for others show from now on.
    package let item: Found
    /// Whether these words were not there before.
    package let isNew: Bool
    /// What was said, as everybody reads it.
    package let wording: String
    /// What was done, as everybody reads it: a copy of the answer unless other words were given, now or before.
    package let answer: String
    /// What to look at again in them.
    package let remarks: [WordingRemark]
}
