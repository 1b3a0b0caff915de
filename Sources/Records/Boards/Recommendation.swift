import Calendar
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
            Field("addressed_to", "Addressed to (a role)", .text, in: .column("addressed_to"), role: true),
            Field("due", "Answer due on", .day, in: .column("due_on")),
            Field(
                "answer",
                "Answer",
                .choice(RecommendationAnswer.words),
                in: .column("answer")
            ),
            Field("answered", "Answered on", .day, in: .column("answered_on")),
            Field("reason", "Reason", .text, in: .column("reason"), privacy: .freeText),
            Field("implemented", "Implemented on", .day, in: .column("implemented_on")),
            Field(
                "codes",
                "Codes",
                .listedCodes(codingLists),
                in: .rows(table: "recommendation_code", owner: "recommendation_id", columns: codeColumns)
            ),
        ],
        source: "recommendation AS t",
        table: "recommendation",
        order: "t.made_on, t.ref COLLATE NOCASE",
        day: "t.made_on",
        ofOrganization: { "(SELECT b.organization_id FROM board AS b WHERE b.id = t.board_id) = \($0)" },
        conditions: recommendationConditions,
        isMultiset: true,
        pastDays: ["made", "answered", "implemented"],
        dayRules: [
            DayRule("due", notBefore: "made", "it was made"),
            DayRule("answered", notBefore: "made", "it was made"),
            DayRule("implemented", notBefore: "made", "it was made"),
            DayRule("implemented", notBefore: "answered", "it was answered"),
        ],
        matches: { _, _ in [] },
        refBase: { store, draft in
            if let meeting = draft["meeting"]?.recordID, let ref = draft.text("meeting") {
                return try store.numberedRef(of: meeting, ref)
            }
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
            if draft["made"] == nil, draft["meeting"] == nil, !store.isImporting {
                draft["made"] = .text(store.today.description)
            }
            if draft["due"] == nil, draft["answer"] == nil, !store.isImporting,
                let made = draft.text("made").flatMap({ Day(iso: $0) })
            {
                draft["due"] = .text(made.adding(days: Store.daysToAnswerRecommendation).iso)
            }
        },
        verify: { store, id in try store.verifyRecommendation(id) }
    )
}

extension Store {
    /// A free ref for a further recommendation of a meeting: the meeting's, and a number.
    fileprivate func numberedRef(of meeting: Int64, _ ref: String) throws -> String {
        let sql: SQL = "SELECT count(*) FROM recommendation WHERE meeting_id = \(meeting)"
        var number = try (database.value(sql) ?? 0) + 1
        while try !isFree(.recommendation, "\(ref)-\(number)") { number += 1 }
        return "\(ref)-\(number)"
    }

    /// Holds a recommendation's meeting against its board and its day.
    func verifyRecommendation(_ id: Int64) throws {
        let early = try database.one(
            """
            SELECT t.made_on, m.ref, ifnull(m.held_on, m.planned_on) AS day FROM recommendation AS t
            JOIN meeting AS m ON m.id = t.meeting_id WHERE t.id = \(id) AND t.made_on < day
            """
        ) { row in (made: try row.text(0), meeting: try row.text(1), day: try row.text(2)) }
        if let early {
            throw RecordError.broken(
                field: "made",
                problem: "\(early.made.dayWords) is before its meeting \(early.meeting) on \(early.day.dayWords)"
            )
        }
        let strange = try database.value(
            """
            SELECT m.ref FROM recommendation AS t JOIN meeting AS m ON m.id = t.meeting_id
            WHERE t.id = \(id) AND m.board_id <> t.board_id
            """,
            as: String.self
        )
        if let strange {
            throw RecordError.broken(field: "meeting", problem: "\(strange) is another board's meeting")
        }
    }
}
