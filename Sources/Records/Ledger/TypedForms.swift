import SQLite

extension Store {
    /// Drops from entries before this one which evaluations they stored: a line that says that it was one is left of each.
    ///
    /// Entries beside it have a time of day, and the order of entries is that of typing; a line with the evaluation's id
    /// would tell when each form was typed in, and so perhaps whose it is. So the line lasts as long as `undo` may need it
    /// as the last command: until the next one. The salt of the entry goes too, so that its digest can confirm no guess;
    /// the chain stays whole.
    /// - Parameter undone: the entry that is being taken back, which keeps its lines until then.
    func loosenTypedForms(before entry: Int64, but undone: Int64?) throws {
        let entries = try database.all(
            """
            SELECT history_id, min(position) FROM history_value
            WHERE record_table IN ('evaluation', 'answer_text') AND record_key > '' AND change = 'created'
                AND history_id < \(entry) AND history_id IS NOT \(undone.sqlValue)
            GROUP BY history_id ORDER BY history_id
            """
        ) { row in (id: try row[0] as Int64, first: try row[1] as Int) }
        for (id, first) in entries {
            try database.execute("UPDATE history SET salt = NULL WHERE id = \(id)")
            try database.execute(
                """
                DELETE FROM history_value WHERE history_id = \(id) AND position > \(first)
                    AND record_table IN ('evaluation', 'answer_text') AND change = 'created'
                """
            )
            try database.execute(
                """
                UPDATE history_value SET record_table = 'evaluation', record_key = ''
                WHERE history_id = \(id) AND position = \(first)
                """
            )
        }
    }

    /// Refuses to take back an entry of which is not kept any more what it stored.
    func requireUnloosened(_ entry: HistoryEntry) throws {
        let isLoosened = try database.value(
            """
            SELECT EXISTS (SELECT 1 FROM history_value WHERE history_id = \(entry.id)
                AND record_table = 'evaluation' AND record_key = '')
            """,
            as: Bool.self
        )
        guard isLoosened == true else { return }
        throw RecordError.nothingToUndo(
            "you can undo \(entry.command) only right away, before any other command",
            advice: Advice("Remove it by its ref", .perform(.remove(.evaluation), ask: ["ref"]))
        )
    }
}
