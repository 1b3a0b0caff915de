import SQLite

extension Store {
    /// What is stored of who came to a session: those who are known, and heads without a name.
    package func attendance(of session: Int64) throws -> (people: [AttendanceRow], heads: [AttendanceRow]) {
        let people = try database.all(
            "SELECT role, status, minutes, organization_id, registered, person_id FROM attendance WHERE session_id = \(session)"
        ) { try AttendanceRow($0, person: try $0[5]) }
        let heads = try database.all(
            "SELECT role, status, minutes, organization_id, registered FROM nameless_attendance WHERE session_id = \(session)"
        ) { try AttendanceRow($0, person: 0) }
        return (people, heads)
    }
}

extension AttendanceRow {
    fileprivate init(_ row: borrowing Row, person: Int64) throws {
        self.init(
            person: person,
            role: AttendanceRole(rawValue: try row[0]) ?? .attendee,
            status: AttendanceStatus(rawValue: try row[1]) ?? .attended,
            minutes: try row[2],
            organization: try row[3],
            registered: try row[4]
        )
    }
}
