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

    private let store: Store
    private let importID: Int64
    /// The largest row id of a person before this import: whoever is above it was made by it.
    private let lastBefore: Int64
    private var refs = ByteTable()
    private var emails = ByteTable()
    private var names = ByteTable()
    /// People whom this import made of rows with a name only: key is name, organization and number.
    private var namesakes = ByteTable()
    /// E-mails that nobody had: whose they are, as the rows of this file say (`EmailClaims`).
    var claims = EmailClaims()
    /// What rows said of people whom this import made.
    private var sketches: [Int64: PersonSketch] = [:]
    private var scratch: [UInt8] = []
    /// Beyond this much memory what can be looked up again is forgotten.
    private static let memoryLimit = 96 << 20
    /// Whether everybody's ref and e-mail is in the tables, so that a key that is not there is nobody's.
    private var isComplete = false
    /// Where a file has fewer rows, people are looked up one by one.
    private static let leastRows = 20_000
    /// Where there are more people, too: the tables would take more memory than they may.
    private static let mostPeople = 400_000

    private(set) var made = 0

    init(_ store: Store, importID: Int64) throws {
        self.store = store
        self.importID = importID
        lastBefore = try store.database.value("SELECT coalesce(max(id), 0) FROM person") ?? 0
    }

    /// Takes in everybody at once, where about as many rows are to come as there are people: one pass over the table
    /// costs a tenth of a search by ref and one by e-mail for each of them. Before the first row.
    func takeEverybody(rowsToCome rows: Int) throws {
        guard rows >= Self.leastRows else { return }
        let people = try store.database.value("SELECT count(*) FROM person", as: Int.self) ?? 0
        guard people <= min(rows, Self.mostPeople) else { return }
        try store.database.forEach("SELECT id, ref, email, merged_into_id FROM person") { row in
            let into: Int64? = try row[3]
            let id = try into.map(survivor(of:)) ?? row[0]
            try row.withBytes(1) { take($0, id, in: &refs) }
            try row.withBytes(2) { if !$0.isEmpty { take($0, id, in: &emails) } }
        }
        isComplete = true
    }

    /// Notes one holder of a key; a second one makes it that of several.
    private func take(_ key: UnsafeRawBufferPointer, _ id: Int64, in table: inout ByteTable) {
        fold(key)
        scratch.withUnsafeBytes { key in
            let known = table.value(key) ?? id
            table.set(key, known == id ? id : Self.several)
        }
    }

    /// Whether this import made the person.
    func isNew(_ id: Int64) -> Bool { id > lastBefore }

    // MARK: Looking up

    /// The person of a ref.
    @inline(__always)
    func byRef(_ ref: UnsafeRawBufferPointer) throws -> Int64 {
        fold(ref)
        if let id = scratch.withUnsafeBytes({ refs.value($0) }) { return id }
        if isComplete { return Self.nobody }
        let id = try lookUp("SELECT id, merged_into_id FROM person WHERE ref = ? COLLATE NOCASE") { query, note in
            try query.forEach(Bytes(ref)) { try note($0) }
        }
        forgetIfLarge()
        scratch.withUnsafeBytes { refs.set($0, id) }
        return id
    }

    /// The person of an e-mail.
    @inline(__always)
    func byEmail(_ email: UnsafeRawBufferPointer) throws -> Int64 {
        fold(email)
        if let id = scratch.withUnsafeBytes({ emails.value($0) }) { return id }
        if isComplete { return Self.nobody }
        let id = try lookUp("SELECT id, merged_into_id FROM person WHERE email = ? COLLATE NOCASE") { query, note in
            try query.forEach(Bytes(email)) { try note($0) }
        }
        forgetIfLarge()
        scratch.withUnsafeBytes { emails.set($0, id) }
        return id
    }

    /// The person of exactly this name within an organization (0: without one) who was stored before this import.
    func byName(_ name: UnsafeRawBufferPointer, _ organization: Int64) throws -> Int64 {
        let key = key(name, organization, 0)
        if let id = key.withUnsafeBytes({ names.value($0) }) { return id }
        let id = try lookUp("SELECT id, merged_into_id FROM person WHERE name = ? AND organization_id IS ?") {
            query,
            note in
            try query.forEach(Bytes(name), organization == 0 ? nil : organization) { try note($0) }
        }
        key.withUnsafeBytes { names.set($0, id) }
        return id
    }

    /// Whether somebody has an e-mail.
    func hasEmail(_ id: Int64) throws -> Bool {
        try store.database.value("SELECT email IS NOT NULL FROM person WHERE id = \(id)") ?? false
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

    // MARK: Making

    /// Somebody new with this ref.
    func make(ref: UnsafeRawBufferPointer, _ sketch: PersonSketch) throws -> Int64 {
        let id = try insert(ref: String(decoding: ref, as: UTF8.self), sketch)
        fold(ref)
        scratch.withUnsafeBytes { refs.set($0, id) }
        return id
    }

    /// Somebody new with this e-mail.
    func make(email: UnsafeRawBufferPointer, _ sketch: PersonSketch) throws -> Int64 {
        try insert(ref: try store.newPersonRef(), sketch)
    }

    /// The person number `number` of those whom this import makes of rows with this name only.
    func namesake(_ name: UnsafeRawBufferPointer, _ organization: Int64, _ number: Int) throws -> Int64 {
        let key = key(name, organization, number)
        if let id = key.withUnsafeBytes({ namesakes.value($0) }) { return id }
        var sketch = PersonSketch()
        sketch.name = String(decoding: name, as: UTF8.self)
        sketch.organization = organization
        let id = try insert(ref: try store.newPersonRef(), sketch, isFinal: true)
        key.withUnsafeBytes { namesakes.set($0, id) }
        return id
    }

    /// Takes in what one more row says of somebody whom this import made: the same whatever the order of the rows.
    func note(_ id: Int64, _ sketch: PersonSketch) throws {
        guard isNew(id), let before = sketches[id] else { return }
        let after = before.joined(sketch)
        guard after != before else { return }
        sketches[id] = after
        try store.database.execute(
            """
            UPDATE person SET name = \(after.name.sqlValue), email = \(after.email.sqlValue),
                organization_id = \(after.organizationValue) WHERE id = \(id)
            """
        )
        rememberEmail(after.email, id)
    }

    /// Gives somebody who was stored without an e-mail the one by which the file knows them.
    func settleClaim(_ id: Int64) throws {
        guard let email = claims.takeEmail(of: id) else { return }
        try store.database.execute("UPDATE person SET email = \(email) WHERE id = \(id) AND email IS NULL")
        rememberEmail(email, id)
    }

    private func insert(ref: String, _ sketch: PersonSketch, isFinal: Bool = false) throws -> Int64 {
        guard Ref.isValid(ref) else {
            let words = "\"\(ref.prefix(60))\" is not a ref (letters, digits, \".\", \"_\" and \"-\", at most 80)"
            throw RecordError.invalid(field: "person", problem: words)
        }
        try store.database.execute(
            """
            INSERT INTO person (ref, name, email, organization_id, import_id) VALUES (\(ref), \(sketch.name.sqlValue),
                \(sketch.email.sqlValue), \(sketch.organizationValue), \(importID))
            """
        )
        let id = store.database.lastInsertRowID
        made += 1
        if !isFinal { sketches[id] = sketch }
        rememberEmail(sketch.email, id)
        return id
    }

    private func rememberEmail(_ email: String?, _ id: Int64) {
        guard var email else { return }
        email.withUTF8 { fold(UnsafeRawBufferPointer($0)) }
        scratch.withUnsafeBytes { emails.set($0, id) }
    }

    // MARK: Keys

    /// Puts a text into `scratch` with its ASCII letters in lower case.
    @inline(__always)
    private func fold(_ text: UnsafeRawBufferPointer) {
        scratch.removeAll(keepingCapacity: true)
        for byte in text { scratch.append(0x41...0x5A ~= byte ? byte | 0x20 : byte) }
    }

    private func key(_ name: UnsafeRawBufferPointer, _ organization: Int64, _ number: Int) -> [UInt8] {
        var key = Array(name)
        withUnsafeBytes(of: organization) { key.append(contentsOf: $0) }
        withUnsafeBytes(of: number) { key.append(contentsOf: $0) }
        return key
    }

    /// What this import made stays, because it is not looked for in the file.
    private func forgetIfLarge() {
        guard refs.footprint + emails.footprint + names.footprint > Self.memoryLimit, made == 0 else { return }
        refs.removeAll()
        emails.removeAll()
        names.removeAll()
        isComplete = false
    }
}

/// What rows say of somebody new.
struct PersonSketch: Equatable {
    var name: String?
    var email: String?
    var organization: Int64 = 0
    /// How near the organization is to the person: one that their row names before the one trained, an earlier session
    /// before a later one.
    var rank = Rank()

    struct Rank: Comparable {
        var isNamed = false
        var day = Int.max
        var session = Int64.max

        static func < (left: Rank, right: Rank) -> Bool {
            (left.isNamed ? 0 : 1, left.day, left.session) < (right.isNamed ? 0 : 1, right.day, right.session)
        }
    }

    var organizationValue: SQLValue { organization == 0 ? .null : .integer(organization) }

    /// What both say together: of two names or e-mails the longer, of equally long ones the last in the
    /// order of characters, in which small letters come behind capital ones.
    func joined(_ other: PersonSketch) -> PersonSketch {
        var result = self
        result.name = Self.better(name, other.name)
        result.email = Self.better(email, other.email)
        if other.organization != 0, organization == 0 || other.rank < rank {
            result.organization = other.organization
            result.rank = other.rank
        }
        return result
    }

    private static func better(_ a: String?, _ b: String?) -> String? {
        guard let a else { return b }
        guard let b else { return a }
        return (b.utf8.count, b) > (a.utf8.count, a) ? b : a
    }
}

/// Whose the e-mails are that nobody had before this import, as its rows say: gathered before the first row is stored,
/// so that the order of the rows does not matter.
struct EmailClaims {
    /// By e-mail in lower case.
    private var owners: [String: Owner] = [:]
    /// By person, the e-mails that claim them by name.
    private var claimed: [Int64: Set<String>] = [:]
    private var spellings: [Int64: String] = [:]

    struct Owner {
        /// Refs that rows with this e-mail give.
        var refs: Set<String> = []
        /// People without an e-mail who fit by name.
        var people: Set<Int64> = []
    }

    /// What the rows say of an e-mail.
    enum Claim: Equatable {
        case ref(String), person(Int64), conflict(String), none
    }

    var isEmpty: Bool { owners.isEmpty }

    mutating func claim(_ email: String, ref: String) {
        owners[email.lowercasedASCII, default: Owner()].refs.insert(ref.lowercasedASCII)
    }

    mutating func claim(_ email: String, person: Int64) {
        let key = email.lowercasedASCII
        owners[key, default: Owner()].people.insert(person)
        claimed[person, default: []].insert(key)
        spellings[person] = min(spellings[person] ?? email, email)
    }

    /// Whose an e-mail is.
    func claim(of email: String) -> Claim {
        guard let owner = owners[email.lowercasedASCII] else { return .none }
        if let ref = owner.refs.first {
            return owner.refs.count == 1 ? .ref(ref) : .conflict("this e-mail stands beside different people's refs")
        }
        guard let person = owner.people.first else { return .none }
        if owner.people.count > 1 { return .conflict("by their names, this e-mail would belong to different people") }
        if claimed[person]?.count ?? 0 > 1 {
            return .conflict("a person of this name is known, and rows with different e-mails would be theirs")
        }
        return .person(person)
    }

    /// The e-mail that somebody is to get, once.
    mutating func takeEmail(of person: Int64) -> String? {
        guard !spellings.isEmpty, let email = spellings.removeValue(forKey: person) else { return nil }
        return claim(of: email) == .person(person) ? email : nil
    }
}

extension String {
    /// The text with its ASCII letters in lower case.
    var lowercasedASCII: String {
        String(decoding: utf8.map { 0x41...0x5A ~= $0 ? $0 | 0x20 : $0 }, as: UTF8.self)
    }
}
