import Records
import SQLite

/// Writes what the rows of one session come to: attendances in the order of their key, nameless heads, and whether the
/// session was held.
final class SessionWriter {
    private let run: FileImport
    private let book: PersonBook?
    private let importID: Int64
    private var order: [Int] = []
    private var members: [SessionRows.Row] = []
    private var pending: [Pending] = []

    private typealias Pending = (session: Int64, person: Int64, presence: Presence)

    /// The most minutes that an attendance may have.
    private static let mostMinutes = 14_400

    init(_ run: FileImport, book: PersonBook?) {
        self.run = run
        self.book = book
        importID = run.importID
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
        if someoneCame, session.status == "scheduled" { try run.store.holdIfCounted(session.id) }
    }

    /// Writes the attendances that wait to be written with others.
    ///
    /// Many rows go into one statement: that spares the better part of what a statement costs beside its rows.
    func flush() throws {
        var start = 0
        while pending.count - start >= Self.together {
            try write(pending[start..<start + Self.together], Self.insertOfMany)
            start += Self.together
        }
        while start < pending.count {
            try write(pending[start..<start + 1], Self.insertOfOne)
            start += 1
        }
        pending.removeAll(keepingCapacity: true)
    }

    /// How many rows one statement inserts.
    private static let together = 128
    private static let insertOfOne: SQL = """
        INSERT INTO attendance (session_id, person_id, role, status, minutes, organization_id, import_id)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """
    private static let insertOfMany: SQL =
        insertOfOne + repeatElement(", (?, ?, ?, ?, ?, ?, ?)" as SQL, count: together - 1).joined(separator: "")

    private func write(_ rows: ArraySlice<Pending>, _ sql: SQL) throws {
        try run.store.database.prepared(sql) { insert in
            try insert.run { binder in
                for row in rows {
                    binder.append(row.session)
                    binder.append(row.person)
                    binder.append(row.presence.storedRole)
                    binder.append(row.presence.storedStatus)
                    binder.append(row.presence.storedMinutes)
                    binder.append(row.presence.storedOrganization)
                    binder.append(importID)
                }
            }
        }
    }

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
        pending.append((session.id, id, presence))
        if pending.count == Self.together { try flush() }
        try book?.settleClaim(id)
        count(\.created, range)
        return true
    }

    private func compare(
        _ id: Int64,
        _ presence: Presence,
        _ before: StoredAttendance.Row,
        _ rows: SessionRows,
        _ range: Range<Int>,
        _ session: SessionFacts
    ) throws -> Bool {
        let different = before.differences(presence)
        if different.isEmpty {
            try book?.settleClaim(id)
            count(\.unchanged, range)
            return true
        }
        guard run.request.update else {
            let what =
                "this person's attendance at \(session.ref) is stored with another value for \(different.joined(separator: ", "))"
            for place in range {
                let position = rows.rows[order[place]].position
                run.reject(position, column: different[0], what, advice: "Change it on purpose with --update.")
            }
            return false
        }
        let after = before.updated(presence)
        try run.store.database.execute(
            """
            UPDATE attendance SET role = \(Int(after.role)), status = \(Int(after.status)),
                minutes = \(after.storedMinutes.sqlValue), organization_id = \(after.storedOrganization.sqlValue)
            WHERE session_id = \(session.id) AND person_id = \(id)
            """
        )
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
        try run.store.database.prepared(
            """
            INSERT INTO nameless_attendance (session_id, role, status, minutes, organization_id, import_id)
            VALUES (?, ?, ?, ?, ?, ?)
            """
        ) { insert in
            try insert.run(
                session.id,
                presence.storedRole,
                presence.storedStatus,
                presence.storedMinutes,
                presence.storedOrganization,
                importID
            )
        }
        count(\.created, range)
        return true
    }

    private func reject(tooLong range: Range<Int>, _ rows: SessionRows) -> Bool {
        for place in range {
            let what = "the minutes of this person's rows come to more than \(Self.mostMinutes)"
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

extension Presence {
    var storedRole: Int { role == 0 ? Int(AttendanceRole.attendee.rawValue) : Int(role) }
    var storedStatus: Int { status == 0 ? Int(AttendanceStatus.attended.rawValue) : Int(status) }
    var storedMinutes: Int? { minutes < 0 ? nil : minutes }
    var storedOrganization: Int64? { organization == 0 ? nil : organization }
}

/// What was stored of one session before its rows came.
struct StoredAttendance {
    /// An attendance as it is stored; -1 and 0 stand for what is not known.
    struct Row: Hashable {
        let role: UInt8
        let status: UInt8
        let minutes: Int
        let organization: Int64

        init(_ row: borrowing SQLite.Row, from first: Int) throws {
            role = UInt8(truncatingIfNeeded: try row[first] as Int)
            status = UInt8(truncatingIfNeeded: try row[first + 1] as Int)
            minutes = try row[first + 2] ?? -1
            organization = try row[first + 3] ?? 0
        }

        init(_ presence: Presence) {
            role = UInt8(presence.storedRole)
            status = UInt8(presence.storedStatus)
            minutes = presence.minutes
            organization = presence.organization
        }

        private init(role: UInt8, status: UInt8, minutes: Int, organization: Int64) {
            self.role = role
            self.status = status
            self.minutes = minutes
            self.organization = organization
        }

        var storedMinutes: Int? { minutes < 0 ? nil : minutes }
        var storedOrganization: Int64? { organization == 0 ? nil : organization }

        /// The fields that a presence gives another value for.
        func differences(_ presence: Presence) -> [String] {
            var names: [String] = []
            if presence.role != 0, presence.role != role { names.append("role") }
            if presence.status != 0, presence.status != status { names.append("status") }
            if presence.minutes >= 0, presence.minutes != minutes { names.append("minutes") }
            if presence.organization != 0, presence.organization != organization { names.append("organization") }
            return names
        }

        /// This row with what a presence gives.
        func updated(_ presence: Presence) -> Row {
            Row(
                role: presence.role == 0 ? role : presence.role,
                status: presence.status == 0 ? status : presence.status,
                minutes: presence.minutes < 0 ? minutes : presence.minutes,
                organization: presence.organization == 0 ? organization : presence.organization
            )
        }
    }

    private var people: [Int64: Row] = [:]
    private var heads: [Row: Int] = [:]

    /// Whether nobody was stored.
    var isEmpty: Bool { people.isEmpty }

    init(_ session: SessionFacts, in store: Store) throws {
        guard session.hasAttendance else { return }
        try store.database.forEach(
            """
            SELECT person_id, role, status, minutes, organization_id FROM attendance WHERE session_id = \(session.id)
            """
        ) { row in
            people[try row[0]] = try Row(row, from: 1)
        }
        try store.database.forEach(
            "SELECT role, status, minutes, organization_id FROM nameless_attendance WHERE session_id = \(session.id)"
        ) { row in
            heads[try Row(row, from: 0), default: 0] += 1
        }
    }

    /// What is stored of a person.
    func person(_ id: Int64) -> Row? { people[id] }

    /// Whether a nameless head of the same kind is stored that no other row was matched with.
    mutating func takeHead(_ presence: Presence) -> Bool {
        guard !heads.isEmpty else { return false }
        let row = Row(presence)
        guard let left = heads[row], left > 0 else { return false }
        heads[row] = left - 1
        return true
    }
}
