import SQLite

extension TableShape {
    /// The tables whose rows have a history, by name: all but the ledger itself and the code lists.
    ///
    /// One query for the whole schema, because every command that writes begins with it.
    static func all(in database: borrowing Database, _ references: [Reference]) throws -> [String: TableShape] {
        var shapes: [String: TableShape] = [:]
        var name = ""
        var columns: [(name: String, key: Int)] = []
        func finish() {
            guard !columns.isEmpty, !ledger.contains(name) else { return }
            shapes[name] = TableShape(name, columns, references)
        }
        try database.forEach(
            """
            SELECT t.name, c.name, c.pk FROM sqlite_schema AS t, pragma_table_info(t.name) AS c
            WHERE t.type = 'table' AND substr(t.name, 1, 7) <> 'sqlite_' ORDER BY t.name, c.cid
            """
        ) { row in
            let table: String = try row[0]
            if table != name {
                finish()
                (name, columns) = (table, [])
            }
            columns.append((try row[1], try row[2]))
        }
        finish()
        for parent in Set(shapes.values.compactMap(\.parent)) { shapes[parent]?.isParent = true }
        return shapes
    }

    private static let ledger: Set<String> = [
        "history", "history_value", "request", "migration", "code", "code_list", "forgotten_email",
        // What ties a before to its after should leave no trace elsewhere, and is made anew from the elements.
        "matching", "evaluation_element", "evaluation_match",
    ]

    private init(_ name: String, _ columns: [(name: String, key: Int)], _ references: [Reference]) {
        let keys = columns.indices.filter { columns[$0].key > 0 }.sorted { columns[$0].key < columns[$1].key }
        let first = keys.first.map { columns[$0].name }
        self.init(
            name: name,
            columns: columns.map(\.name),
            keyColumns: keys,
            importColumn: columns.firstIndex { $0.name == "import_id" },
            parent: references.first { $0.table == name && $0.column == first && $0.goesAlong }?.target
        )
    }
}
