import SQLite

extension Store {
    /// Removes the rows that an import made, those that hang on others first.
    func removeRows(ofImport id: Int64, _ entry: Int64, _ undone: inout Undone) throws {
        try removeAttendance(id, entry, &undone)
        try database.execute("DELETE FROM staff_headcount WHERE import_id = \(id)")
        undone.removed += database.changes
        for table in Self.dependentsFirst { try removeSingly(table, id, entry, &undone) }
    }

    /// Tables whose rows an import makes one by one, those that refer to others before those.
    private static let dependentsFirst = [
        "tally", "headcount", "nameless_attendance", "profile", "session", "person", "course", "organization",
    ]

    /// Removes attendance in one statement, however much it is, and names what stays.
    private func removeAttendance(_ id: Int64, _ entry: Int64, _ undone: inout Undone) throws {
        let edited: SQL = """
            EXISTS (SELECT 1 FROM history_value AS v WHERE v.record_table = 'attendance'
            AND v.record_key = attendance.session_id || ',' || attendance.person_id AND v.history_id > \(entry)
            AND NOT EXISTS (SELECT 1 FROM history AS u WHERE u.undoes_id = v.history_id))
            """
        try database.execute("DELETE FROM attendance WHERE import_id = \(id) AND NOT \(edited)")
        undone.removed += database.changes
        undone.kept += try database.all(
            """
            SELECT 'attendance of ' || p.ref || ' at ' || s.ref FROM attendance AS a
            JOIN person AS p ON p.id = a.person_id JOIN session AS s ON s.id = a.session_id
            WHERE a.import_id = \(id) ORDER BY s.ref, p.ref
            """
        ) { try $0.text(0) }
    }

    /// Removes rows one by one; one that was edited or used since stays, and is named.
    private func removeSingly(_ name: String, _ id: Int64, _ entry: Int64, _ undone: inout Undone) throws {
        guard let table = try database.table(named: name) else { return }
        let rows: [Int64] = try database.all(
            "SELECT id FROM \(identifier: table) WHERE import_id = \(id) ORDER BY id DESC"
        ) { try $0[0] }
        for row in rows {
            if try isUsed(name, row) || isEdited(name, row, since: entry) {
                undone.kept.append(try self.name(name, String(row)))
                continue
            }
            try database.execute("DELETE FROM \(identifier: table) WHERE id = \(row)")
            undone.removed += 1
        }
    }

    /// Whether a later command changed the row, or what belongs to it, and still stands.
    private func isEdited(_ table: String, _ id: Int64, since entry: Int64) throws -> Bool {
        let belongings = try shapes.get().values.filter { $0.parent == table }.map(\.name)
        return try database.value(
            """
            SELECT EXISTS (SELECT 1 FROM history_value AS v WHERE v.history_id > \(entry)
                AND ((v.record_table = \(table) AND v.record_key = \(String(id)))
                    OR (v.record_table IN \(SQL.list(belongings)) AND v.record_key LIKE \("\(id),%")))
                AND NOT EXISTS (SELECT 1 FROM history AS u WHERE u.undoes_id = v.history_id))
            """,
            as: Bool.self
        ) ?? false
    }

    /// Whether other rows need this one: any that refer to it but those that belong to it, as topics do to a course.
    private func isUsed(_ table: String, _ id: Int64) throws -> Bool {
        for reference in try references(to: table) {
            guard let other = try database.table(named: reference.table),
                let column = try database.columns(ofTable: reference.table).first(where: { $0.name == reference.column }
                )
            else { continue }
            let used = try database.value(
                "SELECT EXISTS (SELECT 1 FROM \(identifier: other) WHERE \(identifier: column.identifier) = \(id))",
                as: Bool.self
            )
            if used == true { return true }
        }
        return false
    }

    /// The columns that refer to a table's rows, read from the schema.
    /// Source: <https://sqlite.org/pragma.html#pragma_foreign_key_list>
    private func references(to table: String) throws -> [(table: String, column: String)] {
        let shapes = try self.shapes.get()
        return try database.all(
            #"""
            SELECT t.name, f."from" FROM sqlite_schema AS t, pragma_foreign_key_list(t.name) AS f
            WHERE t.type = 'table' AND f."table" = \#(table) ORDER BY t.name, f.id
            """#
        ) { row in (table: try row.text(0), column: try row.text(1)) }
        .filter { shapes[$0.table]?.parent != table || $0.column != "\(table)_id" }
    }
}
