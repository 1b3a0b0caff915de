import Records

/// One file on its way into the record: what all kinds need.
final class FileImport {
    let store: Store
    let request: ImportRequest
    let file: IncomingFile
    let meter: ProgressMeter
    let reading: Reading
    /// The row id of the import.
    let importID: Int64
    /// The session that all rows are about.
    let session: Found?

    var counts = ImportCounts()
    var notes = ImportNotes()
    private(set) var issues = IssueList()
    /// Whether rows are looked at that will be taken later, and told off then.
    var isSilent = false
    /// Rows that are not acceptable: where they begin, and why.
    private(set) var rejected: [(position: CSVPosition, problem: String)] = []

    init(
        _ file: IncomingFile,
        in store: Store,
        request: ImportRequest,
        importID: Int64,
        session: Found?,
        meter: ProgressMeter
    ) {
        self.store = store
        self.request = request
        self.file = file
        self.importID = importID
        self.session = session
        self.meter = meter
        reading = Reading(place: .file, dates: request.mapping.dates ?? .iso, makes: !request.strict)
    }

    /// Notes that a row is not acceptable.
    func reject(_ position: CSVPosition, column: String?, _ what: String, advice: Advice? = nil) {
        if isSilent { return }
        let issue = ImportIssue(file: file.name, line: position.line, column: column, what: what, advice: advice)
        issues.append(issue)
        counts.rejected += 1
        if request.rejects != nil { rejected.append((position, issue.problem)) }
    }

    /// Notes that a row breaks a rule of the record, or of the schema; `title` names the column of a field.
    ///
    /// - Throws: `error` itself where it is not the row's fault.
    func reject(_ position: CSVPosition, _ error: any Error, title: (String) -> String = { $0 }) throws {
        guard let fault = RowFault(error) else { throw error }
        reject(position, column: fault.field.map(title), fault.what, advice: fault.advice)
    }

    /// Forgets what became of the rows so far: they are taken once more.
    func startAgain() {
        counts = ImportCounts()
        issues = IssueList()
        rejected = []
        reading.forget(since: (0, 0, 0))
    }

    /// Notes what was recognised, and what came to be beside the rows.
    func noteMade(_ heldBefore: Set<String>) throws {
        notes.recognized = file.words
        notes.organizationsMade = reading.organizationsMade.map(\.ref)
        notes.coursesMade = reading.coursesMade.map(\.ref)
        counts.organizationsCreated += reading.organizationsMade.count
        notes.sessionsHeld = try store.sessionsHeld().filter { !heldBefore.contains($0) }
    }

    /// Between two rows: lets the history write down what it gathered.
    func flushHistory() throws {
        try store.flushHistory()
    }

    /// What reading a row threw, as a refusal of the whole file where the text is at fault.
    func unreadable(_ error: any Error) -> any Error {
        guard let problem = error as? CSVProblem else { return error }
        var list = issues
        list.append(ImportIssue(problem, file: file.name))
        return list.refusal()
    }
}
