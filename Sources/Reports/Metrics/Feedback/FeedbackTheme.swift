import Measures
import Records
import SQLite

extension Theme {
    /// Outlets for feedback: FB-01 to FB-06.
    static let feedback = Theme(
        title: "Outlets for feedback",
        level: .organizational,
        metrics: [
            .outletsOpen, .outletsReviewed, .outletsAnonymous, .feedbackReceived, .complaintsReceived,
            .concernsReceived,
            .suggestionsReceived, .thanksReceived, .questionsReceived, .feedbackPerAttendances, .feedbackExcluded,
            .acknowledgedOnTime, .timeToClose, .timeToCloseWithOpen, .resolvedOnTime, .feedbackOpen, .feedbackOverdue,
            .loopClosed, .ledToChange, .notTold,
        ],
        lines: [
            ScorecardLine("Outlets open · feedback received", .outletsOpen, .feedbackReceived),
            ScorecardLine("Acknowledged on time · answered on time", .acknowledgedOnTime, .resolvedOnTime),
            ScorecardLine("People were told · led to a change", .loopClosed, .ledToChange),
        ],
        sentences: [heard],
        facts: [OldestFeedback.self],
        gaps: gapsOfFeedback,
        kinds: [.outlet, .feedback, .session, .attendance, .headcount]
    )

    private static let heard: Sentence = { findings, surroundings in
        guard let open = findings.whole(.outletsOpen), let received = findings.whole(.feedbackReceived),
            let waiting = findings.whole(.feedbackOpen), let answered = findings.figure(.loopClosed)
        else { return "" }
        let outlets = open == 1 ? "1 feedback outlet was open." : "\(open) feedback outlets were open."
        let came =
            received > 0 ? "We received \(Printed.counted(received, "comment[s]"))" : "We received no feedback"
        let done = answered.denominator ?? 0
        let replies = done == 0 && received == 0 ? "" : " and answered \(done == 0 ? "none" : "\(done)")"
        let oldest = surroundings[OldestFeedback.self]?.item.map { " (\($0.words))" } ?? ""
        let left = waiting == 0 ? "Nothing is open." : "\(waiting) \(waiting == 1 ? "is" : "are") still open\(oldest)."
        return "\(outlets) \(came)\(replies). \(left)"
    }
}

/// The item of feedback that has been open longest.
private struct OldestFeedback: SurroundingFact {
    let item: Oldest?

    init(_ scope: Scope, from database: borrowing DatabaseReader) throws {
        item = try Oldest.reading(
            """
            WITH \(scope.feedback(where: scope.feedbackOpen))
            SELECT CAST(julianday(\(scope.referenceDay)) - julianday(received_on) AS INTEGER), owner FROM item
            ORDER BY received_on, ref LIMIT 1
            """,
            from: database
        )
    }
}

/// The days of the open outlets until an item is acknowledged and answered.
struct OutletDays: SurroundingFact {
    /// Nil where outlets differ, or none is open.
    private let days: (acknowledge: Int, answer: Int)?
    private let areWorkingDays: Bool

    init(_ scope: Scope, from database: borrowing DatabaseReader) throws {
        let clocks = try database.all(
            """
            SELECT DISTINCT ifnull(acknowledge_days, 5), ifnull(resolve_days, 30), ifnull(working_days, 0) FROM outlet
            WHERE (opened_on IS NULL OR opened_on <= \(scope.referenceDay))
                AND (closed_on IS NULL OR closed_on > \(scope.referenceDay)) AND \(scope.isOf("organization_id"))
            """
        ) { row in (acknowledge: try row[0] as Int, answer: try row[1] as Int, working: try row[2] as Bool) }
        days = clocks.count == 1 ? clocks.first.map { ($0.acknowledge, $0.answer) } : nil
        areWorkingDays = clocks.first?.working ?? false
    }

    /// `5 days · 30 days`
    var words: String {
        guard let days else { return "set by each outlet" }
        let unit = areWorkingDays ? "working days" : "days"
        return "\(days.acknowledge) \(unit) · \(days.answer) \(unit)"
    }
}
