import Files
package import Records

/// Files on their way into the record: all of them in one transaction, or none.
package struct Import {
    private let request: ImportRequest
    private let store: Store
    private let report: (ImportProgress) throws -> Void

    /// An import of what `request` asks for. `progress` is told how far it has come, at most every 64 KiB of a file;
    /// what it throws ends the import, and nothing is stored.
    package init(
        _ request: ImportRequest,
        into store: Store,
        progress: @escaping (ImportProgress) throws -> Void = { _ in }
    ) {
        self.request = request
        self.store = store
        report = progress
    }

    /// Imports the files and says what each of them came to.
    ///
    /// - Throws: `ImportRefused` where the data is not acceptable; `FileProblem` where a file can't be read;
    ///   `OutputProblem` where the rejects can't be written; `RecordError` for a session that can't be found;
    ///   `DatabaseError` where storing fails or somebody asked to stop. Nothing is stored then.
    package func run() throws -> [ImportSummary] {
        let mapping = request.mapping
        let files =
            try request.handed.map { try IncomingFile($0, kind: request.kind, mapping: mapping) }
            + request.files.map { try IncomingFile(path: $0, kind: request.kind, mapping: mapping) }
        let session = try request.session.map { try store.find(.session, $0) }
        let form = try EvaluationForm.find(request, session, in: store)
        let rejects = try (request.dryRun ? nil : request.rejects).map { try RejectsFile(path: $0) }
        do {
            let summaries = try store.change(
                "import \(request.kind.plural)",
                byDay: request.kind == .evaluation
            ) { _ in
                let summaries = try importFiles(files, session, form, rejects)
                try rejects?.flush()
                if request.dryRun { throw Rehearsed(summaries: summaries) }
                return summaries
            }
            try rejects?.finish()
            return try summaries.map(stored)
        } catch let rehearsed as Rehearsed {
            return rehearsed.summaries
        }
    }

    /// Imports the files as a part of a change that is going on; what is not acceptable ends it.
    ///
    /// - Throws: as ``run()`` does, but for rejects, which there are none of.
    func runWithinChange() throws -> [ImportSummary] {
        let files = try request.files.map { try IncomingFile(path: $0, kind: request.kind, mapping: request.mapping) }
        return try importFiles(files, nil, try EvaluationForm.find(request, nil, in: store), nil)
    }

    /// A summary without its import's number where nothing came of it: then there is no import.
    func stored(_ summary: ImportSummary) throws -> ImportSummary {
        guard let number = summary.importNumber else { return summary }
        var copy = summary
        if try !store.hasImport(number: number) { copy.importNumber = nil }
        return copy
    }

    /// Ends the transaction of a dry run.
    private struct Rehearsed: Error {
        let summaries: [ImportSummary]
    }

    private func importFiles(
        _ files: [IncomingFile],
        _ session: Found?,
        _ form: Form?,
        _ rejects: RejectsFile?
    ) throws -> [ImportSummary] {
        var summaries: [ImportSummary] = []
        var issues = IssueList()
        for file in files {
            do {
                summaries.append(try importFile(file, session, form, rejects, &issues))
            } catch let refused as ImportRefused {
                issues.append(IssueList(refused))
            }
        }
        if !issues.isEmpty { throw issues.refusal() }
        return summaries
    }

    private func importFile(
        _ file: IncomingFile,
        _ session: Found?,
        _ form: Form?,
        _ rejects: RejectsFile?,
        _ issues: inout IssueList
    ) throws -> ImportSummary {
        var known = ImportFile(
            kind: request.kind,
            source: file.source.rawValue,
            name: file.baseName,
            sha256: file.survey.digest,
            session: session?.id,
            form: form?.id
        )
        if let before = try store.remembered(known) { return summary(file, of: before) }
        let columns =
            try file.source == .groundwork && form == nil
            ? ColumnMap(file, kind: request.kind, mapping: request.mapping) : nil
        let isCount = request.kind == .attendance && request.keep == .count
        let plan = try columns == nil && form == nil ? VendorPlan(file, request, session, store) : nil
        known.session = plan?.session.id ?? known.session
        known.countsOnly = plan?.countsOnly ?? (isCount && session != nil)
        if plan != nil, let before = try store.remembered(known) { return summary(file, of: before) }

        let importID = try store.beginImport(known)
        let meter = ProgressMeter(
            file: file.name,
            total: file.survey.length,
            store: store,
            report: report
        )
        let run = FileImport(file, in: store, request: request, importID: importID, session: session, meter: meter)
        let heldBefore = Set(try store.sessionsHeld())
        if let form {
            try EvaluationImport(run, form).take(rejects)
        } else if let plan {
            try VendorImport(run, plan).take(rejects)
        } else if let columns, request.kind == .attendance {
            try NativeAttendance(run, columns).take()
        } else if let columns {
            try RecordImport(run, columns).importFile()
        }
        try run.noteMade(heldBefore)
        try store.finishImport(importID, run.counts)
        if request.rejects == nil {
            issues.append(run.issues)
        } else if plan == nil, form == nil {
            try rejects?.add(file, run.rejected)
        }
        return ImportSummary(
            importNumber: request.dryRun ? nil : Store.number(of: importID),
            file: file.name,
            source: file.source.rawValue,
            dryRun: request.dryRun,
            counts: run.counts,
            notes: run.notes
        )
    }

    /// The summary of a file that came in before: every row is as it was.
    private func summary(_ file: IncomingFile, of before: ImportEntry) -> ImportSummary {
        var counts = ImportCounts()
        counts.unchanged = before.counts.rows
        var notes = ImportNotes()
        notes.recognized = file.words
        notes.importedBefore = before.number
        return ImportSummary(
            importNumber: before.number,
            file: file.name,
            source: file.source.rawValue,
            dryRun: request.dryRun,
            counts: counts,
            notes: notes
        )
    }
}
