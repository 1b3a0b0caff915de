import Files
import SQLite

/// One entry of the history: a command that changed the record, by whom and when.
package struct HistoryEntry: Equatable, Sendable {
    /// Its row id in `history`; the bits from 32 up are the origin of the file.
    package let id: Int64
    /// UTC, ISO 8601.
    package let at: String
    /// Who did it: the account as `Surroundings` had it.
    package let account: String
    /// The command's words, without arguments.
    package let command: String
    /// Whether `undo` may take it back.
    package let undoable: Bool
    /// The entry that this one took back.
    package let undoes: Int64?

    /// Whether it keeps the day only, because what it stored is anonymous.
    var isByDay: Bool { Self.isByDay(at) }

    /// Whether an instant is that of a whole day.
    static func isByDay(_ at: String) -> Bool { at.hasSuffix("T00:00:00Z") }

    /// The words of the command that takes the last one back.
    static let undo = "undo"

    static let columns: SQL = "h.id, h.at, h.account, h.command, h.undoable, h.undoes_id"

    init(_ row: borrowing Row) throws {
        id = try row[0]
        at = try row[1]
        account = try row[2]
        command = try row[3]
        undoable = try row[4]
        undoes = try row[5]
    }
}

extension Store {
    /// The last entry that has not been taken back, is none that takes back, and is none of an export, which changed
    /// nothing: it has no line and could be taken back.
    package func lastEntry() throws -> HistoryEntry? {
        try database.one(
            """
            SELECT \(HistoryEntry.columns) FROM history AS h
            WHERE (h.undoes_id IS NULL OR h.command <> \(HistoryEntry.undo)) AND NOT EXISTS (SELECT 1 FROM history AS u WHERE u.undoes_id = h.id)
                AND (h.undoable = 0 OR EXISTS (SELECT 1 FROM history_value AS v WHERE v.history_id = h.id))
            ORDER BY h.id DESC LIMIT 1
            """
        ) { try HistoryEntry($0) }
    }

    /// The entry of this id.
    package func entry(_ id: Int64) throws -> HistoryEntry? {
        try database.one("SELECT \(HistoryEntry.columns) FROM history AS h WHERE h.id = \(id)") {
            try HistoryEntry($0)
        }
    }

    /// Ends an entry: its values' digest, salted, and its place in the chain of its origin.
    ///
    /// Each digest takes in the one before, so an entry that is altered or removed breaks every later one. The salt goes
    /// when values are blanked, and what remains tells nothing about them.
    func seal(_ id: Int64, salt: [UInt8], lines: Digest) throws {
        var values = Digest()
        values.update(salt)
        values.update(lines.finished())
        let valuesDigest = values.finished()
        try database.execute("UPDATE history SET values_digest = \(valuesDigest) WHERE id = \(id)")
        let before =
            try database.value(
                "SELECT digest FROM history WHERE id BETWEEN \((id >> 32) << 32) AND \(id - 1) ORDER BY id DESC LIMIT 1"
            ) ?? []
        let digest = try chained(id, after: before)
        try database.execute("UPDATE history SET digest = \(digest) WHERE id = \(id)")
    }

    private func chained(_ id: Int64, after before: [UInt8]) throws -> [UInt8] {
        var digest = Digest()
        digest.update(before)
        try database.forEach(
            "SELECT id, at, account, command, undoable, undoes_id, values_digest FROM history WHERE id = \(id)"
        ) { row in
            for index in 0..<row.count { digest.update(field: try row.value(index).plain) }
        }
        return digest.finished()
    }

    /// Entries whose digest or values do not agree with the chain of their origin: their ids, in order.
    package func brokenEntries() throws -> [Int64] {
        var broken: [Int64] = []
        var (before, origin): ([UInt8], Int64) = ([], 0)
        let entries = try database.all("SELECT id, salt, values_digest, digest FROM history ORDER BY id") { row in
            (
                id: try row[0] as Int64, salt: try row[1] as [UInt8]?, values: try row[2] as [UInt8],
                digest: try row[3] as [UInt8]
            )
        }
        for entry in entries {
            if entry.id >> 32 != origin { (before, origin) = ([], entry.id >> 32) }
            let expected = try chained(entry.id, after: before)
            var sound = expected == entry.digest
            if sound, let salt = entry.salt {
                var values = Digest()
                values.update(salt)
                values.update(try lines(of: entry.id).finished())
                sound = values.finished() == entry.values
            }
            if !sound { broken.append(entry.id) }
            before = entry.digest
        }
        return broken
    }

    private func lines(of entry: Int64) throws -> Digest {
        var digest = Digest()
        try database.forEach(
            """
            SELECT change, record_table, record_key, column_name, old, new FROM history_value
            WHERE history_id = \(entry) ORDER BY position
            """
        ) { row in
            digest.update(
                ChangeLog.Line(
                    change: try row[0],
                    table: try row[1],
                    key: try row[2],
                    column: try row[3],
                    old: try row.value(4),
                    new: try row.value(5)
                )
            )
        }
        return digest
    }
}
