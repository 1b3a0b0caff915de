package import Records

/// Says that a session does not take place.
package struct CancelSession: Operation {
    /// The session's ref, an unambiguous beginning of it, or `last`; refused where people are recorded there.
    package var session = ""

    package let id = OperationID(.session, "cancel")
    package let role = Role.manager
    package let access = Access.change

    package init() {}

    package var parameters: [Parameter<Self>] { [.text("session", \.session)] }

    package func run(_ context: Context, in store: Store) throws -> Found {
        let found = try store.find(.session, session)
        try store.requireNobodyRecorded(at: found, toBe: .cancelled)
        _ = try store.edit(Noun.session.type, found.id, Draft(["status": .text(SessionStatus.cancelled.rawValue)]))
        return found
    }
}
