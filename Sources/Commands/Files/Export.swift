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

    private var shape: RowWriter.Shape { isJSON ? .json : forExcel ? .csvForExcel : .csv }

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
            for table in Noun.allCases.map({ ExportTable.records($0) }) + [.codebook] {
                let path = "\(folder)/\(table.name).\(isJSON ? "json" : "csv")"
                let file = try OutputFile(path, database: common.databasePath)
                try rows(of: table, store) { try file.write($0) }
                files.append(file)
            }
        }
        for file in files { try file.commit() }
    }

    /// Numbers the people of a de-identified export, before its transaction begins.
    private func prepare(_ store: Store) throws {
        if !identified { try store.numberPeople() }
    }

    private func rows(of table: ExportTable, _ store: Store, to output: @escaping RowWriter.Output) throws {
        guard case .records(let noun) = table else { return try Codebook.write(shape, output) }
        var filter = RecordFilter()
        if let period {
            let days = try Period.parse(period, today: store.today, fiscalYearStart: store.program.fiscalYearStart)
            (filter.from, filter.to) = (days.from, days.to)
        }
        filter.organization = try organization.map { try store.find(.organization, $0).id }
        let extract = identified ? Extract(noun.type, filter) : Extract.deidentified(noun.type, filter)
        var writer = RowWriter(shape, columns: extract.fields.map { RecordDocument.column($0) }, output: output)
        let interruption = Environment.current.interruption
        try store.forEach(extract) { row in
            if interruption.isRequested { throw Interrupted() }
            try Self.append(row, extract.fields, to: &writer)
        }
        try writer.finish()
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

/// What every column of an export means.
enum Codebook {
    static let columns = ["table", "column", "label", "type", "unit", "values", "source"].map {
        Documents.Column(key: $0)
    }

    static func write(_ shape: RowWriter.Shape, _ output: @escaping RowWriter.Output) throws {
        var writer = RowWriter(shape, columns: columns, output: output)
        for noun in Noun.allCases {
            for field in noun.type.fields {
                for text in cells(noun, field) { writer.appendText(text) }
                try writer.endRow()
            }
        }
        try writer.finish()
    }

    private static func cells(_ noun: Noun, _ field: Records.Field) -> [String] {
        [
            noun.plural, field.name, field.label, field.shape.typeName, unit(field),
            field.shape.allowed.joined(separator: ";"), source(field),
        ]
    }

    private static func unit(_ field: Records.Field) -> String {
        guard field.shape.isNumber else { return "" }
        switch field.name {
        case "minutes": return "minutes"
        case "completion": return "percent"
        case "valid_months": return "months"
        case "access_requested", "access_met": return "requests"
        default: return "people"
        }
    }

    private static func source(_ field: Records.Field) -> String {
        switch field.privacy {
        case .open: "recorded by the program"
        case .personal: "recorded by the program; only in an identified export"
        case .freeText: "free text; only in an identified export"
        }
    }
}
