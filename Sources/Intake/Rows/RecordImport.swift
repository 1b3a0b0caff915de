import Calendar
import Language
import Records

/// Takes rows of a kind whose fields are declared with it: organizations, courses, sessions, people, counts.
final class RecordImport {
    private let run: FileImport
    private let type: RecordType
    private let columns: ColumnMap
    private var fields: [(field: Field, place: ColumnMap.Place)] = []
    /// Fields that may name a session further down in the file.
    private static let lateFields: Set<String> = ["parent", "replaced_by"]
    private var late: [LateReference] = []
    /// Lines of rows that were equal to what is stored but for a late reference.
    private var lateUpdates: Set<Int> = []
    /// Rows that turned out not to be acceptable when the file had been read: line and problem.
    private var refused: [Int: FieldFault] = [:]
    private let hasForgotten: Bool
    private lazy var lint = LanguageLint()

    init(_ run: FileImport, _ columns: ColumnMap) throws {
        hasForgotten = try run.store.hasForgottenAnybody()
        self.run = run
        self.columns = columns
        type = run.request.kind.type
        for field in type.fields {
            if let place = columns.place(field.name) { fields.append((field, place)) }
        }
    }

    /// Imports the whole file.
    ///
    /// A row that names a session which no row makes is found out at the end; then all is done again without it,
    /// because other rows may hang on it.
    func importFile() throws {
        run.notes.passedOver = columns.passedOver
        guard mayStartAgain else { return try importRows() }
        while true {
            do {
                try run.store.attempt { try importRows() }
                return
            } catch is AgainWithout {
                run.startAgain()
                late = []
                lateUpdates = []
            }
        }
    }

    /// Whether a row may turn out at the end to be one for the rejects.
    ///
    /// Then the history is not written down between rows, because what it wrote could not be taken back.
    private var mayStartAgain: Bool {
        run.request.rejects != nil && fields.contains { Self.lateFields.contains($0.field.name) }
    }

    private struct AgainWithout: Error {}

    private struct LateReference {
        let position: CSVPosition
        let stored: Stored
        let field: Field
        let text: String
    }

    private func importRows() throws {
        let reader = try run.file.reader()
        do {
            while try reader.next() {
                try run.meter.reach(reader.position.offset)
                if reader.isBlank { continue }
                try importRow(reader)
            }
        } catch {
            throw run.unreadable(error)
        }
        try resolveLate()
    }

    private func importRow(_ reader: CSVReader) throws {
        let position = reader.position
        if let error = refused[position.line] { return try run.reject(position, error, title: title) }
        guard reader.count == columns.width || reader.hasOnlyBlanks(from: columns.width) else {
            let what = "the row has \(reader.count) cells, but the header has \(columns.width)"
            return run.reject(position, column: nil, what, advice: "Look for a missing or unquoted separator.")
        }
        let made = run.reading.made
        do {
            try run.store.attempt { try store(reader, position) }
        } catch {
            run.reading.forget(since: made)
            try run.reject(position, error, title: title)
        }
        if !mayStartAgain { try run.flushHistory() }
    }

    private func store(_ reader: CSVReader, _ position: CSVPosition) throws {
        var waiting: [(Field, String)] = []
        let draft = try draft(reader, &waiting)
        let stored = try run.store.take(type, draft, update: run.request.update)
        if !waiting.isEmpty {
            late += waiting.map { LateReference(position: position, stored: stored, field: $0.0, text: $0.1) }
        }
        switch stored {
        case .created(let record):
            run.counts.created += 1
            try lookAgain(at: record, draft)
        case .updated(let record):
            run.counts.updated += 1
            try lookAgain(at: record, draft)
        case .unchanged: run.counts.unchanged += 1
        }
        if type.noun == .person, case .created = stored { run.counts.peopleCreated += 1 }
    }

    /// Counts what is to be looked at in the public words of an item of feedback, each kind once a row.
    private func lookAgain(at record: Found, _ draft: Draft) throws {
        let looked = ["answer", "public_wording", "public_answer"]
        guard type.noun == .feedback, looked.contains(where: { draft[$0] != nil }) else { return }
        let remarks = try run.store.remarks(onFeedback: record.id, given: draft.values.keys, lint: lint)
        for name in Set(remarks.map(\.name)).sorted() { run.notes.wordings.count(name) }
    }

    private func draft(_ reader: CSVReader, _ waiting: inout [(Field, String)]) throws -> Draft {
        var draft = Draft()
        for (field, place) in fields {
            guard let text = text(field, place, reader) else { continue }
            if Self.lateFields.contains(field.name), try run.store.find(.session, inFile: text) == nil {
                waiting.append((field, text))
                continue
            }
            draft[field.name] = try fault(of: field) { try run.store.value(field, text, run.reading) }
        }
        if type.noun == .person, let place = columns.place("email"), let field = type.field(named: "email"),
            let email = text(field, place, reader)?.trimmed, try isOfForgotten(email)
        {
            throw FieldFault(
                field: "email",
                RecordError.refused("this row is about someone who asked to be forgotten", advice: nil)
            )
        }
        if let session = run.session, draft["session"] == nil, type.field(named: "session") != nil {
            draft["session"] = .record(session)
        }
        if type.noun == .session, draft["time_zone"] == nil, let zone = run.request.timeZone {
            draft["time_zone"] = .text(zone.description)
        }
        return draft
    }

    /// Says of which field a value is that breaks a rule.
    private func fault<T>(of field: Field, _ body: () throws -> T) throws -> T {
        do {
            return try body()
        } catch let error as RecordError {
            throw FieldFault(field: field.name, error)
        }
    }

    /// Whether an e-mail is that of somebody who was forgotten, and nobody has it now.
    private func isOfForgotten(_ email: String) throws -> Bool {
        try hasForgotten && run.store.isOfForgotten(email: email)
    }

    /// What a row gives for a field; nil where it gives nothing. People's names are trimmed, other text is as given.
    private func text(_ field: Field, _ place: ColumnMap.Place, _ reader: CSVReader) -> String? {
        if let constant = place.constant { return constant }
        guard let column = place.column else { return nil }
        let bytes = reader.bytes(column, guarded: run.file.isGuarded)
        let trimmed = Trimming.trimmed(bytes)
        guard !trimmed.isEmpty else { return nil }
        if !place.values.isEmpty, let code = place.values[String(decoding: trimmed, as: UTF8.self)] {
            return code.isEmpty ? nil : code
        }
        let isName = type.noun == .person && field.name == "name"
        guard isName else { return String(decoding: bytes, as: UTF8.self) }
        let name = PersonName.withStored(trimmed) { String(decoding: $0, as: UTF8.self) }
        return name.isEmpty ? nil : name
    }

    private func title(_ field: String) -> String { columns.place(field)?.title ?? field }
}

// MARK: Sessions that name sessions further down

extension RecordImport {
    private func resolveLate() throws {
        var missing = false
        for reference in late {
            do {
                try run.store.attempt { try resolve(reference) }
            } catch let error as RecordError {
                let error = FieldFault(field: reference.field.name, error)
                guard run.request.rejects != nil else {
                    try run.reject(reference.position, error, title: title)
                    continue
                }
                refused[reference.position.line] = error
                missing = true
            }
        }
        if missing { throw AgainWithout() }
    }

    private func resolve(_ reference: LateReference) throws {
        let draft = Draft([reference.field.name: try run.store.value(reference.field, reference.text, run.reading)])
        switch reference.stored {
        case .created(let session), .updated(let session):
            try run.store.edit(type, session.id, draft)
        case .unchanged(let session):
            let stored = try run.store.take(
                type,
                draft.with(ref: session.ref),
                update: run.request.update,
                again: true
            )
            guard case .updated = stored, lateUpdates.insert(reference.position.line).inserted else { return }
            run.counts.unchanged -= 1
            run.counts.updated += 1
        }
    }
}

extension Draft {
    /// This draft, about the record of a ref.
    fileprivate func with(ref: String) -> Draft {
        var copy = self
        copy["ref"] = .text(ref)
        return copy
    }
}
