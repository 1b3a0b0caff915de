import Calendar
import Files
import Glibc
package import Records

/// A folder that holds an identified export of everything, on its way into a record in which nothing was written down yet.
///
/// Settings first, then forms, then each kind in the order in which the kinds name one another, evaluations form by form.
package struct WholeImport {
    private let folder: String
    private let names: Set<String>
    private let store: Store
    private let report: (ImportProgress) throws -> Void

    /// What came of it.
    package struct Result: Sendable {
        /// What each table came to, in the order in which they came in.
        package var tables: [ImportSummary] = []
        /// The refs of the forms that the record had not.
        package var forms: [String] = []
        /// The names of files that are no table of an export.
        package var passedOver: [String] = []
        /// The refs of sessions within whose series matching was open, and is closed now.
        package var closedMatching: [String] = []
    }

    /// - Parameters:
    ///   - folder: its path from the root.
    ///   - progress: told how far it has come; what it throws ends the import.
    package init(
        _ folder: String,
        into store: Store,
        progress: @escaping (ImportProgress) throws -> Void = { _ in }
    ) {
        self.folder = folder
        self.store = store
        names = Set(FolderNames.all(in: folder))
        report = progress
    }

    /// Imports all of it in one change, under one entry of the history.
    ///
    /// - Throws: `RecordError` where the record is not empty, or the folder holds no such export; `ImportRefused` where a
    ///   table is not acceptable; `FileProblem`, `DatabaseError`. Nothing is stored then.
    package func run() throws -> Result {
        if let (noun, count) = try store.firstRecords() { throw Self.notEmpty(noun, count) }
        try requireWhole()
        var result = try store.change("import everything") { _ in try importAll() }
        result.tables = try result.tables.map(Import(ImportRequest(kind: .session, files: []), into: store).stored)
        return result
    }

    private func importAll() throws -> Result {
        var result = Result()
        try importProgram()
        result.forms = try importForms()
        for noun in Noun.allCases where noun.isImported && noun != .evaluation {
            guard let path = path("\(noun.plural).csv") else { continue }
            result.tables += try importTable(ImportRequest(kind: noun, files: [path]))
        }
        let matches = try matches()
        for form in try evaluatedForms() {
            var request = ImportRequest(kind: .evaluation, files: [path(Self.name(ofEvaluations: form)) ?? ""])
            request.form = form
            request.matches = matches
            result.tables += try importTable(request)
        }
        result.closedMatching = try closeMatchings()
        result.passedOver = names.filter { !isOfExport($0) }.sorted()
        return result
    }

    private func importTable(_ request: ImportRequest) throws -> [ImportSummary] {
        var request = request
        // The program's own organization, and the courses that are shipped, are as the export has them; so are people
        // whose sessions are no longer of staff.
        request.update = request.kind != .evaluation
        request.keep = request.kind == .attendance ? .names : nil
        return try Import(request, into: store, progress: report).runWithinChange()
    }

    // MARK: Which files

    private static let tables = [
        "program", "form-questions", "form-choices", "form-scales", "matches", "matchings", "answers", "codebook",
    ]

    private static func name(ofEvaluations form: String) -> String { "\(Noun.evaluation.plural)-\(form).csv" }

    private func path(_ name: String) -> String? { names.contains(name) ? "\(folder)/\(name)" : nil }

    private func isOfExport(_ name: String) -> Bool {
        guard name.hasSuffix(".csv") else { return false }
        let stem = String(name.dropLast(4))
        return Self.tables.contains(stem) || Noun(plural: stem) != nil || stem.hasPrefix("evaluations-")
    }

    /// Refuses a folder that holds no export with names: what it lacks could not come back.
    private func requireWhole() throws {
        if names.isEmpty { try requireFolder() }
        guard names.contains("sessions.csv"), let people = path("people.csv") else {
            let isJSON = names.contains("sessions.json")
            throw refusal(
                isJSON
                    ? "this export is JSON, which can't be imported" : "there is no export of everything in this folder"
            )
        }
        guard try SmallTable(path: people).header.contains("name") else {
            throw refusal("this export has no names and no free text, so a record can't be made of it")
        }
    }

    private func requireFolder() throws {
        var status = stat()
        guard stat(folder, &status) == 0 else { throw FileProblem.missing(path: folder) }
        guard status.st_mode & S_IFMT == S_IFDIR else {
            throw ImportRefused([ImportIssue(file: folder, line: nil, what: "this is a file, not a folder")])
        }
    }

    private func refusal(_ what: String) -> ImportRefused {
        ImportRefused([ImportIssue(file: folder, line: nil, what: what, advice: Self.exportAgain)])
    }

    private static let exportAgain = Advice(
        "In the database that has the records, export them as CSV",
        .perform(OperationID(rawValue: "export"), ["table": "all", "identified": "yes"], ask: ["output"])
    )

    private static func notEmpty(_ noun: Noun, _ count: Int) -> RecordError {
        .refused(
            "import all needs an empty database, and this one has \(count) \(count == 1 ? noun.rawValue : noun.plural)",
            advice: Advice(
                "Set up another database, and import into that one",
                .perform(OperationID(rawValue: "init"), ask: ["program"])
            )
        )
    }

    // MARK: The program and its forms

    private func importProgram() throws {
        guard let path = path("program.csv") else { return }
        let table = try SmallTable(path: path)
        guard let row = table.rows.first else { return }
        func number(_ column: String) throws -> Int? {
            guard let text = row[column] else { return nil }
            if let number = Int(text) { return number }
            throw table.refusal(row, column, "is not a whole number", "Use a whole number, such as 12.")
        }
        let zone = try row["time_zone"].map { text -> TimeZoneName in
            guard let zone = TimeZoneName(text) else {
                throw table.refusal(row, "time_zone", "is not a time zone", "Use a zone such as America/Chicago.")
            }
            return zone
        }
        do {
            try row["ref"].map { try store.setProgramRef($0) }
            try store.setProgram(
                name: row["name"],
                timeZone: zone,
                fiscalYearStart: number("fiscal_year_start"),
                keepNamesMonths: number("keep_names_months"),
                threshold: .some(number("threshold"))
            )
        } catch let error as RecordError {
            guard let fault = RowFault(error) else { throw error }
            throw table.refusal(row, fault.field, fault.what, fault.advice)
        }
    }

    /// Adds the forms that the record has not, or has otherwise; their refs.
    private func importForms() throws -> [String] {
        guard let path = path("forms.csv"), let questions = self.path("form-questions.csv") else { return [] }
        let (table, survey) = (try SmallTable(path: path), try SmallTable(path: questions))
        let choices = try self.path("form-choices.csv").map { try SmallTable(path: $0) }
        let scales = try self.path("form-scales.csv").map { try SmallTable(path: $0) }
        let principles = try store.codes(in: "principle")
        var added: [String] = []
        for row in table.rows {
            guard let ref = row["ref"] else { throw table.refusal(row, "ref", "is missing") }
            guard let wave = Form.Wave(rawValue: row["wave"] ?? "") else {
                throw table.refusal(row, "wave", "is not a time at which a form is asked")
            }
            let sheets = try FormSheets(
                survey: survey.sheet(of: ref),
                choices: (choices ?? survey).sheet(of: choices == nil ? "" : ref),
                scales: (scales ?? survey).sheet(of: scales == nil ? "" : ref)
            )
            let head = FormSheets.Head(ref: ref, title: row["title"], version: row["version"] ?? "1", wave: wave)
            let form = try sheets.form(head, principles: principles)
            if let known = try store.find(.form, inFile: ref) {
                if try store.form(known.id).asks(as: form) { continue }
                // Nobody has answered it here: the record is empty.
                try store.remove(Noun.form.type, known)
            }
            do {
                added.append(try store.add(form: form).ref)
            } catch let error as RecordError {
                guard let fault = RowFault(error) else { throw error }
                throw table.refusal(row, fault.field, fault.what, fault.advice)
            }
        }
        return added
    }

    /// The refs of the forms of which there are evaluations.
    private func evaluatedForms() throws -> [String] {
        let start = "\(Noun.evaluation.plural)-"
        let refs = names.filter { $0.hasPrefix(start) && $0.hasSuffix(".csv") }.map {
            String($0.dropFirst(start.count).dropLast(4))
        }.sorted()
        for ref in refs where try store.find(.form, inFile: ref) == nil {
            let what = "the form of these evaluations is not among the forms of the export"
            let advice: Advice = "Add the form first, under this ref, from its sheets."
            throw ImportRefused([
                ImportIssue(file: path(Self.name(ofEvaluations: ref)) ?? folder, line: nil, what: what, advice: advice)
            ])
        }
        return refs
    }

    // MARK: Before and after

    /// What matching came to, by the numbers of this export.
    private func matches() throws -> [Int64: KnownMatch] {
        guard let path = path("matches.csv") else { return [:] }
        let table = try SmallTable(path: path)
        var matches: [Int64: KnownMatch] = [:]
        for row in table.rows {
            guard let number = row["evaluation"].flatMap({ Int64($0) }) else {
                throw table.refusal(row, "evaluation", "is not a whole number")
            }
            let pair = row["pair"].flatMap { Int64($0) }
            guard let how = KnownMatch.How.allCases.first(where: { $0.word == row["how"] }),
                let match = KnownMatch(how, pair: pair), (row["pair"] == nil) == (pair == nil)
            else {
                let words = KnownMatch.How.allCases.map(\.word).joined(separator: ", ")
                throw table.refusal(row, "how", "doesn't go with its pair", Advice("Use one of: \(words)."))
            }
            guard matches.updateValue(match, forKey: number) == nil else {
                throw table.refusal(row, "evaluation", "stands there twice")
            }
        }
        return matches
    }

    /// Closes matching where it was closed, and where it was open; the refs of the latter.
    private func closeMatchings() throws -> [String] {
        guard let path = path("matchings.csv") else { return [] }
        let table = try SmallTable(path: path)
        var open: [String] = []
        for row in table.rows {
            guard let ref = row["session"], let session = try store.find(.session, inFile: ref) else {
                throw table.refusal(row, "session", "there is no such session")
            }
            let day = row["closed"].flatMap { Day(iso: $0) }
            if row["closed"] != nil, day == nil {
                throw table.refusal(row, "closed", "is not a date", "Use a date such as 2026-11-10.")
            }
            if day == nil { open.append(session.ref) }
            try store.closeMatching(ofImported: session, on: day?.iso)
        }
        return open
    }
}
