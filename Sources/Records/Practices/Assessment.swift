import SQLite

extension RecordType {
    /// An assessment of an organization's practices with a tool in a version.
    static let assessment = RecordType(
        noun: .assessment,
        fields: [
            Field("ref", "Ref", .ref, in: .column("ref")),
            Field(
                "organization",
                "Organization",
                .record(.organization),
                in: .column("organization_id"),
                required: true
            ),
            Field("tool", "Tool", .text, in: .column("tool"), required: true),
            Field("version", "Version of the tool", .text, in: .column("version")),
            Field("due", "Due on", .day, in: .column("due_on")),
            Field("completed", "Completed on", .day, in: .column("completed_on")),
        ],
        source: "assessment AS t",
        table: "assessment",
        order: "ifnull(t.completed_on, t.due_on), t.ref COLLATE NOCASE",
        day: "ifnull(t.completed_on, t.due_on)",
        ofOrganization: { "t.organization_id = \($0)" },
        conditions: assessmentConditions,
        isMultiset: true,
        pastDays: ["completed"],
        matches: { _, _ in [] },
        refBase: { _, draft in
            [draft.text("organization"), draft.text("tool"), draft.text("completed") ?? draft.text("due")]
                .compactMap { $0 }.joined(separator: "-")
        },
        canonical: { _, draft in
            guard let typed = draft.text("tool"), !typed.trimmed.isEmpty else { return }
            draft["tool"] = .text(PracticeTool.named(typed).ref)
        },
        complete: { store, draft in
            store.giveToProgram(&draft)
            if draft["version"] == nil {
                draft["version"] = .text(PracticeTool.named(draft.text("tool") ?? "").version)
            }
        }
    )

    /// A criterion of an assessment, and whether it is met.
    static let criterion = RecordType(
        noun: .criterion,
        fields: [
            Field("assessment", "Assessment", .record(.assessment), in: .column("assessment_id"), required: true),
            Field("domain", "Domain", .text, in: .column("domain")),
            Field("criterion", "Criterion", .text, in: .column("criterion"), required: true),
            Field("score", "Score", .choice(CriterionScore.words), in: .column("score")),
            Field(
                "codes",
                "Codes",
                .listedCodes(codingLists),
                in: .rows(table: "criterion_code", owner: "criterion_id", columns: codeColumns)
            ),
        ],
        source: "criterion AS t",
        table: "criterion",
        order: "(SELECT r.ref FROM assessment AS r WHERE r.id = t.assessment_id) COLLATE NOCASE, t.domain, t.id",
        day: "(SELECT ifnull(r.completed_on, r.due_on) FROM assessment AS r WHERE r.id = t.assessment_id)",
        ofOrganization: { "(SELECT r.organization_id FROM assessment AS r WHERE r.id = t.assessment_id) = \($0)" },
        matches: { store, draft in
            guard let assessment = draft["assessment"]?.recordID, let text = draft.text("criterion") else { return [] }
            return try store.database.all(
                """
                SELECT id FROM criterion WHERE assessment_id = \(assessment)
                AND domain = \(draft.text("domain") ?? "") AND criterion = \(text)
                """
            ) { try $0[0] }
        },
        accepts: { store, id, draft in try store.accept(criterion: id, draft) }
    )

    /// The same in the order of the tool, which a list by domains has not.
    static let criteriaOfTools: RecordType = {
        var type = criterion
        type.order = "(SELECT r.ref FROM assessment AS r WHERE r.id = t.assessment_id) COLLATE NOCASE, t.id"
        return type
    }()

    /// A step towards a better practice: an owner by role, and a day.
    static let action = RecordType(
        noun: .action,
        fields: [
            Field("ref", "Ref", .ref, in: .column("ref")),
            Field("assessment", "Assessment", .record(.assessment), in: .column("assessment_id"), required: true),
            Field("text", "Text", .text, in: .column("text"), required: true, privacy: .freeText),
            Field("owner", "Owner (a role)", .text, in: .column("owner"), role: true),
            Field("due", "Due on", .day, in: .column("due_on")),
            Field("done", "Done on", .day, in: .column("done_on")),
        ],
        source: "action AS t",
        table: "action",
        order: "t.due_on, t.ref COLLATE NOCASE",
        day: "t.due_on",
        ofOrganization: { "(SELECT r.organization_id FROM assessment AS r WHERE r.id = t.assessment_id) = \($0)" },
        conditions: actionConditions,
        isMultiset: true,
        pastDays: ["done"],
        matches: { _, _ in [] },
        refBase: { _, draft in (draft.text("assessment") ?? "") + "-action" }
    )
}
