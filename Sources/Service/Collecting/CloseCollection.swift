import Calendar
import Inbox
import Intake
package import Records

/// Ends collecting, and stores what came in by it. It can't be taken back.
package struct CloseCollection: Operation {
    /// The session, or the code.
    package var session = ""
    /// When the form is asked, where several are collected for the session.
    package var wave: Form.Wave?

    package let id = OperationID.closeCollection
    package let role = Role.evaluator
    package let access = Access.lastingChange

    package init() {}

    package var parameters: [Parameter<Self>] { [.text("session", \.session), .choice("wave", \.wave)] }

    package func run(_ context: Context, in store: Store) throws -> ClosedCollection {
        try store.close(try chosen(store), context)
    }

    private func chosen(_ store: Store) throws -> ResponseCollection {
        let open = try store.collections().filter { $0.closedOn == nil }
        if let code = EntryCode(session), let one = open.first(where: { $0.code == code.description }) { return one }
        let found = try store.find(.session, session)
        let fitting = open.filter { $0.session == found && (wave == nil || $0.wave == wave) }
        guard let first = fitting.first else {
            throw RecordError.refused(
                "nothing is being collected for \(found.ref)",
                advice: Advice("To start", .perform(.openCollection, ["session": found.ref]))
            )
        }
        guard fitting.count == 1 else {
            throw RecordError.invalid(
                field: "wave",
                problem: "several forms are collected for \(found.ref)",
                advice: Advice(.choose(fitting.map(\.wave.rawValue)))
            )
        }
        return first
    }
}

/// A collection that was closed, and what came of it.
package struct ClosedCollection: Sendable {
    /// As it was before it was closed.
    package let collection: ResponseCollection
    /// How many responses were stored.
    package let stored: Int
    /// How many had no answer that the form accepts, and were left out.
    package let empty: Int
    /// Whether codes were left out because matching is closed there.
    package let isCodeDropped: Bool
    /// How many people attended; nil where nobody counted.
    package let attendance: Int?
}

extension Store {
    /// Sets aside what the inbox holds for a collection and stores it, within one change.
    ///
    /// Where that comes to nothing, what was set aside comes in with the next attempt.
    func close(_ collection: ResponseCollection, _ context: Context) throws -> ClosedCollection {
        guard let code = EntryCode(collection.code) else { throw StoreError.damaged("a collection without a code") }
        let folder = PublicFolder(besideRecord: path)
        let attendance = try attendance(of: collection.session)
        let name = randomness.word(12)
        let responses: [[String: String]] =
            try !folder.exists
            ? []
            : folder.alone {
                let count = try folder.waiting()[code] ?? 0
                if let attendance, count > 2 * attendance {
                    try context.confirm(
                        .storingMany(responses: count, attendance: attendance),
                        of: [collection.code, "\(count)"]
                    )
                }
                if var published = try? folder.published() {
                    published.collections.removeAll { $0.code == code }
                    try folder.publish(published)
                }
                return try folder.setAside(code, batch: name).responses()
            }
        return try store(responses, of: collection, batch: name, attendance)
    }

    private func store(
        _ responses: [[String: String]],
        of collection: ResponseCollection,
        batch: String,
        _ attendance: Int?
    ) throws -> ClosedCollection {
        let form = try form(collection.form.id)
        var new = NewEvaluations(of: form)
        var empty = 0
        for answers in responses {
            var returned = ReturnedForm(form)
            for (name, text) in answers.sorted(by: { $0.key < $1.key }) {
                // The page asks for nothing else; what somebody sent past it is no answer.
                if let item = form.item(name) { _ = returned.answer(item, text) }
            }
            if returned.isEmpty {
                empty += 1
            } else {
                returned.add(to: &new, session: collection.session.id, day: today)
            }
        }
        let stored = try closeCollection(collection, batch: batch, storing: new)
        return ClosedCollection(
            collection: collection,
            stored: stored.created,
            empty: empty,
            isCodeDropped: !stored.closedSeries.isEmpty,
            attendance: attendance
        )
    }
}
