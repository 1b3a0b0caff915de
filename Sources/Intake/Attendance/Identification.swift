import Records

/// Tells whose row each row of one session is, as cli.md says under "People in an attendance file".
struct Identification {
    let run: FileImport
    let book: PersonBook
    /// Whether people keep their names.
    let keepsNames: Bool
    /// Whether rows of one name are one person, as in a vendor's report, or as many heads as rows.
    let nameIsOne: Bool
    /// The name of a column in the file.
    let title: (AttendanceColumns.Field) -> String

    /// Sets the identity of every row: a person's row id, else the negative of a head's number.
    func identify(_ rows: inout SessionRows, at session: SessionFacts) throws {
        guard keepsNames else { return try numberHeads(&rows, session) }
        var nameOnly: [Int] = []
        var heads = Heads()
        for index in rows.rows.indices {
            let row = rows.rows[index]
            if row.person.isEmpty, row.email.isEmpty {
                if row.name.isEmpty || row.isUnnamed {
                    rows.rows[index].identity = -heads.number(headKey(row, rows))
                } else {
                    nameOnly.append(index)
                }
                continue
            }
            let id = try person(of: row, rows, session)
            if id == Self.forgotten { run.notes.forgotten += 1 }
            rows.rows[index].identity = id == Self.forgotten ? -heads.number(headKey(row, rows)) : id
        }
        if nameIsOne, !nameOnly.isEmpty { try book.noteNames() }
        if !nameOnly.isEmpty { try identify(nameOnly: nameOnly, &rows, session) }
    }

    /// Makes the people of rows with a ref or an e-mail; nothing is noted of rows that are not acceptable.
    func makePeople(of rows: SessionRows, at session: SessionFacts) throws {
        guard keepsNames else { return }
        for row in rows.rows where !row.person.isEmpty || !row.email.isEmpty {
            _ = try person(of: row, rows, session)
        }
    }

    /// The identity of a row whose person was forgotten, and is not to be made again.
    private static let forgotten = Int64.min

    /// The person of a row with a ref or an e-mail; 0 where the row was rejected.
    @inline(__always)
    private func person(of row: SessionRows.Row, _ rows: SessionRows, _ session: SessionFacts) throws -> Int64 {
        if row.email.isEmpty {
            let id = try rows.with(row.person) { try book.byRef($0) }
            if id > 0, !book.isNew(id) { return id }
            return try personOfRef(row, id, rows, session)
        }
        if book.hasForgotten, try isOfForgotten(row, rows) { return Self.forgotten }
        if row.person.isEmpty {
            let owner = try rows.with(row.email) { try book.byEmail($0) }
            if owner > 0, !book.isNew(owner) { return owner }
            return try personOfEmail(row, owner, rows, session)
        }
        let pair = rows.with(row.person) { ref in rows.with(row.email) { book.pair(ref, $0) } }
        if let pair { return pair }
        let id = try rows.with(row.person) { try book.byRef($0) }
        if !book.claims.hasConflicts, id > 0, with(row, rows, session, { book.isKnown(id, $0) }) { return id }
        let owner = try rows.with(row.email) { try book.byEmail($0) }
        if id > 0, !book.isNew(id), owner == id || owner == PersonBook.nobody { return id }
        if let what = rows.with(row.email, { book.claims.conflict($0) }) {
            run.reject(row.position, column: title(.email), what)
            return 0
        }
        let isShared = owner == PersonBook.several && id > 0
        if isShared, try rows.with(row.email, { try book.known.has(id, email: $0) }) { return id }
        if owner != PersonBook.nobody, owner != id {
            run.reject(row.position, column: title(.email), "this e-mail and this ref belong to different people")
            return 0
        }
        return try personOfRef(row, id, rows, session)
    }

    private func personOfRef(
        _ row: SessionRows.Row,
        _ id: Int64,
        _ rows: SessionRows,
        _ session: SessionFacts
    ) throws -> Int64 {
        if id == PersonBook.several {
            run.reject(row.position, column: title(.person), "several people have this ref")
            return 0
        }
        if id > 0 {
            try with(row, rows, session) { try book.note(id, $0) }
            return id
        }
        return try rejecting(row) {
            try with(row, rows, session) { sketch in try rows.with(row.person) { try book.make(ref: $0, sketch) } }
        }
    }

    private func personOfEmail(
        _ row: SessionRows.Row,
        _ id: Int64,
        _ rows: SessionRows,
        _ session: SessionFacts
    ) throws -> Int64 {
        if id == PersonBook.several {
            let what = "several people have this e-mail. Give a ref, or merge them."
            run.reject(row.position, column: title(.email), what, advice: Self.duplicates)
            return 0
        }
        if id > 0 {
            try with(row, rows, session) { try book.note(id, $0) }
            return id
        }
        switch rows.with(row.email, { book.claims.claim(of: $0) }) {
        case .conflict(let what):
            run.reject(row.position, column: title(.email), what)
            return 0
        case .person(let person):
            return person
        case .ref(let ref):
            return try rejecting(row) { try personOfClaimed(ref, row, rows, session) }
        case .none:
            return try with(row, rows, session) { try book.make($0) }
        }
    }

    private func personOfClaimed(
        _ ref: [UInt8],
        _ row: SessionRows.Row,
        _ rows: SessionRows,
        _ session: SessionFacts
    ) throws -> Int64 {
        try ref.withUnsafeBytes { ref in
            let id = try book.byRef(ref)
            return try with(row, rows, session) { sketch in
                if id == PersonBook.nobody { return try book.make(ref: ref, sketch) }
                if id == PersonBook.several {
                    throw RecordError.invalid(field: "person", problem: "several people have the ref of this e-mail")
                }
                if book.isNew(id) { try book.note(id, sketch) }
                return id
            }
        }
    }

    /// Rejects the row where a rule of the record is broken.
    private func rejecting(_ row: SessionRows.Row, _ body: () throws -> Int64) throws -> Int64 {
        do {
            return try body()
        } catch let error as RecordError {
            try run.reject(row.position, error) { _ in title(.person) }
            return 0
        }
    }

    /// Whether a row's e-mail is that of somebody who was forgotten, and nobody who is stored is named by the row.
    private func isOfForgotten(_ row: SessionRows.Row, _ rows: SessionRows) throws -> Bool {
        guard try book.store.wasForgotten(email: rows.string(row.email)) else { return false }
        let owner = try rows.with(row.email) { try book.byEmail($0) }
        if owner != PersonBook.nobody { return false }
        guard !row.person.isEmpty else { return true }
        let named = try rows.with(row.person) { try book.byRef($0) }
        return named == PersonBook.nobody || named > 0 && book.isNew(named)
    }

    /// Lends what a row says of its person.
    @inline(__always)
    private func with<R>(
        _ row: SessionRows.Row,
        _ rows: SessionRows,
        _ session: SessionFacts,
        _ body: (Sketch) throws -> R
    ) rethrows -> R {
        var nearness = Nearness(organization: organization(of: row, session), isNamed: row.organization != 0)
        nearness.day = Int32(truncatingIfNeeded: session.day)
        nearness.session = session.id
        return try rows.with(row.isUnnamed ? Piece() : row.name) { name in
            try rows.with(row.email) { try body(Sketch(name: name, email: $0, nearness: nearness)) }
        }
    }

    /// The organization within which a row's name is looked for: its own, else the one trained. Facilitators of a
    /// vendor's report come from elsewhere.
    func organization(of row: SessionRows.Row, _ session: SessionFacts) -> Int64 {
        if row.organization != 0 { return row.organization }
        return nameIsOne && row.role == UInt8(AttendanceRole.facilitator.rawValue) ? 0 : session.trained
    }

    // MARK: Rows with nothing but a name

    private func identify(nameOnly: [Int], _ rows: inout SessionRows, _ session: SessionFacts) throws {
        var groups: [NameKey: [Int]] = [:]
        for index in nameOnly {
            let row = rows.rows[index]
            let key = NameKey(name: rows.string(row.name), organization: organization(of: row, session))
            groups[key, default: []].append(index)
        }
        for (key, members) in groups.sorted(by: { $0.key < $1.key }) {
            let ordered = members.count == 1 ? members : members.sorted { rows.isBefore(rows.rows[$0], rows.rows[$1]) }
            let known = try rows.with(rows.rows[members[0]].name) { try book.byName($0, key.organization) }
            if known == PersonBook.several {
                rejectAmbiguous(members, rows)
                continue
            }
            try assign(ordered, key, known, &rows)
        }
    }

    private static let duplicates = Advice("To find duplicates", .perform(.findDuplicates))

    /// Names that fit several people are problems.
    func rejectAmbiguous(_ members: [Int], _ rows: SessionRows) {
        let what = "several people have this name. Give a ref or an e-mail, or merge them."
        for index in members {
            let position = rows.rows[index].position
            run.reject(position, column: title(.name), what, advice: Self.duplicates)
        }
    }

    private func assign(_ members: [Int], _ key: NameKey, _ known: Int64, _ rows: inout SessionRows) throws {
        for (place, index) in members.enumerated() {
            let number = nameIsOne ? 0 : place
            if number == 0, known > 0 {
                rows.rows[index].identity = known
                continue
            }
            let piece = rows.rows[index].name
            rows.rows[index].identity = try rows.with(piece) {
                try book.namesake($0, key.organization, known > 0 ? number - 1 : number)
            }
        }
    }

    struct NameKey: Hashable, Comparable {
        let name: String
        let organization: Int64

        static func < (left: NameKey, right: NameKey) -> Bool {
            (left.name, left.organization) < (right.name, right.organization)
        }
    }
}
