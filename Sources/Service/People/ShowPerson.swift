package import Documents
package import Records

/// Shows one person; asked for everything, all that is held about them, as they may ask to see it.
///
/// The result holds names, because they are what was asked for: it is shown, and never logged.
package struct ShowPerson: Operation {
    /// The person's ref, an unambiguous beginning of it, or `last`.
    package var ref = ""
    /// Whether the sessions, the files that were imported and the history are asked for, too.
    package var everything = false

    package let id = OperationID.show(.person)
    package let role = Role.manager
    package let access = Access.read

    package init() {}

    package var parameters: [Parameter<Self>] { [.text("ref", \.ref), .flag("everything", \.everything)] }

    package func run(_ context: Context, in store: Store) throws -> ShownPerson {
        let found = try store.find(.person, ref)
        let record = try RecordDocument.one(Noun.person.type, found.id, store)
        guard everything else { return ShownPerson(found: found, record: record, everything: nil) }
        var history: [HistoryLine] = []
        try store.history(of: (.person, found)) { history.append($0) }
        return ShownPerson(
            found: found,
            record: record,
            everything: HeldAboutPerson(held: try store.held(about: found), history: history)
        )
    }
}

/// A person, and where it was asked for all that is held about them.
package struct ShownPerson: Sendable {
    /// The row id and ref; of somebody who was merged those of whom they were merged into.
    package let found: Found
    /// The fields of their row, with their name.
    package let record: Document
    /// Nil where it was not asked for.
    package let everything: HeldAboutPerson?
}

/// What the record holds about somebody beside their own row, and how it came to be.
package struct HeldAboutPerson: Sendable {
    /// Other refs, sessions, and where their name stands.
    package let held: Held
    /// What changed of them and when, the oldest first, without names.
    package let history: [HistoryLine]
}

/// Shows what is held under a name: of somebody who has no ref, such as a facilitator.
package struct ShowHeldByName: Operation {
    /// The name; nothing is held without one.
    package var name: FullName?

    package let id = OperationID(.person, "show-by-name")
    package let role = Role.manager
    package let access = Access.read

    package init() {}

    /// A name is no parameter that is typed into a line, where it would be kept.
    package var parameters: [Parameter<Self>] { [] }

    package func run(_ context: Context, in store: Store) throws -> HeldByName {
        guard let name else { throw RecordError.missing(.person, field: "name") }
        return HeldByName(
            people: try store.people(named: name),
            found: try store.preview(ForgetRequest(names: [name]))
        )
    }
}

/// What is held under a name, which is not repeated.
package struct HeldByName: Sendable {
    /// People on file who have it.
    package let people: [Found]
    /// Where it stands beside that.
    package let found: ForgetPreview
}
