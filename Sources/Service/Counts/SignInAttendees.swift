package import Records

/// Records who came from a paper sign-in sheet: one name for each attendee.
package struct SignInAttendees: Operation {
    /// The session's ref, an unambiguous beginning of it, or `last`.
    package var session = ""
    /// The sheet; nothing can be signed in without one.
    package var names: NameSheet?

    package let id = OperationID.add(.attendance)
    package let role = Role.manager
    package let access = Access.change

    package init() {}

    /// The names are no parameter that is typed into a line: they come from a sheet.
    package var parameters: [Parameter<Self>] { [.text("session", \.session)] }

    package func run(_ context: Context, in store: Store) throws -> SignedInSession {
        let session = try store.find(.session, session)
        try store.requireDayHasCome(of: session)
        guard let names else { throw RecordError.invalid(field: "names", problem: "give at least one") }
        return SignedInSession(session: session, signed: try store.signIn(names.names, at: session))
    }
}

/// A session with what a sheet of names came to.
package struct SignedInSession: Sendable {
    /// The session that the sheet is of.
    package let session: Found
    /// What became of the names, in counts; no name is in it.
    package let signed: SignedIn
}
