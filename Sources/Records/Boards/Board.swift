import SQLite

extension RecordType {
    /// A participant advisory board: seats as counts, never a holder. Its own row says what they were at first.
    static let board = RecordType(
        noun: .board,
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
        ] + datedSeats + [
            Field(
                "yardstick",
                "Target for the designated share (default: none)",
                .choice(BoardYardstick.words),
                in: .column("yardstick")
            ),
            Field("since", "Board since", .day, in: .column("since_on")),
        ],
        source: "board AS t",
        table: "board",
        order: "t.ref COLLATE NOCASE",
        ofOrganization: { "t.organization_id = \($0)" },
        matches: { store, draft in
            guard let title = draft.text("title") else { return [] }
            return try store.database.all("SELECT id FROM board WHERE title = \(title.trimmed)") { try $0[0] }
        },
        refBase: { _, draft in draft.text("title") ?? "" },
        complete: { store, draft in
            store.giveToProgram(&draft)
            if draft["title"] == nil, let ref = draft.text("ref") { draft["title"] = .text(ref) }
        },
        amends: { store, id, _, clearing in try store.requireNoLaterSeats(of: id, clearing) },
        begins: { store, id, draft in try store.beginSeats(of: id, &draft) },
        verify: { store, id in try store.verifyBoard(id) }
    )

    /// A meeting of a board: who was there and who was paid, by number.
    static let meeting = RecordType(
        noun: .meeting,
        fields: [
            Field("ref", "Ref", .ref, in: .column("ref")),
            Field("board", "Board", .record(.board), in: .column("board_id"), required: true),
            Field("planned", "Planned for", .day, in: .column("planned_on")),
            Field("held", "Held on", .day, in: .column("held_on")),
            Field(
                "filled_seats",
                "Voting seats filled at the meeting",
                .wholeNumber(0...1_000),
                of: "seats",
                in: .column("filled_seats")
            ),
            Field("present", "Members present", .wholeNumber(0...1_000), of: "people", in: .column("present")),
            Field("paid", "Members paid", .wholeNumber(0...1_000), of: "people", in: .column("paid")),
            Field(
                "declined_pay",
                "Members who declined pay",
                .wholeNumber(0...1_000),
                of: "people",
                in: .column("declined_pay")
            ),
            Field("quorate", "Quorate", .yesNo, in: .column("quorate")),
            Field(
                "levels",
                "Level of participation, by topic",
                .levels(ParticipationLevel.words),
                in: .rows(table: "meeting_level", owner: "meeting_id", columns: ["topic", "level"]),
                role: true
            ),
            Field("cancelled", "Cancelled", .yesNo, in: .column("cancelled")),
        ],
        source: "meeting AS t",
        table: "meeting",
        order: "ifnull(t.held_on, t.planned_on), t.ref COLLATE NOCASE",
        day: "ifnull(t.held_on, t.planned_on)",
        ofOrganization: { "(SELECT b.organization_id FROM board AS b WHERE b.id = t.board_id) = \($0)" },
        conditions: meetingConditions,
        pastDays: ["held"],
        matches: { store, draft in
            guard let board = draft["board"]?.recordID else { return [] }
            if let held = draft.text("held") {
                return try store.database.all(
                    "SELECT id FROM meeting WHERE board_id = \(board) AND held_on = \(held)"
                ) { try $0[0] }
            }
            return try store.database.all(
                "SELECT id FROM meeting WHERE board_id = \(board) AND planned_on = \(draft.text("planned").sqlValue)"
            ) { try $0[0] }
        },
        refBase: { _, draft in
            [draft.text("board"), draft.text("held") ?? draft.text("planned")].compactMap { $0 }.joined(separator: "-")
        },
        complete: { _, draft in
            guard draft["held"] != nil || draft["planned"] != nil else {
                throw RecordError.missing(.meeting, field: "held")
            }
        },
        accepts: { store, id, draft in try store.accept(meeting: id, draft) },
        verify: { store, id in try store.verifyMeeting(id) }
    )
}

/// How far the people of a board decide, by the IAP2 spectrum's five words.
package enum ParticipationLevel: String, CaseIterable, Sendable {
    case inform, consult, involve, collaborate, empower

    static let words = allCases.map(\.rawValue)
}
