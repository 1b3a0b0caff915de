import Documents
import Records
import SQLite

/// Records as documents: columns named as in the native headers.
enum RecordDocument {
    /// A list: on a terminal the columns `shown`, for programs all.
    static func list(_ extract: Extract, shown: [String], _ store: Store) throws -> Document {
        var rows: [[Documents.Cell]] = []
        try store.forEach(extract) { row in
            try Environment.current.interruption.check()
            rows.append(try cells(extract.fields, row))
        }
        let all = Table(columns: extract.fields.map(column), rows: rows)
        let places = shown.compactMap { name in extract.fields.firstIndex { $0.name == name } }
        let short = Table(columns: places.map { all.columns[$0] }, rows: rows.map { row in places.map { row[$0] } })
        let nothing = Document.Block.sentence(
            "\(extract.type.noun.isUncounted ? "There is" : "There are") no \(extract.type.noun.plural) to list."
        )
        return Document(title: nil, blocks: [rows.isEmpty ? nothing : .table(short)], data: all.json, rows: all)
    }

    /// One record: on a terminal what is known of it, for programs every field.
    static func one(_ type: RecordType, _ id: Int64, _ store: Store) throws -> Document {
        try last(of: Extract(type, RecordFilter(id: id)), store) ?? Document.record([])
    }

    /// The last record of an extract; nil where it has none.
    static func last(of extract: Extract, _ store: Store) throws -> Document? {
        var fields: [Document.Field] = []
        try store.forEach(extract) { row in
            fields = zip(extract.fields, try cells(extract.fields, row)).map { Document.Field(column($0), $1) }
        }
        if fields.isEmpty { return nil }
        let whole = Document.record(fields)
        let known = Document.record(fields.filter { $0.cell != .empty })
        return Document(title: nil, blocks: known.blocks, data: whole.data, rows: whole.rows)
    }

    /// The texts of one record's fields that are known, as they are written in files.
    static func texts(_ type: RecordType, _ id: Int64, _ store: Store) throws -> [String: String] {
        let extract = Extract(type, RecordFilter(id: id))
        var texts: [String: String] = [:]
        try store.forEach(extract) { row in
            for (field, cell) in zip(extract.fields, try cells(extract.fields, row)) where cell != .empty {
                texts[field.name] = cell.printed
            }
        }
        return texts
    }

    /// Whether an extract has any row.
    static func hasRows(_ extract: Extract, _ store: Store) throws -> Bool {
        var found = false
        try store.forEach(extract) { _ in found = true }
        return found
    }

    /// A field as a column.
    static func column(_ field: Field) -> Documents.Column {
        Documents.Column(key: field.name, title: field.label, alignment: field.shape.isNumber ? .right : .left)
    }

    /// The cells of a row of an extract with these fields.
    static func cells(_ fields: [Field], _ row: borrowing Row) throws -> [Documents.Cell] {
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
