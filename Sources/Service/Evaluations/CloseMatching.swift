import Calendar
package import Records

/// Ends the matching of before and after: codes and their key are deleted, pairs stay. It can't be taken back.
package struct CloseMatching: Operation {
    /// The session, or the parent event of several: its ref, an unambiguous beginning of it, or `last`.
    package var session: String?
    /// Instead of one: every one whose last session is more than this many days ago.
    package var olderThan: Int?

    package let id = OperationID.closeMatching
    package let role = Role.manager
    package let access = Access.lastingChange

    /// For how many days a matching can be said to be open.
    package static let days = 0...36_500

    static let choice = "name a session, or give a number of days"

    package init() {}

    package var parameters: [Parameter<Self>] {
        [.text("session", \.session), .number("all_older_than", Self.days, \.olderThan)]
    }

    /// What matching came to at each; nothing is done where none is open that long.
    package func run(_ context: Context, in store: Store) throws -> [MatchingOutcome] {
        let chosen = try chosen(store)
        if chosen.isEmpty { return [] }
        // Whoever says yes says it to these, as they are matched now.
        let identity = chosen.map { "\($0.series.id) \($0)" }
        try context.confirm(.deletingCodes(events: chosen.map(\.series.ref)), of: identity)
        return try chosen.map { try store.closeMatching(of: $0.series) }
    }

    private func chosen(_ store: Store) throws -> [MatchingOutcome] {
        if let session, olderThan == nil { return [try store.matching(of: store.find(.session, session))] }
        guard let days = olderThan, session == nil else {
            throw RecordError.invalid(field: "session", problem: Self.choice)
        }
        try RecordError.require(days, in: Self.days, of: "all_older_than")
        let day = store.today.adding(days: -days)
        return try store.openMatchings(before: day).map { try store.matching(of: $0.series) }
    }
}
