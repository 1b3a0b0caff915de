package import Calendar
import SQLite

/// How people learned what was done.
package enum Telling: String, CaseIterable, Sendable {
    case poster, meeting, post, person, other

    /// Whether everybody could read or hear it.
    package var isPublic: Bool { self == .poster || self == .meeting || self == .post }
}

extension Store {
    /// Takes an item of feedback down. Part of a `change`.
    ///
    /// - Parameters:
    ///   - received: the day on which it came; today unless said.
    ///   - reachable: whether the giver can be told; who they are is never recorded.
    ///   - mayPost: whether the giver agrees that it is posted; nil where nobody asked.
    ///   - codes: as `value(_:_:_:)` reads them for the field `codes`.
    /// - Throws: `RecordError.refused` for a day to come, and one before the outlet opened or after it was closed,
    ///   naming both days.
    package func hear(
        _ outlet: Found,
        _ text: String,
        kind: FeedbackKind? = nil,
        received: Day? = nil,
        reachable: Bool = false,
        mayPost: Bool? = nil,
        codes: FieldValue? = nil
    ) throws -> Found {
        let day = received ?? today
        guard !text.trimmed.isEmpty else { throw RecordError.missing(.feedback, field: "summary") }
        var draft = Draft(["outlet": .record(outlet), "summary": .text(text.trimmed), "received": .text(day.iso)])
        draft["kind"] = kind.map { .text($0.rawValue) }
        draft["reachable"] = .yesNo(reachable)
        draft["may_post"] = mayPost.map { .yesNo($0) }
        draft["codes"] = codes
        return try add(.feedback, draft)
    }

    /// Writes down what was done about an item and, where said, how people were told. Part of a `change`.
    ///
    /// An answer to the person acknowledges the item too, where nobody had. With a public wording the item stands on
    /// pages that leave the team, beside a copy of the answer.
    /// - Throws: `RecordError.refused` where it was answered before or is not counted, for a day to come or before it
    ///   was received, and for telling a person who can't be reached.
    package func answer(
        feedback item: Found,
        _ words: String,
        told: Telling? = nil,
        changed: Bool? = nil,
        as wording: PublicWording? = nil,
        on day: Day? = nil
    ) throws {
        let day = day ?? today
        guard !words.trimmed.isEmpty else { throw RecordError.missing(.feedback, field: "answer") }
        let known = try counted(item)
        if let before = known.answered {
            throw RecordError.refused(
                "\(item.ref) was already answered on \(before.dayWords)",
                advice: Advice(
                    "To record that people were told",
                    .perform(.tellFeedback, ["item": item.ref, "how": "poster"])
                )
            )
        }
        var draft = Draft(["answer": .text(words.trimmed), "answered": .text(day.iso)])
        draft["told"] = told.map { .text($0.rawValue) }
        draft["led_to_change"] = changed.map { .yesNo($0) }
        draft["public_wording"] = try wording.map { .text(try self.words(of: $0, item)) }
        if told == .person, known.acknowledged == nil { draft["acknowledged"] = .text(day.iso) }
        try edit(.feedback, item.id, draft)
    }

    /// Notes that the giver was told that an item came. Part of a `change`.
    ///
    /// - Throws: `RecordError.refused` where the giver can't be reached or was told before.
    package func acknowledge(feedback item: Found, on day: Day? = nil) throws {
        let day = day ?? today
        let known = try counted(item)
        if let before = known.acknowledged {
            throw RecordError.refused("\(item.ref) was already acknowledged on \(before.dayWords)", advice: nil)
        }
        guard known.isReachable else {
            throw RecordError.refused(
                "\(item.ref): the person can't be reached, so you can't acknowledge it",
                advice: Advice(
                    "Answer it",
                    .perform(.answerFeedback, ["item": item.ref, "told": "poster"], ask: ["words"])
                )
            )
        }
        try edit(.feedback, item.id, Draft(["acknowledged": .text(day.iso)]))
    }

    /// Notes how people were told what was done about an item, and on which day: today unless said. A change that is noted
    /// with it is of that day, too. Part of a `change`.
    ///
    /// - Throws: `RecordError.refused` where it was not answered yet, or people were told before; `broken` where
    ///   somebody is told who can't be reached, and for words with an address that everybody would read.
    package func tell(feedback item: Found, by how: Telling, changed: Bool? = nil, on day: Day? = nil) throws {
        let day = day ?? today
        let known = try counted(item)
        guard known.answered != nil else {
            throw RecordError.refused(
                "told: \(item.ref) has not been answered yet",
                advice: Advice(
                    "Answer it",
                    .perform(.answerFeedback, ["item": item.ref, "told": how.rawValue], ask: ["words"])
                )
            )
        }
        if let before = known.told {
            throw RecordError.refused(
                "people were already told about \(item.ref): \(before)",
                advice: Advice("To correct it", .perform(.edit(.feedback), ["ref": item.ref, "told": how.rawValue]))
            )
        }
        var draft = Draft(["told": .text(how.rawValue), "told_on": .text(day.iso)])
        draft["led_to_change"] = changed.map { .yesNo($0) }
        if changed == true, !known.isChanged { draft["changed_on"] = .text(day.iso) }
        try edit(.feedback, item.id, draft)
    }

    /// Takes an item out of every count, and keeps it. Part of a `change`.
    ///
    /// - Throws: `RecordError.invalid` without a reason.
    package func exclude(feedback item: Found, because reason: String) throws {
        guard !reason.trimmed.isEmpty else {
            throw RecordError.invalid(field: "excluded", problem: "give a reason, such as duplicate")
        }
        try edit(.feedback, item.id, Draft(["excluded": .text(reason.trimmed)]))
    }

    struct Known {
        let answered: String?
        let acknowledged: String?
        let isReachable: Bool
        let told: String?
        let excluded: String?
        let isChanged: Bool
    }

    func counted(_ item: Found) throws -> Known {
        let known = try database.one(
            """
            SELECT answered_on, acknowledged_on, reachable, told, excluded, ifnull(led_to_change, 0) FROM feedback
            WHERE id = \(item.id)
            """
        ) { row in
            Known(
                answered: try row[0],
                acknowledged: try row[1],
                isReachable: try row[2],
                told: try row[3],
                excluded: try row[4],
                isChanged: try row[5]
            )
        }
        guard let known else { throw RecordError.notFound(.feedback, item.ref, nearest: []) }
        if let reason = known.excluded {
            throw RecordError.refused(
                "\(item.ref) is not counted: \(reason.clipped)",
                advice: Advice(
                    "To count it again",
                    .perform(.edit(.feedback), ["ref": item.ref, "clear": "excluded"])
                )
            )
        }
        return known
    }

    /// Refuses a day that has not come, naming it and today.
    func requirePast(_ day: Day, _ field: String) throws {
        guard day <= today else {
            throw RecordError.invalid(field: field, problem: "\(day.words) is in the future (today is \(today.words))")
        }
    }
}

extension FieldValue {
    /// Written as `yes` or `no`, kept as 1 or 0.
    package static func yesNo(_ answer: Bool) -> FieldValue { one(answer ? "yes" : "no", .integer(answer ? 1 : 0)) }
}
