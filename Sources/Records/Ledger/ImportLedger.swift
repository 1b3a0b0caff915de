import SQLite

/// A file about to be imported, as it is remembered.
package struct ImportFile: Equatable, Sendable {
    /// The kind of its rows; kept as its plural, the word that `import` takes.
    package var kind: Noun
    /// The program that wrote it: `groundwork`, `zoom-meeting`, ….
    package var source: String
    /// Its name without folders.
    package var name: String
    /// 64 hexadecimal digits.
    package var sha256: String
    /// The one session that it is about, where that was said.
    package var session: Int64?
    /// The row id of the form that its rows answer; nil for every kind but evaluations.
    package var form: Int64?
    /// Whether people were kept as nameless heads only.
    package var countsOnly: Bool

    package init(
        kind: Noun,
        source: String,
        name: String,
        sha256: String,
        session: Int64? = nil,
        form: Int64? = nil,
        countsOnly: Bool = false
    ) {
        self.kind = kind
        self.source = source
        self.name = name
        self.sha256 = sha256
        self.session = session
        self.form = form
        self.countsOnly = countsOnly
    }
}

/// What became of the rows of a file.
package struct ImportCounts: Equatable, Sendable {
    /// Rows that are new records.
    package var created = 0
    /// Rows that changed a stored record, which takes `update`.
    package var updated = 0
    /// Rows that say what is stored already.
    package var unchanged = 0
    /// Further rows of one person and session.
    package var merged = 0
    /// Rows that are no records: bots, previews, the waiting room.
    package var skipped = 0
    /// Rows that were refused and written to the file of rejects, with what is wrong; without that file one refuses
    /// all.
    package var rejected = 0
    /// People who were new with these rows; not a part of `rows`.
    package var peopleCreated = 0
    /// Organizations that were made because a row named them; not a part of `rows`.
    package var organizationsCreated = 0

    package init() {}

    /// All rows of the file.
    package var rows: Int { created + updated + unchanged + merged + skipped + rejected }
}

/// An import as it was: which file, by whom, and what became of its rows.
package struct ImportEntry: Equatable, Sendable {
    /// The row id in `import`; rows that it made carry it.
    package let id: Int64
    /// UTC, ISO 8601.
    package let at: String
    /// Who did it: the account as `Surroundings` had it.
    package let account: String
    /// The kind of its rows by its plural: `attendance`, `people`.
    package let kind: String
    /// The program that wrote the file: `groundwork`, `zoom-meeting`, ….
    package let source: String
    /// The file's name without folders.
    package let file: String
    /// The ref of the session that it was said to be about.
    package let session: String?
    /// The ref of the form that its rows answer; nil for every kind but evaluations.
    package let form: String?
    /// Whether people were kept as heads without names, so that nobody can be looked up in them.
    package let countsOnly: Bool
    /// As they were when the import ended; what was edited or removed since does not change them.
    package let counts: ImportCounts
    /// When it was taken back.
    package let undoneAt: String?

    /// The number by which people name it.
    package var number: Int64 { Store.number(of: id) }

    static let columns: SQL = """
        i.id, h.at, h.account, i.kind, i.source, i.file, s.ref, f.ref, i.counts_only, i.created, i.updated,
        i.unchanged, i.merged, i.skipped, i.rejected, i.people_created, i.organizations_created, i.undone_at
        """
    static let source: SQL = """
        import AS i JOIN history AS h ON h.id = i.history_id LEFT JOIN session AS s ON s.id = i.session_id
        LEFT JOIN form AS f ON f.id = i.form_id
        """

    init(_ row: borrowing Row) throws {
        id = try row[0]
        at = try row[1]
        account = try row[2]
        kind = try row[3]
        source = try row[4]
        file = try row[5]
        session = try row[6]
        form = try row[7]
        countsOnly = try row[8]
        var counts = ImportCounts()
        counts.created = try row[9]
        counts.updated = try row[10]
        counts.unchanged = try row[11]
        counts.merged = try row[12]
        counts.skipped = try row[13]
        counts.rejected = try row[14]
        counts.peopleCreated = try row[15]
        counts.organizationsCreated = try row[16]
        self.counts = counts
        undoneAt = try row[17]
    }
}

extension Store {
    /// All imports, the latest first.
    package func imports() throws -> [ImportEntry] {
        try database.all("SELECT \(ImportEntry.columns) FROM \(ImportEntry.source) ORDER BY i.id DESC") {
            try ImportEntry($0)
        }
    }

    /// Whether this record has an import of this number.
    package func hasImport(number: Int64) throws -> Bool {
        try database.value("SELECT EXISTS (SELECT 1 FROM import WHERE id = \(program.origin << 32 | number))") ?? false
    }

    /// The import by which the same bytes came in as the same kind, session and form, and that still stands.
    ///
    /// One that was replaced by a later count of the same session does not stand any more.
    package func remembered(_ file: ImportFile) throws -> ImportEntry? {
        try database.one(
            """
            SELECT \(ImportEntry.columns) FROM \(ImportEntry.source)
            WHERE i.sha256 = \(file.sha256) AND i.kind = \(file.kind.plural)
                AND i.session_id IS \(file.session.sqlValue) AND i.form_id IS \(file.form.sqlValue)
                AND i.undone_at IS NULL AND i.rejected = 0 AND \(Self.stands) ORDER BY i.id DESC LIMIT 1
            """
        ) { try ImportEntry($0) }
    }

    private static let stands: SQL = """
        (i.counts_only = 0 OR i.created = 0 OR EXISTS (
            SELECT 1 FROM nameless_attendance AS n WHERE n.session_id = i.session_id AND n.import_id = i.id))
        """

    /// Begins an import within a `change`: rows made from here on carry its id.
    package func beginImport(_ file: ImportFile) throws -> Int64 {
        guard let change = current else { throw StoreError.damaged("an import began outside of a change") }
        let id = try unnoted {
            try database.execute(
                """
                INSERT INTO import (history_id, kind, source, file, sha256, session_id, form_id, counts_only, row_count,
                    created, updated, unchanged, merged, skipped, rejected, people_created, organizations_created)
                VALUES (\(change.id), \(file.kind.plural), \(file.source), \(file.name), \(file.sha256),
                    \(file.session.sqlValue), \(file.form.sqlValue), \(file.countsOnly), 0, 0, 0, 0, 0, 0, 0, 0, 0)
                """
            )
            return database.lastInsertRowID
        }
        change.log.append(
            ChangeLog.Line(
                change: "created",
                table: "import",
                key: String(id),
                column: "sha256",
                old: .null,
                new: .text(file.sha256)
            )
        )
        change.log.importing = true
        change.log.imports.insert(id)
        current?.importID = id
        current?.claimed = []
        return id
    }

    /// Ends an import: what became of the rows of its file.
    package func finishImport(_ id: Int64, _ counts: ImportCounts) throws {
        current?.log.importing = false
        current?.importID = nil
        try unnoted {
            try database.execute(
                """
                UPDATE import SET row_count = \(counts.rows), created = \(counts.created),
                    updated = \(counts.updated), unchanged = \(counts.unchanged), merged = \(counts.merged),
                    skipped = \(counts.skipped), rejected = \(counts.rejected),
                    people_created = \(counts.peopleCreated), organizations_created = \(counts.organizationsCreated)
                WHERE id = \(id)
                """
            )
        }
    }

    /// Runs `body` so that what it changed, and what was noted of it, is undone alone where it throws.
    package func attempt<R>(_ body: () throws -> R) throws -> R {
        let noted = current?.log.lines.count ?? 0
        do {
            return try database.savepoint(body)
        } catch {
            current?.log.drop(from: noted)
            throw error
        }
    }

    /// The refs of sessions that the present change has marked as held so far, in the order of their ids.
    package func sessionsHeld() throws -> [String] {
        guard let change = current else { return [] }
        var ids: Set<Int64> = []
        for line in change.log.lines where line.isHolding { ids.formUnion(Int64(line.key).map { [$0] } ?? []) }
        try database.forEach(
            """
            SELECT record_key FROM history_value WHERE history_id = \(change.id) AND record_table = 'session'
            AND column_name = 'status' AND change = 'changed' AND new = 'held'
            """
        ) { row in
            ids.formUnion(Int64(try row.text(0)).map { [$0] } ?? [])
        }
        return try ids.sorted().map { try ref(.session, $0) }
    }

    /// Runs `body`, which writes what the history has no line of.
    func unnoted<R>(_ body: () throws -> R) throws -> R {
        database.observeChanges(nil)
        defer { if let log = current?.log { database.observeChanges { log.note($0) } } }
        return try body()
    }
}

extension ChangeLog.Line {
    /// Whether it says that a session became held.
    fileprivate var isHolding: Bool {
        table == "session" && column == "status" && change == "changed" && new == .text("held")
    }
}
