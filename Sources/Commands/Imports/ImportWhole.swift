import CommandLineKit
import Documents
import Intake
import Records
import Service

extension ImportCommand {
    /// The word for everything that an export holds.
    static let everything = "all"

    /// Refuses what does not go with an import of everything: it is a folder, and it comes as it is.
    func validateWhole() throws {
        if files.count != 1 || files.first == "-" {
            throw ValidationError(
                "import all takes one folder.",
                hint: "It is the one that export all --identified wrote."
            )
        }
        if rows.isGiven || columns.isGiven {
            throw ValidationError(
                "import all takes no options but -o and --format.",
                hint: "An export comes in as it is."
            )
        }
    }

    /// `import all FOLDER`
    func importWhole() throws {
        let environment = Environment.current
        let bar = ProgressBar()
        var operation = ImportAll()
        operation.folder = environment.path(files.first ?? "")
        operation.progress = { bar.draw($0.done, of: $0.total, environment.shown($0.file)) }
        let whole = try common.perform(operation)
        bar.clear()
        for name in whole.passedOver { Output.note("not part of an export, not read: \(quoted(name))") }
        if !whole.forms.isEmpty { Output.note("new forms: \(whole.forms.joined(separator: ", "))") }
        if !whole.closedMatching.isEmpty {
            let sessions = CountWord.of(whole.closedMatching.count, "session", "sessions")
            Output.note("before-and-after matching is closed for \(sessions); the pairs so far stay")
        }
        try output.show(WholeReport(whole).document.named("Import"), common)
    }
}

/// What an import of everything answers: a sentence, and a row for each table.
private struct WholeReport {
    let whole: WholeImport.Result

    init(_ whole: WholeImport.Result) { self.whole = whole }

    var document: Document {
        let report = ImportReport(summaries: whole.tables)
        let created = whole.tables.reduce(0) { $0 + $1.counts.created + $1.counts.updated }
        let tables = CountWord.of(whole.tables.count, "table", "tables")
        let line =
            "Imported everything: \(CountWord.of(created, "record", "records")) from \(tables). Undo: groundwork undo"
        return Document(title: nil, blocks: [.sentence(line)], data: report.document.data, rows: report.document.rows)
    }
}

extension ImportOptions {
    /// Whether any of them was given.
    fileprivate var isGiven: Bool {
        session != nil || form != nil || within != nil || timeZone != nil || keep != nil || strict || dryRun
            || rejects != nil || update || otherDay
    }
}

extension MappingOptions {
    /// Whether any of them was given.
    fileprivate var isGiven: Bool {
        source != nil || !map.isEmpty || !set.isEmpty || dates != nil || mapping != nil || saveMapping != nil
            || !ignore.isEmpty || ignoreUnknown
    }
}
