package import Records

/// Writes down how many chose each option of a question at a session: a show of hands, a poll.
package struct AddTally: Operation {
    /// The session's ref, an unambiguous beginning of it, or `last`.
    package var session = ""
    /// The question, in a word or a sentence.
    package var question = ""
    /// How many chose each option; at least one. Typed as `autonomy=5,respect=3`.
    package var counts: [OptionCount] = []
    /// Whether counts that are written down already are replaced.
    package var update = false

    package let id = OperationID.add(.tally)
    package let role = Role.manager
    package let access = Access.change

    package init() {}

    package var parameters: [Parameter<Self>] {
        [
            .text("session", \.session), .text("question", \.question),
            Parameter(name: "counts", isRequired: true) { $0.counts = try OptionCount.all(in: $1) },
            .flag("update", \.update),
        ]
    }

    package func run(_ context: Context, in store: Store) throws -> TalliedSession {
        let session = try store.find(.session, session)
        guard !counts.isEmpty else { throw RecordError.invalid(field: "counts", problem: "give at least one") }
        for count in counts {
            var draft = Draft(["session": .record(session), "question": .text(question)])
            draft["option"] = .text(count.option)
            draft["count"] = .number(count.count)
            _ = try store.take(Noun.tally.type, draft, update: update)
        }
        return TalliedSession(session: session, options: counts.count)
    }
}

/// Declares a question of the program's own for a show of hands, with its options; asked again, it gets further ones.
package struct AskQuestion: Operation {
    /// The question, in a word or a sentence.
    package var question = ""
    /// What can be chosen, in order, separated by semicolons.
    package var options = ""

    package let id = OperationID.add(.question)
    package let role = Role.manager
    package let access = Access.change
    package let entry = "tally ask"

    package init() {}

    package var parameters: [Parameter<Self>] { [.text("question", \.question), .text("options", \.options)] }

    package func run(_ context: Context, in store: Store) throws -> AskedQuestion {
        let draft = try store.draft(["question": question, "options": options], of: .question)
        let stored = try store.take(Noun.question.type, draft, update: true)
        return AskedQuestion(question: question.trimmed, stored: stored)
    }
}

/// A question that was declared.
package struct AskedQuestion: Sendable {
    /// The question as it was typed, without white space around it.
    package let question: String
    /// Whether it is new, has other options now, or was there.
    package let stored: Stored
}

/// A session with how many options were counted.
package struct TalliedSession: Sendable {
    /// The session at which people chose.
    package let session: Found
    /// How many options were named; each is stored, or was.
    package let options: Int
}

/// An option with how many chose it: `autonomy=5`.
package struct OptionCount: Equatable, Sendable {
    /// The option as people read it, without white space around it.
    package let option: String
    /// How many chose it, 0 to 1,000,000.
    package let count: Int

    /// Nil where `text` is no option with its count.
    package init?(_ text: String) {
        guard let sign = text.lastIndex(of: "="), sign != text.startIndex,
            let count = Int(text[text.index(after: sign)...]), Headcount.range.contains(count)
        else { return nil }
        option = text[..<sign].trimmed
        self.count = count
        if option.isEmpty { return nil }
    }

    /// Several, separated by commas.
    static func all(in text: String) throws -> [OptionCount] {
        try text.split(separator: ",").map { part in
            if let count = OptionCount(part.trimmed) { return count }
            throw RecordError.invalid(field: "counts", problem: "write an option and its count, such as autonomy=5")
        }
    }
}

/// Removes one option of a question that was tallied.
package struct RemoveTally: Operation {
    /// The session's ref, an unambiguous beginning of it, or `last`.
    package var session = ""
    /// The question as it is stored.
    package var question = ""
    /// The option as it is stored; the question's other options stay.
    package var option = ""

    package let id = OperationID.remove(.tally)
    package let role = Role.manager
    package let access = Access.change

    package init() {}

    package var parameters: [Parameter<Self>] {
        [.text("session", \.session), .text("question", \.question), .text("option", \.option)]
    }

    package func run(_ context: Context, in store: Store) throws -> Found {
        let session = try store.find(.session, session)
        var draft = Draft(["session": .record(session), "question": .text(question)])
        draft["option"] = .text(option)
        guard let id = try store.matching(Noun.tally.type, draft).first else {
            throw RecordError.absent(
                "\(session.ref) has no such option for that question",
                advice: Advice("To see them", .perform(.list(.tally), ["session": session.ref]))
            )
        }
        try store.remove(Noun.tally.type, Found(id: id, ref: session.ref))
        return session
    }
}
