package import Calendar
import SQLite

/// What an organization answered to a recommendation.
package enum RecommendationAnswer: String, CaseIterable, Sendable {
    case accepted, partly, declined
    /// Replied to, without a decision.
    case noted
    case withdrawn

    static let words = allCases.map(\.rawValue)

    /// Whether the organization is to do something then.
    package var leadsToAction: Bool { self == .accepted || self == .partly }
}

extension Store {
    /// How many days there are to answer a recommendation for which nothing else is said.
    package static let daysToAnswerRecommendation = 30

    /// Stores a meeting and what the board asked for at it. Part of a `change`. One that was planned for the day on which
    /// it is held is that one, held.
    ///
    /// - Parameters:
    ///   - day: its day: one to come is that of a planned meeting, any other is when it was held. Without it the draft
    ///     says which.
    ///   - asked: the recommendations, in the order in which they were made.
    ///   - addressedTo: the role that is to answer them.
    ///   - due: by when; 30 days after the meeting unless said.
    /// - Throws: `RecordError.refused` where the board has a meeting on that day; `invalid` for what only a meeting that
    ///   was held can have, where its day has not come.
    package func addMeeting(
        _ given: Draft,
        on day: Day? = nil,
        asked: [String],
        addressedTo: String? = nil,
        due: Day? = nil
    ) throws -> (meeting: Found, recommendations: [Found]) {
        var draft = given
        if let day {
            try requirePlan(draft, asked, on: day)
            draft[day > today ? "planned" : "held"] = .text(day.iso)
        }
        if let same = try matching(.meeting, draft).first {
            throw RecordError.refused(
                "the board already has a meeting on that date: \(try ref(.meeting, same))",
                advice: Advice("To change it", .perform(.edit(.meeting), ["ref": try ref(.meeting, same)]))
            )
        }
        let meeting = try heldAsPlanned(draft) ?? add(.meeting, draft)
        let recommendations = try asked.map { text in
            var asked = Draft(["meeting": .record(meeting), "text": .text(text.trimmed)])
            asked["addressed_to"] = addressedTo.map { .text($0) }
            asked["due"] = due.map { .text($0.iso) }
            return try add(.recommendation, asked)
        }
        return (meeting, recommendations)
    }

    /// Refuses, of a meeting on a day to come, what only one that was held can have: nobody was there, and it asked for
    /// nothing.
    private func requirePlan(_ draft: Draft, _ asked: [String], on day: Day) throws {
        let counted = ["present", "paid", "declined_pay", "quorate", "filled_seats"].first { draft[$0] != nil }
        guard day > today, let given = counted ?? (asked.isEmpty ? nil : "asked") else { return }
        throw RecordError.invalid(
            field: given,
            problem: "\(day.words) is in the future (today is \(today.words))",
            advice: Advice(
                "To plan the meeting, leave it out",
                .perform(.add(.meeting), ["board": draft.text("board") ?? "", "date": "\(day)"])
            )
        )
    }

    /// The meeting that was planned for the day on which a draft says it was held, now held; nil where none was.
    private func heldAsPlanned(_ draft: Draft) throws -> Found? {
        guard let board = draft["board"]?.recordID, let held = draft.text("held"), draft["ref"] == nil else {
            return nil
        }
        let planned = try database.one(
            "SELECT id, ref FROM meeting WHERE board_id = \(board) AND planned_on = \(held) AND held_on IS NULL"
        ) { Found(id: try $0[0], ref: try $0[1]) }
        if let planned { try edit(.meeting, planned.id, draft) }
        return planned
    }

    /// Answers a recommendation. Part of a `change`. What was only noted may be decided later, and keeps
    /// the day of its first reply.
    ///
    /// - Throws: `RecordError.refused` where it was answered before, for a day to come or before it was made, and for
    ///   declining without a reason.
    package func answer(
        recommendation: Found,
        _ answer: RecommendationAnswer,
        reason: String? = nil,
        on day: Day? = nil
    ) throws {
        let day = day ?? today
        let known = try database.one(
            "SELECT answer, answered_on FROM recommendation WHERE id = \(recommendation.id)"
        ) { row in (answer: try row[0] as String?, day: try row[1] as String?) }
        if let before = known?.answer, before != "noted" {
            let when = (known?.day).map { " on \($0.dayWords)" } ?? ""
            throw RecordError.refused(
                "\(recommendation.ref) was already answered\(when): \(before)",
                advice:
                    Advice(
                        "To correct it",
                        .perform(.edit(.recommendation), ["ref": recommendation.ref, "answer": answer.rawValue])
                    )
            )
        }
        var draft = Draft(["answer": .text(answer.rawValue), "answered": .text(day.iso)])
        if let noted = known?.day {
            try requirePast(day, "answered")
            guard noted <= day.iso else {
                throw RecordError.broken(
                    field: "answered",
                    problem: "\(day.words) is before it was noted (\(noted.dayWords))"
                )
            }
            // The first reply is the answer that the board waited for; a decision after it makes nobody wait longer.
            draft["answered"] = nil
        }
        draft["reason"] = reason.flatMap { $0.trimmed.isEmpty ? nil : .text($0.trimmed) }
        try edit(.recommendation, recommendation.id, draft)
    }

    /// Notes that what a recommendation asked for is done. Part of a `change`.
    ///
    /// - Throws: `RecordError.refused` where it was not accepted, is implemented already, or the day is before its
    ///   answer.
    package func implement(recommendation: Found, on day: Day? = nil) throws {
        let day = day ?? today
        switch try state(ofRecommendation: recommendation.id, asOf: .last) {
        case .accepted: break
        case .implemented: throw RecordError.refused("\(recommendation.ref) is already implemented", advice: nil)
        case .pending, .overdue, .noted:
            throw RecordError.refused(
                "implemented: \(recommendation.ref) has not been accepted yet",
                advice: Advice(
                    "Answer it first",
                    .perform(.answerRecommendation, ["recommendation": recommendation.ref, "answer": "accepted"])
                )
            )
        default:
            throw RecordError.refused(
                "implemented: \(recommendation.ref) was not accepted, in full or in part",
                advice: nil
            )
        }
        try edit(.recommendation, recommendation.id, Draft(["implemented": .text(day.iso)]))
    }
}
