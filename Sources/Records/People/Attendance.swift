import SQLite

/// What somebody was at a session; of two the stronger is the larger.
package enum AttendanceRole: Int64, Comparable, CaseIterable, Sendable {
    case attendee = 1, observer, facilitator

    /// Nil for any word but `attendee`, `observer` and `facilitator`, in lower case.
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

    /// Nil for any word but `registered` and `attended`, in lower case.
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
                in: .special("t.session_ref"),
                required: true
            ),
            Field(
                "person",
                "Person",
                .record(.person),
                in: .special("t.person_ref")
            ),
            Field(
                "name",
                "Name",
                .text,
                in: .special("t.name"),
                privacy: .personal
            ),
            Field(
                "email",
                "E-mail",
                .email,
                in: .special("t.email"),
                privacy: .personal
            ),
            Field(
                "organization",
                "Organization given in the row",
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
            Field("registered", "Had registered", .yesNo, in: .column("registered")),
            Field("minutes", "Minutes attended", .wholeNumber(0...14_400), of: "minutes", in: .column("minutes")),
        ],
        source: "attendance AS t",
        table: "attendance",
        order: "t.person_id IS NULL, t.person_id, t.nameless_id",
        matches: { _, _ in [] }
    )

    /// Who came to one session, named first: what a list of attendance reads, one session after the other.
    static func attendanceSource(of session: Found) -> SQL {
        """
        (SELECT \(session.ref) AS session_ref, a.person_id, NULL AS nameless_id, a.role, a.status, a.registered,
            a.minutes, a.organization_id, p.ref AS person_ref, p.name, p.email
            FROM attendance AS a JOIN person AS p ON p.id = a.person_id WHERE a.session_id = \(session.id)
        UNION ALL
        SELECT \(session.ref), NULL, id, role, status, registered, minutes, organization_id, NULL, NULL, NULL
            FROM nameless_attendance WHERE session_id = \(session.id)) AS t
        """
    }
}
