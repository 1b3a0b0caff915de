import SQLite

@testable import Reports

extension Sample {
    /// Stores the rows.
    func store(_ raw: RawRecords) throws {
        for id in RawRecords.organizations { try organization(id, "o\(id)") }
        for id in RawRecords.people { try person(id) }
        for course in RawRecords.courses { try store(course) }
        for row in raw.sessions {
            try session(
                row.id,
                row.day,
                for: row.organizations,
                status: row.status,
                minutes: row.minutes,
                course: row.course,
                contactBased: row.contactBased,
                fund: row.fund
            )
            try facts(row)
        }
        for row in raw.heads {
            if let person = row.person {
                try came(
                    row.session,
                    person,
                    row.minutes,
                    of: row.organization,
                    role: row.role,
                    status: row.status
                )
                try registered(row, person)
            } else {
                try nameless(row.session, row.minutes, of: row.organization, role: row.role, status: row.status)
            }
        }
        for row in raw.headcounts {
            try counted(
                row.session,
                row.count,
                row.scope,
                of: row.organization,
                category: row.category,
                method: row.method
            )
        }
    }

    private func store(_ course: RawRecords.Course) throws {
        try database.execute(
            "INSERT INTO course (id, ref, title) VALUES (\(course.id), \("c\(course.id)"), \("Course \(course.id)"))"
        )
        for (place, topic) in course.topics.enumerated() {
            try database.execute("INSERT INTO course_topic VALUES (\(course.id), \(place), \(topic.title))")
        }
    }

    private func facts(_ session: RawRecords.Session) throws {
        for (place, title) in session.topics.enumerated() {
            try database.execute("INSERT INTO session_topic VALUES (\(session.id), \(place), \(title))")
        }
        // In a schema without gatherings one is a session that was put off.
        let isKnown = try has("kind", in: "session")
        if session.isGathering, !isKnown {
            try database.execute("UPDATE session SET status = 'postponed' WHERE id = \(session.id)")
        }
        try set(
            "session",
            session.id,
            [
                "kind": (session.isGathering ? "gathering" : "training").sqlValue,
                "parent_id": session.parent.sqlValue, "ends_on": session.ends.sqlValue,
                "topics_confirmed": session.isConfirmed.sqlValue,
            ]
        )
    }

    private func registered(_ head: RawRecords.Head, _ person: Int) throws {
        guard try has("registered", in: "attendance") else { return }
        try database.execute(
            """
            UPDATE attendance SET registered = \(head.isRegistered.sqlValue)
            WHERE session_id = \(head.session) AND person_id = \(person)
            """
        )
    }
}
