import Calendar
import Records
import SQLite

/// Takes a Zoom report: a meeting's, or a webinar's with its sections.
final class VendorImport {
    private let run: FileImport
    private let plan: VendorPlan
    private var rows = SessionRows()
    private var organization: Int64 = 0
    /// Rows of people who registered and did not come.
    private var absent: [SessionRows.Row] = []
    /// By line, what of a row may be written among the rejects.
    private var isRejecting = false
    private var keptCells: [Int: [String]] = [:]
    /// The header of the participants, as it is in the report.
    private var header: [String] = []

    init(_ run: FileImport, _ plan: VendorPlan) {
        self.run = run
        self.plan = plan
    }

    /// Takes the whole report.
    func take(_ rejects: RejectsFile?) throws {
        isRejecting = rejects != nil
        if plan.countsOnly { try EarlierHeads(run: run).settle(plan.facts) }
        try setOrganization()
        do {
            try read()
        } catch {
            throw run.unreadable(error)
        }
        noteDay()
        try setAbsentApart()
        try rejectWhereClosed()
        let book = try PersonBook(run.store, importID: run.importID)
        try gatherClaims(book)
        let identification = Identification(
            run: run,
            book: book,
            keepsNames: plan.keepsNames,
            nameIsOne: true,
            title: { "\($0)" }
        )
        try identification.identify(&rows, at: plan.facts)
        let writer = SessionWriter(run, book: book)
        try writer.write(rows, of: plan.facts)
        try writer.flush()
        try keepAbsent()
        run.counts.peopleCreated += book.made
        run.notes.countsOnly = plan.countsOnly
        if plan.countsOnly {
            run.notes.devices = run.notes.devices.nameless
            run.notes.hosts = run.notes.hosts.nameless
        }
        try write(rejects)
    }

    /// Says so where none of the report's times is of the session's day: perhaps it is another session's.
    private func noteDay() {
        let days = rows.rows.filter { $0.joined != SessionRows.Row.unknown }.map { Int(($0.joined / 86_400)) }
        guard let first = days.min(), let last = days.max(), !(first...last).contains(plan.facts.day) else { return }
        guard let report = Day(epochDay: first), let session = Day(epochDay: plan.facts.day) else { return }
        run.notes.otherDay = ImportNotes.OtherDay(report: report, session: session)
    }

    private func setOrganization() throws {
        guard let text = plan.organization, let field = Noun.attendance.type.field(named: "organization") else {
            return
        }
        organization = try run.store.value(field, text, run.reading).recordID ?? 0
    }

    // MARK: Reading

    private func read() throws {
        let reader = CSVReader(run.file.bytes, survey: run.file.survey)
        var columns: ZoomColumns?
        var section = ZoomReport.Section.attendees
        while try reader.next() {
            try run.meter.reach(reader.position.offset)
            if reader.isBlank { continue }
            if mayBeHeading(reader, columns) {
                let record = (0..<reader.count).map(reader.text)
                if let found = ZoomReport.Section(title: record) {
                    section = found
                    columns = nil
                    continue
                }
                if let found = ZoomColumns(record, mapping: run.request.mapping) {
                    columns = found
                    if header.isEmpty || section == .attendees { header = record }
                    continue
                }
            }
            guard let columns else { continue }
            try takeRow(reader, columns, section)
        }
    }

    /// Whether a record may begin a section or be a header: it holds no number where the minutes stand.
    private func mayBeHeading(_ reader: CSVReader, _ columns: ZoomColumns?) -> Bool {
        guard let columns, run.file.source == .zoomMeeting else { return true }
        return Int(columns.text(.minutes, reader)) == nil
    }

    private func takeRow(_ reader: CSVReader, _ columns: ZoomColumns, _ section: ZoomReport.Section) throws {
        let full = columns.text(.name, reader)
        let name = PersonName.shown(full)
        let given = columns.text(.email, reader)
        let email = given.contains("@") && given.utf8.count <= 320 ? given : ""
        if isRejecting { keptCells[reader.line] = columns.kept(reader, width: header.count, names: plan.keepsNames) }
        if let reason = reasonToSkip(reader, columns, full, email) {
            run.counts.skipped += 1
            run.notes.skipped.count(reason)
            return
        }
        var row = SessionRows.Row()
        row.position = reader.position
        guard readPresence(&row, reader, columns) else { return }
        row.organization = organization
        row.email = rows.keep(email)
        row.name = rows.keep(name)
        let isHost = section != .attendees || isHost(reader, columns, name, email)
        row.role = isHost ? UInt8(AttendanceRole.facilitator.rawValue) : 0
        if isHost { run.notes.hosts.count(name) }
        if Display.isCaller(name) {
            row.isUnnamed = true
        } else if Display.isDevice(name) {
            row.isUnnamed = true
            run.notes.devices.count(name)
        }
        rows.rows.append(row)
    }

    private func reasonToSkip(_ reader: CSVReader, _ columns: ZoomColumns, _ name: String, _ email: String) -> String? {
        if let bot = Display.bot(name: name, email: email) { return bot }
        if Self.isYes(columns.text(.waiting, reader)) == true { return "waiting room" }
        let approval = columns.text(.approval, reader).lowercased()
        if Self.isYes(columns.text(.attended, reader)) == false, ["denied", "cancelled", "canceled"].contains(approval)
        {
            return "registration \(approval == "canceled" ? "cancelled" : approval)"
        }
        return nil
    }

    private func isHost(_ reader: CSVReader, _ columns: ZoomColumns, _ name: String, _ email: String) -> Bool {
        if plan.hosts.includes(name: name, email: email) { return true }
        if let host = columns.hostEmail, !email.isEmpty, reader.text(host).trimmed.lowercased() == email.lowercased() {
            return true
        }
        guard let host = columns.hostName, !name.isEmpty else { return false }
        return PersonName.shown(reader.text(host)).lowercased() == name.lowercased()
    }

    private func readPresence(_ row: inout SessionRows.Row, _ reader: CSVReader, _ columns: ZoomColumns) -> Bool {
        let isAttended = Self.isYes(columns.text(.attended, reader))
        row.status = UInt8((isAttended == false ? AttendanceStatus.registered : .attended).rawValue)
        if isAttended == false { return true }
        let minutes = columns.text(.minutes, reader)
        if !minutes.isEmpty {
            guard case .of(let number) = PlainNumber.whole(minutes), 0...14_400 ~= number else {
                run.reject(
                    reader.position,
                    column: columns.title(.minutes),
                    "\"\(minutes.prefix(40))\" is not a number of minutes"
                )
                return false
            }
            row.minutes = Int32(number)
        }
        for column in [ZoomColumns.Column.joined, .left] {
            let text = columns.text(column, reader)
            if text.isEmpty { continue }
            guard let instant = Instant.vendor(text, dates: run.request.mapping.dates) else {
                let what = "\"\(text.prefix(40))\" is not a time with the \(dateOrder)"
                run.reject(
                    reader.position,
                    column: columns.title(column),
                    what,
                    advice: "Say how dates are written: --dates dmy"
                )
                return false
            }
            if column == .joined { row.joined = instant } else { row.left = instant }
        }
        return true
    }

    private var dateOrder: String {
        switch run.request.mapping.dates {
        case .dmy: "day first"
        case .ymd: "year first"
        default: "month first"
        }
    }

    private static func isYes(_ text: String) -> Bool? {
        switch text.lowercased() {
        case "yes", "y", "true", "1", "はい", "ja", "oui", "sí", "si", "sim", "是", "예": true
        case "no", "n", "false", "0", "いいえ", "nein", "non", "não", "nao", "否", "아니요": false
        default: nil
        }
    }

    // MARK: Those who did not come

    private func key(_ row: SessionRows.Row) -> String {
        row.email.isEmpty ? "name " + rows.string(row.name) : "e-mail " + rows.string(row.email).lowercased()
    }

    /// Takes people who registered and did not come out of the rows, unless they are kept as rows.
    private func setAbsentApart() throws {
        guard !plan.keepsAbsent else { return }
        let registered = UInt8(AttendanceStatus.registered.rawValue)
        let came = Set(rows.rows.filter { $0.status != registered }.map(key))
        let isAbsent = rows.rows.map { $0.status == registered && !came.contains(key($0)) }
        absent = zip(rows.rows, isAbsent).filter(\.1).map(\.0)
        rows.rows = zip(rows.rows, isAbsent).filter { !$0.1 }.map(\.0)
    }

    /// Keeps those who registered and did not come as a number.
    private func keepAbsent() throws {
        let people = Set(absent.map(key)).count
        guard people > 0 else { return }
        var draft = Draft(["session": .record(plan.session), "count": .number(people)])
        draft["scope"] = .text("registered")
        draft["method"] = .text("platform")
        run.notes.absent = people
        do {
            let stored = try run.store.attempt {
                try run.store.take(Noun.headcount.type, draft, update: run.request.update)
            }
            switch stored {
            case .created: run.counts.created += people
            case .updated: run.counts.updated += people
            case .unchanged: run.counts.unchanged += people
            }
            run.counts.merged += absent.count - people
        } catch {
            for row in absent { try run.reject(row.position, error) }
        }
    }

    // MARK: People

    private func rejectWhereClosed() throws {
        guard plan.facts.isClosed else { return }
        let error = RecordError.notHeld(session: plan.facts.ref, status: plan.facts.status)
        let registered = UInt8(AttendanceStatus.registered.rawValue)
        for row in rows.rows where row.status != registered {
            run.reject(row.position, column: nil, error.message, advice: error.advice)
        }
        rows.rows.removeAll { $0.status != registered }
    }

    private func gatherClaims(_ book: PersonBook) throws {
        guard plan.keepsNames else { return }
        for row in rows.rows where !row.email.isEmpty && !row.name.isEmpty && !row.isUnnamed {
            if book.hasForgotten, try run.store.wasForgotten(email: rows.string(row.email)) { continue }
            let isHost = row.role == UInt8(AttendanceRole.facilitator.rawValue)
            let within = row.organization != 0 ? row.organization : isHost ? 0 : plan.facts.trained
            guard try rows.with(row.email, { try book.byEmail($0) }) == PersonBook.nobody else { continue }
            let person = try rows.with(row.name) { try book.byName($0, within) }
            if person > 0, try !book.hasEmail(person) {
                rows.with(row.email) { book.claims.claim($0, person: person) }
            }
        }
    }

    // MARK: Rejects

    private func write(_ rejects: RejectsFile?) throws {
        guard let rejects else { return }
        let ordered = run.rejected.sorted { $0.position.line < $1.position.line }
        let cells = ordered.map { (cells: keptCells[$0.position.line] ?? [], problem: $0.problem) }
        try rejects.add(
            run.file,
            header: header,
            rows: cells
        )
    }
}
