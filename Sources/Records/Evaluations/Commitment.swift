import SQLite

/// Whose a commitment or a reflection is: of the people themselves, or of their institution.
package enum CommitmentScope: String, CaseIterable, Sendable {
    case individual, institution

    static let words = allCases.map(\.rawValue)
}

extension RecordType {
    /// What people undertook at a session, and at a follow-up what became of it: counts, one row for each follow-up.
    static let commitment = RecordType(
        noun: .commitment,
        fields: [
            Field("session", "Session", .record(.session), in: .column("session_id"), required: true),
            Field("scope", "Scope", .choice(CommitmentScope.words), in: .column("scope")),
            Field("made", "Commitments made", .wholeNumber(0...1_000_000), of: "commitments", in: .column("made")),
            Field(
                "respondents",
                "People who made them",
                .wholeNumber(0...1_000_000),
                of: "people",
                in: .column("respondents")
            ),
            Field("followed_on", "Followed up on", .day, in: .column("followed_on")),
            Field("fully", "Done fully", .wholeNumber(0...1_000_000), of: "commitments", in: .column("fully")),
            Field("partly", "Done partly", .wholeNumber(0...1_000_000), of: "commitments", in: .column("partly")),
            Field("not_yet", "Not yet done", .wholeNumber(0...1_000_000), of: "commitments", in: .column("not_yet")),
        ],
        source: "commitment AS t",
        table: "commitment",
        order:
            "(SELECT r.ref FROM session AS r WHERE r.id = t.session_id) COLLATE NOCASE, t.scope, t.followed_on, t.id",
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
            guard let session = draft["session"]?.recordID else { return [] }
            return try store.database.all(
                """
                SELECT id FROM commitment WHERE session_id = \(session) AND scope IS \(draft.text("scope").sqlValue)
                AND ifnull(followed_on, '') = \(draft.text("followed_on") ?? "")
                """
            ) { try $0[0] }
        },
        canonical: { store, draft in try store.fillScope(&draft) },
        verify: { store, id in try store.verifyCommitment(id) }
    )

    /// What a group answered to a reflexive question at a session: codes and how many said it.
    static let reflection = RecordType(
        noun: .reflection,
        fields: [
            Field("session", "Session", .record(.session), in: .column("session_id"), required: true),
            Field("question", "Question", .text, in: .column("question"), required: true),
            Field("scope", "Scope", .choice(CommitmentScope.words), in: .column("scope")),
            Field(
                "codes",
                "Codes",
                .listedCodes(codingLists),
                in: .rows(table: "reflection_code", owner: "reflection_id", columns: codeColumns)
            ),
            Field("count", "How many said it", .wholeNumber(0...1_000_000), of: "people", in: .column("count")),
            Field("text", "What they wrote", .text, in: .column("text"), privacy: .freeText),
        ],
        source: "reflection AS t",
        table: "reflection",
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
        isMultiset: true,
        matches: { _, _ in [] },
        complete: { _, draft in
            if draft["count"] == nil { draft["count"] = .number(1) }
        }
    )
}
