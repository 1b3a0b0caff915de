import SQLite

extension RecordType {
    /// A review of the words of a document: how many it has, and how many of them somebody confirmed. Never its text.
    static let document = RecordType(
        noun: .document,
        fields: [
            Field("title", "Title", .text, in: .column("title"), required: true),
            Field(
                "organization",
                "Organization",
                .record(.organization),
                in: .column("organization_id"),
                required: true
            ),
            Field("reviewed", "Reviewed on", .day, in: .column("reviewed_on"), required: true),
            Field("words", "Words", .wholeNumber(1...100_000_000), of: "words", in: .column("words"), required: true),
            Field(
                "flags",
                "Wordings confirmed as stigmatizing",
                .wholeNumber(0...100_000_000),
                of: "wordings",
                in: .column("flags"),
                required: true
            ),
        ],
        source: "document AS t",
        table: "document",
        order: "t.title COLLATE NOCASE, t.reviewed_on, t.id",
        day: "t.reviewed_on",
        ofOrganization: { "t.organization_id = \($0)" },
        pastDays: ["reviewed"],
        matches: { store, draft in
            guard let title = draft.text("title"), let day = draft.text("reviewed") else { return [] }
            let organization = draft["organization"]?.recordID ?? store.program.organization
            return try store.database.all(
                """
                SELECT id FROM document WHERE organization_id = \(organization)
                AND title = \(title.trimmed) COLLATE NOCASE AND reviewed_on = \(day)
                """
            ) { try $0[0] }
        },
        complete: { store, draft in
            store.giveToProgram(&draft)
            if let title = draft.text("title") { draft["title"] = .text(title.trimmed) }
        },
        verify: { store, id in
            let isTooMany = try store.database.value(
                "SELECT flags > words FROM document WHERE id = \(id)",
                as: Bool.self
            )
            guard isTooMany == true else { return }
            throw RecordError.invalid(field: "flags", problem: "there can't be more flags than words")
        }
    )
}
