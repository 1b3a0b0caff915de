import Calendar
import PlainText
import Records

/// Takes a file of answers to one form, whatever form service wrote it.
///
/// Nothing of who answered, or of the time of day, gets beyond this reading: not into the record, a message or the rejects.
final class EvaluationImport {
    private let run: FileImport
    private let form: Form
    private let map: AnswerMap
    private let dropped: Dropped
    private let sessions: SessionOfAnswers
    private let submitted: SubmittedDay
    private let items: [ItemAnswers]
    private var new: NewEvaluations
    private var answers: [Answer] = []
    private var words: [(position: Int, text: String)] = []
    private var elements: [(place: Int, text: String)] = []
    private var oddDays = OddDays()
    private var organizations: [String: Int64] = [:]
    /// The latest day that has come, in the program's zone or the session's.
    private let today: Day
    /// By item position, the place among the elements of the code.
    private let elementPlaces: [Int: Int]
    /// Columns of which nothing is read.
    private let beside: [Int]
    /// Where an export of everything numbers its forms, which are matched already.
    private let idColumn: Int?

    init(_ run: FileImport, _ form: Form) throws {
        self.run = run
        self.form = form
        let map = try AnswerMap(run.file, form, run.request.mapping)
        self.map = map
        dropped = Dropped(map.columns, run.file.source)
        sessions = try SessionOfAnswers(run, form)
        submitted = try SubmittedDay(run, map)
        today = max(run.store.today, run.store.clock.today(in: submitted.zone))
        let new = NewEvaluations(of: form)
        self.new = new
        items = form.items.indices.map { index in
            let item = form.items[index]
            return ItemAnswers(
                item,
                of: new,
                at: map.places[index],
                other: map.others[index],
                values: AnswerValues(run.request.mapping, Mapping.fieldName(item.code)),
                separatedBySpaces: run.file.source == .kobo
            )
        }
        elementPlaces = form.elementPlaces
        let read = map.kept.union([map.submitted].compactMap { $0 })
        beside = map.columns.map(\.index).filter { !read.contains($0) }
        idColumn = run.request.matches.isEmpty ? nil : run.file.header.firstIndex(of: "id")
        try requireSession()
    }

    /// Takes the whole file.
    func take(_ rejects: RejectsFile?) throws {
        if run.request.update { throw refusal(EvaluationImport.noUpdate.what, EvaluationImport.noUpdate.advice) }
        do {
            try read()
        } catch {
            throw run.unreadable(error)
        }
        if map.isExport { new.given = given }
        let stored = try run.store.add(evaluations: new)
        run.counts.created += stored.created
        run.counts.unchanged += stored.unchanged
        try note(stored)
        if let rejects { try write(rejects) }
    }

    private static let noUpdate: (what: String, advice: Advice) = (
        what: "evaluations are anonymous, so --update can't tell which one to change",
        advice: Advice("Undo the import, then import the corrected file", .perform(.undoImport, ["id": "last"]))
    )

    private func refusal(_ what: String, _ advice: Advice) -> ImportRefused {
        ImportRefused([ImportIssue(file: run.file.name, line: nil, what: what, advice: advice)])
    }

    private func requireSession() throws {
        guard run.session == nil, map.session == nil, map.organization == nil, run.request.within == nil else { return }
        let advice: Advice = "Use --session REF, --map session=COLUMN, or --within DAYS to find it by date"
        throw refusal("the file doesn't say which session the answers belong to", advice)
    }

    /// What an export of our own tells of each form, so that only this is compared with what is stored.
    private var given: NewEvaluations.Given {
        var given = NewEvaluations.Given()
        given.day = map.submitted != nil
        given.items = Set(zip(form.items, map.places).filter { $0.1 != .nowhere }.map(\.0.position))
        return given
    }

    private func note(_ stored: StoredEvaluations) throws {
        run.notes.neverKept = map.personal.map(\.title)
        run.notes.passedOver = map.ignored
        run.notes.bySession = try named(new.countsBySession)
        run.notes.closedMatching = stored.closedSeries
        run.notes.beforeSession = try named(oddDays.early)
        run.notes.farFromSession = try named(oddDays.far)
    }

    private func named(_ counts: [Int64: Int]) throws -> [ImportNotes.Named] {
        try counts.map { session, count in
            ImportNotes.Named(name: try run.store.ref(ofPlace: session), count: count)
        }.sorted { $0.name < $1.name }
    }

    // MARK: Reading

    private func read() throws {
        let reader = try run.file.reader()
        let width = map.columns.count
        while try reader.next() {
            try run.meter.reach(reader.position.offset)
            if reader.isBlank { continue }
            guard reader.count == width || reader.hasOnlyBlanks(from: width) || reader.count < width && isShort(reader)
            else {
                let what = "the row has \(reader.count) cells, but the header has \(width)"
                run.reject(reader.position, column: nil, what, advice: "Look for a missing or unquoted separator.")
                continue
            }
            if let reason = dropped.reason(reader) ?? noResponse(reader) {
                run.counts.skipped += 1
                run.notes.skipped.count(reason)
                continue
            }
            try takeRow(reader)
        }
    }

    /// What a row is that is no response, by a column that is not ours: a total, an average.
    private func noResponse(_ reader: CSVReader) -> String? {
        for index in beside {
            if let label = NoPerson.label(Trimming.trimmed(reader.unsafeBytes(index))) { return label }
        }
        return nil
    }

    /// Some form services leave empty cells out at the end of a row.
    private func isShort(_ reader: CSVReader) -> Bool {
        run.file.source != .groundwork
            && map.columns.suffix(from: reader.count).allSatisfy { !map.kept.contains($0.index) }
    }

    private func cell(_ column: Int, _ reader: CSVReader) -> UnsafeRawBufferPointer {
        Trimming.trimmed(reader.bytes(column, guarded: run.file.isGuarded))
    }

    private func takeRow(_ reader: CSVReader) throws {
        if let column = map.formColumn {
            let named = reader.text(column).trimmed
            guard named.isEmpty || named.lowercased() == form.ref.lowercased() else {
                let what = "this row belongs to another form, not \"\(form.ref)\""
                let advice: Advice = "Import each form separately."
                return run.reject(reader.position, column: map.title(column), what, advice: advice)
            }
        }
        var day: Day?
        if let column = map.submitted {
            switch submitted.read(cell(column, reader)) {
            case .day(let read):
                guard read <= today else {
                    let what = "\(read.words) is in the future (today is \(today.words))"
                    return run.reject(reader.position, column: map.title(column), what)
                }
                day = read
            case .unknown: break
            case .fault(let what): return run.reject(reader.position, column: map.title(column), what)
            }
        }
        let text = map.session.map { cell($0, reader) } ?? UnsafeRawBufferPointer(start: nil, count: 0)
        if text.isEmpty, let column = map.organization {
            let named = reader.text(column).trimmed
            if !named.isEmpty { return try takeAnswers(reader, ofClientsOf: named, column, day) }
        }
        switch try sessions.session(text, day) {
        case .session(let session):
            if takeAnswers(reader, session, day), let day {
                oddDays.take(session, day, try sessions.day(of: session), form.wave)
            }
        case .fault(let what, let advice):
            let column = map.session.map { map.title($0) } ?? (run.session == nil ? map.title(map.submitted) : "")
            run.reject(reader.position, column: column.isEmpty ? nil : column, what, advice: advice)
        }
    }

    /// Takes the answers of a row that an organization's clients gave.
    private func takeAnswers(_ reader: CSVReader, ofClientsOf named: String, _ column: Int, _ day: Day?) throws {
        guard day != nil else {
            let what = "a form of an organization's clients needs the day on which it came back"
            return run.reject(reader.position, column: map.title(map.submitted), what)
        }
        do {
            let id = try organization(named)
            _ = takeAnswers(reader, EvaluationPlace.organization(id), day)
        } catch {
            try run.reject(reader.position, error) { _ in map.title(column) }
        }
    }

    /// The row of an organization that a file names, each looked up once.
    private func organization(_ named: String) throws -> Int64 {
        if let known = organizations[named] { return known }
        let found = try run.store.find(.organization, inFile: named)
        guard let found else {
            throw RecordError.invalid(field: "organization", problem: "no organization has this ref or title")
        }
        organizations[named] = found.id
        return found.id
    }

    /// Takes the answers of a row; false where one is none, and the row was rejected.
    private func takeAnswers(_ reader: CSVReader, _ session: Int64, _ day: Day?) -> Bool {
        answers.removeAll(keepingCapacity: true)
        words.removeAll(keepingCapacity: true)
        elements.removeAll(keepingCapacity: true)
        for item in items where !takeItem(item, reader) { return false }
        for (position, text) in words {
            guard let stray = StrayCharacter(in: text, isOneLine: false) else { continue }
            run.reject(reader.position, column: title(ofItem: position), stray.problem)
            return false
        }
        guard let asked = map.asked(in: reader) else {
            run.reject(
                reader.position,
                column: map.title(map.asked),
                "use a whole number from 0 to \(new.counted.count)"
            )
            return false
        }
        guard !words.isEmpty || answers.contains(where: { $0 != .none }) else {
            run.counts.skipped += 1
            run.notes.skipped.count("no answers")
            return false
        }
        new.append(session: session, day: day, answers: answers, asked: asked)
        for (position, text) in words { new.append(words: text, position: position) }
        for (place, text) in elements { new.append(element: text, place: place) }
        if let match = idColumn.flatMap({ run.request.matches[Int64(reader.text($0)) ?? 0] }) {
            new.append(match: match)
        }
        return true
    }

    /// The name of the column of an item, or of its words beside a choice.
    private func title(ofItem position: Int) -> String {
        guard let item = items.first(where: { $0.item.position == position }) else { return "" }
        if case .column(let column) = item.place { return map.title(column) }
        return item.other.map { map.title($0) } ?? item.item.code
    }

    /// Reads the answer to one item; false where it is none, and the row was rejected.
    @inline(__always)
    private func takeItem(_ item: ItemAnswers, _ reader: CSVReader) -> Bool {
        switch item.place {
        case .nowhere:
            if !item.isText { answers.append(.none) }
            return true
        case .column(let column): return take(item, cell(column, reader), column, reader)
        case .constant(let text):
            var copy = text.trimmed
            return copy.withUTF8 { take(item, UnsafeRawBufferPointer($0), nil, reader) }
        case .spread(let columns): return takeSpread(item, columns, reader)
        }
    }

    @inline(__always)
    private func take(_ item: ItemAnswers, _ cell: UnsafeRawBufferPointer, _ column: Int?, _ reader: CSVReader) -> Bool
    {
        if item.isText {
            takeWords(item, cell)
            return true
        }
        if cell.isEmpty {
            answers.append(beside(item, reader) ?? otherAlone(item, reader))
            return true
        }
        guard let found = item.answer(cell) else {
            let text = String(decoding: cell.prefix(160), as: UTF8.self)
            reject(item, column, text, reader)
            return false
        }
        answers.append(found.answer)
        if found.keepsWords {
            words.append((item.item.position, String(decoding: cell, as: UTF8.self)))
        } else if let other = item.other {
            takeOther(item, other, reader)
        }
        return true
    }

    private func takeWords(_ item: ItemAnswers, _ cell: UnsafeRawBufferPointer) {
        guard !cell.isEmpty, let text = item.text(cell) else { return }
        guard item.item.kind == .element else { return words.append((item.item.position, text)) }
        if let element = CodeElement.normalized(text, digits: item.item.digits) {
            elements.append((elementPlaces[item.item.position] ?? 1, element))
        }
    }

    private func takeOther(_ item: ItemAnswers, _ column: Int, _ reader: CSVReader) {
        let cell = cell(column, reader)
        if !cell.isEmpty, let text = item.text(cell) { words.append((item.item.position, text)) }
    }

    /// The choice that stands for no number and was chosen, where it has a column of its own.
    private func beside(_ item: ItemAnswers, _ reader: CSVReader) -> Answer? {
        guard let columns = map.besides[item.item.position] else { return nil }
        for (place, column) in columns {
            let choice = item.choices[place]
            if item.isChosen(reader.text(column).trimmed, choice) == true { return new.answer(choice) }
        }
        return nil
    }

    /// Where only words were written beside "other", that is what was chosen.
    private func otherAlone(_ item: ItemAnswers, _ reader: CSVReader) -> Answer {
        guard let other = item.other, let choice = item.otherChoice else { return .none }
        let cell = cell(other, reader)
        guard !cell.isEmpty, let text = item.text(cell) else { return .none }
        words.append((item.item.position, text))
        return item.answer(choice)
    }

    private func takeSpread(_ item: ItemAnswers, _ columns: [Int: Int], _ reader: CSVReader) -> Bool {
        var chosen: [FormChoice] = []
        for (place, column) in columns.sorted(by: { $0.key < $1.key }) {
            let text = String(decoding: cell(column, reader), as: UTF8.self)
            guard let isChosen = item.isChosen(text, item.choices[place]) else {
                reject(item, column, text, reader, accepted: "1, 0, or the choice itself")
                return false
            }
            if isChosen { chosen.append(item.choices[place]) }
        }
        if let other = item.other, let choice = item.otherChoice, !cell(other, reader).isEmpty {
            takeOther(item, other, reader)
            if !chosen.contains(choice) { chosen.append(choice) }
        }
        answers.append(chosen.isEmpty ? .none : ItemAnswers.sum(chosen))
        return true
    }

    private func reject(
        _ item: ItemAnswers,
        _ column: Int?,
        _ text: String,
        _ reader: CSVReader,
        accepted: String? = nil
    ) {
        let what = "\(Repeating.stated(text)). Use \(accepted ?? item.accepted)."
        let advice: Advice = "Correct it, add the spelling to the form, or map it under values in --mapping FILE."
        run.reject(reader.position, column: column.map { map.title($0) } ?? item.item.code, what, advice: advice)
    }

    // MARK: Rejects

    /// Writes the rows that are not acceptable with what they answered, the day, and nothing of who answered.
    private func write(_ rejects: RejectsFile) throws {
        let kept = map.kept.union(dropped.columns)
        let reader = try run.file.reader()
        var rows: [(cells: [String], problem: String)] = []
        for (position, problem) in run.rejected.sorted(by: { $0.position.line < $1.position.line }) {
            reader.seek(to: position)
            guard try reader.next() else { continue }
            let cells = map.columns.map { column in
                if column.index == map.submitted { return dayText(cell(column.index, reader)) }
                return kept.contains(column.index) ? reader.text(column.index) : ""
            }
            rows.append((cells, problem))
        }
        try rejects.add(run.file, headers: run.file.preamble.map { padded($0) }, rows: rows)
    }

    /// A day without its time, as every source's dates may be written; nothing of what can't be read.
    private func dayText(_ cell: UnsafeRawBufferPointer) -> String {
        switch submitted.read(cell) {
        case .day(let day): day.iso
        case .unknown, .fault: ""
        }
    }

    private func padded(_ row: [String]) -> [String] {
        row + Array(repeating: "", count: max(0, map.columns.count - row.count))
    }
}

extension NewEvaluations {
    /// Adds what was written at an item to the last one.
    fileprivate mutating func append(words text: String, position: Int) {
        var copy = text
        copy.withUTF8 { append(words: UnsafeRawBufferPointer($0), position: position) }
    }
}
