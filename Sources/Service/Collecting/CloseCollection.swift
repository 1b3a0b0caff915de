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
        if let code = EntryCode(session) {
            if let one = open.first(where: { $0.code == code.description }) { return one }
            if try store.collections().contains(where: { $0.code == code.description }) {
                throw RecordError.refused("the collection with code \(code) is already closed", advice: nil)
            }
        }
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
                advice: Advice("Close each by its code", .choose(fitting.map(\.code)))
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
    /// Where that comes to nothing, what was set aside goes back, and people may go on. A killed process leaves it set
    /// aside: the code stays closed to people until somebody closes the collection, and nothing is lost.
    func close(_ collection: ResponseCollection, _ context: Context) throws -> ClosedCollection {
        guard let code = EntryCode(collection.code) else { throw StoreError.damaged("a collection without a code") }
        let folder = PublicFolder(besideRecord: path)
        guard folder.exists else {
            throw RecordError.refused(
                "the folder with the responses, \(folder.path), is not beside the database",
                advice: "Nothing was changed. Put it back, then close the collection."
            )
        }
        let attendance = try attendance(of: collection.session)
        let batch = try folder.alone {
            try confirmMany(try folder.waiting(under: code), code, attendance, context)
            if var published = try? folder.published() {
                published.collections.removeAll { $0.code == code }
                try folder.publish(published)
            }
            return try folder.setAside(code, batch: randomness.word(12))
        }
        do {
            return try store(try batch.responses(), of: collection, batch: batch.name, attendance)
        } catch {
            // The first error is the one to report.
            try? folder.alone { folder.putBack(batch) }
            throw error
        }
    }

    /// How many responses are stored unasked where nobody counted who attended.
    private static let unasked = 30

    /// Asks before so many are stored that some may have been sent twice. How many is not said: people may still answer.
    private func confirmMany(_ count: Int, _ code: EntryCode, _ attendance: Int?, _ context: Context) throws {
        guard count > attendance.map({ 2 * $0 }) ?? Self.unasked else { return }
        try context.confirm(.storingMany(attendance: attendance), of: [code.description])
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
