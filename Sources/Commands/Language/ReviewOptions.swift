import Calendar
import CommandLineKit
import Documents
import Records
import Service

/// How a review of a document is kept.
struct ReviewOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Keep this review, under the document's title.", valueName: "title"))
    var record: String?
    @Option(help: ArgumentHelp("How many flags you confirmed. Default: all.", valueName: "n")) var confirmed: Int?
    @Option(help: .on("the document was reviewed")) var on: String?
    @Option(help: ArgumentHelp("Whose document it is. Default: the program.", valueName: "ref")) var organization:
        String?
    @Flag(help: "Replace the review of the same date.") var update = false

    /// A review is of one document.
    func validate(files: [String]) throws {
        guard record != nil else {
            let others = [
                confirmed.map { _ in "--confirmed" }, on.map { _ in "--on" },
                organization.map { _ in "--organization" },
            ]
            if let other = others.compactMap(\.self).first { throw ValidationError("\(other) needs --record TITLE.") }
            if update { throw ValidationError("--update needs --record TITLE.") }
            return
        }
        guard files.count == 1 else { throw ValidationError("--record needs exactly one file.") }
    }

    /// Keeps it, where that was asked.
    func keep(_ audit: LanguageAudit, _ common: CommonOptions) throws {
        guard let record else { return }
        let found = audit.findings.count
        if let confirmed, confirmed > found {
            let what = "--confirmed is \(confirmed), but \(CountWord.of(found, "wording was", "wordings were")) flagged"
            throw Failure(what, code: .usage)
        }
        var operation = RecordReview()
        (operation.title, operation.words, operation.flags) = (record, audit.words, confirmed ?? found)
        (operation.organization, operation.on, operation.update) = (organization, on, update)
        let kept = try common.perform(operation)
        let counts = "\(kept.flags) flagged in \(CountWord.of(kept.words, "word", "words"))"
        switch kept.stored {
        case .unchanged: Output.note("No change: \(kept.title), \(kept.day.words), \(counts).")
        case .created, .updated:
            Output.note("Recorded: \(kept.title), \(kept.day.words), \(counts). Undo: groundwork undo")
        }
    }
}
