import Calendar
import Inbox
package import Records

/// Lists what is and was collected by codes.
package struct ListCollections: Operation {
    /// Only those of this session.
    package var session: String?

    package let id = OperationID(rawValue: "collect.list")
    package let role = Role.evaluator
    package let access = Access.read

    package init() {}

    package var parameters: [Parameter<Self>] { [.text("session", \.session)] }

    /// Those that are open first, then the closed ones, the latest first.
    package func run(_ context: Context, in store: Store) throws -> [ListedCollection] {
        let now = store.clock.now()
        let chosen = try session.map { try store.collections(of: store.find(.session, $0)) } ?? store.collections()
        let listed = try chosen.reversed().map { collection in
            ListedCollection(
                collection: collection,
                isOpen: collection.isOpen(at: now),
                // While it is open nobody sees how many have answered, nor who just did.
                responses: collection.closedOn == nil
                    ? nil : try store.responses(to: collection.form, about: collection.session),
                attendance: try store.attendance(of: collection.session)
            )
        }
        return listed.filter { $0.collection.closedOn == nil } + listed.filter { $0.collection.closedOn != nil }
    }
}

/// A collection in a list.
package struct ListedCollection: Sendable {
    /// Which session, form and code.
    package let collection: ResponseCollection
    /// Whether people may answer now.
    package let isOpen: Bool
    /// How many responses to its form are stored for its session; nil until it is closed.
    package let responses: Int?
    /// How many people attended; nil where nobody counted.
    package let attendance: Int?
}
