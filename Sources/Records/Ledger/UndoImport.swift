import SQLite

extension Store {
    /// Removes the rows that an import made, those that hang on others first.
    func removeRows(ofImport id: Int64, _ entry: Int64, _ undone: inout Undone) throws {
        for table in ["tally", "headcount", "nameless_attendance", "profile"] {
            try removeSingly(table, id, entry, &undone)
        }
        try removeAttendance(id, entry, &undone)
        try database.execute("DELETE FROM staff_headcount WHERE import_id = \(id)")
        undone.removed += database.changes
        for table in ["session", "person", "course", "organization"] {
            try removeSingly(table, id, entry, &undone)
        }
    }

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
                undone.kept.append(try self.name(name, try keyForName(name, row)))
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

    /// Whether other rows need this one.
    private func isUsed(_ table: String, _ id: Int64) throws -> Bool {
        let uses: SQL
        switch table {
        case "session":
            uses = """
                EXISTS (SELECT 1 FROM attendance WHERE session_id = \(id))
                OR EXISTS (SELECT 1 FROM nameless_attendance WHERE session_id = \(id))
                OR EXISTS (SELECT 1 FROM headcount WHERE session_id = \(id))
                OR EXISTS (SELECT 1 FROM tally WHERE session_id = \(id))
                OR EXISTS (SELECT 1 FROM session WHERE parent_id = \(id) OR replaced_by_id = \(id))
                OR EXISTS (SELECT 1 FROM import WHERE session_id = \(id) AND undone_at IS NULL)
                """
        case "person":
            uses = """
                EXISTS (SELECT 1 FROM attendance WHERE person_id = \(id))
                OR EXISTS (SELECT 1 FROM person WHERE merged_into_id = \(id))
                OR EXISTS (SELECT 1 FROM person_distinct WHERE person_id = \(id) OR other_id = \(id))
                """
        case "course": uses = "EXISTS (SELECT 1 FROM session WHERE course_id = \(id))"
        case "organization":
            uses = """
                EXISTS (SELECT 1 FROM session_organization WHERE organization_id = \(id))
                OR EXISTS (SELECT 1 FROM session WHERE provider_id = \(id) OR host_id = \(id))
                OR EXISTS (SELECT 1 FROM person WHERE organization_id = \(id))
                OR EXISTS (SELECT 1 FROM attendance WHERE organization_id = \(id))
                OR EXISTS (SELECT 1 FROM nameless_attendance WHERE organization_id = \(id))
                OR EXISTS (SELECT 1 FROM headcount WHERE organization_id = \(id))
                OR EXISTS (SELECT 1 FROM profile WHERE organization_id = \(id))
                OR EXISTS (SELECT 1 FROM staff_headcount WHERE organization_id = \(id))
                OR EXISTS (SELECT 1 FROM program WHERE organization_id = \(id))
                """
        default: return false
        }
        return try database.value("SELECT \(uses)", as: Bool.self) ?? false
    }

    /// The key by which a kept row is named: of a headcount, tally or profile its session's or organization's id.
    private func keyForName(_ table: String, _ id: Int64) throws -> String {
        let owner: SQL
        switch table {
        case "tally": owner = "SELECT session_id FROM tally WHERE id = \(id)"
        case "headcount": owner = "SELECT session_id FROM headcount WHERE id = \(id)"
        case "nameless_attendance": owner = "SELECT session_id FROM nameless_attendance WHERE id = \(id)"
        case "profile": owner = "SELECT organization_id FROM profile WHERE id = \(id)"
        default: return String(id)
        }
        return String(try database.value(owner, as: Int64.self) ?? id)
    }
}
