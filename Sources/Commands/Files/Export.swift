import Calendar
import CommandLineKit
import Documents
import Files
import Records
import SQLite
import Service

/// What is exported, and how it is written.
struct Export {
    let isJSON: Bool
    let forExcel: Bool
    let identified: Bool
    let period: String?
    let organization: String?
    /// The form of evaluations that are exported.
    var form: String?
    /// Whether evaluations are written with a row for each answer.
    var isLong = false

    var shape: RowWriter.Shape { isJSON ? .json : forExcel ? .csvForExcel : .csv }

    /// Writes one table to where `write` puts it.
    func one(
        _ table: ExportTable,
        _ common: CommonOptions,
        _ write: ((@escaping RowWriter.Output) throws -> Void) throws -> Void
    ) throws {
        try write { output in
            try common.read(before: prepare) { try rows(of: table, $0, to: .text(shape, output)) }
        }
    }

    /// Writes every table and the codebook to a folder, all from one moment.
    func all(to folder: String, _ common: CommonOptions) throws {
        let ending = isJSON ? "json" : "csv"
        var files: [OutputFile] = []
        var names: Set<String> = []
        try common.read(before: prepare) { store in
            try each(store) { name, rows in
                let path = "\(folder)/\(name).\(ending)"
                let file = try OutputFile(path, database: common.databasePath)
                try rows(.text(shape) { try file.write($0) })
                files.append(file)
                names.insert("\(name).\(ending)")
            }
        }
        try refuseOthers(than: names, in: folder)
        for file in files { try file.commit() }
    }

    /// Refuses a folder in which tables of another export would be left standing beside these: their numbers of people
    /// are others, and with names they would join them.
    private func refuseOthers(than names: Set<String>, in folder: String) throws {
        let tables = Set(ExportTable.names + [EvaluationCodebook.long])
        let others = FolderNames.all(in: folder).filter { name in
            guard !names.contains(name), let dot = name.lastIndex(of: ".") else { return false }
            let (stem, ending) = (String(name[..<dot]), name[name.index(after: dot)...])
            guard ["csv", "json"].contains(ending) else { return false }
            return tables.contains(stem) || stem.hasPrefix("\(Noun.evaluation.plural)-")
        }
        guard let first = others.min() else { return }
        let more = others.count > 1 ? " and \(others.count - 1) more" : ""
        throw Failure(
            "\(Environment.current.shown(folder)): tables of another export lie there: \(first)\(more)",
            advice: "Nothing was written. Name another folder, or take them away first.",
            code: .cannotCreate
        )
    }

    /// Lends each table to `body`, by its name and what writes it: every kind of record, evaluations form by form, and
    /// what all the columns mean.
    func each(_ store: Store, _ body: (String, (RowWriter.Target) throws -> Void) throws -> Void) throws {
        for noun in Noun.allCases where noun != .evaluation {
            try body(noun.plural) { try rows(of: .records(noun), store, to: $0) }
        }
        let forms = try store.forms()
        for form in forms { try body("\(Noun.evaluation.plural)-\(form.ref)") { try wide(form, store, to: $0) } }
        try body(EvaluationCodebook.long) { try long(forms, store, to: $0) }
        try body(ExportTable.codebook.name) { try rows(of: .codebook, store, to: $0) }
    }

    /// Numbers evaluations, and the people of a de-identified export, before its transaction begins.
    func prepare(_ store: Store) throws {
        if !identified { try store.numberPeople() }
        try store.numberEvaluations()
    }

    func rows(of table: ExportTable, _ store: Store, to target: RowWriter.Target) throws {
        guard case .records(let noun) = table else { return try Codebook.write(try store.forms(), to: target) }
        if noun == .evaluation { return try evaluations(store, to: target) }
        let filter = try filter(store)
        let extract = identified ? Extract(noun.type, filter) : Extract.deidentified(noun.type, filter)
        var writer = try RowWriter(to: target, columns: extract.fields.map { RecordDocument.column($0) })
        let interruption = Environment.current.interruption
        try store.forEach(extract) { row in
            if interruption.isRequested { throw Interrupted() }
            try Self.append(row, extract.fields, to: &writer)
        }
        try writer.finish()
    }

    /// The records that were asked for.
    func filter(_ store: Store) throws -> RecordFilter {
        var filter = RecordFilter()
        if let period {
            let days = try Period.parse(period, today: store.today, fiscalYearStart: store.program.fiscalYearStart)
            (filter.from, filter.to) = (days.from, days.to)
        }
        filter.organization = try organization.map { try store.find(.organization, $0).id }
        return filter
    }

    private static func append(_ row: borrowing Row, _ fields: [Records.Field], to writer: inout RowWriter) throws {
        for (index, field) in fields.enumerated() {
            switch try row.storage(index) {
            case .integer: writer.appendInteger(try row[index] as Int64)
            case .real: writer.appendReal(try row[index] as Double)
            case .text:
                try row.withBytes(index) { text in
                    switch field.shape {
                    case .yesNo: writer.appendYesNo(text.elementsEqual("yes".utf8))
                    case .day, .start: writer.appendDay(text)
                    default: writer.appendText(text)
                    }
                }
            default: writer.appendEmpty()
            }
        }
        try writer.endRow()
    }
}
