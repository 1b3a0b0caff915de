package import Records

/// Lists what needs action, the oldest first, each item with the operation that closes it.
package struct ListDue: Operation {
    package let id = OperationID.listDue
    package let role = Role.manager
    package let access = Access.read
    package let parameters: [Parameter<Self>] = []

    package init() {}

    package func run(_ context: Context, in store: Store) throws -> [DueItem] { try store.due(asOf: store.today) }
}
