import SQLite

/// Values that the history keeps and does not tell unless asked: names, one person's answers, words that people wrote.
enum KeptInside {
    /// What stands in their place.
    static let mark = "(not shown)"

    /// Whether a column of a table holds such values.
    static func holds(_ column: String, of table: String?) -> Bool {
        guard let table else { return false }
        if table == Noun.evaluation.rawValue { return column.first == "a" && Int(column.dropFirst()) != nil }
        return columns[table]?.contains(column) ?? false
    }

    /// Their columns by table: words of returned forms, and every field that leaves in an identified export only.
    private static let columns: [String: Set<String>] = {
        var columns: [String: Set<String>] = ["answer_text": ["text"]]
        for type in Noun.allCases.map(\.type) {
            for field in type.fields where field.privacy != .open {
                switch field.storage {
                case .column(let column), .coded(let column, _):
                    columns[type.table.name, default: []].insert(column.name)
                case .rows(let table, _, let kept): columns[table.name, default: []].formUnion(kept.map(\.name))
                default: break
                }
            }
        }
        return columns
    }()
}

extension Store {
    /// Where an edit takes an address or a telephone number out of words that somebody wrote, the history drops the
    /// words that held it: this entry's and those of entries before it.
    ///
    /// Other edits keep both, so that they can be taken back; this one can't be, as little as forgetting.
    func dropContacts(_ type: RecordType, _ id: Int64, _ changes: [(field: Field, value: FieldValue?)]) throws {
        for (field, value) in changes where field.privacy == .freeText && !Reachable.isIn(value?.canonical ?? "") {
            guard case .column(let column) = field.storage else { continue }
            let old = try database.value(
                "SELECT \(identifier: column) FROM \(identifier: type.table) WHERE id = \(id)",
                as: String?.self
            )
            guard let old, let words = old, Reachable.isIn(words) else { continue }
            current?.log.blank(column.name, of: type.table.name, String(id))
            let lines: SQL = """
                record_table = \(type.table.name) AND record_key = \(String(id)) AND column_name = \(column.name)
                """
            try database.execute(
                "UPDATE history SET salt = NULL WHERE id IN (SELECT history_id FROM history_value WHERE \(lines))"
            )
            try database.execute("UPDATE history_value SET old = NULL, new = NULL WHERE \(lines)")
        }
    }
}
