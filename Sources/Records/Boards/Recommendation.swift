import SQLite

extension RecordType {
    /// A recommendation of a board, and what became of it.
    static let recommendation = RecordType(
        noun: .recommendation,
        fields: [
            Field("ref", "Ref", .ref, in: .column("ref")),
            Field("board", "Board", .record(.board), in: .column("board_id"), required: true),
            Field("meeting", "Meeting", .record(.meeting), in: .column("meeting_id")),
            Field("made", "Made on", .day, in: .column("made_on"), required: true),
            Field("text", "Text", .text, in: .column("text"), required: true, privacy: .freeText),
            Field("addressed_to", "Addressed to (a role)", .text, in: .column("addressed_to")),
            Field("due", "Answer due on", .day, in: .column("due_on")),
            Field(
                "answer",
                "Answer",
                .choice(["accepted", "partly", "declined", "noted", "withdrawn"]),
                in: .column("answer")
            ),
            Field("answered", "Answered on", .day, in: .column("answered_on")),
            Field("reason", "Reason", .text, in: .column("reason"), privacy: .freeText),
            Field("implemented", "Implemented on", .day, in: .column("implemented_on")),
            Field(
                "codes",
                "Codes",
                .listedCodes(codingLists),
                in: .rows(table: "recommendation_code", owner: "recommendation_id", columns: ["list", "code"])
            ),
        ],
        source: "recommendation AS t",
        table: "recommendation",
        order: "t.made_on, t.ref COLLATE NOCASE",
        day: "t.made_on",
        ofOrganization: { "(SELECT b.organization_id FROM board AS b WHERE b.id = t.board_id) = \($0)" },
        matches: { _, _ in [] },
        refBase: { _, draft in
            if let meeting = draft.text("meeting") { return meeting + "-1" }
            return [draft.text("board"), draft.text("made")].compactMap { $0 }.joined(separator: "-")
        },
        complete: { store, draft in
            if draft["board"] == nil, let meeting = draft["meeting"]?.recordID {
                let board = try store.database.one(
                    "SELECT b.id, b.ref FROM meeting AS m JOIN board AS b ON b.id = m.board_id WHERE m.id = \(meeting)"
                ) { Found(id: try $0[0], ref: try $0[1]) }
                draft["board"] = board.map { .record($0) }
            }
            if draft["made"] == nil, let meeting = draft["meeting"]?.recordID {
                let day = try store.database.value(
                    "SELECT ifnull(held_on, planned_on) FROM meeting WHERE id = \(meeting)",
                    as: String.self
                )
                draft["made"] = day.map { .text($0) }
            }
        },
        verify: { store, id in try store.verifyRecommendation(id) }
    )
}

extension Store {
    /// Holds a recommendation's days against each other, and its answer against its reason.
    func verifyRecommendation(_ id: Int64) throws {
        let found = try database.one(
            "SELECT made_on, due_on, answer, answered_on, reason, implemented_on FROM recommendation WHERE id = \(id)"
        ) { row in
            (
                made: try row.text(0), due: try row[1] as String?, answer: try row[2] as String?,
                answered: try row[3] as String?, reason: try row[4] as String?, implemented: try row[5] as String?
            )
        }
        guard let found else { return }
        func refuse(_ words: String) -> RecordError { .refused(words, advice: nil) }
        for (name, day) in [("due", found.due), ("answered", found.answered), ("implemented", found.implemented)] {
            if let day, day < found.made { throw refuse("\(name): \(day) is before it was made, \(found.made)") }
        }
        if found.answered != nil, found.answer == nil { throw refuse("answer: it has a day but no answer") }
        if found.answer == "declined", (found.reason ?? "").trimmed.isEmpty {
            throw refuse("reason: a recommendation is declined with a reason")
        }
        if found.implemented != nil, found.answer != "accepted", found.answer != "partly" {
            throw refuse("implemented: it was not accepted, wholly or partly")
        }
    }
}
