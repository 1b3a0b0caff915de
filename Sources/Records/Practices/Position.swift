import SQLite

extension RecordType {
    /// A position for people with lived or living experience; which of the two, and who holds it, is never recorded.
    static let position = RecordType(
        noun: .position,
        fields: [
            Field("ref", "Ref", .ref, in: .column("ref")),
            Field(
                "organization",
                "Organization",
                .record(.organization),
                in: .column("organization_id"),
                required: true
            ),
            Field("capacity", "Capacity", .text, in: .column("capacity"), required: true),
            Field("paid", "Paid", .yesNo, in: .column("paid")),
            Field("fte", "Full-time equivalent", .hundredths(0...200), in: .column("fte_hundredths")),
            Field("authorized", "Authorized on", .day, in: .column("authorized_on")),
            Field("closed", "Closed on", .day, in: .column("closed_on")),
            Field("filled_from", "Filled from", .day, in: .fillingStart),
            Field("filled_to", "Filled to", .day, in: .fillingEnd),
        ],
        source: "position AS t",
        table: "position",
        order: "t.ref COLLATE NOCASE",
        ofOrganization: { "t.organization_id = \($0)" },
        matches: { _, _ in [] },
        refBase: { _, draft in
            [draft.text("organization"), draft.text("capacity")].compactMap { $0 }.joined(separator: "-")
        },
        complete: { store, draft in
            store.giveToProgram(&draft)
            if draft["filled_to"] != nil, draft["filled_from"] == nil {
                throw RecordError.missing(.position, field: "filled_from")
            }
        }
    )

    /// An awareness campaign, a policy or advocacy action, an event with partners.
    static let activity = RecordType(
        noun: .activity,
        fields: [
            Field("ref", "Ref", .ref, in: .column("ref")),
            Field("kind", "Kind", .choice(["campaign", "advocacy", "event"]), in: .column("kind"), required: true),
            Field("title", "Title", .text, in: .column("title"), required: true),
            Field(
                "organization",
                "Organization",
                .record(.organization),
                in: .column("organization_id"),
                required: true
            ),
            Field(
                "partners",
                "Partners",
                .texts,
                in: .rows(table: "activity_partner", owner: "activity_id", columns: ["title"])
            ),
            Field("held", "Held on", .day, in: .column("held_on")),
            Field("reach", "People reached (estimated)", .wholeNumber(0...100_000_000), in: .column("reach")),
        ],
        source: "activity AS t",
        table: "activity",
        order: "t.held_on, t.ref COLLATE NOCASE",
        day: "t.held_on",
        ofOrganization: { "t.organization_id = \($0)" },
        matches: { store, draft in
            guard let title = draft.text("title"), let held = draft.text("held") else { return [] }
            return try store.database.all("SELECT id FROM activity WHERE title = \(title) AND held_on = \(held)") {
                try $0[0]
            }
        },
        refBase: { _, draft in [draft.text("held"), draft.text("title")].compactMap { $0 }.joined(separator: "-") },
        complete: { store, draft in store.giveToProgram(&draft) }
    )

    /// A value that an organization or a fund sets itself for a metric and a period.
    static let target = RecordType(
        noun: .target,
        fields: [
            Field("organization", "Organization", .record(.organization), in: .column("organization_id")),
            Field("fund", "Fund", .text, in: .column("fund")),
            Field("metric", "Metric", .text, in: .column("metric"), required: true),
            Field("period", "Period", .text, in: .column("period"), required: true),
            Field("value", "Value", .number, in: .column("value"), required: true),
        ],
        source: "target AS t",
        table: "target",
        order: "t.period, t.metric, t.fund, t.organization_id",
        ofOrganization: { "t.organization_id = \($0)" },
        matches: { store, draft in
            guard let metric = draft.text("metric"), let period = draft.text("period") else { return [] }
            return try store.database.all(
                """
                SELECT id FROM target WHERE organization_id IS \((draft["organization"]?.recordID).sqlValue)
                AND fund = \(draft.text("fund") ?? "") AND metric = \(metric) AND period = \(period)
                """
            ) { try $0[0] }
        }
    )
}
