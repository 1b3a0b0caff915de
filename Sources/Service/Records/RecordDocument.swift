package import Documents
package import Records
package import SQLite

/// Records as documents: columns named as in the native headers.
package enum RecordDocument {
    /// A list: on a terminal the columns `shown`, for programs all.
    package static func list(
        _ extract: Extract,
        shown: [String],
        _ store: Store,
        _ context: Context
    ) throws -> Document {
        var rows: [[Documents.Cell]] = []
        try store.forEach(extract) { row in
            try context.interruption.check()
            rows.append(try cells(extract.fields, row))
        }
        let all = Table(columns: extract.fields.map(column), rows: rows)
        let places = shown.compactMap { name in extract.fields.firstIndex { $0.name == name } }
        let short = Table(columns: places.map { all.columns[$0] }, rows: rows.map { row in places.map { row[$0] } })
        let nothing = Document.Block.sentence(
            "No \(extract.type.noun.plural) found."
        )
        return Document(title: nil, blocks: [rows.isEmpty ? nothing : .table(short)], data: all.json, rows: all)
    }

    /// One record: on a terminal what is known of it, for programs every field.
    package static func one(_ type: RecordType, _ id: Int64, _ store: Store) throws -> Document {
        try last(of: Extract(type, RecordFilter(id: id)), store) ?? Document.record([])
    }

    /// The last record of an extract; nil where it has none.
    package static func last(of extract: Extract, _ store: Store) throws -> Document? {
        var fields: [Document.Field] = []
        try store.forEach(extract) { row in
            fields = zip(extract.fields, try cells(extract.fields, row)).map { Document.Field(column($0), $1) }
        }
        if fields.isEmpty { return nil }
        let whole = Document.record(fields)
        let known = Document.record(fields.filter { $0.cell != .empty })
        return Document(title: nil, blocks: known.blocks, data: whole.data, rows: whole.rows)
    }

    /// A field as a column.
    package static func column(_ field: Field) -> Documents.Column {
        Documents.Column(key: field.name, title: field.label, alignment: field.shape.isNumber ? .right : .left)
    }

    /// The cells of a row of an extract with these fields.
    package static func cells(_ fields: [Field], _ row: borrowing Row) throws -> [Documents.Cell] {
        var cells: [Documents.Cell] = []
        for (index, field) in fields.enumerated() {
            switch try row.value(index) {
            case .integer(let number): cells.append(.whole(Int(number)))
            case .real(let number): cells.append(.decimal(number, printed: Decimal.shortest(number)))
            case .text(let text): cells.append(cell(text, field.shape))
            default: cells.append(.empty)
            }
        }
        return cells
    }

    private static func cell(_ text: String, _ shape: Shape) -> Documents.Cell {
        switch shape {
        case .day, .start: .day(text)
        case .yesNo: .yesNo(text == "yes")
        default: text.isEmpty ? .empty : .text(text)
        }
    }
}

extension Noun {
    /// Whether its plural reads as one: "there is no feedback".
    fileprivate var isUncounted: Bool { self == .attendance || self == .feedback }
}
