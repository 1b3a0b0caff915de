import Records

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
    let known: PersonReader
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
        known = try PersonReader(store)
        hasForgotten = try store.hasForgottenAnybody()
        isWhole = known.lastBefore == 0
    }

    /// Whether this import made the person.
    @inline(__always)
    func isNew(_ id: Int64) -> Bool { id > known.lastBefore }

    /// Takes in everybody at once, where about as many rows are to come as there are people: one pass over the table
    /// costs a tenth of a search by ref and one by e-mail for each of them. Before the first row.
    func takeEverybody(rowsToCome rows: Int) throws {
        guard rows >= Self.leastRows, !isWhole else { return }
        guard try known.count() <= min(rows, Self.mostPeople) else { return }
        try known.forEach { id, ref, email in
            var mark: UInt64 = 0
            if !email.isEmpty {
                add(email, id, to: &emails)
                mark = scratch.withUnsafeBytes { ByteHash.hash($0) }
            }
            add(ref, id, to: &refs, mark: mark)
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
        guard isWhole, known.lastBefore > 0 else { return nil }
        fold(ref)
        guard let entry = scratch.withUnsafeBytes({ refs.entry($0) }), entry.mark != 0 else { return nil }
        fold(email)
        return scratch.withUnsafeBytes { ByteHash.hash($0) } == entry.mark ? entry.value : nil
    }

    /// The person of a ref.
    @inline(__always)
    func byRef(_ ref: UnsafeRawBufferPointer) throws -> Int64 {
        fold(ref)
        if let id = scratch.withUnsafeBytes({ refs.value($0) }) { return id }
        if isWhole { return Self.nobody }
        let id = Self.code(try known.match(ref: ref))
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
        let id = Self.code(try known.match(email: email))
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
            try known.forEachName(since: firstNew) { id, name, organization in
                if newcomers[Int(id - firstNew)].isFinal { return }
                Self.key(name, organization, 0).withUnsafeBytes { key in
                    table.set(key, table.value(key) == nil ? id : Self.several)
                }
            }
        }
        newNames = table
    }

    private func storedByName(_ name: UnsafeRawBufferPointer, _ organization: Int64) throws -> Int64 {
        if known.lastBefore == 0 { return Self.nobody }
        let key = Self.key(name, organization, 0)
        if let id = key.withUnsafeBytes({ names.value($0) }) { return id }
        let id = Self.code(try known.match(name: name, organization: organization))
        key.withUnsafeBytes { names.set($0, id) }
        return id
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

    /// A match as the tables keep it: `nobody`, `several` or a row id.
    private static func code(_ match: PersonMatch) -> Int64 {
        switch match {
        case .nobody: nobody
        case .one(let id): id
        case .several: several
        }
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
