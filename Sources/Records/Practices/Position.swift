import Calendar
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
            Field(
                "capacity",
                "Capacity",
                .code("capacity"),
                in: .code(list: "capacity_list", version: "capacity_version", code: "capacity"),
                required: true
            ),
            Field("paid", "Paid", .yesNo, in: .column("paid")),
            Field(
                "fte",
                "Full-time equivalent",
                .hundredths(0...200),
                of: "full-time equivalents",
                in: .column("fte_hundredths")
            ),
            Field("authorized", "Authorized on", .day, in: .column("authorized_on")),
            Field("closed", "Closed on", .day, in: .column("closed_on")),
            Field("filled_from", "Filled from", .day, in: .fillingStart),
            Field("filled_to", "Filled to", .day, in: .fillingEnd),
        ],
        source: "position AS t",
        table: "position",
        order: "t.ref COLLATE NOCASE",
        ofOrganization: { "t.organization_id = \($0)" },
        conditions: positionConditions,
        isMultiset: true,
        pastDays: ["filled_from"],
        dayRules: [
            DayRule("filled_from", notBefore: "authorized", "it was authorized"),
            DayRule("closed", notBefore: "authorized", "it was authorized"),
            DayRule("filled_to", notBefore: "filled_from", "it was filled"),
        ],
        matches: { _, _ in [] },
        refBase: { _, draft in
            [draft.text("organization"), draft.text("capacity")].compactMap { $0 }.joined(separator: "-")
        },
        complete: { store, draft in
            store.giveToProgram(&draft)
            if draft["filled_to"] != nil, draft["filled_from"] == nil {
                throw RecordError.missing(.position, field: "filled_from")
            }
            if draft["authorized"] == nil, !store.isImporting {
                draft["authorized"] = draft["filled_from"] ?? .text(store.today.iso)
            }
        },
        verify: { store, id in try store.verifyPosition(id) }
    )

    /// The same, a row for each filling: what an export holds, so that all of it comes back.
    static let positionFillings: RecordType = {
        var type = position
        type.source = "position AS t LEFT JOIN position_filling AS f ON f.position_id = t.id"
        type.order = "t.ref COLLATE NOCASE, f.filled_from"
        type.fields = type.fields.map { field in
            switch field.name {
            case "filled_from": Field(field.name, field.label, field.shape, in: .special("f.filled_from"))
            case "filled_to": Field(field.name, field.label, field.shape, in: .special("f.filled_to"))
            default: field
            }
        }
        return type
    }()
}
