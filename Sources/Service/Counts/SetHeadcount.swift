package import Records

/// Sets a count of attendees, in place of the one of the same scope, organization, category and method.
package struct SetHeadcount: Operation {
    /// The session's ref, an unambiguous beginning of it, or `last`.
    package var session = ""
    /// How many attendees, 0 to 1,000,000, without facilitators and observers; nothing is stored without it.
    package var count: Int?
    /// Scope, organization, category, method and who counted, as they were typed.
    package var fields: [String: String] = [:]

    package let id = OperationID.setHeadcount
    package let role = Role.manager
    package let access = Access.change

    package init() {}

    package var parameters: [Parameter<Self>] {
        [.text("session", \.session), .number("count", Headcount.range, \.count)] + .texts(countedFields, in: \.fields)
    }

    package func run(_ context: Context, in store: Store) throws -> CountedSession {
        guard let count else { throw RecordError.missing(.headcount, field: "count") }
        let session = try store.find(.session, session)
        let draft = try store.draft(fields, of: .headcount)
        if draft.text("scope") != "registered" { try store.requireDayHasCome(of: session) }
        let result = try store.setHeadcount(
            session.id,
            count: count,
            scope: draft.text("scope") ?? "everyone",
            organization: try fields["organization"].map { try store.find(.organization, $0) },
            category: draft.text("category") ?? "",
            method: draft.text("method") ?? "counted",
            countedBy: draft.text("counted_by")
        )
        return CountedSession(session: session, count: count, replaced: result.replaced, isHeldNow: result.held)
    }
}

/// A session with the count that was set.
package struct CountedSession: Sendable {
    /// The session; a count of `registered` says nothing of who came to it.
    package let session: Found
    /// How many were counted, by the method that was typed.
    package let count: Int
    /// The count that stood there before.
    package let replaced: Int?
    /// Whether the session became held by it.
    package let isHeldNow: Bool
}

/// Removes the count of a session, scope, organization, category and method.
package struct RemoveHeadcount: Operation {
    /// The session's ref, an unambiguous beginning of it, or `last`.
    package var session = ""
    /// Which of its counts: organization, scope, category and method, as typed; left out they are those of
    /// `SetHeadcount`.
    package var fields: [String: String] = [:]

    package let id = OperationID.remove(.headcount)
    package let role = Role.manager
    package let access = Access.change

    package init() {}

    package var parameters: [Parameter<Self>] { [.text("session", \.session)] + .texts(countedFields, in: \.fields) }

    package func run(_ context: Context, in store: Store) throws -> Found {
        let session = try store.find(.session, session)
        var draft = try store.draft(fields, of: .headcount)
        draft["session"] = .record(session)
        guard let id = try store.matching(Noun.headcount.type, draft).first else {
            throw RecordError.absent(
                "\(session.ref) has no such count",
                advice: Advice("To see them", .perform(.list(.headcount), ["session": session.ref]))
            )
        }
        try store.remove(Noun.headcount.type, Found(id: id, ref: session.ref))
        return session
    }
}

/// What tells one count of a session from another, and who counted.
private let countedFields = ["organization", "scope", "category", "method", "counted_by"]
