import Records
import SQLite

/// Who is who: people by ref, e-mail and name, each looked up once, and those that this import makes.
///
/// Keys are bytes in compact tables; refs and e-mails are compared without case, as SQLite's NOCASE does (ASCII).
final class PersonBook {
    /// Nobody is known by the key.
    static let nobody: Int64 = 0
    /// Several people are.
    static let several: Int64 = -1

    let store: Store
    let people: PersonWriter
    /// The largest row id of a person before this import: whoever is above it was made by it.
    private let lastBefore: Int64
    /// Whether every person's ref and e-mail is in the tables: who is not there is nobody.
    private var isWhole = false
    private var refs = ByteTable()
    private var emails = ByteTable()
    private var names = ByteTable()
    /// People whom this import made of rows with a ref or an e-mail, by name and organization; nil before they are noted.
    private var newNames: ByteTable?
    /// People whom this import made of rows with a name only: key is name, organization and number.
    var namesakes = ByteTable()
    /// E-mails that nobody had: whose they are, as the rows of this file say.
    let claims = EmailClaims()
    /// What rows said of people whom this import made, in the order of their ids.
    var newcomers: [Newcomer] = []
    /// The row id of the first of them.
    var firstNew: Int64 = 0
    /// Whether some person was forgotten, so that it must be looked whether this one was.
    let hasForgotten: Bool

    private var scratch: [UInt8] = []
    /// Beyond this much memory what can be looked up again is let go.
    private static let memoryLimit = 96 << 20
    /// Where a file has fewer rows, people are looked up one by one.
    private static let leastRows = 20_000
    /// Where there are more people, too: the tables would take more memory than they may.
    private static let mostPeople = 400_000

    /// How many people this import made.
    var made: Int { newcomers.count }

    init(_ store: Store, importID: Int64) throws {
        self.store = store
        people = try PersonWriter(store, importID: importID)
        lastBefore = try store.database.value("SELECT coalesce(max(id), 0) FROM person") ?? 0
        hasForgotten = try store.hasForgottenAnybody()
        isWhole = lastBefore == 0
    }

    /// Whether this import made the person.
    @inline(__always)
    func isNew(_ id: Int64) -> Bool { id > lastBefore }

    /// Takes in everybody at once, where about as many rows are to come as there are people: one pass over the table
    /// costs a tenth of a search by ref and one by e-mail for each of them. Before the first row.
    func takeEverybody(rowsToCome rows: Int) throws {
        guard rows >= Self.leastRows, !isWhole else { return }
        let people = try store.database.value("SELECT count(*) FROM person", as: Int.self) ?? 0
        guard people <= min(rows, Self.mostPeople) else { return }
        try store.database.forEach("SELECT id, merged_into_id, ref, email FROM person") { row in
            let own: Int64 = try row[0]
            let into: Int64? = try row[1]
            let id = try into.map(survivor(of:)) ?? own
            var mark: UInt64 = 0
            try row.withBytes(3) { email in
                if email.isEmpty { return }
                add(email, id, to: &emails)
                mark = scratch.withUnsafeBytes { ByteHash.hash($0) }
            }
            try row.withBytes(2) { add($0, id, to: &refs, mark: mark) }
        }
        isWhole = true
    }

    private func add(_ text: UnsafeRawBufferPointer, _ id: Int64, to table: inout ByteTable, mark: UInt64 = 0) {
        fold(text)
        let before = scratch.withUnsafeBytes { table.value($0) }
        let isAlone = before == nil || before == id
        scratch.withUnsafeBytes { table.set($0, isAlone ? id : Self.several, mark: isAlone ? mark : 0) }
    }

    /// The stored person of a ref whose e-mail is this one, where one look tells; nil where it takes more.
    @inline(__always)
    func pair(_ ref: UnsafeRawBufferPointer, _ email: UnsafeRawBufferPointer) -> Int64? {
        guard isWhole, lastBefore > 0 else { return nil }
        fold(ref)
        guard let entry = scratch.withUnsafeBytes({ refs.entry($0) }), entry.mark != 0 else { return nil }
        fold(email)
        return scratch.withUnsafeBytes { ByteHash.hash($0) } == entry.mark ? entry.value : nil
    }

    /// Whether somebody's e-mail is this one, although it is others' too.
    func has(_ id: Int64, email: UnsafeRawBufferPointer) throws -> Bool {
        try store.database.prepared("SELECT 1 FROM person WHERE id = ? AND email = ? COLLATE NOCASE") { query in
            try query.value(id, Bytes(email), as: Int64.self) != nil
        }
    }

    /// The person of a ref.
    @inline(__always)
    func byRef(_ ref: UnsafeRawBufferPointer) throws -> Int64 {
        fold(ref)
        if let id = scratch.withUnsafeBytes({ refs.value($0) }) { return id }
        if isWhole { return Self.nobody }
        let id = try lookUp("SELECT id, merged_into_id FROM person WHERE ref = ? COLLATE NOCASE") { query, note in
            try query.forEach(Bytes(ref)) { try note($0) }
        }
        letGoIfLarge()
        scratch.withUnsafeBytes { refs.set($0, id) }
        return id
    }

    /// The person of an e-mail.
    @inline(__always)
    func byEmail(_ email: UnsafeRawBufferPointer) throws -> Int64 {
        fold(email)
        if let id = scratch.withUnsafeBytes({ emails.value($0) }) { return id }
        if isWhole { return Self.nobody }
        let id = try lookUp("SELECT id, merged_into_id FROM person WHERE email = ? COLLATE NOCASE") { query, note in
            try query.forEach(Bytes(email)) { try note($0) }
        }
        letGoIfLarge()
        scratch.withUnsafeBytes { emails.set($0, id) }
        return id
    }

    /// The person of exactly this name within an organization (0: without one) who was stored before this import, or
    /// was noted by `noteNames`.
    func byName(_ name: UnsafeRawBufferPointer, _ organization: Int64) throws -> Int64 {
        let stored = try storedByName(name, organization)
        guard let newNames else { return stored }
        let made = Self.key(name, organization, 0).withUnsafeBytes { newNames.value($0) } ?? Self.nobody
        if made == Self.nobody { return stored }
        return stored == Self.nobody ? made : Self.several
    }

    /// Makes whoever this import made so far of rows with a ref or an e-mail known by name.
    ///
    /// They are read from the record: the name and the organization that somebody has after all of their rows count,
    /// as they would if those rows had come in a file of their own before.
    func noteNames() throws {
        var table = ByteTable()
        if made > 0 {
            try store.database.forEach(
                "SELECT id, name, organization_id FROM person WHERE id >= \(firstNew) AND name IS NOT NULL"
            ) { row in
                let id: Int64 = try row[0]
                if newcomers[Int(id - firstNew)].isFinal { return }
                let organization: Int64 = try row[2] ?? 0
                try row.withBytes(1) { name in
                    Self.key(name, organization, 0).withUnsafeBytes { key in
                        table.set(key, table.value(key) == nil ? id : Self.several)
                    }
                }
            }
        }
        newNames = table
    }

    private func storedByName(_ name: UnsafeRawBufferPointer, _ organization: Int64) throws -> Int64 {
        if lastBefore == 0 { return Self.nobody }
        let key = Self.key(name, organization, 0)
        if let id = key.withUnsafeBytes({ names.value($0) }) { return id }
        let sql: SQL = "SELECT id, merged_into_id FROM person WHERE name = ? AND organization_id IS ?"
        let id = try lookUp(sql) { query, note in
            try query.forEach(Bytes(name), organization == 0 ? nil : organization) { try note($0) }
        }
        key.withUnsafeBytes { names.set($0, id) }
        return id
    }

    /// Whether somebody has an e-mail.
    func hasEmail(_ id: Int64) throws -> Bool {
        try store.database.value("SELECT email IS NOT NULL FROM person WHERE id = \(id)") ?? false
    }

    /// From now on the ref is this person's.
    func remember(ref: UnsafeRawBufferPointer, _ id: Int64) {
        fold(ref)
        scratch.withUnsafeBytes { refs.set($0, id) }
    }

    /// From now on the e-mail is this person's.
    func remember(email: UnsafeRawBufferPointer, _ id: Int64) {
        fold(email)
        scratch.withUnsafeBytes { emails.set($0, id) }
    }

    /// The one survivor among the rows of a query: `nobody`, `several` or a row id. People whom this import made have
    /// been noted under their keys and are not looked for here.
    private func lookUp(
        _ sql: SQL,
        _ run: (borrowing Statement, (borrowing Row) throws -> Void) throws -> Void
    ) throws -> Int64 {
        var found: [(id: Int64, into: Int64?)] = []
        try store.database.prepared(sql) { query in
            try run(query) { row in found.append((try row[0], try row[1])) }
        }
        var survivor = Self.nobody
        for person in found where person.id <= lastBefore {
            let id = try person.into.map(survivor(of:)) ?? person.id
            if survivor != Self.nobody, survivor != id { return Self.several }
            survivor = id
        }
        return survivor
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

    /// Puts a text into `scratch` with its ASCII letters in lower case.
    @inline(__always)
    private func fold(_ text: UnsafeRawBufferPointer) {
        Folding.fold(text, into: &scratch)
    }

    static func key(_ name: UnsafeRawBufferPointer, _ organization: Int64, _ number: Int) -> [UInt8] {
        var key = Array(name)
        withUnsafeBytes(of: organization) { key.append(contentsOf: $0) }
        withUnsafeBytes(of: number) { key.append(contentsOf: $0) }
        return key
    }

    /// What this import made stays, because it is not looked for in the file.
    private func letGoIfLarge() {
        guard refs.footprint + emails.footprint + names.footprint > Self.memoryLimit, made == 0 else { return }
        refs.removeAll()
        emails.removeAll()
        names.removeAll()
        isWhole = false
    }
}

/// Bytes with their ASCII letters in lower case.
enum Folding {
    /// Whether two texts of one length are the same but for the case of ASCII letters.
    static func areSame(_ a: some Sequence<UInt8>, _ b: UnsafeRawBufferPointer) -> Bool {
        zip(a, b).allSatisfy { fold($0) == fold($1) }
    }

    private static func fold(_ byte: UInt8) -> UInt8 { 0x41...0x5A ~= byte ? byte | 0x20 : byte }

    @inline(__always)
    static func fold(_ text: UnsafeRawBufferPointer, into scratch: inout [UInt8]) {
        scratch.removeAll(keepingCapacity: true)
        scratch.append(contentsOf: text)
        scratch.withUnsafeMutableBufferPointer { bytes in
            for index in bytes.indices where 0x41...0x5A ~= bytes[index] { bytes[index] |= 0x20 }
        }
    }
}

extension String {
    /// The text with its ASCII letters in lower case.
    var lowercasedASCII: String {
        String(decoding: utf8.map { 0x41...0x5A ~= $0 ? $0 | 0x20 : $0 }, as: UTF8.self)
    }
}
