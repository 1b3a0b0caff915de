import SQLite

extension TableShape {
    /// The tables whose rows have a history, by name: all but the ledger itself and the code lists.
    ///
    /// One query for the whole schema, because every command that writes begins with it.
    static func all(in database: borrowing Database) throws -> [String: TableShape] {
        var shapes: [String: TableShape] = [:]
        var name = ""
        var columns: [(name: String, key: Int)] = []
        func finish() {
            guard !columns.isEmpty, !ledger.contains(name) else { return }
            shapes[name] = TableShape(name: name, columns: columns)
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
        return shapes
    }

    private static let ledger: Set<String> = [
        "history", "history_value", "migration", "code", "code_list", "forgotten_email",
        // What ties a before to its after should leave no trace elsewhere, and is made anew from the elements.
        "matching", "evaluation_element", "evaluation_match",
    ]

    /// Tables whose key begins with the id of the row that they belong to.
    private static let parents = [
        "site": "organization", "staff_headcount": "organization", "course_topic": "course",
        "profile_capacity": "profile", "profile_service": "profile",
        "session_organization": "session", "session_facilitator": "session", "session_topic": "session",
        "session_ingredient": "session", "session_agreement": "session",
        "feedback_code": "feedback", "meeting_level": "meeting", "recommendation_code": "recommendation",
        "criterion_code": "criterion", "reflection_code": "reflection", "answer_text": "evaluation",
        "form_item": "form", "form_choice": "form", "form_scale": "form", "position_filling": "position",
        "activity_partner": "activity",
    ]

    private init(name: String, columns: [(name: String, key: Int)]) {
        self.init(
            name: name,
            columns: columns.map(\.name),
            keyColumns: columns.indices.filter { columns[$0].key > 0 }.sorted { columns[$0].key < columns[$1].key },
            importColumn: columns.firstIndex { $0.name == "import_id" },
            isParent: Self.parents.values.contains(name),
            parent: Self.parents[name]
        )
    }
}
