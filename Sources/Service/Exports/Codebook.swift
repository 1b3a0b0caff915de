import Documents
import Records

/// What every column of an export means.
enum Codebook {
    static let columns = [
        "table", "column", "label", "type", "unit", "values", "source", "form", "scale", "scale_title", "scoring",
        "min_valid", "direction", "reversed", "min", "max", "level", "key",
    ].map { Documents.Column(key: $0) }

    /// Writes a row for each column of each table, then for each question of each form.
    static func write(_ forms: [Form], to target: RowWriter.Target) throws {
        var writer = try RowWriter(to: target, columns: columns)
        for noun in Noun.allCases where noun != .evaluation {
            for field in noun.type.fields { try append(cells(noun, field), to: &writer) }
        }
        for row in EvaluationCodebook.rows(forms) { try append(row, to: &writer) }
        for table in WholeTable.allCases {
            let source = "recorded by the program" + (table.isIdentified ? "; only in an identified export" : "")
            for column in table.columns {
                let cells = [table.rawValue, column.key, column.label, column.type, "", "", source]
                try append(cells.map { .text($0) }, to: &writer)
            }
        }
        try writer.finish()
    }

    private static func append(_ cells: [Cell], to writer: inout RowWriter) throws {
        for cell in cells { writer.append(cell) }
        for _ in cells.count..<columns.count { writer.appendEmpty() }
        try writer.endRow()
    }

    private static func cells(_ noun: Noun, _ field: Records.Field) -> [Cell] {
        [
            noun.plural, field.name, field.label, field.shape.typeName, field.unit,
            field.shape.allowed.joined(separator: ";"), source(noun, field),
        ].map { .text($0) }
    }

    private static func source(_ noun: Noun, _ field: Records.Field) -> String {
        if Extract.isNumbered(field, of: noun.type) {
            return "a number that is new in each export; the ref in an identified export"
        }
        return switch field.privacy {
        case .open: "recorded by the program"
        case .personal: "recorded by the program; only in an identified export"
        case .freeText where field.tellsWhether: "free text in an identified export; otherwise yes if there is any"
        case .freeText: "free text; only in an identified export"
        }
    }
}
