package import Records

/// Adds a record of a kind from what was typed for its fields.
package struct AddRecord: Operation {
    /// The kind, which decides the fields and their rules.
    package let noun: Noun
    /// What was typed for fields, by their name.
    package var fields: [String: String] = [:]
    /// Whether organizations and courses that it names and that are not known are made.
    package var makesNamed = false

    package let role = Role.manager
    package let access = Access.change

    package init(_ noun: Noun) { self.noun = noun }

    package var id: OperationID { .add(noun) }
    package var parameters: [Parameter<Self>] {
        .texts(noun.type.fields.map(\.name), in: \.fields) + (noun == .session ? [.flag("new", \.makesNamed)] : [])
    }

    package func run(_ context: Context, in store: Store) throws -> AddedRecord {
        let reading = Reading(place: .typed, makes: makesNamed)
        let draft = try store.draft(fields, of: noun, reading)
        let found = try store.named(noun, try store.add(noun.type, draft))
        return AddedRecord(
            noun: noun,
            found: found,
            made: try reading.coursesMade.map {
                MadeRecord(noun: .course, found: try store.named(.course, $0), near: nil)
            }
                + reading.organizationsMade.map {
                    MadeRecord(noun: .organization, found: try store.named(.organization, $0), near: nil)
                },
            assumption: Assumption(noun, draft, store),
            remarks: try store.remarks(on: found, noun, draft)
        )
    }
}

extension Store {
    /// What to look at again in words of a record that are meant for everybody, where some were given.
    fileprivate func remarks(on found: Found, _ noun: Noun, _ draft: Draft) throws -> [WordingRemark] {
        noun == .feedback ? try remarks(onFeedback: found.id, given: draft.values.keys) : []
    }
}

/// A record that was added.
package struct AddedRecord: Sendable {
    /// Its kind, by which an interface finds its words and its page.
    package let noun: Noun
    /// The row id and ref, made where none was given.
    package let found: Found
    /// Courses and organizations that were made because it named them.
    package let made: [MadeRecord]
    /// What was taken for granted, and should be said.
    package let assumption: Assumption?
    /// What to look at again in words that are meant for everybody.
    package let remarks: [WordingRemark]
}

/// Changes a record of a kind: only what is given.
package struct EditRecord: Operation {
    /// The kind, which decides the fields and their rules.
    package let noun: Noun
    /// Its ref, an unambiguous beginning of it, or `last`.
    package var ref = ""
    /// What was typed for fields, by their name.
    package var fields: [String: String] = [:]
    /// Names of fields to empty.
    package var cleared: [String] = []

    package let role = Role.manager
    package let access = Access.change

    package init(_ noun: Noun) { self.noun = noun }

    package var id: OperationID { .edit(noun) }
    package var parameters: [Parameter<Self>] {
        [.text("ref", \.ref), .texts("clear", \.cleared)] + .texts(noun.type.fields.map(\.name), in: \.fields)
    }

    package func run(_ context: Context, in store: Store) throws -> EditedRecord {
        let found = try store.find(noun, ref)
        let draft = try store.draft(fields, of: noun)
        let emptied = try cleared.map { try noun.fieldToEmpty($0) }
        let changed = try store.edit(noun.type, found.id, draft, clearing: emptied)
        if changed.isEmpty { return EditedRecord(noun: noun, found: found, changed: [], assumption: nil, remarks: []) }
        return EditedRecord(
            noun: noun,
            found: try store.named(noun, found),
            changed: changed,
            assumption: Assumption(noun, draft, store),
            remarks: try store.remarks(on: found, noun, draft)
        )
    }
}

extension Noun {
    /// The name of a field of this kind that a person wants to empty.
    func fieldToEmpty(_ name: String) throws -> String {
        if let field = type.field(named: name), field.name != "ref" { return field.name }
        let names = type.fields.filter { $0.name != "ref" && !$0.isRequired }.map(\.name)
        throw RecordError.invalid(
            field: "clear",
            problem: "\(withArticle) has no field \"\(name.clipped)\" to clear",
            advice: Advice("Fields: \(names.joined(separator: ", ")).")
        )
    }
}

/// A record that was changed, or was like that already.
package struct EditedRecord: Sendable {
    /// Its kind, by which an interface finds its words and its page.
    package let noun: Noun
    /// The record by the ref that it had before the change; commitments have that of their session.
    package let found: Found
    /// The fields whose values are others now.
    package let changed: [String]
    /// What was taken for granted, and should be said; nil where nothing was, or nothing changed.
    package let assumption: Assumption?
    /// What to look at again in words that are meant for everybody.
    package let remarks: [WordingRemark]
}

/// Removes a record of a kind, and what belongs to it alone.
package struct RemoveRecord: Operation {
    /// The kind; a person is refused here, since people are forgotten and not removed.
    package let noun: Noun
    /// Its ref, an unambiguous beginning of it, or `last`.
    package var ref = ""

    package var role: Role { noun == .form ? .evaluator : .manager }
    package let access = Access.change

    package init(_ noun: Noun) { self.noun = noun }

    package var id: OperationID { .remove(noun) }
    package var parameters: [Parameter<Self>] { [.text("ref", \.ref)] }

    package func run(_ context: Context, in store: Store) throws -> Found {
        guard noun != .person else {
            throw RecordError.refused(
                "people are forgotten, not removed, so every count stays",
                advice: Advice("Forget them", .perform(.forgetPerson, ["people": ref]))
            )
        }
        let found = try store.find(noun, ref)
        try store.remove(noun.type, found)
        return found
    }
}
