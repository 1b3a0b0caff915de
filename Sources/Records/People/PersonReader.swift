import SQLite

/// Whom a ref, an e-mail or a name tells of.
package enum PersonMatch: Equatable, Sendable {
    case nobody
    case one(Int64)
    case several
}

/// Looks people up as the rows of a file name them: those who were there when it was made, as whom they were merged into.
///
/// Refs and e-mails are compared without case (ASCII); names as they are stored, byte by byte.
package struct PersonReader {
    private let store: Store
    /// The largest row id of a person when this was made; 0 where there was nobody.
    package let lastBefore: Int64

    /// A reader for whom everybody who is stored from now on is new.
    package init(_ store: Store) throws {
        self.store = store
        lastBefore = try store.database.value("SELECT coalesce(max(id), 0) FROM person") ?? 0
    }

    /// How many people there are.
    package func count() throws -> Int { try store.database.value("SELECT count(*) FROM person", as: Int.self) ?? 0 }

    /// Lends everybody's ref and e-mail (empty where they have none) to `body`, with the row id of whom they became.
    package func forEach(
        _ body: (_ id: Int64, _ ref: UnsafeRawBufferPointer, _ email: UnsafeRawBufferPointer) throws -> Void
    ) throws {
        try store.database.forEach("SELECT id, merged_into_id, ref, email FROM person") { row in
            let own: Int64 = try row[0]
            let into: Int64? = try row[1]
            let id = try into.map(survivor(of:)) ?? own
            try row.withBytes(2) { ref in try row.withBytes(3) { email in try body(id, ref, email) } }
        }
    }

    /// Whom a whole ref leads to, without case; a merged person's ref leads to whom they were merged into.
    package func match(ref: UnsafeRawBufferPointer) throws -> PersonMatch {
        try match("SELECT id, merged_into_id FROM person WHERE ref = ? COLLATE NOCASE") { query, note in
            try query.forEach(Bytes(ref)) { try note($0) }
        }
    }

    /// The person of an e-mail.
    package func match(email: UnsafeRawBufferPointer) throws -> PersonMatch {
        try match("SELECT id, merged_into_id FROM person WHERE email = ? COLLATE NOCASE") { query, note in
            try query.forEach(Bytes(email)) { try note($0) }
        }
    }

    /// The person of exactly this name within an organization; 0 is none.
    package func match(name: UnsafeRawBufferPointer, organization: Int64) throws -> PersonMatch {
        let sql: SQL = "SELECT id, merged_into_id FROM person WHERE name = ? AND organization_id IS ?"
        return try match(sql) { query, note in
            try query.forEach(Bytes(name), organization == 0 ? nil : organization) { try note($0) }
        }
    }

    /// Lends the name and the organization (0 for none) of whoever has a row id from `first` on, and a name.
    package func forEachName(
        since first: Int64,
        _ body: (_ id: Int64, _ name: UnsafeRawBufferPointer, _ organization: Int64) throws -> Void
    ) throws {
        try store.database.forEach(
            "SELECT id, name, organization_id FROM person WHERE id >= \(first) AND name IS NOT NULL"
        ) { row in
            let id: Int64 = try row[0]
            let organization: Int64 = try row[2] ?? 0
            try row.withBytes(1) { try body(id, $0, organization) }
        }
    }

    /// The name and the e-mail that are stored of somebody.
    package func texts(of id: Int64) throws -> (name: String?, email: String?) {
        try store.database.one("SELECT name, email FROM person WHERE id = \(id)") { row in
            (name: try row[0] as String?, email: try row[1] as String?)
        } ?? (nil, nil)
    }

    /// Whether somebody's e-mail is this one, although it is others' too.
    package func has(_ id: Int64, email: UnsafeRawBufferPointer) throws -> Bool {
        try store.database.prepared("SELECT 1 FROM person WHERE id = ? AND email = ? COLLATE NOCASE") { query in
            try query.value(id, Bytes(email), as: Int64.self) != nil
        }
    }

    /// Whether somebody has an e-mail.
    package func hasEmail(_ id: Int64) throws -> Bool {
        try store.database.value("SELECT email IS NOT NULL FROM person WHERE id = \(id)") ?? false
    }

    /// The one survivor among the rows of a query.
    private func match(
        _ sql: SQL,
        _ run: (borrowing Statement, (borrowing Row) throws -> Void) throws -> Void
    ) throws -> PersonMatch {
        var found: [(id: Int64, into: Int64?)] = []
        try store.database.prepared(sql) { query in
            try run(query) { row in found.append((try row[0], try row[1])) }
        }
        var match = PersonMatch.nobody
        for person in found where person.id <= lastBefore {
            let survivor = PersonMatch.one(try person.into.map(survivor(of:)) ?? person.id)
            if match != .nobody, match != survivor { return .several }
            match = survivor
        }
        return match
    }

    /// Whom somebody who was merged away became in the end.
    private func survivor(of id: Int64) throws -> Int64 {
        var id = id
        for _ in 0..<32 {
            let next = try store.database.value("SELECT merged_into_id FROM person WHERE id = \(id)", as: Int64?.self)
            guard let next = next ?? nil else { break }
            id = next
        }
        return id
    }
}

extension Store {
    /// Whether an e-mail is that of somebody who was forgotten, and nobody has it now.
    package func isOfForgotten(email: String) throws -> Bool {
        guard try wasForgotten(email: email) else { return false }
        return try database.value("SELECT NOT EXISTS (SELECT 1 FROM person WHERE email = \(email) COLLATE NOCASE)")
            ?? true
    }
}
