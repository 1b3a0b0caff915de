import Calendar
import Records

/// Takes a Zoom report: a meeting's, or a webinar's with its sections.
final class VendorImport {
    private let run: FileImport
    private let plan: VendorPlan
    private let outline: ReportOutline
    private var rows = SessionRows()
    /// Beside each row, when it was there and of which meeting.
    private var stays: [ReportDays.Stay] = []
    private var isOrderGuessed = false
    private var organization: Int64 = 0
    /// Rows of people who registered and did not come.
    private var absent: [SessionRows.Row] = []
    /// By line, what of a row may be written among the rejects.
    private var isRejecting = false
    private var keptCells: [Int: [String]] = [:]
    private var unknown: UnknownColumns

    init(_ run: FileImport, _ plan: VendorPlan) {
        self.run = run
        self.plan = plan
        outline = ReportOutline(run.file.source, run.request.mapping)
        unknown = UnknownColumns(run.file)
    }

    /// Takes the whole report.
    func take(_ rejects: RejectsFile?) throws {
        isRejecting = rejects != nil
        try setOrganization()
        do {
            try read()
        } catch {
            throw run.unreadable(error)
        }
        try refuseUnread()
        let days = ReportDays(run: run, plan: plan, meetings: outline.meetings, isOrderGuessed: isOrderGuessed)
        let shares = try days.shares(stays)
        let book = try PersonBook(run.store, importID: run.importID)
        for share in shares { try take(share, book) }
        run.counts.peopleCreated += book.made
        run.notes.countsOnly = shares.contains { $0.plan.countsOnly }
        if run.notes.countsOnly {
            run.notes.devices = run.notes.devices.nameless
            run.notes.hosts = run.notes.hosts.nameless
        }
        try write(rejects)
    }

    /// Takes the rows of one session.
    private func take(_ share: ReportDays.Share, _ book: PersonBook) throws {
        let plan = share.plan
        var rows = rows
        rows.rows = share.rows.map { self.rows.rows[$0] }
        if plan.countsOnly { try EarlierHeads(run: run).reconcile(plan.facts) }
        rows.rejectStrays(run, keepingNames: plan.keepsNames)
        setAbsentApart(&rows, plan)
        try rejectWhereClosed(&rows, plan)
        try gatherClaims(book, rows, plan)
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
        try keepAbsent(plan, rows)
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
        while try reader.next() {
            try run.meter.reach(reader.position.offset)
            if reader.isBlank { continue }
            switch outline.take(reader) {
            case .row(let columns): try takeRow(reader, columns)
            case .repeatedHeader: skip("repeated header")
            case .other: break
            }
        }
    }

    private func skip(_ reason: String) {
        run.counts.skipped += 1
        run.notes.skipped.count(reason)
    }

    private func takeRow(_ reader: CSVReader, _ columns: ZoomColumns) throws {
        unknown.look(reader, columns, outline.place)
        let full = columns.name(reader)
        let name = PersonName.shown(full)
        let given = columns.text(.email, reader)
        let email = given.contains("@") && given.utf8.count <= 320 ? given : ""
        if isRejecting {
            keptCells[reader.line] = columns.kept(reader, width: outline.header.count, names: plan.keepsNames)
        }
        let meeting = outline.meeting(reader)
        guard let answers = answers(reader, columns) else { return }
        if let reason = reasonToSkip(reader, columns, full, email, answers) { return skip(reason) }
        var row = SessionRows.Row()
        row.position = reader.position
        guard readPresence(&row, reader, columns, answers.attended) else { return }
        row.organization = organization
        row.email = rows.keep(email)
        row.name = rows.keep(name)
        let isHost = outline.section != .attendees || isHost(reader, columns, name, email)
        row.role = isHost ? UInt8(AttendanceRole.facilitator.rawValue) : 0
        if isHost {
            run.notes.hosts.count(name)
        } else if listsRegistration(columns, answers) {
            row.registered = Presence.hadRegistered
        }
        if Devices.isCaller(name) {
            row.isUnnamed = true
        } else if Devices.includes(name) {
            row.isUnnamed = true
            run.notes.devices.count(name)
        }
        stays.append(ReportDays.Stay(row: rows.rows.count, meeting: meeting, span: row.span))
        rows.rows.append(row)
    }

    /// Whether a row is of somebody who registered: the report says of each of them whether they came.
    private func listsRegistration(_ columns: ZoomColumns, _ answers: Answers) -> Bool {
        if answers.attended == false { return true }
        return columns.has(.approval) ? answers.approval == .approved : columns.has(.attended)
    }

    /// What the columns say that decide whether a row counts.
    private struct Answers {
        var attended: Bool?
        var waiting = false
        var approval: ReportWords.Approval?
    }

    /// Reads them; nil where a word is not known, and the row was rejected.
    private func answers(_ reader: CSVReader, _ columns: ZoomColumns) -> Answers? {
        var answers = Answers()
        for column in [ReportColumn.attended, .waiting] {
            let word = columns.text(column, reader)
            let isOpen = column == .attended && columns.has(.attended) && word.isEmpty
            guard !word.isEmpty || isOpen && columns.text(.minutes, reader).isEmpty else { continue }
            guard let answer = ReportWords.answer(word) else {
                reject(word, column, reader, columns, "yes or no")
                return nil
            }
            if column == .attended { answers.attended = answer } else { answers.waiting = answer }
        }
        let word = columns.text(.approval, reader)
        if !word.isEmpty {
            guard let approval = ReportWords.approval(word) else {
                reject(word, .approval, reader, columns, "approved, pending, denied or cancelled")
                return nil
            }
            answers.approval = approval
        }
        return answers
    }

    /// Rejects a word under a column that decides: taken for either answer, it could be the wrong one.
    private func reject(
        _ word: String,
        _ column: ReportColumn,
        _ reader: CSVReader,
        _ columns: ZoomColumns,
        _ accepted: String
    ) {
        let what =
            word.isEmpty ? "is blank" : Repeating.isPlain(word) ? "is \"\(word)\"" : "has an unknown word"
        run.reject(
            reader.position,
            column: columns.title(column),
            "\(what). Use \(accepted), in one of several languages.",
            advice:
                "Say what its words mean in --mapping FILE: {\"values\": {\"\(column)\": {\"WORD\": \"\(column == .approval ? "denied" : "no")\"}}}"
        )
    }

    private func reasonToSkip(
        _ reader: CSVReader,
        _ columns: ZoomColumns,
        _ name: String,
        _ email: String,
        _ answers: Answers
    ) -> String? {
        if let bot = Bots.label(name: name, email: email) { return bot }
        if email.isEmpty, columns.text(.joined, reader).isEmpty, let line = NoPerson.label(name) { return line }
        if answers.waiting { return "waiting room" }
        if answers.attended == false, let approval = answers.approval, approval == .denied || approval == .cancelled {
            return "registration \(approval)"
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

    private func readPresence(
        _ row: inout SessionRows.Row,
        _ reader: CSVReader,
        _ columns: ZoomColumns,
        _ isAttended: Bool?
    ) -> Bool {
        row.status = UInt8((isAttended == false ? AttendanceStatus.registered : .attended).rawValue)
        if isAttended == false { return true }
        let minutes = columns.text(.minutes, reader)
        if !minutes.isEmpty {
            guard let number = MinutesText.read(minutes) else {
                run.reject(
                    reader.position,
                    column: columns.title(.minutes),
                    "\(Repeating.stated(minutes)). Use a number of minutes, such as 90."
                )
                return false
            }
            row.minutes = number
        }
        for column in [ReportColumn.joined, .left] {
            let text = columns.text(column, reader)
            if text.isEmpty { continue }
            guard let instant = Instant.vendor(text, dates: run.request.mapping.dates) else {
                let what = "\(Repeating.stated(text)). Use a time with the \(dateOrder)."
                run.reject(
                    reader.position,
                    column: columns.title(column),
                    what,
                    advice: "Say how dates are written: --dates dmy"
                )
                return false
            }
            if column == .joined { row.joined = instant } else { row.left = instant }
            if run.request.mapping.dates == nil, text.first?.isNumber == true { isOrderGuessed = true }
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

    // MARK: What was not read

    /// Refuses a report of which a part that may decide was not understood, or of whose rows nothing was read.
    private func refuseUnread() throws {
        var issues = unknown.issues(outline.unknown) + unmatched
        for section in outline.unread where section.rows > 0 {
            let rows = section.rows == 1 ? "1 row" : "\(section.rows) rows"
            guard section.isOfPeople else {
                run.notes.unread.append("the section on line \(section.line) (\(rows))")
                continue
            }
            let what = "the columns of this section are unknown, so its \(rows) can't be read"
            let advice: Advice =
                "Map them: --map name=COLUMN --map attended=COLUMN --map joined=COLUMN --map left=COLUMN"
            issues.append(ImportIssue(file: run.file.name, line: section.line, what: what, advice: advice))
        }
        if let first = outline.headers.first, !outline.headers.contains(where: \.saysPresence) {
            let what = "no column says when people joined, or for how long"
            let titles = first.unknown.map(\.title).prefix(6).joined(separator: ", ")
            let advice: Advice = "Map one: --map minutes=COLUMN. Unknown columns: \(titles)"
            issues = [ImportIssue(file: run.file.name, line: outline.headerLines.first, what: what, advice: advice)]
        }
        let isNothing = run.counts.rows == 0 && rows.rows.isEmpty && issues.isEmpty
        if isNothing, outline.unread.contains(where: { $0.rows > 0 }) {
            issues.append(
                ImportIssue(
                    file: run.file.name,
                    line: outline.unread.first { $0.rows > 0 }?.line,
                    what: "none of the rows could be read",
                    advice: "Name the source with --source, or map its columns: --map name=COLUMN"
                )
            )
        }
        if !issues.isEmpty { throw ImportRefused(issues) }
        run.notes.unread += unknown.texts(outline.unknown)
    }

    /// What a mapping says of columns that no header of the report has.
    private var unmatched: [ImportIssue] {
        let mapping = run.request.mapping
        let headers = outline.headers
        guard !headers.isEmpty else { return [] }
        let keys = Set(headers.flatMap(\.keys))
        let named = mapping.columns.filter { !$0.value.trimmed.isEmpty }.sorted { $0.key < $1.key }.map(\.value)
        let titles = outline.header.map(\.trimmed).filter { !$0.isEmpty }
        var issues = (named + mapping.ignored).filter { !keys.contains(Header.key($0)) }.map {
            ImportIssue(
                missing: $0,
                among: titles,
                HeaderNaming(known: 2),
                run.file.name,
                line: outline.headerLines.first
            )
        }
        for field in mapping.values.keys.sorted() {
            guard let column = ReportColumn(rawValue: field), !headers.contains(where: { $0.has(column) }) else {
                continue
            }
            let what = "its values are mapped, but the report has no such column"
            issues.append(
                ImportIssue(file: run.file.name, line: outline.headerLines.first, column: field, what: what)
            )
        }
        return issues
    }

    /// Takes people who registered and did not come out of the rows, unless they are kept as rows.
    private func setAbsentApart(_ rows: inout SessionRows, _ plan: VendorPlan) {
        absent = plan.keepsAbsent ? [] : rows.removeAbsent()
    }

    /// Keeps how many had registered, those who came among them, where those who did not come are no rows.
    private func keepAbsent(_ plan: VendorPlan, _ rows: SessionRows) throws {
        guard !plan.keepsAbsent else { return }
        let people = Set(absent.map(rows.key)).count
        let came = rows.rows.filter { $0.registered == Presence.hadRegistered && $0.identity != 0 }
        let registered = people + Set(came.map(\.identity)).count
        guard registered > 0 else { return }
        var draft = Draft(["session": .record(plan.session), "count": .number(registered)])
        draft["scope"] = .text("registered")
        draft["method"] = .text("platform")
        run.notes.absent += people
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

    private func rejectWhereClosed(_ rows: inout SessionRows, _ plan: VendorPlan) throws {
        guard let error = try plan.facts.fault(run.store) else { return }
        let registered = UInt8(AttendanceStatus.registered.rawValue)
        for row in rows.rows where row.status != registered {
            run.reject(row.position, column: nil, error.message, advice: error.advice)
        }
        rows.rows.removeAll { $0.status != registered }
    }

    private func gatherClaims(_ book: PersonBook, _ rows: SessionRows, _ plan: VendorPlan) throws {
        guard plan.keepsNames else { return }
        for row in rows.rows where !row.email.isEmpty && !row.name.isEmpty && !row.isUnnamed {
            if book.hasForgotten, try run.store.wasForgotten(email: rows.string(row.email)) { continue }
            let isHost = row.role == UInt8(AttendanceRole.facilitator.rawValue)
            let within = row.organization != 0 ? row.organization : isHost ? 0 : plan.facts.trained
            guard try rows.with(row.email, { try book.byEmail($0) }) == PersonBook.nobody else { continue }
            let person = try rows.with(row.name) { try book.byName($0, within) }
            if person > 0, try !book.known.hasEmail(person) {
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
            header: outline.header,
            rows: cells
        )
    }
}
