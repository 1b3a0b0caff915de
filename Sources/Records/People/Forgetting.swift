import CSodium
import Calendar
import SQLite

/// Whom to forget, and what was answered about others of the same name.
package struct ForgetRequest: Equatable, Sendable {
    /// People by their rows.
    package var people: [Found]
    /// Names of facilitators who have no row.
    package var names: [FullName]
    /// Whether a facilitator who has the name of one of `people` is that person; nil where nobody has said so.
    package var isSame: Bool?

    package init(people: [Found] = [], names: [FullName] = [], isSame: Bool? = nil) {
        self.people = people
        self.names = names
        self.isSame = isSame
    }

    /// How many people and names there are.
    package var count: Int { people.count + names.count }

    /// The same with each person and each name once.
    var withoutRepeats: ForgetRequest {
        var request = ForgetRequest(isSame: isSame)
        for person in people where !request.people.contains(person) { request.people.append(person) }
        for name in names where !request.names.contains(where: { $0.key == name.key }) { request.names.append(name) }
        return request
    }
}

/// What forgetting somebody did, and what it can't reach.
package struct Forgotten: Equatable, Sendable {
    /// The refs under which the blank rows stand now.
    package internal(set) var newRefs: [String] = []
    /// Sessions that still count them.
    package internal(set) var sessions = 0
    /// Sessions from which their name went as a facilitator's; that somebody facilitated, and in which role, stays.
    package internal(set) var facilitated: [Facilitator] = []
    /// Facilitators of the same name who may be somebody else, and stay.
    package internal(set) var unclear: [Facilitator] = []
    /// Earlier values that went from the history: of facilitators, and of texts that held the full name.
    package internal(set) var historyValues = 0
    /// Imports whose file had their name in its own, by number; they have a neutral one now.
    package internal(set) var renamed: [Int64] = []
    /// Files that were imported and hold them still: their names.
    package internal(set) var files: [String] = []
    /// Older states of this file beside it that hold them still: their paths.
    package internal(set) var backups: [String] = []
    /// The day of the last export with names, which may hold them still.
    package internal(set) var lastExport: String?
    /// Where the full name is still in words that somebody wrote.
    package internal(set) var places: [NamePlace] = []
    /// Whether the file was rebuilt; where not, old bytes may still be in it.
    package internal(set) var isCleaned = false
}

extension Store {
    /// Forgets people: their rows are blanked under new random refs, and so are their values in the history; their name
    /// and pronouns go from sessions that they facilitated, and their name from those of imported files. What they
    /// attended and facilitated stays, so no published figure changes. It can't be taken back.
    ///
    /// The file is rebuilt afterwards (`VACUUM`), so that the bytes are gone from it and not only from its tables.
    /// Source: <https://sqlite.org/lang_vacuum.html>
    package func forget(_ request: ForgetRequest) throws -> Forgotten { try forget { request } }

    /// As ``forget(_:)``, of those whom `choose` finds inside the same transaction; where it throws, nothing is changed.
    package func forget(_ choose: () throws -> ForgetRequest) throws -> Forgotten {
        var request = ForgetRequest()
        var forgotten = Forgotten()
        var traces = Traces()
        try change("person forget", undoable: false) { change in
            request = try choose().withoutRepeats
            change.log.muted = true
            let labels = try (0..<request.count).map { _ in try newForgottenLabel() }
            traces = try self.traces(of: request, labels: labels)
            forgotten.files = try filesHolding(traces, request.people)
            try remove(traces)
            // The history's own tables have no hook.
            if !traces.isEmpty { change.log.sawBulk() }
            for person in request.people { try blank(person, &forgotten) }
            forgotten.places = try places(of: traces.everyName)
        }
        forgotten.note(traces)
        forgotten.lastExport = try lastIdentifiedExport()
        forgotten.backups = backupsHolding(request.people.map(\.id), traces)
        // They are forgotten whatever becomes of the rebuilding: the caller says both.
        forgotten.isCleaned = (try? clean()) != nil
        return forgotten
    }

    /// Rebuilds the file, so that nothing is left in it of what was removed.
    package func clean() throws { try database.execute("VACUUM") }

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
    func blank(_ person: Found, _ forgotten: inout Forgotten) throws {
        forgotten.sessions += try attendances(of: person)
        let rows = try database.all(
            "SELECT id, email FROM person WHERE id = \(person.id) OR merged_into_id = \(person.id)"
        ) { row in (id: try row[0] as Int64, email: try row[1] as String?) }
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

    /// Older states of the file beside it in which any of these people is still somebody, or a facilitator, a file or the
    /// history still has the name; also those that can't be looked into.
    private func backupsHolding(_ people: [Int64], _ traces: Traces) -> [String] {
        DatedBackup.older(than: database.path).filter { path in
            // What can't be opened may hold them.
            (try? Store.open(path, mode: .readOnly, wait: 0, surroundings: surroundings).holds(any: people, traces))
                ?? true
        }
    }

    /// Whether one of these rows, or somebody merged into it, is somebody of whom anything is kept, or one of the names
    /// stands where forgetting takes it away.
    private func holds(any people: [Int64], _ traces: Traces) throws -> Bool {
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
        return try holds(traces)
    }

    /// The day of the last export with names; nil where there was none.
    private func lastIdentifiedExport() throws -> String? {
        try database.value(
            "SELECT substr(max(at), 1, 10) FROM history WHERE command = 'export identified'",
            as: String?.self
        ) ?? nil
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

extension Forgotten {
    /// Takes over what was found and removed.
    fileprivate mutating func note(_ traces: Traces) {
        facilitated = traces.facilitators.map(\.facilitator)
        unclear = traces.unclear
        historyValues = traces.edits.count
        renamed = traces.files.map { Store.number(of: $0.id) }
    }
}
