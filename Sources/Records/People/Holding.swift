import SQLite

/// What the record holds about somebody beside their own row.
package struct Held: Sendable {
    /// Other refs that lead to them, of people who were merged into them.
    package let otherRefs: [String]
    /// Every session that names them, the earliest first.
    package let attendance: [HeldAttendance]
    /// What is found by their name: facilitators, file names, texts.
    package let byName: ForgetPreview
}

/// Somebody at a session, and where that is known from.
package struct HeldAttendance: Sendable {
    /// The session's ref.
    package let session: String
    /// The civil day on which it begins, such as 2026-11-10.
    package let day: String
    /// `attendee`, `observer` or `facilitator`.
    package let role: String
    /// `registered` or `attended`.
    package let status: String
    /// How long they were there; nil where that is not recorded.
    package let minutes: Int?
    /// The name of the file that it was imported from.
    package let file: String?
}

extension Store {
    /// Everything that names a person: what they may ask to see.
    package func held(about person: Found) throws -> Held {
        let refs = try database.all("SELECT ref FROM person WHERE merged_into_id = \(person.id) ORDER BY ref") {
            try $0.text(0)
        }
        let attendance = try database.all(
            """
            SELECT s.ref, s.starts_on, r.role, r.status, r.minutes, i.file
            FROM attendance AS a JOIN session AS s ON s.id = a.session_id
            JOIN attendance_row AS r ON r.session_id = a.session_id AND r.person_id = a.person_id
            LEFT JOIN import AS i ON i.id = a.import_id
            WHERE a.person_id = \(person.id) ORDER BY s.starts_on, s.ref
            """
        ) { row in
            HeldAttendance(
                session: try row[0],
                day: try row[1],
                role: try row[2],
                status: try row[3],
                minutes: try row[4],
                file: try row[5]
            )
        }
        return Held(
            otherRefs: refs,
            attendance: attendance,
            byName: try preview(ForgetRequest(people: [person]))
        )
    }
}
