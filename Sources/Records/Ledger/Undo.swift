import SQLite

/// What taking a command back did.
package struct Undone: Equatable, Sendable {
    /// The entry that was taken back.
    package let entry: HistoryEntry
    /// Rows that the command had made and that are gone.
    package internal(set) var removed = 0
    /// Rows that are as they were before it.
    package internal(set) var restored = 0
    /// Rows that were edited or used since, and stay: "session 2026-11-10-cci-foundations".
    package internal(set) var kept: [String] = []
}

extension Store {
    /// Takes the last command back that has not been taken back.
    ///
    /// - Throws: `RecordError.nothingToUndo` where there is none, or it is one that can't be.
    package func undo() throws -> Undone {
        guard let entry = try lastEntry() else {
            throw RecordError.nothingToUndo("there is nothing to undo")
        }
        guard entry.undoable else {
            throw RecordError.nothingToUndo("the last command, \(entry.command), can't be taken back")
        }
        return try takeBack(entry)
    }

    /// Takes an import back, whenever it was made: removes what it made, restores what it changed, and keeps and names
    /// the rows that were edited or used since.
    package func undoImport(_ id: Int64) throws -> Undone {
        let found = try database.one("SELECT history_id, undone_at IS NOT NULL FROM import WHERE id = \(id)") { row in
            (entry: try row[0] as Int64, undone: try row[1] as Bool)
        }
        guard let found, let entry = try entry(found.entry) else {
            throw RecordError.nothingToUndo("there is no import \(id & 0xFFFF_FFFF)")
        }
        if found.undone { throw RecordError.nothingToUndo("that import was taken back before") }
        return try takeBack(entry)
    }

    /// Takes one entry back, in a transaction and an entry of its own.
    func takeBack(_ entry: HistoryEntry) throws -> Undone {
        try change("undo", undoable: false, undoes: entry.id) { _ in
            try database.execute("PRAGMA defer_foreign_keys = ON")
            var undone = Undone(entry: entry)
            let imports: [Int64] = try database.all(
                "SELECT id FROM import WHERE history_id = \(entry.id) ORDER BY id DESC"
            ) { try $0[0] }
            for importID in imports {
                try removeRows(ofImport: importID, entry.id, &undone)
                try database.execute("UPDATE import SET undone_at = \(clock.instant) WHERE id = \(importID)")
            }
            try reverseLines(&undone)
            program = try Program.load(from: database)
            return undone
        }
    }

    /// Reverses an entry's lines, the last one first.
    private func reverseLines(_ undone: inout Undone) throws {
        let lines = try database.all(
            """
            SELECT change, record_table, record_key, column_name, old, new FROM history_value
            WHERE history_id = \(undone.entry.id) AND record_table <> 'import' ORDER BY position DESC
            """
        ) { row in
            ChangeLog.Line(
                change: try row[0],
                table: try row[1],
                key: try row[2],
                column: try row[3],
                old: try row.value(4),
                new: try row.value(5)
            )
        }
        var removed: [ChangeLog.Line] = []
        for (index, line) in lines.enumerated() {
            guard let shape = try shapes.get()[line.table] else { continue }
            switch line.change {
            case "created": try removeCreated(line, shape, &undone)
            case "changed": try restoreChanged(line, shape, &undone)
            default:
                removed.append(line)
                let next = index + 1 < lines.count ? lines[index + 1] : nil
                guard next?.change != "removed" || next?.key != line.key || next?.table != line.table else { continue }
                try insertRemoved(removed, &undone)
                removed = []
            }
        }
    }

    private func removeCreated(_ line: ChangeLog.Line, _ shape: TableShape, _ undone: inout Undone) throws {
        guard let table = try database.table(named: line.table) else { return }
        try database.execute("DELETE FROM \(identifier: table) WHERE \(try condition(shape, line.key))")
        undone.removed += database.changes
    }

    private func restoreChanged(_ line: ChangeLog.Line, _ shape: TableShape, _ undone: inout Undone) throws {
        guard let table = try database.table(named: line.table),
            let column = try database.columns(ofTable: line.table).first(where: { $0.name == line.column })
        else { return }
        try database.execute(
            """
            UPDATE \(identifier: table) SET \(identifier: column.identifier) = \(line.old)
            WHERE \(try condition(shape, line.key)) AND \(identifier: column.identifier) IS \(line.new)
            """
        )
        if database.changes == 0 {
            undone.kept.append(try name(line.table, line.key))
        } else {
            undone.restored += 1
        }
    }

    private func insertRemoved(_ lines: [ChangeLog.Line], _ undone: inout Undone) throws {
        guard let first = lines.first, let table = try database.table(named: first.table) else { return }
        let known = try database.columns(ofTable: first.table)
        let pairs = lines.compactMap { line in
            known.first { $0.name == line.column }.map { ($0.identifier, line.old) }
        }
        let columns = pairs.map { "\(identifier: $0.0)" as SQL }.joined(separator: ", ")
        let values = pairs.map { "\($0.1)" as SQL }.joined(separator: ", ")
        try database.execute("INSERT INTO \(identifier: table) (\(columns)) VALUES (\(values))")
        undone.restored += 1
    }

    /// The condition that finds the row of a key.
    func condition(_ shape: TableShape, _ key: String) throws -> SQL {
        let columns = try database.columns(ofTable: shape.name)
        let parts = key.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        return zip(shape.keyColumns, parts).map { index, part in
            let value: SQLValue = Int64(part).map { .integer($0) } ?? .text(part)
            return "\(identifier: columns[index].identifier) = \(value)" as SQL
        }.joined(separator: " AND ")
    }

    /// A row's name for people: its kind and ref where it has one.
    func name(_ table: String, _ key: String) throws -> String {
        let id = key.split(separator: ",").first.flatMap { Int64($0) } ?? 0
        if let noun = Noun(rawValue: table), noun.type.hasRef { return "\(noun.rawValue) \(try ref(noun.type, id))" }
        return "\(table.replacingUnderscores) of \(try ownersRef(table, id))"
    }

    /// The ref of the record that a row belongs to, whose key begins with `id`.
    private func ownersRef(_ table: String, _ id: Int64) throws -> String {
        switch table {
        case "site", "staff_headcount": return try ref(.organization, id)
        case "course_topic": return try ref(.course, id)
        case "profile", "profile_capacity", "profile_service":
            return try database.value(
                "SELECT o.ref FROM profile AS p JOIN organization AS o ON o.id = p.organization_id WHERE p.id = \(id)"
            ) ?? ""
        case "tally", "headcount", "nameless_attendance":
            guard let table = try database.table(named: table) else { return "" }
            return try database.value(
                "SELECT s.ref FROM \(identifier: table) AS t JOIN session AS s ON s.id = t.session_id WHERE t.id = \(id)"
            ) ?? ""
        default: return try ref(.session, id)
        }
    }
}
