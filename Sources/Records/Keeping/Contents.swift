import Files
import SQLite

/// What a record holds, in a few counts: what somebody asks who is about to go back to it.
package struct Contents: Equatable, Sendable {
    /// The program's name, as reports print it.
    package let program: String
    /// Sessions of every status, also planned and cancelled ones.
    package let sessions: Int
    /// Every organization in the file, the program's own included.
    package let organizations: Int
    /// People of whom a name, an e-mail or a job role is kept.
    package let people: Int
    /// The last entry of its history; nil where nothing was ever changed.
    package let head: HistoryHead?
}

/// The last entry of a history: with its digest it stands for everything before it.
package struct HistoryHead: Equatable, Sendable {
    /// Its row id in `history`; the bits from 32 up are the origin of the file.
    package let id: Int64
    /// UTC, ISO 8601.
    package let at: String
    let digest: [UInt8]

    /// The number of the entry, as people see it.
    package var number: Int64 { Store.number(of: id) }

    /// The digest in hexadecimal.
    package var hexadecimal: String { Digest.hexadecimal(digest) }
}

extension Store {
    /// What the record holds.
    package func contents() throws -> Contents {
        Contents(
            program: program.name,
            sessions: try database.value("SELECT count(*) FROM session") ?? 0,
            organizations: try database.value("SELECT count(*) FROM organization") ?? 0,
            people: try database.value(
                "SELECT count(*) FROM person WHERE ifnull(name, ifnull(email, job_role)) IS NOT NULL"
            ) ?? 0,
            head: try head()
        )
    }

    /// The last entry of the history; nil where there is none.
    package func head() throws -> HistoryHead? { try Self.head(of: database) }

    /// The last entry of the history of a file whose schema is known to be ours, of whichever version.
    static func head(of database: borrowing Database) throws -> HistoryHead? {
        try database.one(
            """
            SELECT id, at, digest FROM history WHERE id >> 32 = (SELECT origin FROM program) ORDER BY id DESC LIMIT 1
            """
        ) { HistoryHead(id: try $0[0], at: try $0[1], digest: try $0[2]) }
    }

    /// Whether the history of this record goes on from that entry, or ends with it; also where there is none.
    package func continues(_ head: HistoryHead?) throws -> Bool {
        guard let head else { return true }
        let digest = try database.value("SELECT digest FROM history WHERE id = \(head.id)", as: [UInt8].self)
        return digest == head.digest
    }
}
