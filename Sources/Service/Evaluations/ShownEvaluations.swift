package import Records

/// Shows a returned form: its answers by their labels.
package struct ShowEvaluation: Operation {
    /// Its ref, an unambiguous beginning of it, or `last`.
    package var ref = ""
    /// Whether one person reads the answer on a screen, and nothing keeps it: words that somebody wrote go into no file.
    package var isForEyes = false

    package let id = OperationID.show(.evaluation)
    package let role = Role.manager
    package let access = Access.read

    package init() {}

    package var parameters: [Parameter<Self>] { [.text("ref", \.ref)] }

    package func run(_ context: Context, in store: Store) throws -> ShownEvaluation {
        let returned = try store.returned(store.find(.evaluation, ref))
        let questions = returned.words.count
        return ShownEvaluation(
            evaluation: isForEyes ? returned : returned.withoutWords,
            wordsKeptInside: isForEyes ? 0 : questions
        )
    }
}

/// A returned form.
package struct ShownEvaluation: Sendable {
    /// The form with its answers; with words only where one person reads them on a screen.
    package let evaluation: ReturnedEvaluation
    /// To how many questions something was written that is not shown.
    package let wordsKeptInside: Int
}

/// Removes a returned form with its answers.
package struct RemoveEvaluation: Operation {
    /// Its ref, an unambiguous beginning of it, or `last`.
    package var ref = ""

    package let id = OperationID.remove(.evaluation)
    package let role = Role.manager
    package let access = Access.change

    package init() {}

    package var parameters: [Parameter<Self>] { [.text("ref", \.ref)] }

    package func run(_ context: Context, in store: Store) throws -> RemovedEvaluation {
        let found = try store.find(.evaluation, ref)
        return RemovedEvaluation(found: found, hadCode: try store.removeReturned(found))
    }
}

/// A returned form that was removed.
package struct RemovedEvaluation: Sendable {
    /// The row id and the ref that it had.
    package let found: Found
    /// Whether something tied it to another one, which undo does not bring back.
    package let hadCode: Bool
}
