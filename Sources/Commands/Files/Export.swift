import CommandLineKit
import Documents
import Records
import SQLite

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
        var files: [OutputFile] = []
        try common.read(before: prepare) { store in
            try each(store) { name, rows in
                let path = "\(folder)/\(name).\(isJSON ? "json" : "csv")"
                let file = try OutputFile(path, database: common.databasePath)
                try rows(.text(shape) { try file.write($0) })
                files.append(file)
            }
        }
        for file in files { try file.commit() }
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
