import Records

/// Finds out, before a native file's rows are stored, whose the e-mails are that nobody has yet.
final class EmailClaimant {
    private let run: FileImport
    private let columns: AttendanceColumns
    private let book: PersonBook
    private let keepsNames: Bool
    private let isOfUse: Bool
    private var session: SessionFacts?
    private var sessionText: [UInt8] = []
    private let fixed: SessionFacts?

    init(_ run: FileImport, _ columns: AttendanceColumns, _ book: PersonBook, _ fixed: SessionFacts?) {
        self.run = run
        self.columns = columns
        self.book = book
        self.fixed = fixed
        keepsNames = run.request.keep != .count
        isOfUse = columns.has(.email) && keepsNames
    }

    /// Whether some rows give a ref or an e-mail, and others a name only.
    var isMixed: Bool { hasKeys && hasNamesOnly }
    private var hasKeys = false
    private var hasNamesOnly = false

    /// Takes in what a row says of an e-mail that nobody has, and by what it names its person.
    @inline(__always)
    func look(_ reader: CSVReader) throws {
        guard keepsNames else { return }
        if !isMixed { noteKind(reader) }
        guard isOfUse else { return }
        let email = columns.bytes(.email, reader)
        if email.isEmpty { return }
        if book.pair(columns.bytes(.person, reader), email) != nil { return }
        if try book.byEmail(email) != PersonBook.nobody { return }
        try claim(email, reader)
    }

    @inline(__always)
    private func noteKind(_ reader: CSVReader) {
        if !columns.bytes(.person, reader).isEmpty || !columns.bytes(.email, reader).isEmpty {
            hasKeys = true
        } else if !hasNamesOnly, !columns.bytes(.name, reader).isEmpty {
            hasNamesOnly = true
        }
    }

    private func claim(_ email: UnsafeRawBufferPointer, _ reader: CSVReader) throws {
        if book.hasForgotten, try run.store.wasForgotten(email: String(decoding: email, as: UTF8.self)) { return }
        let ref = columns.bytes(.person, reader)
        if !ref.isEmpty { return book.claims.claim(email, ref: ref) }
        let name = columns.bytes(.name, reader)
        if name.isEmpty { return }
        guard let organization = try organization(reader) else { return }
        let person = try PersonName.withStored(name) { try book.byName($0, organization) }
        guard person > 0, try !book.known.hasEmail(person) else { return }
        book.claims.claim(email, person: person)
    }

    /// The organization within which a row's name is looked for; nil where it, or the session, is not known yet.
    private func organization(_ reader: CSVReader) throws -> Int64? {
        let named = columns.bytes(.organization, reader)
        if !named.isEmpty {
            return try run.store.find(.organization, inFile: String(decoding: named, as: UTF8.self))?.id
        }
        if let fixed { return fixed.trained }
        let text = columns.bytes(.session, reader)
        if !(text.count == sessionText.count && text.elementsEqual(sessionText)) {
            sessionText = Array(text)
            do {
                session = try SessionFacts.find(text, in: run.store)
            } catch is RecordError {
                session = nil
            }
        }
        return session?.trained
    }
}
