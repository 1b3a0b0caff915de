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
            try common.read(before: prepare) { try rows(of: table, $0, to: output) }
        }
    }

    /// Writes every table and the codebook to a folder, all from one moment.
    func all(to folder: String, _ common: CommonOptions) throws {
        var files: [OutputFile] = []
        try common.read(before: prepare) { store in
            func write(_ name: String, _ rows: (@escaping RowWriter.Output) throws -> Void) throws {
                let path = "\(folder)/\(name).\(isJSON ? "json" : "csv")"
                let file = try OutputFile(path, database: common.databasePath)
                try rows { try file.write($0) }
                files.append(file)
            }
            for table in Noun.allCases.filter({ $0 != .evaluation }).map({ ExportTable.records($0) }) + [.codebook] {
                try write(table.name) { try rows(of: table, store, to: $0) }
            }
            let forms = try store.forms()
            for form in forms {
                try write("\(Noun.evaluation.plural)-\(form.ref)") { try wide(form, store, to: $0) }
            }
            try write(EvaluationCodebook.long) { try long(forms, store, to: $0) }
        }
        for file in files { try file.commit() }
    }

    /// Numbers evaluations, and the people of a de-identified export, before its transaction begins.
    private func prepare(_ store: Store) throws {
        if !identified { try store.numberPeople() }
        try store.numberEvaluations()
    }

    private func rows(of table: ExportTable, _ store: Store, to output: @escaping RowWriter.Output) throws {
        guard case .records(let noun) = table else { return try Codebook.write(shape, try store.forms(), output) }
        if noun == .evaluation { return try evaluations(store, to: output) }
        let filter = try filter(store)
        let extract = identified ? Extract(noun.type, filter) : Extract.deidentified(noun.type, filter)
        var writer = RowWriter(shape, columns: extract.fields.map { RecordDocument.column($0) }, output: output)
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
                    if case .yesNo = field.shape {
                        writer.appendYesNo(text.elementsEqual("yes".utf8))
                    } else {
                        writer.appendText(text)
                    }
                }
            default: writer.appendEmpty()
            }
        }
        try writer.endRow()
    }
}
