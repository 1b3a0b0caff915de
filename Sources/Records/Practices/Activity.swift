import SQLite

extension RecordType {
    private static let kinds = [
        "campaign", "advocacy", "event", "publication", "conference", "technical_assistance",
    ]

    /// An awareness campaign, a policy or advocacy action, an event with partners, a publication, a conference, technical
    /// assistance.
    static let activity = RecordType(
        noun: .activity,
        fields: [
            Field("ref", "Ref", .ref, in: .column("ref")),
            Field("kind", "Kind", .choice(kinds), in: .column("kind"), required: true),
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
            Field(
                "reach",
                "People reached (estimated)",
                .wholeNumber(0...100_000_000),
                of: "people",
                in: .column("reach")
            ),
            Field(
                "hours",
                "Hours of technical assistance",
                .hundredths(0...10_000_000),
                of: "hours",
                in: .column("hours_hundredths")
            ),
        ],
        source: "activity AS t",
        table: "activity",
        order: "t.held_on, t.ref COLLATE NOCASE",
        day: "t.held_on",
        ofOrganization: { "t.organization_id = \($0)" },
        isMultiset: true,
        matches: { _, _ in [] },
        refBase: { _, draft in [draft.text("held"), draft.text("title")].compactMap { $0 }.joined(separator: "-") },
        complete: { store, draft in store.giveToProgram(&draft) },
        verify: { store, id in
            let isMisplaced = try store.database.value(
                """
                SELECT EXISTS (SELECT 1 FROM activity WHERE id = \(id) AND hours_hundredths IS NOT NULL
                    AND kind <> 'technical_assistance')
                """,
                as: Bool.self
            )
            guard isMisplaced == true else { return }
            throw RecordError.invalid(field: "hours", problem: "only technical assistance has hours")
        }
    )
}
