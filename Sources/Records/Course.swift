import SQLite

extension RecordType {
    /// A curriculum in an edition.
    static let course = RecordType(
        noun: .course,
        fields: [
            Field("ref", "Ref", .ref, in: .column("ref")),
            Field("title", "Title", .text, in: .column("title"), required: true),
            Field("edition", "Edition", .text, in: .column("edition")),
            Field("minutes", "Instructional minutes", .wholeNumber(1...14_400), of: "minutes", in: .column("minutes")),
            Field(
                "completion",
                "Percent of the minutes needed to complete it (default 80)",
                .wholeNumber(1...100),
                of: "percent",
                in: .column("completion")
            ),
            Field(
                "valid_months",
                "Months until a refresher is due (default 12)",
                .wholeNumber(1...1_200),
                of: "months",
                in: .column("valid_months")
            ),
            Field(
                "followup_days",
                "Days until the follow-up (default 30)",
                .wholeNumber(1...3_660),
                of: "days",
                in: .column("followup_days")
            ),
            Field(
                "topics",
                "Topics, in order",
                .texts,
                in: .rows(table: "course_topic", owner: "course_id", columns: ["title"])
            ),
        ],
        source: "course AS t",
        table: "course",
        order: "t.ref COLLATE NOCASE",
        ofCourse: { "t.id = \($0)" },
        matches: { store, draft in
            guard let title = draft.text("title") else { return [] }
            return try store.database.all(
                "SELECT id FROM course WHERE title = \(title.trimmed) AND edition IS \(draft.text("edition").sqlValue)"
            ) { try $0[0] }
        },
        refBase: { _, draft in [draft.text("title"), draft.text("edition")].compactMap { $0 }.joined(separator: " ") },
        complete: { _, draft in
            if let title = draft.text("title") { draft["title"] = .text(title.trimmed) }
        }
    )
}
