import SQLite

/// How heads were counted; of two counts of the same the later of these holds.
package enum CountMethod: Int64, CaseIterable, Sendable {
    case estimated = 1, platform, counted

    static let words = ["estimated", "platform", "counted"]
}

/// Attendees as they were counted at a session.
package enum Headcount {
    /// What one count may be: a million people is beyond any training, and a slip of a finger beyond that.
    package static let range = 0...1_000_000
}

extension RecordType {
    /// Attendees counted at a session, without facilitators and observers.
    static let headcount = RecordType(
        noun: .headcount,
        fields: [
            Field("session", "Session", .record(.session), in: .column("session_id"), required: true),
            Field("organization", "Organization", .record(.organization), in: .column("organization_id")),
            Field("count", "Count", .wholeNumber(Headcount.range), of: "people", in: .column("count"), required: true),
            Field("scope", "Scope", .choice(["everyone", "unnamed", "registered"]), in: .column("scope")),
            Field("category", "Category", .text, in: .column("category")),
            Field("method", "Method", .choice(CountMethod.words), in: .coded("method", CountMethod.words)),
            Field(
                "counted_by",
                "Counted by (a role)",
                .text,
                in: .column("counted_by"),
                privacy: .freeText,
                role: true
            ),
        ],
        source: "headcount AS t",
        table: "headcount",
        order: """
            (SELECT r.ref FROM session AS r WHERE r.id = t.session_id) COLLATE NOCASE, t.scope, t.category, t.method DESC, t.id
            """,
        day: "(SELECT r.starts_on FROM session AS r WHERE r.id = t.session_id)",
        ofOrganization: { "t.organization_id = \($0)" },
        ofCourse: { "(SELECT r.course_id FROM session AS r WHERE r.id = t.session_id) = \($0)" },
        ofSession: { "t.session_id = \($0)" },
        matches: { store, draft in
            guard let session = draft["session"]?.recordID else { return [] }
            return try store.database.all(
                """
                SELECT id FROM headcount WHERE session_id = \(session)
                AND scope = \(draft.text("scope") ?? "everyone")
                AND organization_id IS \((draft["organization"]?.recordID).sqlValue)
                AND category = \(draft.text("category") ?? "")
                AND method = \(1 + (CountMethod.words.firstIndex(of: draft.text("method") ?? "counted") ?? 0))
                """
            ) { try $0[0] }
        },
        complete: { _, draft in
            if draft["scope"] == nil { draft["scope"] = .text("everyone") }
            if draft["method"] == nil { draft["method"] = .text("counted") }
        },
        verify: { store, id in
            let counted = try store.database.one(
                "SELECT session_id, scope = 'registered' FROM headcount WHERE id = \(id)"
            ) { row in (session: try row[0] as Int64, isOfRegistered: try row[1] as Bool) }
            guard let counted else { return }
            if counted.isOfRegistered {
                try store.requireAttendable(counted.session)
            } else {
                try store.holdIfCounted(counted.session)
            }
        }
    )

    /// A show of hands at a session, an answer of a poll.
    static let tally = RecordType(
        noun: .tally,
        fields: [
            Field("session", "Session", .record(.session), in: .column("session_id"), required: true),
            Field("question", "Question", .text, in: .column("question"), required: true),
            Field("option", "Option", .text, in: .column("option"), required: true),
            Field("count", "Count", .wholeNumber(Headcount.range), of: "people", in: .column("count"), required: true),
        ],
        source: "tally AS t",
        table: "tally",
        order: "(SELECT r.ref FROM session AS r WHERE r.id = t.session_id) COLLATE NOCASE, t.question, t.id",
        day: "(SELECT r.starts_on FROM session AS r WHERE r.id = t.session_id)",
        ofOrganization: {
            """
            EXISTS (SELECT 1 FROM session_organization AS o
            WHERE o.session_id = t.session_id AND o.organization_id = \($0))
            """
        },
        ofCourse: { "(SELECT r.course_id FROM session AS r WHERE r.id = t.session_id) = \($0)" },
        ofSession: { "t.session_id = \($0)" },
        matches: { store, draft in
            guard let session = draft["session"]?.recordID, let question = draft.text("question"),
                let option = draft.text("option")
            else { return [] }
            let same: SQL = """
                lower(trim(question)) = lower(\(question.trimmed)) AND lower(trim(option)) = lower(\(option.trimmed))
                """
            return try store.database.all(
                "SELECT id FROM tally WHERE session_id = \(session) AND \(same)"
            ) { try $0[0] }
        },
        canonical: { store, draft in try store.spellOption(&draft) },
        accepts: { store, _, draft in try store.requireOption(draft) }
    )
}

extension Store {
    /// Sets one headcount of a session, in place of the one of the same scope, organization, category and method.
    ///
    /// - Returns: the count that it replaces, and whether the session became held by it.
    package func setHeadcount(
        _ session: Int64,
        count: Int,
        scope: String = "everyone",
        organization: Found? = nil,
        category: String = "",
        method: String = "counted",
        countedBy: String? = nil
    ) throws -> (replaced: Int?, held: Bool) {
        let ref = try self.ref(.session, session)
        var draft = Draft(["session": .record(Found(id: session, ref: ref)), "count": .number(count)])
        draft["scope"] = .text(scope)
        draft["category"] = .text(category)
        draft["method"] = .text(method)
        draft["organization"] = organization.map { .record($0) }
        draft["counted_by"] = countedBy.map { .text($0) }
        let held = scope == "registered" ? false : try holdIfCounted(session)
        guard let id = try RecordType.headcount.matches(self, draft).first else {
            _ = try add(.headcount, draft)
            return (nil, held)
        }
        let before = try database.value("SELECT count FROM headcount WHERE id = \(id)", as: Int.self)
        try edit(.headcount, id, draft)
        return (before, held)
    }
}
