import CSodium
import Calendar
import SQLite

/// What forgetting somebody did, and what it can't reach.
package struct Forgotten: Equatable, Sendable {
    /// The refs under which the blank rows stand now.
    package internal(set) var newRefs: [String] = []
    /// Sessions that still count them.
    package internal(set) var sessions = 0
    /// Files that were imported and hold them still: their names.
    package internal(set) var files: [String] = []
    /// Older states of this file beside it that hold them still: their paths.
    package internal(set) var backups: [String] = []
    /// Whether the file was rebuilt; where not, old bytes may still be in it.
    package internal(set) var isCleaned = false
}

extension Store {
    /// Forgets people: their rows are blanked under new random refs, and so are their values in the history; what they
    /// attended stays, so no published figure changes. It can't be taken back.
    ///
    /// The file is rebuilt afterwards (`VACUUM`), so that the bytes are gone from it and not only from its tables.
    /// Source: <https://sqlite.org/lang_vacuum.html>
    package func forget(_ people: [Found]) throws -> Forgotten {
        var forgotten = Forgotten()
        try change("person forget", undoable: false) { change in
            change.log.muted = true
            for person in people { try blank(person, &forgotten) }
        }
        forgotten.backups = backupsHolding(people.map(\.id))
        // They are forgotten whatever becomes of the rebuilding: the caller says both.
        forgotten.isCleaned = (try? database.execute("VACUUM")) != nil
        return forgotten
    }

    /// Whether somebody of this e-mail was forgotten: they are not to be made again from a file.
    package func wasForgotten(email: String) throws -> Bool {
        let hash = try forgottenHash(email)
        return try database.value("SELECT EXISTS (SELECT 1 FROM forgotten_email WHERE hash = \(hash))") ?? false
    }

    /// Whether anybody was ever forgotten; spares a hash for each row of a file.
    package func hasForgottenAnybody() throws -> Bool {
        try database.value("SELECT EXISTS (SELECT 1 FROM forgotten_email)") ?? false
    }

    /// Blanks a person and everybody who was merged into them.
    private func blank(_ person: Found, _ forgotten: inout Forgotten) throws {
        forgotten.sessions +=
            try database.value("SELECT count(*) FROM attendance WHERE person_id = \(person.id)", as: Int.self) ?? 0
        let rows = try database.all(
            "SELECT id, email FROM person WHERE id = \(person.id) OR merged_into_id = \(person.id)"
        ) { row in (id: try row[0] as Int64, email: try row[1] as String?) }
        for file in try filesHolding(person.id) where !forgotten.files.contains(file) { forgotten.files.append(file) }
        for row in rows {
            if let email = row.email {
                try database.execute(
                    "INSERT OR IGNORE INTO forgotten_email (hash) VALUES (\(try forgottenHash(email)))"
                )
            }
            let ref = try newPersonRef()
            try database.execute(
                """
                UPDATE person SET ref = \(ref), name = NULL, email = NULL, job_role = NULL,
                    forgotten_on = \(today.description) WHERE id = \(row.id)
                """
            )
            try blankHistory(of: row.id)
            try dropLikeness(of: row.id)
            if row.id == person.id { forgotten.newRefs.append(ref) }
        }
    }

    /// Empties what the history holds of a person, and drops the salt of those entries, so that their digests can
    /// confirm no guess; the chain stays whole.
    func blankHistory(of person: Int64) throws {
        let ofPerson: SQL = "record_table = 'person' AND record_key = \(String(person))"
        try database.execute(
            "UPDATE history SET salt = NULL WHERE id IN (SELECT history_id FROM history_value WHERE \(ofPerson))"
        )
        try database.execute(
            """
            UPDATE history_value SET old = NULL, new = NULL
            WHERE \(ofPerson) AND column_name IN ('ref', 'name', 'email', 'job_role')
            """
        )
    }

    /// Drops who they were said to be distinct from, from the history too: those people's names look like theirs.
    private func dropLikeness(of person: Int64) throws {
        try database.execute("DELETE FROM person_distinct WHERE person_id = \(person) OR other_id = \(person)")
        let lines: SQL = """
            record_table = 'person_distinct'
            AND (record_key LIKE \("\(person),%") OR record_key LIKE \("%,\(person)"))
            """
        try database.execute(
            "UPDATE history SET salt = NULL WHERE id IN (SELECT history_id FROM history_value WHERE \(lines))"
        )
        try database.execute("DELETE FROM history_value WHERE \(lines)")
    }

    /// Files that people's rows came from, also where the import was taken back and the file is still there.
    private func filesHolding(_ person: Int64) throws -> [String] {
        try database.all(
            """
            SELECT DISTINCT i.file FROM import AS i WHERE i.id IN (
                SELECT import_id FROM person WHERE id = \(person) OR merged_into_id = \(person)
                UNION SELECT import_id FROM attendance WHERE person_id = \(person)
            ) ORDER BY i.id
            """
        ) { try $0.text(0) }
    }

    /// Older states of the file beside it in which any of these rows is still somebody; also those that can't be looked
    /// into.
    private func backupsHolding(_ people: [Int64]) -> [String] {
        DatedBackup.older(than: database.path).filter { path in
            // What can't be opened may hold them.
            (try? Store.open(path, mode: .readOnly, wait: 0, surroundings: surroundings).holds(any: people)) ?? true
        }
    }

    /// Whether one of these rows, or somebody merged into it, is somebody of whom anything is kept.
    private func holds(any people: [Int64]) throws -> Bool {
        for id in people {
            let isHeld = try database.value(
                """
                SELECT EXISTS (SELECT 1 FROM person WHERE (id = \(id) OR merged_into_id = \(id))
                    AND ifnull(name, ifnull(email, job_role)) IS NOT NULL)
                """,
                as: Bool.self
            )
            if isHeld ?? false { return true }
        }
        return false
    }

    /// A keyed hash of an e-mail in lower case; the key is the file's own.
    private func forgottenHash(_ email: String) throws -> [UInt8] {
        let secret = try database.value("SELECT secret FROM program", as: [UInt8].self) ?? []
        let text = Array(email.trimmed.lowercased().utf8)
        var hash = [UInt8](repeating: 0, count: 32)
        crypto_generichash(&hash, hash.count, text, UInt64(text.count), secret, secret.count)
        return hash
    }
}
