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
            Field("kind", "Kind", .choice(SessionType.words), in: .column("kind")),
            Field("starts", "Starts", .start, in: .start, required: true),
            Field("ends", "Last day, where it lasts several", .day, in: .column("ends_on")),
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
                "topics_confirmed",
                "Somebody said which topics were covered",
                .yesNo,
                in: .column("topics_confirmed")
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
            Field(
                "followup_asked",
                "People asked for a follow-up",
                .wholeNumber(Headcount.range),
                of: "people",
                in: .column("followup_asked")
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
        canonical: { _, draft in draft.confirmTopics() },
        complete: { store, draft in try store.completeSession(&draft) },
        amends: { store, id, draft, clearing in try store.keepUnconfirmed(id, &draft, &clearing) },
        verify: { store, id in try store.verifySession(id) }
    )
}

/// What a session is: a training, or a gathering that holds others as its parts. A gathering is not counted as a
/// training, and takes no attendance.
package enum SessionType: String, CaseIterable, Sendable {
    case training, gathering

    static let words = allCases.map(\.rawValue)
}

extension Draft {
    /// Whoever says which topics were covered confirms them, unless told otherwise.
    fileprivate mutating func confirmTopics() {
        guard let topics = text("topics"), !topics.isEmpty, self["topics_confirmed"] == nil else { return }
        self["topics_confirmed"] = .one("yes", .integer(1))
    }

    /// Topics that were taken over from the course, and that nobody confirmed.
    package mutating func assumeTopics(_ topics: FieldValue) {
        self["topics"] = topics
        self["topics_confirmed"] = .one("no", .integer(0))
    }
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

    /// Topics stay unconfirmed where it is cleared who said them: a blank beside topics would confirm them in a file.
    fileprivate func keepUnconfirmed(_ id: Int64, _ draft: inout Draft, _ clearing: inout [String]) throws {
        guard clearing.contains("topics_confirmed"), !clearing.contains("topics") else { return }
        let stored = try database.value(
            "SELECT EXISTS (SELECT 1 FROM session_topic WHERE session_id = \(id))",
            as: Bool.self
        )
        guard draft.text("topics").map({ !$0.isEmpty }) ?? stored ?? false else { return }
        clearing.removeAll { $0 == "topics_confirmed" }
        draft["topics_confirmed"] = .one("no", .integer(0))
    }

    /// What a new session has without being told: the program's zone, its course's minutes, an audience of staff, and a
    /// status from its day and count.
    fileprivate func completeSession(_ draft: inout Draft) throws {
        if draft["time_zone"] == nil { draft["time_zone"] = .text(program.timeZone.description) }
        if draft["audience"] == nil { draft["audience"] = .text("staff") }
        if draft["kind"] == nil { draft["kind"] = .text(SessionType.training.rawValue) }
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
                    t.replaced_by_id IS NOT NULL AND t.status <> 'postponed',
                    t.kind = 'gathering' AND (
                        EXISTS (SELECT 1 FROM headcount AS h WHERE h.session_id = t.id)
                        OR EXISTS (SELECT 1 FROM attendance AS a WHERE a.session_id = t.id AND a.role = 1)
                        OR EXISTS (SELECT 1 FROM nameless_attendance AS n WHERE n.session_id = t.id)
                    )
                FROM session AS t WHERE t.id = \(id)
                """
            ) { row in
                if try row[0] { return "access_met: give access_requested, too" }
                if try row[1] ?? false { return "a session can't be its own parent or replacement" }
                if try row[2] { return "replaced_by: only a postponed session can be replaced" }
                if try row[3] { return "kind: this session has attendance, and a gathering takes none" }
                return nil
            } ?? nil
        if let problem { throw RecordError.refused(problem, advice: nil) }
    }

    /// Marks a session as held because somebody came, where its day has come; says whether it did.
    ///
    /// - Throws: `notHeld` where it was cancelled or postponed, or nobody came; `refused` where its day has not come.
    @discardableResult
    package func holdIfCounted(_ session: Int64) throws -> Bool {
        let state = try database.one("SELECT ref, status, starts_on, kind FROM session WHERE id = \(session)") { row in
            (ref: try row.text(0), status: try row.text(1), day: try row.text(2), kind: try row.text(3))
        }
        guard let state else { return false }
        if state.kind == SessionType.gathering.rawValue { throw RecordError.gathering(session: state.ref) }
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

    /// Refuses a gathering, which takes no attendance.
    func requireAttendable(_ session: Int64) throws {
        let gathering = try database.value(
            "SELECT ref FROM session WHERE id = \(session) AND kind = 'gathering'",
            as: String.self
        )
        if let gathering { throw RecordError.gathering(session: gathering) }
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
    /// Attendance or a count of a gathering, whose parts have their own.
    static func gathering(session: String) -> RecordError {
        .refused(
            "session \"\(session)\" is a gathering, which takes no attendance",
            advice: Advice(
                "Record attendance at its parts, or change it",
                .perform(.edit(.session), ["ref": session, "kind": "training"])
            )
        )
    }

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
