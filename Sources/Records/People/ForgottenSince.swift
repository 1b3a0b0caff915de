import SQLite

/// What a record forgot since a backup of it was made, so that the backup can forget it again.
struct ForgottenSince {
    /// Rows of people who are blank now.
    var people: [Int64] = []
    /// Facilitators of the backup, by the key of their rows, and the word that takes each name's place.
    var facilitators: [String: String] = [:]
    /// Lines of the history that were emptied, or lost a name.
    var lines: [Traces.Edit] = []
    /// The names that imported files have now, by the import.
    var files: [(id: Int64, name: String)] = []
    /// Whether the backup's own history goes on otherwise than this one's: then it holds what this one never knew.
    var isOther = false
}

extension Store {
    /// What this record has forgotten of what `backup` holds.
    func forgotten(since backup: Store) throws -> ForgottenSince {
        var since = ForgottenSince()
        since.people = try database.all("SELECT id FROM person WHERE forgotten_on IS NOT NULL ORDER BY id") {
            try $0[0]
        }
        let shared = try lastShared(with: backup)
        since.isOther = try backup.head()?.id ?? 0 > shared
        for key in try forgottenFacilitators() {
            since.facilitators[key] = try facilitatorLabel(key, asOf: shared)
        }
        since.lines = try database.all(
            """
            SELECT v.history_id, v.position, v.old, v.new FROM history AS h JOIN history_value AS v ON v.history_id = h.id
            WHERE h.salt IS NULL AND h.id <= \(shared) ORDER BY v.history_id, v.position
            """
        ) { row in
            Traces.Edit(entry: try row[0], position: try row[1], old: try row.value(2), new: try row.value(3))
        }
        since.files = try database.all(
            "SELECT id, file FROM import WHERE history_id <= \(shared) AND file GLOB 'import-*' ORDER BY id"
        ) { row in (id: try row[0], name: try row[1]) }
        return since
    }

    /// Takes away what a record forgot since this copy of it was made. Part of a `change`.
    ///
    /// - Returns: how many facilitators lost their name by it.
    func forgetAgain(_ since: ForgottenSince) throws -> Int {
        var facilitators = 0
        for (key, label) in since.facilitators {
            let parts = key.split(separator: ",").compactMap { Int64($0) }
            guard parts.count == 2 else { continue }
            try database.execute(
                """
                UPDATE session_facilitator SET name = \(label), pronouns = NULL
                WHERE session_id = \(parts[0]) AND position = \(parts[1]) AND name <> \(label)
                """
            )
            facilitators += database.changes
        }
        try rewriteHistory(since.lines)
        for file in since.files { try database.execute("UPDATE import SET file = \(file.name) WHERE id = \(file.id)") }
        return facilitators
    }

    /// The last entry that the histories of two files have in common; 0 where they have none.
    private func lastShared(with other: Store) throws -> Int64 {
        if let head = try other.head(), try continues(head) { return head.id }
        let digests = try other.database.all("SELECT id, digest FROM history ORDER BY id DESC") { row in
            HistoryHead(id: try row[0], at: "", digest: try row[1])
        }
        return try digests.first { try continues($0) }?.id ?? 0
    }

    /// The keys of facilitators who were forgotten, of sessions that are gone too.
    private func forgottenFacilitators() throws -> [String] {
        try database.all(
            """
            SELECT session_id || ',' || position FROM session_facilitator WHERE name GLOB \(ForgottenLabel.pattern)
            UNION SELECT record_key FROM history_value WHERE record_table = 'session_facilitator'
                AND column_name = 'name' AND old GLOB \(ForgottenLabel.pattern)
            """
        ) { try $0.text(0) }
    }

    /// The word that stood in the place of a facilitator's name when this entry was the last one; nil where it was a
    /// name, or nothing.
    private func facilitatorLabel(_ key: String, asOf entry: Int64) throws -> String? {
        let next = try database.one(
            """
            SELECT change, old FROM history_value WHERE record_table = 'session_facilitator' AND record_key = \(key)
                AND history_id > \(entry) AND (column_name = 'name' OR column_name IS NULL)
            ORDER BY history_id, position LIMIT 1
            """
        ) { row in (change: try row.text(0), old: try row.value(1).asText) }
        let text: String?
        if let next {
            text = next.change == "created" ? nil : next.old
        } else {
            text = try database.value(
                """
                SELECT name FROM session_facilitator WHERE session_id || ',' || position = \(key)
                """
            )
        }
        return text.flatMap { ForgottenLabel.isOne($0) ? $0 : nil }
    }
}
