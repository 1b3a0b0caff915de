package import Records

/// Undoes the last command that has not been undone.
package struct UndoLast: Operation {
    package let id = OperationID.undo
    package let role = Role.manager
    package let access = Access.work
    package let parameters: [Parameter<Self>] = []

    package init() {}

    package func run(_ context: Context, in store: Store) throws -> Undone {
        try store.undoing(try store.lastEntry()) { try store.undo() }
    }
}
