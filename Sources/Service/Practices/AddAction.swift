import Calendar
package import Records

/// Writes down a step that follows from an assessment.
package struct AddAction: Operation {
    /// The assessment's ref, an unambiguous beginning of it, or `last`.
    package var assessment = ""
    /// By when, as it was typed.
    package var due: String?
    /// What is to be done, the role that owns it and its own ref, by field, as they were typed.
    package var fields: [String: String] = [:]

    package let id = OperationID.add(.action)
    package let role = Role.manager
    package let access = Access.change
    package let entry = "assessment action"

    package init() {}

    package var parameters: [Parameter<Self>] {
        [.text("assessment", \.assessment), .text("due", \.due)] + .texts(["text", "owner", "ref"], in: \.fields)
    }

    package func run(_ context: Context, in store: Store) throws -> Found {
        var draft = try store.draft(fields, of: .action)
        draft["assessment"] = .record(try store.find(.assessment, assessment))
        draft["due"] = try due.map { .text(try store.day($0, for: "due").description) }
        return try store.named(.action, try store.add(Noun.action.type, draft))
    }
}
