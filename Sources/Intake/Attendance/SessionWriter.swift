import Records

/// Writes what the rows of one session come to: attendances in the order of their key, nameless heads, and whether the
/// session was held.
final class SessionWriter {
    private let run: FileImport
    private let book: PersonBook?
    private let writer: AttendanceWriter
    private var order: [Int] = []
    private var members: [SessionRows.Row] = []
    /// Attendances of the present session that are new.
    private var added: [AttendanceRow] = []

    /// The most minutes that an attendance may have.
    private static let mostMinutes = 14_400

    init(_ run: FileImport, book: PersonBook?) {
        self.run = run
        self.book = book
        writer = AttendanceWriter(run.store, importID: run.importID)
    }

    /// Writes the rows, whose identities are known; rejected ones have identity 0.
    func write(_ rows: SessionRows, of session: SessionFacts) throws {
        order.removeAll(keepingCapacity: true)
        for index in rows.rows.indices where rows.rows[index].identity != 0 { order.append(index) }
        order.sort { (rows.rows[$0].identity, $0) < (rows.rows[$1].identity, $1) }
        var stored = try StoredAttendance(session, in: run.store)
        var someoneCame = false
        var start = 0
        while start < order.count {
            let identity = rows.rows[order[start]].identity
            var end = start + 1
            while end < order.count, rows.rows[order[end]].identity == identity { end += 1 }
            let presence = presence(rows, start..<end)
            let accepted =
                identity > 0
                ? try takePerson(identity, presence, rows, start..<end, &stored, session)
                : try takeHead(presence, rows, start..<end, &stored, session)
            if accepted, presence.status != UInt8(AttendanceStatus.registered.rawValue) { someoneCame = true }
            start = end
        }
        try writeAdded(at: session.id)
        if someoneCame, session.status == "scheduled" { try run.store.holdIfCounted(session.id) }
    }

    private func writeAdded(at session: Int64) throws {
        var rows: [AttendanceRow] = []
        swap(&rows, &added)
        try writer.add(rows.span, at: session)
        rows.removeAll(keepingCapacity: true)
        swap(&rows, &added)
    }

    /// Writes the attendances that wait to be written with others.
    func flush() throws { try writer.flush() }

    @inline(__always)
    private func presence(_ rows: SessionRows, _ range: Range<Int>) -> Presence {
        if range.count == 1 { return Presence(rows.rows[order[range.lowerBound]]) }
        members.removeAll(keepingCapacity: true)
        for place in range { members.append(rows.rows[order[place]]) }
        return Presence(members, in: rows)
    }

    @inline(__always)
    private func takePerson(
        _ id: Int64,
        _ presence: Presence,
        _ rows: SessionRows,
        _ range: Range<Int>,
        _ stored: inout StoredAttendance,
        _ session: SessionFacts
    ) throws -> Bool {
        guard presence.minutes <= Self.mostMinutes else { return reject(tooLong: range, rows) }
        if !stored.isEmpty, let before = stored.person(id) {
            return try compare(id, presence, before, rows, range, session)
        }
        added.append(AttendanceRow(presence, of: id))
        try book?.settleClaim(id)
        count(\.created, range)
        return true
    }

    private func compare(
        _ id: Int64,
        _ presence: Presence,
        _ before: AttendanceRow,
        _ rows: SessionRows,
        _ range: Range<Int>,
        _ session: SessionFacts
    ) throws -> Bool {
        let different = before.differences(from: presence)
        if different.isEmpty {
            try book?.settleClaim(id)
            count(\.unchanged, range)
            return true
        }
        if before.learnsOnlyOfRegistration(presence) {
            var row = before
            row.registered = true
            try writer.change(to: row, at: session.id)
            count(\.updated, range)
            return true
        }
        guard run.request.update else {
            let what =
                "this person's attendance at \(session.ref) already has a different value for \(different.joined(separator: ", "))"
            for place in range {
                let position = rows.rows[order[place]].position
                run.reject(position, column: different[0], what, advice: "To replace it, add --update.")
            }
            return false
        }
        try writer.change(to: before.updated(with: presence), at: session.id)
        try book?.settleClaim(id)
        count(\.updated, range)
        return true
    }

    private func takeHead(
        _ presence: Presence,
        _ rows: SessionRows,
        _ range: Range<Int>,
        _ stored: inout StoredAttendance,
        _ session: SessionFacts
    ) throws -> Bool {
        guard presence.minutes <= Self.mostMinutes else { return reject(tooLong: range, rows) }
        if stored.takeHead(presence) {
            count(\.unchanged, range)
            return true
        }
        try writer.addHead(AttendanceRow(presence), at: session.id)
        count(\.created, range)
        return true
    }

    private func reject(tooLong range: Range<Int>, _ rows: SessionRows) -> Bool {
        for place in range {
            let what = "this person's rows add up to more than \(Self.mostMinutes) minutes"
            run.reject(rows.rows[order[place]].position, column: "minutes", what)
        }
        return false
    }

    @inline(__always)
    private func count(_ what: WritableKeyPath<ImportCounts, Int>, _ range: Range<Int>) {
        run.counts[keyPath: what] += 1
        run.counts.merged += range.count - 1
    }
}

extension AttendanceRow {
    /// What is stored of a presence: who came without a word about it was an attendee.
    @inline(__always)
    fileprivate init(_ presence: Presence, of person: Int64 = 0) {
        self.init(
            person: person,
            role: AttendanceRole(rawValue: Int64(presence.role)) ?? .attendee,
            status: AttendanceStatus(rawValue: Int64(presence.status)) ?? .attended,
            minutes: presence.minutes < 0 ? nil : presence.minutes,
            organization: presence.organization == 0 ? nil : presence.organization,
            registered: Self.registered(presence, before: nil)
        )
    }

    /// Whether somebody had registered, as a presence says it; what was known before where it does not say.
    @inline(__always)
    private static func registered(_ presence: Presence, before: Bool?) -> Bool? {
        presence.registered == 0 ? before : presence.registered == Presence.hadRegistered
    }

    /// Whether a presence says nothing new but that somebody had registered, of whom that was not known: a list of those
    /// who registered, which comes after who attended.
    fileprivate func learnsOnlyOfRegistration(_ presence: Presence) -> Bool {
        guard registered == nil, presence.registered == Presence.hadRegistered else { return false }
        var plain = presence
        plain.registered = 0
        if plain.status == UInt8(AttendanceStatus.registered.rawValue) { plain.status = UInt8(status.rawValue) }
        return differences(from: plain).isEmpty
    }

    /// The fields that a presence gives another value for.
    fileprivate func differences(from presence: Presence) -> [String] {
        let other = updated(with: presence)
        var names: [String] = []
        if other.role != role { names.append("role") }
        if other.status != status { names.append("status") }
        if other.registered != registered { names.append("registered") }
        if other.minutes != minutes { names.append("minutes") }
        if other.organization != organization { names.append("organization") }
        return names
    }

    /// This row with what a presence gives.
    fileprivate func updated(with presence: Presence) -> AttendanceRow {
        AttendanceRow(
            person: person,
            role: AttendanceRole(rawValue: Int64(presence.role)) ?? role,
            status: AttendanceStatus(rawValue: Int64(presence.status)) ?? status,
            minutes: presence.minutes < 0 ? minutes : presence.minutes,
            organization: presence.organization == 0 ? organization : presence.organization,
            registered: Self.registered(presence, before: registered)
        )
    }
}

/// What was stored of one session before its rows came.
struct StoredAttendance {
    private var people: [Int64: AttendanceRow] = [:]
    private var heads: [AttendanceRow: Int] = [:]

    /// Whether nobody was stored.
    var isEmpty: Bool { people.isEmpty }

    init(_ session: SessionFacts, in store: Store) throws {
        guard session.hasAttendance else { return }
        let stored = try store.attendance(of: session.id)
        for row in stored.people { people[row.person] = row }
        for row in stored.heads { heads[row, default: 0] += 1 }
    }

    /// What is stored of a person.
    func person(_ id: Int64) -> AttendanceRow? { people[id] }

    /// Whether a nameless head of the same kind is stored that no other row was matched with.
    mutating func takeHead(_ presence: Presence) -> Bool {
        guard !heads.isEmpty else { return false }
        let row = AttendanceRow(presence)
        guard let left = heads[row], left > 0 else { return false }
        heads[row] = left - 1
        return true
    }
}
