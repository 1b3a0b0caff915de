import Calendar
import Inbox
package import Records

/// Says what people sent by code and is not in the record yet, as numbers; or stores what has ended, which can't be taken
/// back.
package struct LookIntoInbox: Operation {
    /// Whether to end every collection whose time is up, and store what came in by it.
    package var take = false

    package let id = OperationID(rawValue: "inbox")
    package let role = Role.evaluator
    package var access: Access { take ? .lastingChange : .read }

    package init() {}

    package var parameters: [Parameter<Self>] { [.flag("take", \.take)] }

    package func run(_ context: Context, in store: Store) throws -> InboxState {
        let now = store.clock.now()
        let open = try store.collections().filter { $0.closedOn == nil }
        guard !take else {
            return InboxState(closed: try open.filter { !$0.isOpen(at: now) }.map { try store.close($0, context) })
        }
        let folder = PublicFolder(besideRecord: store.path)
        let waiting = try folder.exists ? folder.alone { try folder.waiting() } : [:]
        let known = open.map { collection in
            let count = EntryCode(collection.code).flatMap { waiting[$0] } ?? 0
            let isOpen = collection.isOpen(at: now)
            return InboxEntry(code: collection.code, collection: collection, waiting: isOpen ? nil : count)
        }
        let codes = Set(open.map(\.code))
        let unknown = waiting.filter { !codes.contains($0.key.description) && $0.value > 0 }
            .map { InboxEntry(code: $0.key.description, collection: nil, waiting: $0.value) }
        return InboxState(waiting: known + unknown.sorted { $0.code < $1.code })
    }
}

/// What was found in the inbox, or came of it.
package struct InboxState: Sendable {
    /// What waits, each code's by itself; empty where it was taken.
    package var waiting: [InboxEntry] = []
    /// What was closed and stored; empty where nothing was to be taken.
    package var closed: [ClosedCollection] = []
}

/// What waits under one code.
package struct InboxEntry: Sendable {
    /// Seven letters.
    package let code: String
    /// nil where the record does not know the code: it was opened after the backup that the record was restored from, or
    /// its opening was undone.
    package let collection: ResponseCollection?
    /// How many responses wait; nil while people may still answer.
    package let waiting: Int?
}
