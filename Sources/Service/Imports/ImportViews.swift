package import Records

/// Lists the imports, the latest first.
package struct ListImports: Operation {
    package let id = OperationID.listImports
    package let role = Role.manager
    package let access = Access.read
    package let parameters: [Parameter<Self>] = []

    package init() {}

    package func run(_ context: Context, in store: Store) throws -> [ImportEntry] { try store.imports() }
}

/// Shows one import: which file, by whom, and what became of its rows.
package struct ShowImport: Operation {
    /// Its number, or "last".
    package var number = ""

    package let id = OperationID.showImport
    package let role = Role.manager
    package let access = Access.read

    package init() {}

    package var parameters: [Parameter<Self>] { [.text("id", \.number)] }

    package func run(_ context: Context, in store: Store) throws -> ImportEntry {
        let id = try store.importID(typed: number)
        if let entry = try store.imports().first(where: { $0.id == id }) { return entry }
        throw RecordError.absent("import \(number) doesn't exist", advice: nil)
    }
}
