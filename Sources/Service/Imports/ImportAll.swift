package import Intake
package import Records

/// Takes an export of everything into a record in which nothing was written down yet, all of it or nothing.
package struct ImportAll: Operation {
    /// The folder of the export, as a path from the root.
    package var folder = ""
    /// Told how far it has come, at most every 64 KiB of a file.
    package var progress: @Sendable (ImportProgress) -> Void = { _ in }

    package let id = OperationID(rawValue: "import.all")
    package let role = Role.admin
    package let access = Access.work
    /// A folder is no parameter that is typed into a line: it lies where the record does.
    package let parameters: [Parameter<Self>] = []

    package init() {}

    package func run(_ context: Context, in store: Store) throws -> WholeImport.Result {
        guard !folder.isEmpty else {
            throw RecordError.invalid(field: "folder", problem: "is missing")
        }
        return try WholeImport(folder, into: store) { done in
            try context.interruption.check()
            context.progress(done.done, done.total)
            progress(done)
        }.run()
    }
}
