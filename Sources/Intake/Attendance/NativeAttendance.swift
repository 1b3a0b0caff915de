import Files
import Records

/// Takes attendance in Groundwork's own columns, session by session, in constant memory where the rows of a session
/// stand together.
final class NativeAttendance {
    private let run: FileImport
    private let map: ColumnMap
    private let columns: AttendanceColumns
    private let book: PersonBook
    private let identification: Identification
    private let writer: SessionWriter
    private var rows = SessionRows()
    private var session: SessionFacts?
    private var sessionText: [UInt8] = []
    /// Why the rows of the present session are not acceptable.
    private var sessionFault: (any Error)?
    private let fixed: SessionFacts?
    /// Whether only people are made so far, and nothing is written.
    private var isGathering = false
    private var roles = WordCodes(["attendee", "observer", "facilitator"])
    private var statuses = WordCodes(["registered", "attended"])
    private var organizations = ByteTable()
    /// Sessions of which only heads are kept, and whose earlier heads were looked for.
    private var heads: Set<Int64> = []

    init(_ run: FileImport, _ map: ColumnMap) throws {
        self.run = run
        self.map = map
        let columns = AttendanceColumns(map, guarded: run.file.isGuarded)
        self.columns = columns
        book = try PersonBook(run.store, importID: run.importID)
        identification = Identification(
            run: run,
            book: book,
            keepsNames: run.request.keep != .count,
            nameIsOne: false,
            title: { columns.title($0) }
        )
        writer = SessionWriter(run, book: book)
        fixed = try run.session.map { try SessionFacts.find($0.id, in: run.store) }
        session = fixed
        if fixed == nil, !columns.has(.session) {
            throw ImportRefused([
                ImportIssue(
                    file: run.file.name,
                    line: run.file.headerLine,
                    what: "the file has no column session",
                    advice: "Name the session: --session REF, or --map session=COLUMN"
                )
            ])
        }
    }

    /// About how long a row is, as far as one can tell before it is read.
    private static let bytesOfRow = 64

    /// Takes the whole file.
    func take() throws {
        do {
            if run.request.keep != .count {
                try book.takeEverybody(rowsToCome: run.file.survey.length / Self.bytesOfRow)
            }
            let claimant = EmailClaimant(run, columns, book, fixed)
            let order = try RowOrder(run, columns) { try claimant.look($0) }
            try run.store.bulk(expecting: order.rows) {
                if claimant.isMixed { try gatherPeople(order) }
                try take(order)
                try writer.flush()
            }
        } catch {
            throw run.unreadable(error)
        }
        run.counts.peopleCreated += book.made
        run.notes.passedOver = map.passedOver
    }

    private func take(_ order: RowOrder) throws {
        if order.places.isEmpty { try takeInTurn() } else { try take(order.places) }
        try finishSession()
    }

    /// Makes whoever rows with a ref or an e-mail speak of, before any row that has a name only: whose that one is then
    /// does not depend on where in the file it stands. Rows are told off when they are taken.
    private func gatherPeople(_ order: RowOrder) throws {
        isGathering = true
        run.isSilent = true
        try take(order)
        isGathering = false
        run.isSilent = false
        (session, sessionText, sessionFault) = (fixed, [], nil)
        try book.noteNames()
    }

    private func takeInTurn() throws {
        let reader = try run.file.reader()
        while try reader.next() {
            try reach(reader.position.offset)
            if reader.isBlank { continue }
            try takeRow(reader)
        }
    }

    private func take(_ places: [RowOrder.Place]) throws {
        let reader = try run.file.reader()
        let length = run.file.survey.length
        for (index, place) in places.enumerated() {
            try reach(index * length / places.count)
            if reader.nextPosition.offset != place.offset {
                reader.seek(to: CSVPosition(offset: place.offset, line: Int(place.line)))
            }
            guard try reader.next() else { throw FileProblem.changed(path: run.file.name) }
            try takeRow(reader)
        }
    }

    /// How far the file has come; people alone are gathered without a word.
    @inline(__always)
    private func reach(_ offset: Int) throws {
        if isGathering { try run.meter.check() } else { try run.meter.reach(offset) }
    }

    private func takeRow(_ reader: CSVReader) throws {
        guard reader.count == map.width || reader.hasOnlyBlanks(from: map.width) else {
            let what = "the row has \(reader.count) cells, but the header has \(map.width)"
            let advice: Advice = "Look for a missing or unquoted separator."
            return run.reject(reader.position, column: nil, what, advice: advice)
        }
        if try !turn(to: columns.bytes(.session, reader), reader) { return }
        if let sessionFault { return try run.reject(reader.position, sessionFault) { _ in columns.title(.session) } }
        if let row = try row(reader) { rows.rows.append(row) }
    }

    // MARK: The session

    /// Makes the session that a row names the present one; false where the row was rejected.
    @inline(__always)
    private func turn(to text: UnsafeRawBufferPointer, _ reader: CSVReader) throws -> Bool {
        if fixed != nil, text.isEmpty { return true }
        if session != nil || sessionFault != nil, text.count == sessionText.count, text.elementsEqual(sessionText),
            fixed == nil
        {
            return true
        }
        return try turnSlowly(to: text, reader)
    }

    private func turnSlowly(to text: UnsafeRawBufferPointer, _ reader: CSVReader) throws -> Bool {
        if let fixed {
            let named = String(decoding: text, as: UTF8.self)
            if named.lowercased() == fixed.ref.lowercased() { return true }
            let what = "this row names another session, not \(fixed.ref)"
            run.reject(reader.position, column: columns.title(.session), what, advice: "Leave out --session.")
            return false
        }
        guard !text.isEmpty else {
            run.reject(reader.position, column: columns.title(.session), "is missing")
            return false
        }
        if let session, String(decoding: text, as: UTF8.self).lowercasedASCII == session.ref.lowercasedASCII {
            return true
        }
        try finishSession()
        sessionText = Array(text)
        session = nil
        sessionFault = nil
        do {
            session = try SessionFacts.find(text, in: run.store)
        } catch let error as RecordError {
            let fault = RowFault(error)
            sessionFault = RecordError.invalid(field: "session", problem: fault?.what ?? "")
        }
        return true
    }

    private func finishSession() throws {
        defer { rows.removeAll() }
        guard let session, !rows.rows.isEmpty else { return }
        if let fault = try session.fault(run.store) { rejectAttended(fault) }
        rows.rejectStrays(run, keepingNames: run.request.keep != .count) { columns.title($0) }
        if isGathering { return try identification.makePeople(of: rows, at: session) }
        if run.request.keep == .count, heads.insert(session.id).inserted {
            try EarlierHeads(run: run).reconcile(session)
        }
        try identification.identify(&rows, at: session)
        try writer.write(rows, of: session)
        try run.flushHistory()
    }

    /// Nobody can have attended a session that was cancelled, or whose day has not come.
    private func rejectAttended(_ error: RecordError) {
        let registered = UInt8(AttendanceStatus.registered.rawValue)
        for row in rows.rows where row.status != registered {
            run.reject(row.position, column: columns.title(.session), error.message, advice: error.advice)
        }
        rows.rows.removeAll { $0.status != registered }
    }

    // MARK: Cells

    /// What a row says; nil where it was rejected.
    @inline(__always)
    private func row(_ reader: CSVReader) throws -> SessionRows.Row? {
        var row = SessionRows.Row()
        row.position = reader.position
        let role = columns.bytes(.role, reader)
        guard let roleCode = roles.code(role) else { return reject(reader, .role, roles.problem(role)) }
        let status = columns.bytes(.status, reader)
        guard let statusCode = statuses.code(status) else { return reject(reader, .status, statuses.problem(status)) }
        (row.role, row.status) = (roleCode, statusCode)
        guard readRegistered(&row, reader) else { return nil }
        let minutes = columns.bytes(.minutes, reader)
        if !minutes.isEmpty {
            guard let number = Self.number(minutes) ?? MinutesText.read(String(decoding: minutes, as: UTF8.self)) else {
                return reject(reader, .minutes, Self.problem(minutes))
            }
            row.minutes = number
        }
        guard try readTimes(&row, reader) else { return nil }
        let organization = columns.bytes(.organization, reader)
        if !organization.isEmpty {
            guard let id = try self.organization(organization, reader) else { return nil }
            row.organization = id
        }
        let email = columns.bytes(.email, reader)
        if !email.isEmpty {
            guard email.contains(UInt8(ascii: "@")), email.count <= 320 else {
                return reject(reader, .email, "is not an e-mail address")
            }
            row.email = rows.keep(email)
        }
        row.person = rows.keep(columns.bytes(.person, reader))
        row.name = PersonName.withStored(columns.bytes(.name, reader)) { rows.keep($0) }
        if row.person.isEmpty, row.email.isEmpty, let line = noPerson(reader) {
            return reject(reader, .name, "this is \(line), not a person")
        }
        return row
    }

    /// Reads whether somebody had registered; false where the row was rejected.
    @inline(__always)
    private func readRegistered(_ row: inout SessionRows.Row, _ reader: CSVReader) -> Bool {
        let registered = columns.bytes(.registered, reader)
        if registered.isEmpty { return true }
        guard let isYes = Shape.answer(String(decoding: registered.prefix(16), as: UTF8.self)) else {
            return reject(reader, .registered, "\(Self.stated(registered)). Use yes or no.") != nil
        }
        row.registered = isYes ? Presence.hadRegistered : 1
        guard isYes || row.status != UInt8(AttendanceStatus.registered.rawValue) else {
            return reject(reader, .registered, "is no, but the status is registered") != nil
        }
        return true
    }

    /// What a row without ref and e-mail is that is no person: a total, an average, the header once more.
    private func noPerson(_ reader: CSVReader) -> String? {
        let name = columns.bytes(.name, reader)
        if !name.isEmpty {
            if let label = NoPerson.label(name) { return label == "total" ? "a total" : "an average" }
            return columns.isTitle(name, of: .name) ? "the header again" : nil
        }
        for index in 0..<reader.count {
            let cell = Trimming.trimmed(reader.bytes(index, guarded: false))
            if let label = NoPerson.label(cell) { return label == "total" ? "a total" : "an average" }
        }
        return nil
    }

    private func readTimes(_ row: inout SessionRows.Row, _ reader: CSVReader) throws -> Bool {
        let joined = columns.bytes(.joined, reader)
        let left = columns.bytes(.left, reader)
        if joined.isEmpty, left.isEmpty { return true }
        for (field, bytes) in [(AttendanceColumns.Field.joined, joined), (.left, left)] where !bytes.isEmpty {
            guard let instant = Instant.native(bytes, dates: run.request.mapping.dates ?? .iso) else {
                _ = reject(reader, field, "\(Self.stated(bytes)). Write a time as 2026-11-10T14:00.")
                return false
            }
            if field == .joined { row.joined = instant } else { row.left = instant }
        }
        if !joined.isEmpty, !left.isEmpty, row.left < row.joined {
            _ = reject(reader, .left, "is before \(columns.title(.joined))")
            return false
        }
        return true
    }

    private func organization(_ bytes: UnsafeRawBufferPointer, _ reader: CSVReader) throws -> Int64? {
        if let id = organizations.value(bytes) { return id }
        guard let field = Noun.attendance.type.field(named: "organization") else { return nil }
        let made = run.reading.made
        do {
            let text = String(decoding: bytes, as: UTF8.self)
            let value = try run.store.attempt { try run.store.value(field, text, run.reading) }
            guard let id = value.recordID else { return nil }
            organizations.set(bytes, id)
            return id
        } catch {
            run.reading.forget(since: made)
            try run.reject(reader.position, error) { _ in columns.title(.organization) }
            return nil
        }
    }

    private func reject(_ reader: CSVReader, _ field: AttendanceColumns.Field, _ what: String) -> SessionRows.Row? {
        run.reject(reader.position, column: columns.title(field), what)
        return nil
    }

    /// A whole number of minutes that an attendance may have.
    @inline(__always)
    private static func number(_ bytes: UnsafeRawBufferPointer) -> Int32? {
        guard bytes.count <= 5 else { return nil }
        var number: Int32 = 0
        for byte in bytes {
            guard 0x30...0x39 ~= byte else { return nil }
            number = number * 10 + Int32(byte & 15)
        }
        return number <= 14_400 ? number : nil
    }

    private static func problem(_ bytes: UnsafeRawBufferPointer) -> String {
        let isNumber = Int(String(decoding: bytes.prefix(20), as: UTF8.self)) != nil
        return "\(stated(bytes)). Use \(isNumber ? "a number from 0 to 14400" : "a whole number, such as 90")."
    }

    private static func stated(_ bytes: UnsafeRawBufferPointer) -> String {
        Repeating.stated(String(decoding: bytes.prefix(240), as: UTF8.self))
    }
}
