package import Intake
package import Records

/// Takes files in, all of them or nothing; or, as a dry run, says what they would come to, on a copy of the record.
package struct ImportFiles: Operation {
    /// What is asked: which files, as what, and how their columns are read. Files are paths from the root.
    package var request: ImportRequest
    /// The paths of the files, from the root.
    package var files: [String] {
        get { request.files }
        set { request.files = newValue }
    }
    /// Told how far it has come, at most every 64 KiB of a file.
    package var progress: @Sendable (ImportProgress) -> Void = { _ in }

    package let id = OperationID.importRecords
    package let role = Role.manager
    /// Nobody who writes waits for a dry run, which may be long.
    package var access: Access { request.dryRun ? .snapshot : .work }

    package init(_ request: ImportRequest = ImportRequest(kind: .attendance, files: [])) {
        self.request = request
    }

    /// Files are no parameter that is typed into a line: each interface has its own way to them.
    package var parameters: [Parameter<Self>] {
        [
            Parameter(name: "kind", isRequired: true) { $0.request.kind = try Self.kind($1) },
            .text("session", \.request.session), .text("form", \.request.form),
            .number("within", 0...366, \.request.within),
            .choice("keep", \.request.keep), .flag("strict", \.request.strict), .flag("dry_run", \.request.dryRun),
            .flag("update", \.request.update), .flag("other_day", \.request.otherDay),
        ]
    }

    package func run(_ context: Context, in store: Store) throws -> [ImportSummary] {
        guard !request.files.isEmpty || !request.handed.isEmpty else {
            throw RecordError.invalid(field: "files", problem: "give at least one")
        }
        return try Import(request, into: store) { done in
            try context.interruption.check()
            context.progress(done.done, done.total)
            progress(done)
        }.run()
    }

    /// The kind of record that a word such as "sessions" means.
    private static func kind(_ text: String) throws -> Noun {
        if let noun = Noun(plural: text.trimmed.lowercased()), noun.isImported { return noun }
        let known = Noun.allCases.filter(\.isImported).map(\.plural).joined(separator: ", ")
        throw RecordError.invalid(field: "kind", problem: "is \"\(text.clipped)\". Use one of: \(known).")
    }
}
