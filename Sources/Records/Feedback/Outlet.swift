import Calendar
import SQLite

extension RecordType {
    /// An outlet for feedback: who may use it, who answers, and by when.
    static let outlet = RecordType(
        noun: .outlet,
        fields: [
            Field("ref", "Ref", .ref, in: .column("ref")),
            Field(
                "organization",
                "Organization",
                .record(.organization),
                in: .column("organization_id"),
                required: true
            ),
            Field("title", "Title", .text, in: .column("title"), required: true),
            Field("channel", "Channel", .text, in: .column("channel")),
            Field("audience", "Who may use it", .text, in: .column("audience")),
            Field("anonymous", "Accepts anonymous feedback", .yesNo, in: .column("anonymous")),
            Field("owner", "Who answers (a role)", .text, in: .column("owner"), role: true),
            Field("opened", "Opened on", .day, in: .column("opened_on")),
            Field("reviewed", "Last reviewed on", .day, in: .column("reviewed_on")),
            Field("closed", "Closed on", .day, in: .column("closed_on")),
            Field(
                "acknowledge_days",
                "Days to acknowledge an item (default 5)",
                .wholeNumber(0...3_660),
                of: "days",
                in: .column("acknowledge_days")
            ),
            Field(
                "resolve_days",
                "Days to answer an item (default 30)",
                .wholeNumber(0...3_660),
                of: "days",
                in: .column("resolve_days")
            ),
            Field("working_days", "Count working days only", .yesNo, in: .column("working_days")),
        ],
        source: "outlet AS t",
        table: "outlet",
        order: "t.ref COLLATE NOCASE",
        ofOrganization: { "t.organization_id = \($0)" },
        conditions: outletConditions,
        pastDays: ["reviewed", "closed"],
        dayRules: [
            DayRule("reviewed", notBefore: "opened", "it was opened"),
            DayRule("closed", notBefore: "opened", "it was opened"),
        ],
        matches: { store, draft in
            guard let title = draft.text("title") else { return [] }
            let organization = draft["organization"]?.recordID ?? store.program.organization
            return try store.database.all(
                "SELECT id FROM outlet WHERE title = \(title.trimmed) AND organization_id = \(organization)"
            ) { try $0[0] }
        },
        refBase: { _, draft in draft.text("title") ?? "" },
        complete: { store, draft in
            store.giveToProgram(&draft)
            if draft["opened"] == nil, !store.isImporting { draft["opened"] = .text(store.today.description) }
        },
        verify: { store, id in try store.verifyOutlet(id) }
    )
}

extension Store {
    /// Gives a new record to the program's own organization where no other is named.
    func giveToProgram(_ draft: inout Draft) {
        if draft["organization"] == nil {
            draft["organization"] = .record(Found(id: program.organization, ref: program.ref))
        }
    }
}
