package import Records

/// Writes down an answer to a reflexive question at a session, and how many gave it.
package struct AddReflection: Operation {
    /// The session's ref, an unambiguous beginning of it, or `last`.
    package var session = ""
    /// The question, in a word or a sentence.
    package var question = ""
    /// Codes, count and words, as they were typed; the words stay inside.
    package var fields: [String: String] = [:]

    package let id = OperationID.add(.reflection)
    package let role = Role.manager
    package let access = Access.change

    package init() {}

    package var parameters: [Parameter<Self>] {
        [.text("session", \.session), .text("question", \.question)]
            + .texts(["scope", "codes", "count", "text"], in: \.fields)
    }

    package func run(_ context: Context, in store: Store) throws -> NumberedReflection {
        let session = try store.find(.session, session)
        var draft = try store.draft(fields.merging(["question": question]) { $1 }, of: .reflection)
        draft["session"] = .record(session)
        _ = try store.add(Noun.reflection.type, draft)
        return NumberedReflection(session: session, number: try store.reflections(at: session).count)
    }
}

/// A reflection as people name it: by its number at a session.
package struct NumberedReflection: Sendable {
    /// The session that it was written down at.
    package let session: Found
    /// From 1, in the order in which they were written down; the next ones move up when one is removed.
    package let number: Int
}

/// Changes a reflection: only what is given.
package struct EditReflection: Operation {
    /// The session's ref, an unambiguous beginning of it, or `last`.
    package var session = ""
    /// Its number at the session, from 1.
    package var number: Int?
    /// What was typed for fields, by their name.
    package var fields: [String: String] = [:]

    package let id = OperationID.edit(.reflection)
    package let role = Role.manager
    package let access = Access.change

    package init() {}

    package var parameters: [Parameter<Self>] {
        [.text("session", \.session), .number("number", 1...1_000_000, \.number)]
            + .texts(["question", "scope", "codes", "count", "text"], in: \.fields)
    }

    package func run(_ context: Context, in store: Store) throws -> EditedReflection {
        let session = try store.find(.session, session)
        let reflection = try store.reflection(numbered: number, at: session)
        let draft = try store.draft(fields, of: .reflection)
        let changed = try store.edit(Noun.reflection.type, reflection.id, draft)
        return EditedReflection(session: session, number: reflection.number, changed: changed)
    }
}

/// A reflection that was changed, or was like that already.
package struct EditedReflection: Sendable {
    /// The session that it was written down at.
    package let session: Found
    /// Its number at the session, from 1, which a change leaves as it is.
    package let number: Int
    /// The fields whose values are others now.
    package let changed: [String]
}

/// Removes one answer to a reflexive question; the numbers of those after it go down by one.
package struct RemoveReflection: Operation {
    /// The session's ref, an unambiguous beginning of it, or `last`.
    package var session = ""
    /// Its number at the session, from 1.
    package var number: Int?

    package let id = OperationID.remove(.reflection)
    package let role = Role.manager
    package let access = Access.change

    package init() {}

    package var parameters: [Parameter<Self>] {
        [.text("session", \.session), .number("number", 1...1_000_000, \.number)]
    }

    package func run(_ context: Context, in store: Store) throws -> NumberedReflection {
        let session = try store.find(.session, session)
        let reflection = try store.reflection(numbered: number, at: session)
        try store.remove(Noun.reflection.type, Found(id: reflection.id, ref: session.ref))
        return NumberedReflection(session: session, number: reflection.number)
    }
}

/// Shows the reflections of a session with their numbers and words.
package struct ShowReflections: Operation {
    /// The session's ref, an unambiguous beginning of it, or `last`.
    package var session = ""

    package let id = OperationID.show(.reflection)
    package let role = Role.manager
    package let access = Access.read

    package init() {}

    package var parameters: [Parameter<Self>] { [.text("session", \.session)] }

    package func run(_ context: Context, in store: Store) throws -> (session: Found, reflections: [Reflection]) {
        let session = try store.find(.session, session)
        return (session, try store.reflections(at: session))
    }
}

extension Store {
    /// The reflection of a number that has to be given.
    fileprivate func reflection(numbered number: Int?, at session: Found) throws -> Reflection {
        guard let number else { throw RecordError.missing(.reflection, field: "number") }
        return try reflection(number, at: session)
    }
}
