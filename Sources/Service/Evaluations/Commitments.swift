package import Calendar
package import Records

/// Writes down how many commitments were made at a session.
package struct AddCommitments: Operation {
    /// The session's ref, an unambiguous beginning of it, or `last`.
    package var session = ""
    /// How many were made.
    package var made: Int?
    /// How many people made them.
    package var respondents: Int?
    /// Whose they are, `individual` or `institution`, as it was typed.
    package var scope: String?
    /// Whether what is written down already is replaced.
    package var update = false

    package let id = OperationID.add(.commitment)
    package let role = Role.manager
    package let access = Access.change

    package init() {}

    package var parameters: [Parameter<Self>] {
        [
            .text("session", \.session), .number("made", Headcount.range, \.made),
            .number("respondents", Headcount.range, \.respondents), .text("scope", \.scope),
            .flag("update", \.update),
        ]
    }

    package func run(_ context: Context, in store: Store) throws -> StoredCommitments {
        guard let made else { throw RecordError.missing(.commitment, field: "made") }
        let session = try store.find(.session, session)
        let stored = try store.takeCommitments(
            at: session,
            made: made,
            respondents: respondents,
            scope: try CommitmentScope.typed(scope),
            update: update
        )
        return StoredCommitments(session: session, made: made, stored: stored)
    }
}

/// How many commitments were made at a session, and what that did to the record.
package struct StoredCommitments: Sendable {
    /// The session at which they were made.
    package let session: Found
    /// How many were made, by however many people.
    package let made: Int
    /// Whether the count is new, replaced another, or was there.
    package let stored: Stored
}

/// Writes down what became of the commitments of a session, as far as people could be asked.
package struct FollowUpCommitments: Operation {
    /// The session's ref, an unambiguous beginning of it, or `last`: the one at which they were made.
    package var session = ""
    /// How many were carried out; 0 is to be said, too.
    package var fully: Int?
    /// How many were carried out in part; 0 is to be said, too.
    package var partly: Int?
    /// How many were not carried out yet; 0 is to be said, too.
    package var notYet: Int?
    /// The day on which people were asked, as it was typed; today unless given.
    package var on: String?
    /// Whose commitments are meant, `individual` or `institution`, as it was typed.
    package var scope: String?
    /// Whether what is written down for that day already is replaced.
    package var update = false

    package let id = OperationID.followUpCommitments
    package let role = Role.manager
    package let access = Access.change
    package let entry = "commitment follow-up"

    package init() {}

    package var parameters: [Parameter<Self>] {
        [
            .text("session", \.session), .number("fully", Headcount.range, \.fully),
            .number("partly", Headcount.range, \.partly), .number("not_yet", Headcount.range, \.notYet),
            .text("on", \.on), .text("scope", \.scope), .flag("update", \.update),
        ]
    }

    package func run(_ context: Context, in store: Store) throws -> FollowedUpCommitments {
        let session = try store.find(.session, session)
        let day = try store.dayDone(on)
        let counts = try [("fully", fully), ("partly", partly), ("not_yet", notYet)].map { name, count in
            guard let count else { throw RecordError.missing(.commitment, field: name) }
            return count
        }
        let scope = try CommitmentScope.typed(scope)
        let stored = try store.followUp(
            session,
            on: day,
            fully: counts[0],
            partly: counts[1],
            notYet: counts[2],
            scope: scope,
            update: update
        )
        return FollowedUpCommitments(
            session: session,
            day: day,
            asked: counts.reduce(0, +),
            made: try store.commitments(at: session, scope: scope) ?? 0,
            stored: stored
        )
    }
}

/// What became of commitments, and what that did to the record.
package struct FollowedUpCommitments: Sendable {
    /// The session at which the commitments were made.
    package let session: Found
    /// The civil day on which people were asked.
    package let day: Day
    /// Of how many it is known.
    package let asked: Int
    /// Of how many that were made.
    package let made: Int
    /// Whether the follow-up of that day is new, replaced another, or was there.
    package let stored: Stored
}

/// Changes what was made at a session, or a follow-up: only what is given.
package struct EditCommitments: Operation {
    /// The session's ref, an unambiguous beginning of it, or `last`.
    package var session = ""
    /// The day of the follow-up that is meant, as it was typed; what was made unless given.
    package var on: String?
    /// Whose commitments are meant, where a session has those of both scopes.
    package var scope: String?
    /// What was typed for fields, by their name.
    package var fields: [String: String] = [:]

    package let id = OperationID.edit(.commitment)
    package let role = Role.manager
    package let access = Access.change

    package init() {}

    package var parameters: [Parameter<Self>] {
        [.text("session", \.session), .text("on", \.on), .text("scope", \.scope)]
            + .texts(["made", "respondents", "fully", "partly", "not_yet"], in: \.fields)
    }

    package func run(_ context: Context, in store: Store) throws -> EditedRecord {
        let session = try store.find(.session, session)
        let id = try store.commitment(
            at: session,
            on: try on.map { try store.day($0, for: "on") },
            scope: try CommitmentScope.typed(scope)
        )
        let changed = try store.edit(Noun.commitment.type, id, try store.draft(fields, of: .commitment))
        return EditedRecord(noun: .commitment, found: session, changed: changed, assumption: nil, remarks: [])
    }
}

/// Removes what was made at a session, or a follow-up.
package struct RemoveCommitments: Operation {
    /// The session's ref, an unambiguous beginning of it, or `last`.
    package var session = ""
    /// The day of the follow-up that is meant, as it was typed; what was made unless given.
    package var on: String?
    /// Whose commitments are meant, where a session has those of both scopes.
    package var scope: String?

    package let id = OperationID.remove(.commitment)
    package let role = Role.manager
    package let access = Access.change

    package init() {}

    package var parameters: [Parameter<Self>] {
        [.text("session", \.session), .text("on", \.on), .text("scope", \.scope)]
    }

    package func run(_ context: Context, in store: Store) throws -> RemovedCommitments {
        let session = try store.find(.session, session)
        let day = try on.map { try store.day($0, for: "on") }
        let id = try store.commitment(at: session, on: day, scope: try CommitmentScope.typed(scope))
        try store.remove(Noun.commitment.type, Found(id: id, ref: session.ref))
        return RemovedCommitments(session: session, day: day)
    }
}

/// A session whose commitments were removed.
package struct RemovedCommitments: Sendable {
    /// The session that they were made at; its other commitments and follow-ups stay.
    package let session: Found
    /// The day of the follow-up that was removed; nil for what was made.
    package let day: Day?
}

extension CommitmentScope {
    /// The scope that a word names; nil where nothing was typed.
    static func typed(_ word: String?) throws -> CommitmentScope? {
        guard let word, !word.trimmed.isEmpty else { return nil }
        if let scope = CommitmentScope(rawValue: word.trimmed.lowercased()) { return scope }
        throw RecordError.invalid(field: "scope", problem: "use individual or institution")
    }
}
