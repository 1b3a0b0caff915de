import SQLite

extension Store {
    /// Removes the rows that an import made, those that hang on others first.
    func removeRows(ofImport id: Int64, _ entry: Int64, _ undone: inout Undone) throws {
        try removeAttendance(id, entry, &undone)
        try removeEvaluations(id, &undone)
        // What an import added to a record that was there: a figure of staff, a filling of a position.
        for shape in try shapes.get().values where shape.isAddition {
            guard let table = try database.table(named: shape.name) else { continue }
            try database.execute("DELETE FROM \(identifier: table) WHERE import_id = \(id)")
            undone.removed += database.changes
        }
        for table in try importedSingly() { try removeSingly(table, id, entry, &undone) }
    }

    /// Tables whose rows an import makes one by one, those that refer to others before those.
    private func importedSingly() throws -> [String] {
        let made = try references.get().filter { $0.column == "import_id" }.map(\.table)
        let singly = try shapes.get().values.filter { $0.keyColumns.count == 1 && $0.name != "evaluation" }.map(\.name)
        return Reference.dependentsFirst(Set(made).intersection(singly), try references.get())
    }

    /// Removes attendance in one statement, however much it is, and names what stays.
    private func removeAttendance(_ id: Int64, _ entry: Int64, _ undone: inout Undone) throws {
        let edited = Self.isChanged(
            "v.record_table = 'attendance' AND v.record_key = attendance.session_id || ',' || attendance.person_id",
            since: entry
        )
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

    /// Removes returned forms in one statement: nobody edits one. What is left of their series is matched anew.
    private func removeEvaluations(_ id: Int64, _ undone: inout Undone) throws {
        let series = try Set(
            database.all("SELECT DISTINCT session_id FROM evaluation WHERE import_id = \(id)") { try $0[0] as Int64 }
                .map(series)
        )
        try database.execute("DELETE FROM evaluation WHERE import_id = \(id)")
        undone.removed += database.changes
        for series in series.sorted() { try rematch(series: series) }
    }

    /// Removes rows one by one; one that was edited or used since stays, and is named.
    private func removeSingly(_ name: String, _ id: Int64, _ entry: Int64, _ undone: inout Undone) throws {
        guard let table = try database.table(named: name) else { return }
        let rows: [Int64] = try database.all(
            "SELECT id FROM \(identifier: table) WHERE import_id = \(id) ORDER BY id DESC"
        ) { try $0[0] }
        if rows.isEmpty { return }
        let references = try references(to: name)
        let belongings = try shapes.get().values.filter { $0.parent == name }.map(\.name)
        for row in rows {
            let stays =
                try isUsed(row, references) || isAdded(to: name, row, since: id)
                || isEdited(name, belongings, row, since: entry)
            if stays {
                undone.kept += try [self.name(name, String(row))].compactMap { $0 }
                continue
            }
            try database.execute("DELETE FROM \(identifier: table) WHERE id = \(row)")
            if name == "person" { try blankHistory(of: row) }
            undone.removed += 1
        }
    }

    /// Whether a later command changed the row, or what belongs to it, and still stands.
    private func isEdited(_ table: String, _ belongings: [String], _ id: Int64, since entry: Int64) throws -> Bool {
        let key = String(id)
        if try isChanged("v.record_table = \(table) AND v.record_key = \(key)", since: entry) { return true }
        if belongings.isEmpty { return false }
        return try isChanged(
            "v.record_table IN \(SQL.list(belongings)) AND \(ChangeLog.Line.belongs(toKey: key))",
            since: entry
        )
    }

    /// Whether a later import added to the row: a further filling of a position, a further figure of staff.
    private func isAdded(to table: String, _ id: Int64, since importID: Int64) throws -> Bool {
        for shape in try shapes.get().values where shape.parent == table && shape.importColumn != nil {
            guard let belonging = try database.table(named: shape.name) else { continue }
            let column = try database.columns(ofTable: shape.name)[shape.keyColumns[0]].identifier
            let added = try database.value(
                """
                SELECT EXISTS (SELECT 1 FROM \(identifier: belonging)
                    WHERE \(identifier: column) = \(id) AND import_id > \(importID))
                """,
                as: Bool.self
            )
            if added == true { return true }
        }
        return false
    }

    /// Whether other rows need this one.
    func isUsed(_ id: Int64, _ references: [(table: Identifier, column: Identifier)]) throws -> Bool {
        try references.contains { reference in
            try database.value(
                """
                SELECT EXISTS (SELECT 1 FROM \(identifier: reference.table)
                    WHERE \(identifier: reference.column) = \(id))
                """
            ) ?? false
        }
    }

    /// The columns that refer to a table's rows, but those of what belongs to them, as topics do to a course.
    func references(to table: String) throws -> [(table: Identifier, column: Identifier)] {
        let shapes = try self.shapes.get()
        let names = try references.get().filter { $0.target == table }
            .filter { shapes[$0.table]?.parent != table || $0.column != "\(table)_id" }
        return try names.compactMap { name in
            guard let other = try database.table(named: name.table),
                let column = try database.columns(ofTable: name.table).first(where: { $0.name == name.column })
            else { return nil }
            return (other, column.identifier)
        }
    }
}
