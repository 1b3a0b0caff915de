import Records

/// The form that answers are of.
enum EvaluationForm {
    /// The form that was said, else the one that the session is to be evaluated with; nil for another kind of record.
    ///
    /// - Throws: `RecordError` where there is none of that ref; `ImportRefused` where none was said.
    static func find(_ request: ImportRequest, _ session: Found?, in store: Store) throws -> Form? {
        guard request.kind == .evaluation else { return nil }
        let said =
            try request.form ?? request.mapping.set["form"] ?? session.flatMap { try store.form(ofSession: $0.id) }
        guard let said else {
            throw ImportRefused([
                ImportIssue(
                    file: request.files.first ?? "",
                    line: nil,
                    what: "the file doesn't say which form people filled in",
                    advice: Advice("Name it with --form. To list forms", .perform(.list(.form)))
                )
            ])
        }
        return try store.form(store.find(.form, said).id)
    }
}
