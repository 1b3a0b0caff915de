import Calendar
import SQLite

/// What attendance needs to know of a session.
package struct SessionFacts: Sendable {
    /// The row id that attendance rows carry.
    package let id: Int64
    /// Names it in a refusal.
    package let ref: String
    /// A word of `SessionStatus`; people can have attended a `held` or a `scheduled` one only.
    package let status: String
    /// `staff`, `community`, `board` or `mixed`; decides whether people keep their names where nobody says so.
    package let audience: String
    /// The day on which it begins, counted from 1970.
    package let day: Int
    /// Whether it is a gathering, which takes no attendance.
    package let isGathering: Bool
    /// The one organization trained; 0 where there are several or none.
    package let trained: Int64
    /// Whether people, by name or as heads, were known to have been there when this was read.
    package let hasAttendance: Bool

    /// Whether nobody can have attended it: it was cancelled or postponed, or nobody came.
    private var isClosed: Bool { status != "held" && status != "scheduled" }

    /// Why nobody can have attended it: it did not take place, or its day has not come; nil where somebody can.
    package func fault(_ store: Store) throws -> RecordError? {
        if isGathering { return RecordError.gathering(session: ref) }
        if isClosed { return RecordError.notHeld(session: ref, status: status) }
        guard day > store.today.epochDay, let on = Day(epochDay: day) else { return nil }
        return try store.hasCome(id) ? nil : RecordError.notYet(session: ref, on: on.iso)
    }

    private static let columns: SQL = """
        s.id, s.ref, s.status, s.audience, s.starts_on,
        (SELECT CASE WHEN count(*) = 1 THEN min(o.organization_id) ELSE 0 END FROM session_organization AS o
            WHERE o.session_id = s.id),
        EXISTS (SELECT 1 FROM attendance AS a WHERE a.session_id = s.id)
            OR EXISTS (SELECT 1 FROM nameless_attendance AS n WHERE n.session_id = s.id),
        s.kind = 'gathering'
        """

    private static let byRef: SQL =
        "SELECT \(columns) FROM session AS s WHERE s.ref = ? COLLATE NOCASE LIMIT 2"

    /// The session of a whole ref.
    ///
    /// - Throws: `RecordError` `notFound`, or `ambiguous` where two offices gave the same ref.
    package static func find(_ ref: UnsafeRawBufferPointer, in store: Store) throws -> SessionFacts {
        var found: [SessionFacts] = []
        try store.database.prepared(byRef) { query in
            try query.forEach(Bytes(ref)) { found.append(try SessionFacts($0)) }
        }
        let typed = Noun.session.repeated(String(decoding: ref.prefix(240), as: UTF8.self), from: .file)
        guard let first = found.first else { throw RecordError.notFound(.session, typed, nearest: []) }
        guard found.count == 1 else {
            throw RecordError.ambiguous(.session, typed, candidates: found.map(\.ref))
        }
        return first
    }

    /// The session of a row id.
    package static func find(_ id: Int64, in store: Store) throws -> SessionFacts {
        let facts = try store.database.one("SELECT \(columns) FROM session AS s WHERE s.id = \(id)") {
            try SessionFacts($0)
        }
        guard let facts else { throw RecordError.notFound(.session, String(id), nearest: []) }
        return facts
    }

    private init(_ row: borrowing Row) throws {
        id = try row[0]
        ref = try row[1]
        status = try row[2]
        audience = try row[3]
        day = Day(iso: try row.text(4))?.epochDay ?? 0
        trained = try row[5]
        hasAttendance = try row[6]
        isGathering = try row[7]
    }
}
