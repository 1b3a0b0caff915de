package import Calendar
import SQLite

/// A session as a list and a sentence name it: what, for whom, when, how many came.
package struct Training: Sendable, Equatable {
    /// The session itself.
    package let found: Found
    /// Its own title, else its course's.
    package let title: String?
    /// The titles of the organizations trained, in order.
    package let organizations: [String]
    /// The civil day on which it begins.
    package let day: Day
    /// When it begins, such as 14:00.
    package let time: String?
    /// Where it stands today.
    package let status: SessionStatus
    /// How many attended, with and without a name; nil where nobody counted.
    package let attendance: Int?
}

/// What a list of sessions is narrowed by.
package struct TrainingFilter: Sendable, Equatable {
    /// The first day that is let through.
    package var from: Day?
    /// The last one.
    package var to: Day?
    /// The row id of an organization trained.
    package var organization: Int64?
    /// The row id of what was taught.
    package var course: Int64?
    /// Where sessions must stand.
    package var status: SessionStatus?

    package init() {}
}

/// A count of a session, as it was written down.
package struct TrainingCount: Sendable, Equatable {
    /// How many people.
    package let count: Int
    /// `everyone`, `unnamed` or `registered`.
    package let scope: String
    /// The title of the organization that it is about; nil where it is about all.
    package let organization: String?
    /// Who was counted, such as "first time"; empty where it is not split.
    package let category: String
    /// `counted`, `estimated` or `platform`.
    package let method: String
}

/// Somebody at a session.
package struct TrainingAttendee: Sendable, Equatable {
    /// A name, a pseudonym or a code; nil where names are not kept any more.
    package let name: String?
    /// The title of the organization that they came from.
    package let organization: String?
    /// `attendee`, `facilitator` or `observer`.
    package let role: String
    /// `attended` or `registered`.
    package let status: String
    /// How long they stayed; nil where nobody wrote it down.
    package let minutes: Int?
}

extension Store {
    /// The session of a row id.
    package func training(_ id: Int64) throws -> Training? {
        try trainings("s.id = \(id)", order: "s.id", limit: 1, offset: 0).first
    }

    /// The sessions that a filter lets through, the latest first, and how many there are in all.
    package func trainings(
        _ filter: TrainingFilter,
        limit: Int,
        offset: Int
    ) throws -> (trainings: [Training], count: Int) {
        let terms: [SQL] = [
            filter.from.map { "s.starts_on >= \($0.iso)" }, filter.to.map { "s.starts_on <= \($0.iso)" },
            filter.course.map { "s.course_id = \($0)" }, filter.status.map { "s.status = \($0.rawValue)" },
            filter.organization.map {
                "EXISTS (SELECT 1 FROM session_organization AS o WHERE o.session_id = s.id AND o.organization_id = \($0))"
            },
        ].compactMap { $0 }
        let condition = (["1" as SQL] + terms).joined(separator: " AND ")
        let count = try database.value("SELECT count(*) FROM session AS s WHERE \(condition)", as: Int.self)
        let order: SQL = "s.starts_on DESC, ifnull(s.start_time, '') DESC, s.ref"
        return (try trainings(condition, order: order, limit: limit, offset: offset), count ?? 0)
    }

    private func trainings(_ condition: SQL, order: SQL, limit: Int, offset: Int) throws -> [Training] {
        let rows = try database.all(
            """
            SELECT s.id, s.ref, coalesce(s.title, c.title), s.starts_on, s.start_time, s.status,
                CASE WHEN f.counted THEN f.attendances END
            FROM session AS s LEFT JOIN course AS c ON c.id = s.course_id JOIN session_fact AS f ON f.session_id = s.id
            WHERE \(condition) ORDER BY \(order) LIMIT \(limit) OFFSET \(offset)
            """
        ) { row in
            (
                found: Found(id: try row[0], ref: try row[1]), title: try row[2] as String?, day: try row[3] as Day,
                time: try row[4] as String?, status: try row.text(5), attendance: try row[6] as Int?
            )
        }
        return try rows.map { row in
            Training(
                found: row.found,
                title: row.title,
                organizations: try titlesTrained(row.found.id),
                day: row.day,
                time: row.time,
                status: SessionStatus(rawValue: row.status) ?? .scheduled,
                attendance: row.attendance
            )
        }
    }

    private func titlesTrained(_ session: Int64) throws -> [String] {
        try database.all(
            """
            SELECT o.title FROM session_organization AS t JOIN organization AS o ON o.id = t.organization_id
            WHERE t.session_id = \(session) ORDER BY t.position
            """
        ) { try $0[0] }
    }

    /// The counts that were written down for a session.
    package func counts(ofSession id: Int64) throws -> [TrainingCount] {
        try database.all(
            """
            SELECT h.count, h.scope, o.title, h.category,
                CASE h.method WHEN 3 THEN 'counted' WHEN 2 THEN 'platform' ELSE 'estimated' END
            FROM headcount AS h LEFT JOIN organization AS o ON o.id = h.organization_id
            WHERE h.session_id = \(id) ORDER BY h.scope, h.organization_id, h.category, h.method DESC
            """
        ) { row in
            TrainingCount(
                count: try row[0],
                scope: try row[1],
                organization: try row[2],
                category: try row[3],
                method: try row[4]
            )
        }
    }

    /// The people of a session who are on file, by name; facilitators and observers too.
    package func attendees(ofSession id: Int64) throws -> [TrainingAttendee] {
        try database.all(
            """
            SELECT p.name, coalesce(a.title, o.title), r.role, r.status, r.minutes
            FROM attendance_row AS r JOIN person AS p ON p.id = r.person_id
            LEFT JOIN organization AS o ON o.id = p.organization_id
            LEFT JOIN organization AS a ON a.id = r.organization_id
            WHERE r.session_id = \(id) ORDER BY r.role, ifnull(p.name, '') COLLATE NOCASE, p.ref
            """
        ) { row in
            TrainingAttendee(
                name: try row[0],
                organization: try row[1],
                role: try row[2],
                status: try row[3],
                minutes: try row[4]
            )
        }
    }

    /// How many attended a session without a name, one row each, such as from a report of which no names were kept.
    package func namelessAttendees(ofSession id: Int64) throws -> Int {
        try database.value("SELECT count(*) FROM nameless_head WHERE session_id = \(id)") ?? 0
    }

    /// How many evaluations of a session came back.
    package func evaluations(ofSession id: Int64) throws -> Int {
        try database.value("SELECT count(*) FROM evaluation WHERE session_id = \(id)") ?? 0
    }

    /// The refs and titles of all records of a kind that has titles, in order of title.
    package func titles(_ noun: Noun) throws -> [(ref: String, title: String)] {
        guard noun.type.hasRef, noun.type.field(named: "title") != nil else { return [] }
        return try database.all(
            "SELECT t.ref, t.title FROM \(identifier: noun.table) AS t WHERE t.title <> '' ORDER BY t.title COLLATE NOCASE"
        ) { (ref: try $0[0], title: try $0[1]) }
    }
}
