import SQLite

/// An attendance as it is stored: who was there, as what, and for how long.
package struct AttendanceRow: Hashable, Sendable {
    /// The row id of the person; 0 for a head without a name.
    package var person: Int64
    /// What they were there.
    package var role: AttendanceRole
    /// Whether they came.
    package var status: AttendanceStatus
    /// How long they stayed; nil where nobody wrote it down.
    package var minutes: Int?
    /// The row id of the organization that they were there for; nil where none was named.
    package var organization: Int64?
    /// Whether they had registered, whether or not they came; nil where nobody knows.
    package var registered: Bool?

    /// Somebody who was there as an attendee, unless something else is said.
    package init(
        person: Int64 = 0,
        role: AttendanceRole = .attendee,
        status: AttendanceStatus = .attended,
        minutes: Int? = nil,
        organization: Int64? = nil,
        registered: Bool? = nil
    ) {
        self.person = person
        self.role = role
        self.status = status
        self.minutes = minutes
        self.organization = organization
        self.registered = registered
    }
}

/// Writes who came to sessions, many rows at a time; part of a `change`.
///
/// 128 rows go into one statement: that spares the better part of what a statement costs beside its rows. What was added
/// is in the record once `flush` has returned.
package final class AttendanceWriter {
    private let store: Store
    private let importID: Int64?
    private var pending: [(session: Int64, row: AttendanceRow)] = []

    /// How many rows one statement inserts.
    private static let together = 128
    private static let insertOfOne: SQL = """
        INSERT INTO attendance (session_id, person_id, role, status, minutes, organization_id, import_id)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """
    private static let insertOfMany: SQL =
        insertOfOne + repeatElement(", (?, ?, ?, ?, ?, ?, ?)" as SQL, count: together - 1).joined(separator: "")
    /// What a row needs of which it is known whether somebody had registered: few files say so.
    private static let insertOfRegistered: SQL = """
        INSERT INTO attendance (session_id, person_id, role, status, minutes, organization_id, registered, import_id)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        """

    /// A writer whose rows carry the id of this import, where there is one.
    package init(_ store: Store, importID: Int64? = nil) {
        self.store = store
        self.importID = importID
    }

    /// Adds people to a session that none of them is at yet. Rows that come in the order of their people are cheapest.
    package func add(_ rows: Span<AttendanceRow>, at session: Int64) throws {
        for index in rows.indices {
            if rows[index].registered != nil {
                try insertRegistered(rows[index], at: session)
                continue
            }
            pending.append((session, rows[index]))
            if pending.count == Self.together { try flush() }
        }
    }

    /// Writes the rows that wait to be written with others.
    package func flush() throws {
        var start = 0
        while pending.count - start >= Self.together {
            try insert(start..<start + Self.together, Self.insertOfMany)
            start += Self.together
        }
        while start < pending.count {
            try insert(start..<start + 1, Self.insertOfOne)
            start += 1
        }
        pending.removeAll(keepingCapacity: true)
    }

    private func insert(_ rows: Range<Int>, _ sql: SQL) throws {
        try store.database.prepared(sql) { insert in
            try insert.run { binder in
                for (session, row) in pending[rows] {
                    binder.append(session)
                    binder.append(row.person)
                    binder.append(row.role.rawValue)
                    binder.append(row.status.rawValue)
                    binder.append(row.minutes)
                    binder.append(row.organization)
                    binder.append(importID)
                }
            }
        }
    }

    private func insertRegistered(_ row: AttendanceRow, at session: Int64) throws {
        try store.database.prepared(Self.insertOfRegistered) { insert in
            try insert.run(
                session,
                row.person,
                row.role.rawValue,
                row.status.rawValue,
                row.minutes,
                row.organization,
                row.registered,
                importID
            )
        }
    }

    /// Gives the attendance that `row.person` has at a session the other values of `row`.
    package func change(to row: AttendanceRow, at session: Int64) throws {
        try store.database.execute(
            """
            UPDATE attendance SET role = \(row.role.rawValue), status = \(row.status.rawValue),
                minutes = \(row.minutes.sqlValue), organization_id = \(row.organization.sqlValue),
                registered = \(row.registered.sqlValue)
            WHERE session_id = \(session) AND person_id = \(row.person)
            """
        )
    }

    /// Adds a head without a name to a session.
    package func addHead(_ row: AttendanceRow, at session: Int64) throws {
        try store.database.prepared(
            """
            INSERT INTO nameless_attendance (session_id, role, status, minutes, organization_id, registered, import_id)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """
        ) { insert in
            try insert.run(
                session,
                row.role.rawValue,
                row.status.rawValue,
                row.minutes,
                row.organization,
                row.registered,
                importID
            )
        }
    }
}
