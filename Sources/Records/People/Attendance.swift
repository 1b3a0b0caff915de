import SQLite

/// What somebody was at a session; of two the stronger is the larger.
package enum AttendanceRole: Int64, Comparable, CaseIterable, Sendable {
    case attendee = 1, observer, facilitator

    /// The role of this word.
    package init?(word: String) {
        switch word {
        case "attendee": self = .attendee
        case "observer": self = .observer
        case "facilitator": self = .facilitator
        default: return nil
        }
    }

    package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

/// Whether somebody came or only meant to; of two the stronger is the larger.
package enum AttendanceStatus: Int64, Comparable, CaseIterable, Sendable {
    case registered = 1, attended

    /// The status of this word.
    package init?(word: String) {
        switch word {
        case "registered": self = .registered
        case "attended": self = .attended
        default: return nil
        }
    }

    package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

extension RecordType {
    /// Who came to a session, with and without names; read here, stored by the intake of attendance.
    static let attendance = RecordType(
        noun: .attendance,
        fields: [
            Field(
                "session",
                "Session",
                .record(.session),
                in: .special("(SELECT r.ref FROM session AS r WHERE r.id = t.session_id)"),
                required: true
            ),
            Field(
                "person",
                "Person",
                .record(.person),
                in: .special("(SELECT r.ref FROM person AS r WHERE r.id = t.person_id)")
            ),
            Field(
                "name",
                "Name",
                .text,
                in: .special("(SELECT r.name FROM person AS r WHERE r.id = t.person_id)"),
                privacy: .personal
            ),
            Field(
                "email",
                "E-mail",
                .email,
                in: .special("(SELECT r.email FROM person AS r WHERE r.id = t.person_id)"),
                privacy: .personal
            ),
            Field(
                "organization",
                "Organization that the row names",
                .record(.organization),
                in: .column("organization_id")
            ),
            Field(
                "role",
                "Role",
                .choice(["attendee", "observer", "facilitator"]),
                in: .coded("role", ["attendee", "observer", "facilitator"])
            ),
            Field(
                "status",
                "Status",
                .choice(["attended", "registered"]),
                in: .coded("status", ["registered", "attended"])
            ),
            Field("minutes", "Minutes attended", .wholeNumber(0...14_400), in: .column("minutes")),
        ],
        source: "attendance AS t",
        table: "attendance",
        order: "t.person_id IS NULL, t.person_id, t.nameless_id",
        day: "(SELECT r.starts_on FROM session AS r WHERE r.id = t.session_id)",
        ofOrganization: {
            """
            EXISTS (SELECT 1 FROM session_organization AS o
            WHERE o.session_id = t.session_id AND o.organization_id = \($0))
            """
        },
        ofCourse: { "(SELECT r.course_id FROM session AS r WHERE r.id = t.session_id) = \($0)" },
        ofSession: { "t.session_id = \($0)" },
        matches: { _, _ in [] }
    )

    /// Who came to one session, named first: what a list of attendance reads, one session after the other.
    static func attendanceSource(of session: Int64) -> SQL {
        """
        (SELECT session_id, person_id, NULL AS nameless_id, role, status, minutes, organization_id
            FROM attendance WHERE session_id = \(session)
        UNION ALL
        SELECT session_id, NULL, id, role, status, minutes, organization_id
            FROM nameless_attendance WHERE session_id = \(session)) AS t
        """
    }
}
