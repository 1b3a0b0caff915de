import Calendar
import SQLite

/// What records are called when they are spoken of: by title and day, not by ref.
extension Store {
    /// The record with what people call it.
    package func named(_ noun: Noun, _ found: Found) throws -> Found {
        Found(id: found.id, ref: found.ref, called: try called(noun, found.id))
    }

    /// What people call a record: "Foundations for Coastal Care Initiative, Nov 10, 2026", "Drop-in box".
    ///
    /// It holds titles, days and codes; never a person's name, nor what somebody said. Nil where the kind has no such
    /// name, or the record is gone.
    package func called(_ noun: Noun, _ id: Int64) throws -> String? {
        switch noun {
        case .organization, .course, .outlet, .board, .activity, .form: try title(noun, id)
        case .session: try sessionName(id)
        case .feedback:
            try name("SELECT o.title, t.received_on FROM feedback AS t JOIN outlet AS o ON o.id = t.outlet_id", id) {
                "feedback at \($0), \($1)"
            }
        case .meeting:
            try name(
                "SELECT b.title, ifnull(t.held_on, t.planned_on) FROM meeting AS t JOIN board AS b ON b.id = t.board_id",
                id
            ) { "\($0) meeting, \($1)" }
        case .recommendation:
            try name("SELECT b.title, t.made_on FROM recommendation AS t JOIN board AS b ON b.id = t.board_id", id) {
                "\($0) recommendation, \($1)"
            }
        case .assessment: try assessmentName(id)
        case .action:
            try database.value("SELECT assessment_id FROM action WHERE id = \(id)").flatMap { try assessmentName($0) }
                .map { "action from \($0)" }
        case .position:
            try name(
                """
                SELECT c.title, o.title FROM position AS t JOIN organization AS o ON o.id = t.organization_id
                JOIN code AS c ON c.list = t.capacity_list AND c.version = t.capacity_version AND c.code = t.capacity
                """,
                id
            ) { "\($0) position at \($1)" }
        case .boardSeats:
            try name("SELECT b.title, t.starts_on FROM board_seats AS t JOIN board AS b ON b.id = t.board_id", id) {
                "seats of \($0) from \($1)"
            }
        case .document:
            try name("SELECT t.title, t.reviewed_on FROM document AS t", id) { "\($0), reviewed \($1)" }
        case .question: try title(noun, id).map { "the question \"\($0)\"" }
        case .profile, .person, .attendance, .headcount, .tally, .criterion, .target, .evaluation, .commitment,
            .reflection:
            nil
        }
    }

    private func title(_ noun: Noun, _ id: Int64) throws -> String? {
        try database.value("SELECT title FROM \(identifier: noun.table) WHERE id = \(id)")
    }

    /// "Foundations for Coastal Care Initiative and Open Door, Nov 10, 2026".
    private func sessionName(_ id: Int64) throws -> String? {
        let session = try database.one(
            """
            SELECT coalesce(t.title, c.title), t.starts_on FROM session AS t LEFT JOIN course AS c ON c.id = t.course_id
            WHERE t.id = \(id)
            """
        ) { row in (title: try row[0] as String?, day: try row[1] as Day) }
        guard let session else { return nil }
        let trained: [String] = try database.all(
            """
            SELECT o.title FROM session_organization AS t JOIN organization AS o ON o.id = t.organization_id
            WHERE t.session_id = \(id) ORDER BY t.position
            """
        ) { try $0[0] }
        let audience = trained.isEmpty ? "" : " for \(trained.listed)"
        return "\(session.title ?? "Session")\(audience), \(session.day.words)"
    }

    private func assessmentName(_ id: Int64) throws -> String? {
        try name("SELECT t.tool, o.title FROM assessment AS t JOIN organization AS o ON o.id = t.organization_id", id) {
            "\(PracticeTool.named($0).title) at \($1)"
        }
    }

    /// The name that `words` makes of the two texts of a row, of which a day is written in words.
    private func name(_ select: SQL, _ id: Int64, _ words: (String, String) -> String) throws -> String? {
        try database.one("\(select) WHERE t.id = \(id)") { row in
            words(try row.text(0), try row.text(1).dayWords)
        }
    }
}

extension [String] {
    /// At most three names in a sentence: "A", "A and B", "A, B and 2 more".
    fileprivate var listed: String {
        switch count {
        case 0: ""
        case 1: self[0]
        case 2: "\(self[0]) and \(self[1])"
        case 3: "\(self[0]), \(self[1]) and \(self[2])"
        default: "\(self[0]), \(self[1]) and \(count - 2) more"
        }
    }
}
