package import Records

/// Takes an import back: what it made goes, what it changed is as before, rows that were edited since stay.
package struct UndoImport: Operation {
    /// Its number, or "last".
    package var number = ""

    package let id = OperationID.undoImport
    package let role = Role.manager
    package let access = Access.work

    package init() {}

    package var parameters: [Parameter<Self>] { [.text("id", \.number)] }

    package func run(_ context: Context, in store: Store) throws -> UndoneImport {
        var others: [Int64] = []
        let undone = try store.undoImport({ try store.importID(typed: number) }) { id in
            let beside = try store.importsBeside(id)
            others = beside.map(Store.number(of:))
            let pairs = try store.pairsClosed(ofImports: [id] + beside)
            if pairs > 0 { try context.confirm(.losingPairs(pairs), of: ([id] + beside).map(String.init)) }
        }
        return UndoneImport(undone: undone, others: others)
    }
}

/// What taking an import back did.
package struct UndoneImport: Sendable {
    /// Which rows are gone, are as they were before, or stay because they were used since.
    package let undone: Undone
    /// The numbers of the imports that went with it, because one command took the files in.
    package let others: [Int64]
}
