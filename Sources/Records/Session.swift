import Calendar
import SQLite

extension RecordType {
    /// One delivery of a course.
    static let session = RecordType(
        noun: .session,
        fields: [
            Field("ref", "Ref", .ref, in: .column("ref")),
            Field("course", "Course", .record(.course), in: .column("course_id")),
            Field("title", "Title", .text, in: .column("title")),
            Field(
                "organization",
                "Organizations trained",
                .records(.organization),
                in: .rows(table: "session_organization", owner: "session_id", columns: ["organization_id"])
            ),
            Field("site", "Site", .text, in: .column("site")),
            Field("provider", "Provider", .record(.organization), in: .column("provider_id")),
            Field("host", "Host", .record(.organization), in: .column("host_id")),
            Field("parent", "Parent event", .record(.session), in: .column("parent_id")),
            Field("starts", "Starts", .start, in: .start, required: true),
            Field("time_zone", "Time zone", .timeZone, in: .column("time_zone")),
            Field("minutes", "Instructional minutes", .wholeNumber(1...14_400), of: "minutes", in: .column("minutes")),
            Field("modality", "Modality", .choice(["online", "in_person", "hybrid"]), in: .column("modality")),
            Field("language", "Language", .text, in: .column("language")),
            Field("audience", "Audience", .choice(["staff", "community", "board", "mixed"]), in: .column("audience")),
            Field("fund", "Fund", .text, in: .column("fund")),
            Field("status", "Status", .choice(SessionStatus.words), in: .column("status")),
            Field("replaced_by", "Replaced by", .record(.session), in: .column("replaced_by_id")),
            Field(
                "facilitators",
                "Facilitators",
                .facilitators,
                in: .rows(table: "session_facilitator", owner: "session_id", columns: ["name", "role", "pronouns"]),
                privacy: .personal
            ),
            Field(
                "topics",
                "Topics covered",
                .texts,
                in: .rows(table: "session_topic", owner: "session_id", columns: ["title"])
            ),
            Field(
                "contact_based",
                "A speaker with lived or living experience took part",
                .yesNo,
                in: .column("contact_based")
            ),
            Field(
                "ingredients",
                "Ingredients of a contact-based training",
                .codes("ingredient"),
                in: .rows(table: "session_ingredient", owner: "session_id", columns: codeColumns)
            ),
            Field(
                "access_requested",
                "Access requests made",
                .wholeNumber(0...100_000),
                of: "requests",
                in: .column("access_requested")
            ),
            Field(
                "access_met",
                "Access requests met",
                .wholeNumber(0...100_000),
                of: "requests",
                in: .column("access_met")
            ),
            Field("form", "Evaluation form", .record(.form), in: .column("form_id")),
            Field("headcount", "Attendees counted", .wholeNumber(Headcount.range), of: "people", in: .headcount),
            Field(
                "agreements",
                "Group agreements",
                .texts,
                in: .rows(table: "session_agreement", owner: "session_id", columns: ["text"]),
                privacy: .freeText
            ),
        ],
        source: "session AS t",
        table: "session",
        order: "t.starts_on, ifnull(t.start_time, ''), t.ref COLLATE NOCASE",
        day: "t.starts_on",
        ofOrganization: {
            "EXISTS (SELECT 1 FROM session_organization AS o WHERE o.session_id = t.id AND o.organization_id = \($0))"
        },
        ofCourse: { "t.course_id = \($0)" },
        matches: { store, draft in try store.sessions(like: draft) },
        refBase: { store, draft in
            let organization = draft.text("organization")?.items.first
            let course = draft.text("course") ?? draft.text("title")
            return [draft.text("starts").map { String($0.prefix(10)) }, organization, course]
                .compactMap { $0 }.joined(separator: "-")
        },
        complete: { store, draft in try store.completeSession(&draft) },
        verify: { store, id in try store.verifySession(id) }
    )
}

/// Where a session stands. Only a held one feeds counts of people.
package enum SessionStatus: String, CaseIterable, Sendable {
    case scheduled, held, nobodyCame = "nobody_came", cancelled, postponed

    static let words = allCases.map(\.rawValue)
}

extension Store {
    /// Sessions of the draft's course, organizations and start: what a row without a ref is about.
    fileprivate func sessions(like draft: Draft) throws -> [Int64] {
        guard let start = draft["starts"]?.kept.first, start.count == 2 else { return [] }
        let course = draft["course"]?.recordID
        let organizations = draft["organization"]?.recordIDs.sorted() ?? []
        let candidates: [Int64] = try database.all(
            """
            SELECT id FROM session
            WHERE starts_on = \(start[0]) AND start_time IS \(start[1]) AND course_id IS \(course.sqlValue)
            """
        ) { try $0[0] }
        return try candidates.filter { try organizationsTrained($0).sorted() == organizations }
    }

    /// The row ids of the organizations that a session trains, in order.
    package func organizationsTrained(_ session: Int64) throws -> [Int64] {
        try database.all(
            "SELECT organization_id FROM session_organization WHERE session_id = \(session) ORDER BY position"
        ) { try $0[0] }
    }

    /// What a new session has without being told: the program's zone, its course's minutes, an audience of staff, and a
    /// status from its day and count.
    fileprivate func completeSession(_ draft: inout Draft) throws {
        if draft["time_zone"] == nil { draft["time_zone"] = .text(program.timeZone.description) }
        if draft["audience"] == nil { draft["audience"] = .text("staff") }
        if draft["minutes"] == nil, let course = draft["course"]?.recordID {
            let minutes = try database.value("SELECT minutes FROM course WHERE id = \(course)", as: Int?.self) ?? nil
            if let minutes { draft["minutes"] = .number(minutes) }
        }
        if draft["status"] == nil, let start = draft.text("starts") {
            let now = today.description
            let held = start.prefix(10) < now || (start.prefix(10) == now && draft["headcount"] != nil)
            draft["status"] = .text(held ? "held" : "scheduled")
        }
    }

    /// Checks what belongs together in a session.
    fileprivate func verifySession(_ id: Int64) throws {
        let problem: String? =
            try database.one(
                """
                SELECT t.access_requested IS NULL AND t.access_met IS NOT NULL,
                    t.parent_id = t.id OR t.replaced_by_id = t.id,
                    t.replaced_by_id IS NOT NULL AND t.status <> 'postponed'
                FROM session AS t WHERE t.id = \(id)
                """
            ) { row in
                if try row[0] { return "access_met: give access_requested, too" }
                if try row[1] ?? false { return "a session can't be its own parent or replacement" }
                if try row[2] { return "replaced_by: only a postponed session can be replaced" }
                return nil
            } ?? nil
        if let problem { throw RecordError.refused(problem, advice: nil) }
    }

    /// Marks a session as held because somebody came, where its day has come; says whether it did.
    ///
    /// - Throws: `notHeld` where it was cancelled or postponed, or nobody came; `refused` where its day has not come.
    @discardableResult
    package func holdIfCounted(_ session: Int64) throws -> Bool {
        let state = try database.one("SELECT ref, status, starts_on FROM session WHERE id = \(session)") { row in
            (ref: try row.text(0), status: try row.text(1), day: try row.text(2))
        }
        guard let state else { return false }
        switch SessionStatus(rawValue: state.status) {
        case .held:
            guard try hasCome(session) else { throw RecordError.notYet(session: state.ref, on: state.day) }
            return false
        case .scheduled:
            guard try hasCome(session) else { throw RecordError.notYet(session: state.ref, on: state.day) }
            try database.execute("UPDATE session SET status = 'held' WHERE id = \(session)")
            return true
        default: throw RecordError.notHeld(session: state.ref, status: state.status)
        }
    }

    /// Whether a session's day has come, here or where it is held.
    package func hasCome(_ session: Int64) throws -> Bool {
        let row = try database.one("SELECT starts_on, time_zone FROM session WHERE id = \(session)") { row in
            (day: try row.text(0), zone: try row.text(1))
        }
        guard let row, row.day > today.iso else { return true }
        return row.day <= (TimeZoneName(row.zone).map { clock.today(in: $0) } ?? today).iso
    }
}

extension RecordError {
    /// Attendance or a count of a session whose day has not come.
    package static func notYet(session: String, on day: String) -> RecordError {
        .refused(
            "session \"\(session)\" is on \(day.dayWords), in the future, so it can't have attendance yet",
            advice: Advice(
                "To record how many registered",
                .perform(.setHeadcount, ["session": session, "scope": "registered"], ask: ["count"])
            )
        )
    }
}
