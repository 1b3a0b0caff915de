package import Records

/// Writes down what was done about an item of feedback and, where said, how people were told.
package struct AnswerFeedback: Operation {
    /// The item's ref, an unambiguous beginning of it, or `last`.
    package var item = ""
    /// What was done, or why nothing could be done.
    package var words = ""
    /// How people were told; nil where they have not been yet.
    package var told: Telling?
    /// Whether it led to a change.
    package var changed = false
    /// What was said, in words for everybody; `same` confirms the words as they stand.
    package var wording: String?
    /// The day as it was typed; today unless given.
    package var on: String?

    package let id = OperationID.answerFeedback
    package let role = Role.manager
    package let access = Access.change
    package let entry = "answered"

    package init() {}

    package var parameters: [Parameter<Self>] {
        [
            .text("item", \.item), .text("words", \.words), .choice("told", \.told), .flag("changed", \.changed),
            .text("wording", \.wording), .text("on", \.on),
        ]
    }

    package func run(_ context: Context, in store: Store) throws -> AnsweredFeedback {
        let wording = wording.map { PublicWording($0) }
        let answered = try store.dated(.feedback, item, on: on) { item, day in
            try store.answer(feedback: item, words, told: told, changed: changed ? true : nil, as: wording, on: day)
        }
        let id = answered.found.id
        return AnsweredFeedback(
            item: answered,
            next: told == nil ? try store.adviceToTell(of: answered.found) : nil,
            told: try store.remarks(onTelling: id, by: told),
            remarks: try store.remarks(onFeedback: id, given: ["public_wording"], isConfirmed: wording == .same)
        )
    }
}

/// An item of feedback that was answered.
package struct AnsweredFeedback: Sendable {
    /// The item, and the day of the answer.
    package let item: Dated
    /// How to note that people were told, where they have not been yet.
    package let next: Advice?
    /// What to know after people were told.
    package let told: [TellingRemark]
    /// What to look at again in words that are meant for everybody.
    package let remarks: [WordingRemark]
}

extension Store {
    /// To tell the giver of an item where they can be reached, else everybody.
    fileprivate func adviceToTell(of item: Found) throws -> Advice {
        let how = try likeliestTelling(ofFeedback: item.id)
        return Advice("Next, tell people", .perform(.tellFeedback, ["item": item.ref, "how": how.rawValue]))
    }
}
