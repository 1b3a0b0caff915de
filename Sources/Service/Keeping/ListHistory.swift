package import Records

/// Lists who changed what, when, from what to what: of one record, or of all.
package struct ListHistory: Operation {
    /// The ref of one record, of any kind; nil for all.
    package var ref: String?
    /// Whether names, one person's answers and words that people wrote are told, too.
    package var identified = false
    /// Whether one person reads the answer on a screen, and nothing keeps it.
    package var isForEyes = false

    package let id = OperationID.showHistory
    package let role = Role.manager
    package let access = Access.read

    package init() {}

    package var parameters: [Parameter<Self>] { [.text("ref", \.ref), .flag("identified", \.identified)] }

    /// Names, answers and words that people wrote leave in an identified export, whose line stands in the history, and
    /// in no other file.
    package func permit(_ context: Context, in store: Store) throws {
        guard identified, !isForEyes else { return }
        throw RecordError.invalid(
            field: "identified",
            problem: "names, answers and text are shown on screen only, never written to a file",
            advice: "Leave it out, or view them on screen."
        )
    }

    package func run(_ context: Context, in store: Store) throws -> [HistoryLine] {
        let record = try ref.map { try store.anyRecord($0) }
        var lines: [HistoryLine] = []
        try store.history(of: record, identified: identified) { line in
            try context.interruption.check()
            // The topics of a new session are one line, not eleven.
            if lines.last != line { lines.append(line) }
        }
        return lines
    }
}
