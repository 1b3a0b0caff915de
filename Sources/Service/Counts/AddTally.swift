package import Records

/// Records how many chose each option of a question at a session.
package struct AddTally: Operation {
    package var session = ""
    package var question = ""
    /// Each option with how many chose it, in the order in which they were said.
    package var counts: [OptionCount] = []
    /// Whether counts that are recorded already are replaced.
    package var update = false

    package let id = OperationID.add(.tally)
    package let role = Role.manager
    package let access = Access.change

    package init() {}

    package var parameters: [Parameter<Self>] {
        [
            .text("session", \.session), .text("question", \.question), .flag("update", \.update),
            Parameter(name: "counts", isRequired: true) { target, text in
                guard let count = OptionCount(text) else {
                    throw RecordError.invalid(
                        field: "counts",
                        problem: "give an option and its count, such as autonomy=5"
                    )
                }
                target.counts.append(count)
            },
        ]
    }

    package func run(_ context: Context, in store: Store) throws -> Found {
        let session = try store.find(.session, session)
        for count in counts {
            let draft = Draft([
                "session": .record(session), "question": .text(question), "option": .text(count.option),
                "count": .number(count.count),
            ])
            _ = try store.take(Noun.tally.type, draft, update: update)
        }
        return session
    }
}

/// An option with how many chose it: `autonomy=5`.
package struct OptionCount: Equatable, Sendable {
    package let option: String
    package let count: Int

    /// Nil where the text is no option with a count; an option may hold an equals sign itself.
    package init?(_ text: String) {
        guard let sign = text.lastIndex(of: "="), let count = Int(text[text.index(after: sign)...]),
            Headcount.range.contains(count)
        else { return nil }
        option = text[..<sign].trimmed
        self.count = count
        if option.isEmpty { return nil }
    }
}

/// Removes one option of a question at a session.
package struct RemoveTally: Operation {
    package var session = ""
    package var question = ""
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
        let draft = Draft(["session": .record(session), "question": .text(question), "option": .text(option)])
        guard let id = try store.matching(Noun.tally.type, draft).first else {
            throw RecordError.absent(
                "\(session.ref) has no such option of that question",
                advice: Advice("See", .perform(.list(.tally), ["session": session.ref]))
            )
        }
        try store.remove(Noun.tally.type, Found(id: id, ref: session.ref))
        return session
    }
}
