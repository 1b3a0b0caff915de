import SQLite

/// An import that still stands, as a refusal or a remark names it.
package struct StandingImport {
    /// Its row id.
    package let id: Int64
    /// The file's name without folders.
    package let file: String
    /// When it came in: UTC, ISO 8601.
    package let at: String

    /// The number by which people name it.
    package var number: Int64 { Store.number(of: id) }
}

extension Store {
    /// The latest import that was not taken back; nil where there is none.
    package func lastImport() throws -> Int64? {
        try database.value(
            """
            SELECT i.id FROM import AS i JOIN history AS h ON h.id = i.history_id WHERE i.undone_at IS NULL
            ORDER BY substr(h.at, 1, 10) DESC, h.id DESC, i.id DESC LIMIT 1
            """
        )
    }

    /// The imports of other files that the same command took in, and that still stand.
    package func importsBeside(_ id: Int64) throws -> [Int64] {
        try database.all(
            """
            SELECT id FROM import WHERE history_id = (SELECT history_id FROM import WHERE id = \(id)) AND id <> \(id)
                AND undone_at IS NULL ORDER BY id
            """
        ) { try $0[0] }
    }

    /// The import, other than the one of this id, from which a session has heads and nobody by name.
    package func headsImport(of session: Int64, otherThan id: Int64) throws -> StandingImport? {
        try database.one(
            """
            SELECT i.id, i.file, h.at FROM import AS i JOIN history AS h ON h.id = i.history_id
            WHERE i.id IN (SELECT import_id FROM nameless_attendance WHERE session_id = \(session))
                AND i.id <> \(id) AND i.undone_at IS NULL
                AND NOT EXISTS (SELECT 1 FROM attendance WHERE session_id = \(session) AND import_id = i.id)
            ORDER BY i.id DESC LIMIT 1
            """
        ) { StandingImport(id: try $0[0], file: try $0[1], at: try $0[2]) }
    }

    /// The number of an import, other than the one of this id, from which a session has people by name.
    package func namesImport(of session: Int64, otherThan id: Int64) throws -> Int64? {
        let found = try database.value(
            "SELECT max(import_id) FROM attendance WHERE session_id = \(session) AND import_id <> \(id)",
            as: Int64?.self
        )
        return (found ?? nil).map(Store.number(of:))
    }

    /// Removes the heads without names, and the count, that a session has from this import.
    package func removeHeads(of session: Int64, from id: Int64) throws {
        try database.execute("DELETE FROM nameless_attendance WHERE session_id = \(session) AND import_id = \(id)")
        try database.execute("DELETE FROM headcount WHERE session_id = \(session) AND import_id = \(id)")
    }
}
