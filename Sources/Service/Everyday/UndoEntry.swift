package import Records

/// Undoes one entry of the history, whichever came after it.
package struct UndoEntry: Operation {
    /// Its number, as lists of what was done show it.
    package var number = ""

    package let id = OperationID(rawValue: "undo.entry")
    package let role = Role.manager
    package let access = Access.work

    package init() {}

    package var parameters: [Parameter<Self>] { [.text("entry", \.number)] }

    package func run(_ context: Context, in store: Store) throws -> UndoneEntry {
        let recent = try store.recent(numbered: number)
        let undone = try store.undoing(recent.entry) { try store.undo(entry: recent.entry.id) }
        return UndoneEntry(recent: recent, undone: undone)
    }
}

/// An entry that was undone, as it was before, and what that did.
package struct UndoneEntry: Sendable {
    /// The entry, with what it was about then.
    package let recent: RecentEntry
    /// Which rows went, came back, or stayed.
    package let undone: Undone
}

/// Lists what was done last and stands, the latest first.
package struct ListDone: Operation {
    /// How many entries; ten unless said.
    package var count: Int? = 10

    package let id = OperationID(rawValue: "undo.list")
    package let role = Role.manager
    package let access = Access.read

    package init() {}

    package var parameters: [Parameter<Self>] { [.number("count", 1...100, \.count)] }

    package func run(_ context: Context, in store: Store) throws -> [RecentEntry] {
        try store.recentEntries(count ?? 10)
    }
}

/// Shows one entry of the history: what was done to what, and whether it can be undone.
package struct ShowEntry: Operation {
    /// Its number, as lists of what was done show it.
    package var number = ""

    package let id = OperationID(rawValue: "undo.show")
    package let role = Role.manager
    package let access = Access.read

    package init() {}

    package var parameters: [Parameter<Self>] { [.text("entry", \.number)] }

    package func run(_ context: Context, in store: Store) throws -> ShownEntry {
        let recent = try store.recent(numbered: number)
        return ShownEntry(
            program: store.program.name,
            recent: recent,
            alike: try recent.made.compactMap { made in
                try store.titleLike(made).map { ShownEntry.Alike(made: made, title: $0) }
            },
            twins: try store.twins(of: recent)
        )
    }
}

/// An entry of the history, with what is worth a second look.
package struct ShownEntry: Sendable {
    /// Whose record it is.
    package let program: String
    /// The entry, with what it was about.
    package let recent: RecentEntry
    /// Records that it made and that are spelled much like a known one.
    package let alike: [Alike]
    /// How many other sessions of the same course, organizations and start there are.
    package let twins: Int

    /// A record that was made, and the title of a known one that may have been meant.
    package struct Alike: Sendable, Equatable {
        /// What was made.
        package let made: RecentEntry.Made
        /// What is known under nearly the same spelling.
        package let title: String
    }
}

extension Store {
    /// The entry of a number, as people see it: the lower half of its id, in this file's own origin.
    fileprivate func recent(numbered number: String) throws -> RecentEntry {
        guard let shown = Int64(number.trimmed), let entry = try historyEntry(numbered: shown) else {
            throw RecordError.absent("there is no entry of this number", advice: nil)
        }
        return try recent(entry)
    }
}
