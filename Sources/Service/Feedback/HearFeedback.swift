package import Calendar
package import Records

/// Writes down what people told us: at which outlet, and what was said; never who said it.
package struct HearFeedback: Operation {
    /// The outlet's ref, an unambiguous beginning of it, or `last`.
    package var outlet = ""
    /// What was said.
    package var text = ""
    /// `complaint`, `concern`, `suggestion`, `thanks` or `question`; nil where nobody said which.
    package var kind: FeedbackKind?
    /// Whether the giver can be reached, and waits to hear from us.
    package var reachable = false
    /// The day as it was typed; today unless given.
    package var on: String?
    /// Codes, and whether it may be posted, as they were typed.
    package var fields: [String: String] = [:]

    package let id = OperationID.hearFeedback
    package let role = Role.manager
    package let access = Access.change
    package let entry = "heard"

    package init() {}

    package var parameters: [Parameter<Self>] {
        [
            .text("outlet", \.outlet), .text("text", \.text), .choice("kind", \.kind), .flag("reachable", \.reachable),
            .text("on", \.on),
        ]
            + .texts(["may_post", "codes"], in: \.fields)
    }

    package func run(_ context: Context, in store: Store) throws -> HeardFeedback {
        let outlet = try store.find(.outlet, outlet)
        let day = try store.dayDone(on)
        let draft = try store.draft(fields, of: .feedback)
        let item = try store.hear(
            outlet,
            text,
            kind: kind,
            received: day,
            reachable: reachable,
            mayPost: draft.text("may_post").map { $0 == "yes" },
            codes: draft["codes"]
        )
        return HeardFeedback(
            item: Dated(found: try store.named(.feedback, item), day: day),
            outlet: outlet,
            due: try store.dueDays(ofFeedback: item.id)
        )
    }
}

/// An item of feedback that was written down.
package struct HeardFeedback: Sendable {
    /// The item, and the day on which it was said.
    package let item: Dated
    /// The outlet at which it was said.
    package let outlet: Found
    /// By when it is acknowledged, where its giver can be reached, and by when it is answered.
    package let due: (acknowledge: Day?, answer: Day)?
}
