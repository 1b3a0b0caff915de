import SQLite

/// The lists from which feedback, recommendations and criteria are coded.
let codingLists = ["form", "element", "intersects", "service", "level", "strategy"]

extension RecordType {
    /// One item of feedback: no giver and no contact, only whether they can be reached.
    static let feedback = RecordType(
        noun: .feedback,
        fields: [
            Field("ref", "Ref", .ref, in: .column("ref")),
            Field("outlet", "Outlet", .record(.outlet), in: .column("outlet_id"), required: true),
            Field("received", "Received on", .day, in: .column("received_on"), required: true),
            Field("kind", "Kind", .choice(FeedbackKind.words), in: .column("kind")),
            Field("summary", "Summary", .text, in: .column("summary"), privacy: .freeText),
            Field("reachable", "The giver can be reached", .yesNo, in: .column("reachable")),
            Field(
                "codes",
                "Codes",
                .listedCodes(codingLists),
                in: .rows(table: "feedback_code", owner: "feedback_id", columns: ["list", "code"])
            ),
            Field("acknowledged", "Acknowledged on", .day, in: .column("acknowledged_on")),
            Field("answered", "Answered on", .day, in: .column("answered_on")),
            Field("answer", "What we did", .text, in: .column("answer"), privacy: .freeText),
            Field(
                "told",
                "How people were told",
                .choice(Telling.allCases.map(\.rawValue)),
                in: .column("told")
            ),
            Field("led_to_change", "Led to a change", .yesNo, in: .column("led_to_change")),
            Field("excluded", "Why it is not counted", .text, in: .column("excluded")),
        ],
        source: "feedback AS t",
        table: "feedback",
        order: "t.received_on, t.ref COLLATE NOCASE",
        day: "t.received_on",
        ofOrganization: { "(SELECT o.organization_id FROM outlet AS o WHERE o.id = t.outlet_id) = \($0)" },
        conditions: feedbackConditions,
        isMultiset: true,
        pastDays: ["received", "acknowledged", "answered"],
        dayRules: [
            DayRule("acknowledged", notBefore: "received", "it was received"),
            DayRule("answered", notBefore: "received", "it was received"),
        ],
        matches: { _, _ in [] },
        refBase: { _, draft in [draft.text("outlet"), draft.text("received")].compactMap { $0 }.joined(separator: "-")
        },
        complete: { store, draft in
            if draft["received"] == nil, !store.isImporting { draft["received"] = .text(store.today.description) }
            let said = [draft.text("summary"), draft.text("kind"), draft.text("codes")].compactMap { $0?.trimmed }
            guard said.contains(where: { !$0.isEmpty }) else {
                throw RecordError.invalid(field: "summary", problem: "an item says something, or has a kind or a code")
            }
        },
        verify: { store, id in try store.verifyFeedback(id) }
    )
}

/// What kind of feedback an item is.
package enum FeedbackKind: String, CaseIterable, Sendable {
    case complaint, concern, suggestion, thanks, question

    static let words = allCases.map(\.rawValue)
}

extension Store {
    /// Whether rows of a file are being stored: then nothing is dated today that has no day.
    var isImporting: Bool { current?.importID != nil }

    /// Holds the day on which an item was received against its outlet's, and asks for the reason why it is not counted.
    func verifyFeedback(_ id: Int64) throws {
        let isBlank = try database.value(
            "SELECT trim(excluded) = '' FROM feedback WHERE id = \(id) AND excluded IS NOT NULL",
            as: Bool.self
        )
        if isBlank == true {
            throw RecordError.invalid(field: "excluded", problem: "it takes a reason, such as duplicate")
        }
        let item = try database.one(
            """
            SELECT t.received_on, o.closed_on, o.ref FROM feedback AS t JOIN outlet AS o ON o.id = t.outlet_id
            WHERE t.id = \(id) AND t.received_on > o.closed_on
            """
        ) { row in (received: try row.text(0), closed: try row.text(1), outlet: try row.text(2)) }
        guard let item else { return }
        throw RecordError.invalid(
            field: "received",
            problem: "\(item.received) is after \(item.outlet) was closed, \(item.closed)"
        )
    }
}
