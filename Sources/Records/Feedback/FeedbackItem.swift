import Calendar
import SQLite

/// The lists from which feedback, recommendations and criteria are coded.
/// The columns of a table that keeps the codes of a record: each code stands with its list's version.
let codeColumns: [Identifier] = ["list", "version", "code"]

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
            Field("reachable", "Person can be reached", .yesNo, in: .column("reachable")),
            Field(
                "codes",
                "Codes",
                .listedCodes(codingLists),
                in: .rows(table: "feedback_code", owner: "feedback_id", columns: codeColumns)
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
            Field("told_on", "Told on", .day, in: .column("told_on")),
            Field("led_to_change", "Led to a change", .yesNo, in: .column("led_to_change")),
            Field("changed_on", "Changed on", .day, in: .column("changed_on")),
            Field(
                "excluded",
                "Why it is not counted",
                .text,
                in: .column("excluded"),
                privacy: .freeText,
                tellsWhether: true
            ),
            Field(
                "public_wording",
                "Public wording",
                .text,
                in: .column("public_wording"),
                privacy: .freeText
            ),
            Field("public_answer", "Public answer", .text, in: .column("public_answer"), privacy: .freeText),
            Field("may_post", "Person allows posting", .yesNo, in: .column("may_post")),
            Field(
                "acknowledge_days",
                "Target days, acknowledge",
                .wholeNumber(0...3_660),
                of: "days",
                in: .column("acknowledge_days")
            ),
            Field(
                "resolve_days",
                "Target days, answer",
                .wholeNumber(0...3_660),
                of: "days",
                in: .column("resolve_days")
            ),
            Field(
                "working_days",
                "In working days",
                .yesNo,
                in: .column("working_days")
            ),
        ],
        source: "feedback AS t",
        table: "feedback",
        order: "t.received_on, t.ref COLLATE NOCASE",
        day: "t.received_on",
        ofOrganization: { "(SELECT o.organization_id FROM outlet AS o WHERE o.id = t.outlet_id) = \($0)" },
        conditions: feedbackConditions,
        isMultiset: true,
        pastDays: ["received", "acknowledged", "answered", "told_on", "changed_on"],
        dayRules: [
            DayRule("acknowledged", notBefore: "received", "it was received"),
            DayRule("answered", notBefore: "received", "it was received"),
            DayRule("told_on", notBefore: "answered", "it was answered"),
            DayRule("changed_on", notBefore: "received", "it was received"),
        ],
        matches: { _, _ in [] },
        refBase: { _, draft in [draft.text("outlet"), draft.text("received")].compactMap { $0 }.joined(separator: "-")
        },
        canonical: { _, draft in try Store.trimPublicWords(&draft) },
        complete: { store, draft in
            var nothing: [String] = []
            try store.amendFeedback(nil, &draft, &nothing)
            try store.dateFeedback(nil, &draft, &nothing)
            if draft["received"] == nil, !store.isImporting { draft["received"] = .text(store.today.description) }
            let said = [draft.text("summary"), draft.text("kind"), draft.text("codes")].compactMap { $0?.trimmed }
            guard said.contains(where: { !$0.isEmpty }) else {
                throw RecordError.invalid(field: "summary", problem: "give a summary, a kind or a code")
            }
        },
        amends: { store, id, draft, clearing in
            try store.amendFeedback(id, &draft, &clearing)
            try store.dateFeedback(id, &draft, &clearing)
        },
        accepts: { store, _, draft in try store.requirePublishable(draft) },
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

    /// Holds an item against its outlet's days, and what was done about it against itself.
    func verifyFeedback(_ id: Int64) throws {
        guard let item = try item(id) else { return }
        if let reason = item.excluded, reason.trimmed.isEmpty {
            throw RecordError.invalid(field: "excluded", problem: "give a reason, such as duplicate")
        }
        if let closed = item.closed, item.received > closed {
            throw RecordError.broken(
                field: "received",
                problem: "\(item.received.dayWords) is after \(item.outlet) closed (\(closed.dayWords))"
            )
        }
        if let opened = item.opened, item.received < opened {
            throw RecordError.broken(
                field: "received",
                problem: "\(item.received.dayWords) is before \(item.outlet) opened (\(opened.dayWords))",
                advice: Advice(
                    "If it was already open",
                    .perform(.edit(.outlet), ["ref": item.outlet, "opened": "\(item.received)"])
                )
            )
        }
        try verifyAnswer(item)
        if !isImporting { try verifyByHand(item) }
    }

    /// Words of an answer without its day would count as none, and what is put up for everybody leads to nobody.
    private func verifyAnswer(_ item: StoredItem) throws {
        if !item.answer.isEmpty, item.answered == nil {
            throw RecordError.broken(field: "answered", problem: "it has an answer but no date")
        }
        guard let told = item.told.flatMap({ Telling(rawValue: $0) }), told.isPublic, !item.isPublished,
            Reachable.isIn(item.summary)
        else { return }
        throw RecordError.broken(
            field: "told",
            problem: "the summary has an address or phone number, and everyone could read it",
            advice: Advice("Take it out first", .perform(.edit(.feedback), ["ref": item.ref], ask: ["summary"]))
        )
    }

    /// What somebody at the keyboard can set right at once. A register that knows days only comes in as it is, and
    /// `check` names what it lacks.
    private func verifyByHand(_ item: StoredItem) throws {
        if item.answered != nil, item.answer.isEmpty {
            throw RecordError.broken(field: "answer", problem: "it has an answer date but no answer")
        }
        if item.acknowledged != nil, !item.isReachable {
            throw RecordError.broken(
                field: "acknowledged",
                problem: "the person can't be reached, so you can't acknowledge it"
            )
        }
    }

    /// An item as it is stored, beside its outlet's days.
    private struct StoredItem {
        let ref: String
        let received: String
        let summary: String
        let isReachable: Bool
        let acknowledged: String?
        let answered: String?
        let answer: String
        let told: String?
        let excluded: String?
        /// Whether everybody reads words of its own, and not those of the item.
        let isPublished: Bool
        let outlet: String
        let opened: String?
        let closed: String?
    }

    private func item(_ id: Int64) throws -> StoredItem? {
        try database.one(
            """
            SELECT t.ref, t.received_on, ifnull(t.summary, ''), t.reachable, t.acknowledged_on, t.answered_on,
                trim(ifnull(t.answer, '')), t.told, t.excluded, t.public_wording IS NOT NULL,
                o.ref, o.opened_on, o.closed_on
            FROM feedback AS t JOIN outlet AS o ON o.id = t.outlet_id WHERE t.id = \(id)
            """
        ) { row in
            StoredItem(
                ref: try row[0],
                received: try row[1],
                summary: try row[2],
                isReachable: try row[3],
                acknowledged: try row[4],
                answered: try row[5],
                answer: try row[6],
                told: try row[7],
                excluded: try row[8],
                isPublished: try row[9],
                outlet: try row[10],
                opened: try row[11],
                closed: try row[12]
            )
        }
    }
}
