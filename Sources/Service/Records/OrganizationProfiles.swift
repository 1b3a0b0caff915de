import Calendar
package import Documents
package import Records

/// Shows an organization, and what it reported about itself last.
package struct ShowOrganization: Operation {
    /// Its ref, an unambiguous beginning of it, or `last`.
    package var ref = ""

    package let id = OperationID.show(.organization)
    package let role = Role.manager
    package let access = Access.read

    package init() {}

    package var parameters: [Parameter<Self>] { [.text("ref", \.ref)] }

    package func run(_ context: Context, in store: Store) throws -> ShownOrganization {
        let found = try store.find(.organization, ref)
        return ShownOrganization(
            found: found,
            record: try RecordDocument.one(Noun.organization.type, found.id, store),
            profile: try store.lastProfile(of: found)
        )
    }
}

/// An organization with its last profile.
package struct ShownOrganization: Sendable {
    /// What was found by the ref that was typed, which may be cut short.
    package let found: Found
    /// The fields of the organization itself.
    package let record: Document
    /// What it reported about itself last; nil where it has reported nothing.
    package let profile: Document?
}

/// Writes down what an organization reports about itself as of a day, in place of what it reported of that day before.
package struct AddProfile: Operation {
    /// The organization's ref, an unambiguous beginning of it, or `last`.
    package var organization = ""
    /// What was typed for fields, by their name; `as_of` is today unless given.
    package var fields: [String: String] = [:]

    package let id = OperationID.add(.profile)
    package let role = Role.manager
    package let access = Access.change
    package let entry = "organization profile add"

    package init() {}

    package var parameters: [Parameter<Self>] {
        [.text("organization", \.organization)] + .texts(profileFields, in: \.fields)
    }

    package func run(_ context: Context, in store: Store) throws -> AddedProfile {
        let owner = try store.find(.organization, organization)
        var draft = try store.draft(fields, of: .profile)
        draft["organization"] = .record(owner)
        let day = draft.text("as_of") ?? store.today.description
        draft["as_of"] = .text(day)
        let stored = try store.take(Noun.profile.type, draft, update: true)
        return AddedProfile(organization: owner, day: day, stored: stored)
    }
}

/// What an organization reported as of a day, and what it did to the record.
package struct AddedProfile: Sendable {
    /// The organization that reported it.
    package let organization: Found
    /// Such as 2026-11-10.
    package let day: String
    /// Whether the profile is new, replaced the one of that day, or was there.
    package let stored: Stored
}

/// Shows what an organization reported about itself last.
package struct ShowProfile: Operation {
    /// The organization's ref, an unambiguous beginning of it, or `last`.
    package var organization = ""

    package let id = OperationID.show(.profile)
    package let role = Role.manager
    package let access = Access.read

    package init() {}

    package var parameters: [Parameter<Self>] { [.text("organization", \.organization)] }

    package func run(_ context: Context, in store: Store) throws -> (organization: Found, document: Document) {
        let owner = try store.find(.organization, organization)
        guard let document = try store.lastProfile(of: owner) else {
            let add = Advice.Step.perform(.add(.profile), ["organization": owner.ref, "employs": "yes"])
            throw RecordError.absent(
                "\(owner.ref) has not reported anything yet",
                advice: Advice("Record it", add)
            )
        }
        return (owner, document)
    }
}

/// Changes what an organization reported about itself: only what is given.
package struct EditProfile: Operation {
    /// The organization's ref, an unambiguous beginning of it, or `last`.
    package var organization = ""
    /// The day as of which it was reported, as it was typed; the last unless given.
    package var of: String?
    /// By whom it was reported, a word of `ReporterKind`, where several reported that day.
    package var by: String?
    /// What was typed for fields, by their name.
    package var fields: [String: String] = [:]
    /// Names of fields to empty.
    package var cleared: [String] = []

    package let id = OperationID.edit(.profile)
    package let role = Role.manager
    package let access = Access.change
    package let entry = "organization profile edit"

    package init() {}

    package var parameters: [Parameter<Self>] {
        [
            .text("organization", \.organization), .text("of", \.of), .text("by", \.by),
            .texts("clear", \.cleared),
        ]
            + .texts(profileFields, in: \.fields)
    }

    package func run(_ context: Context, in store: Store) throws -> EditedRecord {
        let found = try store.profile(organization, of: of, by: by)
        let draft = try store.draft(fields, of: .profile)
        let emptied = try cleared.map { try Noun.profile.fieldToEmpty($0) }
        let changed = try store.edit(Noun.profile.type, found.id, draft, clearing: emptied)
        return EditedRecord(noun: .profile, found: found, changed: changed, assumption: nil, remarks: [])
    }
}

/// Removes what an organization reported about itself as of a day.
package struct RemoveProfile: Operation {
    /// The organization's ref, an unambiguous beginning of it, or `last`.
    package var organization = ""
    /// The day as of which it was reported, as it was typed; the last unless given.
    package var of: String?
    /// By whom it was reported, a word of `ReporterKind`, where several reported that day.
    package var by: String?

    package let id = OperationID.remove(.profile)
    package let role = Role.manager
    package let access = Access.change
    package let entry = "organization profile remove"

    package init() {}

    package var parameters: [Parameter<Self>] {
        [.text("organization", \.organization), .text("of", \.of), .text("by", \.by)]
    }

    package func run(_ context: Context, in store: Store) throws -> Found {
        let found = try store.profile(organization, of: of, by: by)
        try store.remove(Noun.profile.type, found)
        return found
    }
}

/// What is typed of a profile beside its organization.
private let profileFields = Noun.profile.type.fields.map(\.name).filter { $0 != "organization" }

extension Store {
    /// What an organization reported about itself last; nil where it has reported nothing.
    fileprivate func lastProfile(of organization: Found) throws -> Document? {
        try RecordDocument.last(of: Extract(Noun.profile.type, RecordFilter(organization: organization.id)), self)
    }

    /// The profile of an organization as of a day, or its last; its ref is `ORGANIZATION, DAY`, and who reported it.
    ///
    /// - Throws: `ambiguous` where several reported that day and nobody said whose report is meant.
    fileprivate func profile(_ organization: String, of typed: String?, by who: String?) throws -> Found {
        let owner = try find(.organization, organization)
        let day = try typed.map { try self.day($0, for: "of") }
        let reporter = try who.map(reporter)
        let found = try profiles(of: owner, asOf: day, by: reporter)
        if let one = found.first, found.count == 1 { return one }
        if found.count > 1 {
            throw RecordError.refused(
                "\(owner.ref) has \(found.count) reports of that date: \(found.map(\.ref).joined(separator: "; "))",
                advice: Advice(.correct("by"))
            )
        }
        let when = (day.map { " as of \($0.words)" } ?? "") + (reporter.map { " by \($0.rawValue)" } ?? "")
        throw RecordError.absent(
            "\(owner.ref) has not reported anything\(when)",
            advice: Advice("To see them", .perform(.list(.profile), ["organization": owner.ref]))
        )
    }

    private func reporter(_ word: String) throws -> ReporterKind {
        guard let reporter = ReporterKind(rawValue: word.trimmed.lowercased()) else {
            throw RecordError.unknown("reporter", word, known: ReporterKind.allCases.map(\.rawValue))
        }
        return reporter
    }
}
