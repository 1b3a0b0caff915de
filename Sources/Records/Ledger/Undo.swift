import Calendar
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
    /// What the command was about, as people call it: "Foundations for Coastal Care Initiative, Nov 10, 2026"; nil where
    /// that has no name.
    package internal(set) var subject: String?
    /// How many people its one count said, where it set one.
    package internal(set) var people: Int?
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
            throw RecordError.nothingToUndo("the last command, \(entry.command), can't be undone")
        }
        try requireUnloosened(entry)
        return try takeBack(entry, by: HistoryEntry.undo)
    }

    /// Takes an import back, whenever it was made: removes what it made, restores what it changed, and keeps and names
    /// the rows that were edited or used since.
    package func undoImport(_ id: Int64) throws -> Undone { try undoImport({ id }, first: { _ in }) }

    /// Takes back the import whose row id `find` answers.
    ///
    /// - Parameters:
    ///   - find: looks for it, and again within the transaction that takes it back.
    ///   - first: what is done there before that; where it throws, nothing has changed.
    package func undoImport(_ find: () throws -> Int64, first: (Int64) throws -> Void) throws -> Undone {
        let id = try find()
        return try takeBack(try standingEntry(ofImport: id), by: "imports undo") {
            guard try find() == id else {
                let advice = Advice("To see them", .perform(.listImports))
                throw RecordError.nothingToUndo("another file was imported in the meantime", advice: advice)
            }
            _ = try standingEntry(ofImport: id)
            try first(id)
        }
    }

    /// The entry of an import that was not taken back.
    private func standingEntry(ofImport id: Int64) throws -> HistoryEntry {
        let found = try database.one("SELECT history_id, undone_at IS NOT NULL FROM import WHERE id = \(id)") { row in
            (entry: try row[0] as Int64, undone: try row[1] as Bool)
        }
        guard let found, let entry = try entry(found.entry) else {
            throw RecordError.nothingToUndo("import \(id & 0xFFFF_FFFF) doesn't exist")
        }
        if found.undone { throw RecordError.nothingToUndo("that import was already undone") }
        return entry
    }

    /// Takes one entry back, in a transaction and an entry of its own under the words of `command`.
    ///
    /// `undo` goes on backwards from its own entries; any other command that takes back is the last command itself, and
    /// can't be taken back in turn. References are checked at its end, so that rows may go and come in any order.
    /// Source: <https://sqlite.org/foreignkeys.html#fk_deferred>
    ///
    /// - Parameters:
    ///   - keepsUsed: whether rows that others need stay, and are named; else nothing is taken back then.
    ///   - first: what is done before, in the same transaction.
    ///   - last: what is asked of the outcome; where it throws, nothing has changed.
    func takeBack(
        _ entry: HistoryEntry,
        by command: String,
        keepsUsed: Bool = false,
        first: () throws -> Void = {},
        last: (Undone) throws -> Void = { _ in }
    ) throws -> Undone {
        do {
            return try change(command, undoable: false, undoes: entry.id, byDay: entry.isByDay) { _ in
                try first()
                let undone = try reverse(entry, keepsUsed)
                try last(undone)
                return undone
            }
        } catch let error as DatabaseError where error.code == .constraintForeignKey {
            throw RecordError.nothingToUndo("\(entry.command) can't be undone, because other records now depend on it")
        }
    }

    private func reverse(_ entry: HistoryEntry, _ keepsUsed: Bool) throws -> Undone {
        try database.execute("PRAGMA defer_foreign_keys = ON")
        var undone = Undone(entry: entry)
        let imports: [Int64] = try database.all(
            "SELECT id FROM import WHERE history_id = \(entry.id) ORDER BY id DESC"
        ) { try $0[0] }
        if !imports.isEmpty { try leaveMatchings(ofEntry: entry.id) }
        for importID in imports {
            try removeRows(ofImport: importID, entry.id, &undone)
            try database.execute("UPDATE import SET undone_at = \(clock.instant) WHERE id = \(importID)")
        }
        try reverseLines(keepsUsed, &undone)
        try leaveUndoneImports()
        program = try Program.load(from: database)
        return undone
    }

    /// Takes the sessions and forms that are gone from the imports that were undone: nothing is about them any more.
    private func leaveUndoneImports() throws {
        try database.execute(
            """
            UPDATE import SET session_id = NULL WHERE undone_at IS NOT NULL AND session_id IS NOT NULL
                AND NOT EXISTS (SELECT 1 FROM session AS s WHERE s.id = import.session_id)
            """
        )
        try database.execute(
            """
            UPDATE import SET form_id = NULL WHERE undone_at IS NOT NULL AND form_id IS NOT NULL
                AND NOT EXISTS (SELECT 1 FROM form AS f WHERE f.id = import.form_id)
            """
        )
    }

    /// Reverses an entry's lines, the last one first.
    private func reverseLines(_ keepsUsed: Bool, _ undone: inout Undone) throws {
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
        undone.subject = try subject(of: lines)
        undone.people = lines.countSet
        let sessions = try sessionsOfEvaluations(in: lines)
        // What one statement did to a row is reversed by one, so that no rule between two columns is broken on the way.
        var row: [ChangeLog.Line] = []
        for (index, line) in lines.enumerated() {
            guard let shape = try shapes.get()[line.table] else { continue }
            if line.change == "created" {
                if keepsUsed, let id = Int64(line.key), try isUsed(id, references(to: line.table)) {
                    try keep(line, &undone)
                } else {
                    try removeCreated(line, shape, &undone)
                }
                continue
            }
            row.append(line)
            let next = index + 1 < lines.count ? lines[index + 1] : nil
            if let next, next.change == line.change, next.key == line.key, next.table == line.table,
                !row.contains(where: { $0.column == next.column })
            {
                continue
            }
            if line.change == "changed" {
                try restoreChanged(row, shape, &undone)
            } else {
                try insertRemoved(row, shape, &undone)
            }
            row = []
        }
        for series in try Set(sessions.map(series)).sorted() { try rematch(series: series) }
        // What the command had removed has its name again only now.
        if undone.subject == nil { undone.subject = try subject(of: lines) }
    }

    private func removeCreated(_ line: ChangeLog.Line, _ shape: TableShape, _ undone: inout Undone) throws {
        guard let table = try database.table(named: line.table) else { return }
        if try isChanged(shape, line.key, since: undone.entry.id) { return try keep(line, &undone) }
        try database.execute("DELETE FROM \(identifier: table) WHERE \(try condition(shape, line.key))")
        undone.removed += database.changes
        if line.table == "person", let id = Int64(line.key) { try blankHistory(of: id) }
    }

    /// A row that is gone since is no concern any more; a value that is another now stays as it is, and so does all of a
    /// row of which a part alone would break a rule.
    private func restoreChanged(_ lines: [ChangeLog.Line], _ shape: TableShape, _ undone: inout Undone) throws {
        guard let first = lines.first, let table = try database.table(named: first.table) else { return }
        let known = try database.columns(ofTable: first.table)
        let changed = lines.compactMap { line in
            known.first { $0.name == line.column }.map { (line: line, column: $0.identifier) }
        }
        guard !changed.isEmpty else { return }
        let row = try condition(shape, first.key)
        let same = changed.map { "\(identifier: $0.column) IS \($0.line.new)" as SQL }.joined(separator: ", ")
        let isSame = try database.one("SELECT \(same) FROM \(identifier: table) WHERE \(row)") { row in
            try changed.indices.map { try row[$0] as Bool }
        }
        let restored = zip(changed, isSame ?? []).filter(\.1).map(\.0)
        if restored.count < changed.count { try keep(first, &undone) }
        guard !restored.isEmpty else { return }
        let values = restored.map { "\(identifier: $0.column) = \($0.line.old)" as SQL }.joined(separator: ", ")
        do {
            try database.execute("UPDATE \(identifier: table) SET \(values) WHERE \(row)")
            undone.restored += restored.count
        } catch let error as DatabaseError where error.isConstraint {
            try keep(first, &undone)
        }
    }

    private func insertRemoved(
        _ lines: [ChangeLog.Line],
        _ shape: TableShape,
        _ undone: inout Undone
    ) throws {
        guard let first = lines.first, let table = try database.table(named: first.table) else { return }
        if try isChanged(shape, first.key, since: undone.entry.id) { return try keep(first, &undone) }
        let known = try database.columns(ofTable: first.table)
        let pairs = lines.compactMap { line in
            known.first { $0.name == line.column }.map { ($0.identifier, line.old) }
        }
        let columns = pairs.map { "\(identifier: $0.0)" as SQL }.joined(separator: ", ")
        let values = pairs.map { "\($0.1)" as SQL }.joined(separator: ", ")
        try database.execute("INSERT INTO \(identifier: table) (\(columns)) VALUES (\(values))")
        undone.restored += 1
    }

    /// Whether a later command that still stands changed a row; of a list, any of its places, because an edit writes
    /// them anew all together.
    private func isChanged(_ shape: TableShape, _ key: String, since entry: Int64) throws -> Bool {
        let owner = shape.isList ? key.prefix { $0 != "," } : nil
        let rows = owner.map { ChangeLog.Line.belongs(toKey: String($0)) } ?? "v.record_key = \(key)"
        return try isChanged("v.record_table = \(shape.name) AND \(rows)", since: entry)
    }

    /// Whether a command after `entry` that still stands has a line that `condition` over `v` describes.
    func isChanged(_ condition: SQL, since entry: Int64) throws -> Bool {
        try database.value("SELECT \(Self.isChanged(condition, since: entry))", as: Bool.self) ?? false
    }

    /// The same as an expression.
    static func isChanged(_ condition: SQL, since entry: Int64) -> SQL {
        """
        EXISTS (SELECT 1 FROM history_value AS v WHERE \(condition) AND v.history_id > \(entry)
            AND NOT EXISTS (SELECT 1 FROM history AS u WHERE u.undoes_id = v.history_id))
        """
    }

    /// Names what stays because it was changed since, once; nothing where it is gone.
    private func keep(_ line: ChangeLog.Line, _ undone: inout Undone) throws {
        guard let name = try name(line.table, line.key), !undone.kept.contains(name) else { return }
        undone.kept.append(name)
    }

    /// The condition that finds the row of a key. Every part is bound as text, which SQLite turns into what the column
    /// holds, so that a ref "007" stays one.
    /// Source: <https://sqlite.org/datatype3.html#type_conversions_prior_to_comparison>
    func condition(_ shape: TableShape, _ key: String) throws -> SQL {
        let columns = try database.columns(ofTable: shape.name)
        let parts = key.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        return zip(shape.keyColumns, parts).map { index, part in
            "\(identifier: columns[index].identifier) = \(part)" as SQL
        }.joined(separator: " AND ")
    }

    /// A row's name for people: its kind and ref where it has one, else those of the record that it belongs to; nil
    /// where that is gone.
    func name(_ table: String, _ key: String) throws -> String? {
        let id = key.split(separator: ",").first.flatMap { Int64($0) } ?? 0
        if let noun = Noun(rawValue: table), noun.type.hasRef {
            let ref = try ref(noun.type, id)
            return ref.isEmpty ? nil : "\(noun.rawValue) \(ref)"
        }
        if table == "publication" {
            let ref = try database.value("SELECT ref FROM publication WHERE id = \(id)", as: String.self)
            return ref.map { "publication \($0)" }
        }
        if table == "retired_ref" { return "ref \(key.drop { $0 != "," }.dropFirst())" }
        let owner = try ownersRef(table, id)
        return owner.isEmpty ? nil : "\(table.replacingUnderscores) of \(owner)"
    }

    /// The ref of the record that a row belongs to, whose key begins with `id`; empty where it is gone.
    private func ownersRef(_ table: String, _ id: Int64) throws -> String {
        switch table {
        case "program": return program.ref
        case "person_distinct": return try ref(.person, id)
        case "site", "staff_headcount": return try ref(.organization, id)
        case "course_topic": return try ref(.course, id)
        case "profile", "profile_capacity", "profile_service":
            return try database.value(
                "SELECT o.ref FROM profile AS p JOIN organization AS o ON o.id = p.organization_id WHERE p.id = \(id)"
            ) ?? ""
        case "tally", "headcount", "nameless_attendance", "collection":
            guard let table = try database.table(named: table) else { return "" }
            return try database.value(
                "SELECT s.ref FROM \(identifier: table) AS t JOIN session AS s ON s.id = t.session_id WHERE t.id = \(id)"
            ) ?? ""
        case "board_seats":
            return try database.value(
                "SELECT b.ref FROM board_seats AS t JOIN board AS b ON b.id = t.board_id WHERE t.id = \(id)"
            ) ?? ""
        case "criterion": return try ref(.criterion, id)
        case "commitment": return try ref(.commitment, id)
        case "reflection": return try ref(.reflection, id)
        case "evaluation": return try ref(.evaluation, id)
        case "target": return try ref(.target, id)
        default:
            let parent = try shapes.get()[table]?.parent.flatMap { Noun(rawValue: $0) } ?? .session
            return try ref(parent.type, id)
        }
    }
}

extension ChangeLog.Line {
    /// The condition that a line `v` is of a row that belongs to the one of `key`: "," is the character before "-".
    static func belongs(toKey key: String) -> SQL {
        "v.record_key > \(key + ",") AND v.record_key < \(key + "-")"
    }
}
