import Calendar
import Documents
import Records
import SQLite

/// The rows that an export lets out: of which days and organization, with or without what tells who somebody is.
struct ExportedRows {
    let identified: Bool
    let period: String?
    let organization: String?
    /// The form of evaluations that leave.
    var form: String?
    /// Whether evaluations have a row for each answer.
    var isLong = false
    let context: Context

    /// Lends the record to `body`, all of one moment, once everything that it takes is there.
    ///
    /// An identified export stands in the history before its first row is read, so that none leaves without its line.
    /// Evaluations, and the people of a de-identified export, get their numbers before the moment begins.
    func read<R>(_ store: Store, _ body: () throws -> R) throws -> R {
        if identified {
            // What was asked for must be there: what leaves nothing is no line of the history.
            try store.reader.read {
                _ = try filter(store)
                if let form { _ = try store.find(.form, form) }
            }
            try store.note("export identified")
        } else {
            try store.numberPeople()
        }
        try store.numberEvaluations()
        return try store.reader.read(body)
    }

    /// Hands each table to `writer`: every kind of record, evaluations form by form, and what all the columns mean.
    ///
    /// - Returns: the names of the tables.
    func all(_ store: Store, to writer: any TableWriter) throws -> [String] {
        var names: [String] = []
        func write(_ name: String, _ rows: (RowWriter.Target) throws -> Void) throws {
            try writer.write(name, rows)
            names.append(name)
        }
        for noun in Noun.allCases where noun != .evaluation {
            try write(noun.plural) { try self.write(.records(noun), store, to: $0) }
        }
        let forms = try store.forms()
        for form in forms { try write(ExportedTable.name(of: form)) { try wide(form, store, to: $0) } }
        try write(EvaluationCodebook.long) { try long(forms, store, to: $0) }
        try write(ExportedTable.codebook.name) { try self.write(.codebook, store, to: $0) }
        for table in WholeTable.allCases where identified || !table.isIdentified {
            try write(table.rawValue) { try table.write(store, forms, to: $0) }
        }
        return names
    }

    /// Writes the rows of one table.
    func write(_ table: ExportedTable, _ store: Store, to target: RowWriter.Target) throws {
        guard case .records(let noun) = table else { return try Codebook.write(try store.forms(), to: target) }
        if noun == .evaluation { return try evaluations(store, to: target) }
        let filter = try filter(store)
        let type = noun.exported
        let extract = identified ? Extract(type, filter) : Extract.deidentified(type, filter)
        var writer = try RowWriter(to: target, columns: extract.fields.map { RecordDocument.column($0) })
        try store.forEach(extract) { row in
            try context.interruption.check()
            try Self.append(row, extract.fields, to: &writer)
        }
        try writer.finish()
    }

    /// The records that were asked for.
    func filter(_ store: Store) throws -> RecordFilter {
        var filter = RecordFilter()
        if let period {
            let days = try store.period(period, for: "period")
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
