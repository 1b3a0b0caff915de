package import Calendar
package import Records

/// Writes down that the words of a document were reviewed: how many it has, and how many somebody confirmed as
/// stigmatizing. The text itself is not kept.
package struct RecordReview: Operation {
    /// What the document is called.
    package var title = ""
    /// How many words it has.
    package var words: Int?
    /// How many wordings somebody confirmed.
    package var flags: Int?
    /// The organization whose document it is, as it was typed; the program unless given.
    package var organization: String?
    /// The day of the review, as it was typed; today unless given.
    package var on: String?
    /// Whether a review of the same day is replaced.
    package var update = false

    package let id = OperationID.add(.document)
    package let role = Role.manager
    package let access = Access.change
    package let entry = "lint --record"

    package init() {}

    package var parameters: [Parameter<Self>] {
        [
            .text("title", \.title), .number("words", 1...100_000_000, \.words),
            .number("flags", 0...100_000_000, \.flags), .text("organization", \.organization), .text("on", \.on),
            .flag("update", \.update),
        ]
    }

    package func run(_ context: Context, in store: Store) throws -> RecordedReview {
        guard let words, words > 0 else { throw RecordError.missing(.document, field: "words") }
        guard let flags else { throw RecordError.missing(.document, field: "flags") }
        let day = try store.dayDone(on)
        guard day <= store.today else {
            throw RecordError.invalid(
                field: "on",
                problem: "\(day.words) is in the future (today is \(store.today.words))"
            )
        }
        var draft = try store.draft(["title": title, "reviewed": day.iso], of: .document)
        draft["words"] = .number(words)
        draft["flags"] = .number(flags)
        draft["organization"] = try organization.map { .record(try store.find(.organization, $0)) }
        if draft["organization"] == nil {
            draft["organization"] = .record(Found(id: store.program.organization, ref: store.program.ref))
        }
        let stored = try store.take(Noun.document.type, draft, update: update)
        return RecordedReview(title: title.trimmed, day: day, words: words, flags: flags, stored: stored)
    }
}

/// A review that was written down.
package struct RecordedReview: Sendable {
    /// What the document is called.
    package let title: String
    /// The civil day of the review.
    package let day: Day
    /// How many words it has.
    package let words: Int
    /// How many wordings were confirmed.
    package let flags: Int
    /// Whether the review is new, replaced another one, or was there.
    package let stored: Stored
}
