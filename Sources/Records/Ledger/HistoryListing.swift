import SQLite

/// One line of the history: what a command did to one value of one record.
package struct HistoryLine: Equatable, Sendable {
    /// The number of the entry, as people see it.
    package let number: Int64
    /// The instant of the entry: UTC, ISO 8601.
    package let at: String
    /// Who did it: the account as `Surroundings` had it.
    package let account: String
    /// The command's words, without arguments.
    package let command: String
    /// The number of the entry that this one took back.
    package let undoes: Int64?
    /// The kind of row, as the tables call it; nil for an entry that has no lines, as an import's.
    package let table: String?
    /// The ref of the record, or what is left to call it by.
    package let record: String?
    /// `created`, `changed` or `removed`.
    package let change: String?
    /// The field that it is about; nil where a row came or went as a whole.
    package let column: String?
    /// What stood there before, in words, `(kept inside)` for what is not told; nil where nothing did.
    package let old: String?
    /// What stands there since, in words, `(kept inside)` for what is not told; nil where nothing does.
    package let new: String?
}

extension Store {
    /// Who changed what, when, from what to what: the oldest first, of one record or of all.
    ///
    /// Of a row that came to be and is still there, one line for each value that it began with; the places of a list
    /// (topics, organizations trained) are one line together. Row ids, and the import that a row came by, stay inside.
    ///
    /// - Parameter identified: whether names, one person's answers and words that somebody wrote are told, too.
    package func history(
        of record: (noun: Noun, found: Found)?,
        identified: Bool = false,
        _ body: (HistoryLine) throws -> Void
    ) throws {
        let filter: SQL = try record.map { "WHERE \(try ofRecord($0.noun, $0.found.id))" } ?? ""
        var listing = HistoryRows(store: self, shapes: try shapes.get(), isIdentified: identified)
        try database.forEach(
            """
            SELECT h.id, h.at, h.account, h.command, h.undoes_id, v.record_table, v.record_key, v.change,
                v.column_name, v.old, v.new, v.position
            FROM history AS h LEFT JOIN history_value AS v ON v.history_id = h.id \(filter)
            ORDER BY h.id, v.position
            """
        ) { row in
            try listing.take(try HistoryRow(row)).forEach(body)
        }
        try listing.end().forEach(body)
    }

    /// Records that were removed, by the ref that they had.
    package func removed(ref typed: String) throws -> [(noun: Noun, found: Found)] {
        let refs = try database.all(
            "SELECT noun, ref FROM retired_ref WHERE ref = \(typed.trimmed) COLLATE NOCASE ORDER BY noun"
        ) { row in (noun: try row.text(0), ref: try row.text(1)) }
        return try refs.compactMap { retired in
            guard let noun = Noun(rawValue: retired.noun) else { return nil }
            let key = try database.value(
                """
                SELECT record_key FROM history_value WHERE record_table = \(retired.noun) AND change = 'removed'
                AND column_name = 'ref' AND old = \(retired.ref) ORDER BY history_id DESC LIMIT 1
                """,
                as: String.self
            )
            return key.flatMap { Int64($0) }.map { (noun, Found(id: $0, ref: retired.ref)) }
        }
    }

    /// The condition that a line `v` is of a record, or of a row that belongs to it.
    private func ofRecord(_ noun: Noun, _ id: Int64) throws -> SQL {
        let key = String(id)
        let parts = try shapes.get().values.filter { $0.parent == noun.rawValue }.map(\.name)
        let own: SQL = """
            v.record_key = \(key) AND v.record_table = \(noun.rawValue)
                OR \(ChangeLog.Line.belongs(toKey: key))
                    AND v.record_table IN \(SQL.list(parts + (noun == .session ? ["attendance"] : [])))
            """
        let others: [(table: Identifier, owner: Identifier)] =
            switch noun {
            case .session:
                [("headcount", "session_id"), ("tally", "session_id"), ("nameless_attendance", "session_id")]
            case .organization: [("profile", "organization_id")]
            default: []
            }
        return others.reduce(own) { condition, other in
            """
            \(condition)
                OR v.record_table = \(other.table.name) AND v.record_key IN (
                    SELECT CAST(x.id AS TEXT) FROM \(identifier: other.table) AS x
                        WHERE x.\(identifier: other.owner) = \(id)
                    UNION SELECT w.record_key FROM history_value AS w WHERE w.record_table = \(other.table.name)
                        AND w.change = 'removed' AND w.column_name = \(other.owner.name) AND w.old = \(id))
            """
        }
    }
}
