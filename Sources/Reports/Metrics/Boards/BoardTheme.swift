import Measures
import Records
import SQLite

extension Theme {
    /// Participant advisory boards: PB-01 to PB-06.
    static let boards = Theme(
        title: "Participant advisory board",
        level: .community,
        metrics: [
            .designatedShare, .designatedShareOfAuthorized, .meetingsHeld, .quorum, .memberAttendance,
            .compensationCoverage, .recommendationsAnsweredOnTime, .recommendationsAnswered, .recommendationsNoted,
            .recommendationsTakenUp, .takenUpOfDecided, .acceptedInFull, .recommendationsImplemented,
            .recommendationsUnimplemented, .daysToAnswer, .recommendationsPending, .recommendationsOverdue,
            .participationLevel, .topicsInforming, .topicsConsulting,
            .topicsInvolving, .topicsCollaborating, .topicsEmpowering,
        ],
        lines: [
            ScorecardLine("Designated voting seats", .designatedShare),
            ScorecardLine(
                "Meetings held · with a quorum · attendance paid",
                .meetingsHeld,
                .quorum,
                .compensationCoverage
            ),
            ScorecardLine("Recommendations answered · accepted", .recommendationsAnswered, .recommendationsTakenUp),
        ],
        sentences: [meetings],
        facts: [OldestRecommendation.self],
        gaps: gapsOfBoards,
        kinds: [.board, .meeting, .recommendation]
    )

    private static let meetings: Sentence = { findings, surroundings in
        guard let made = findings.figure(.recommendationsTakenUp)?.denominator, let held = findings.figure(.quorum)
        else { return "" }
        let meetings = (held.denominator ?? 0) + held.missing
        let met =
            meetings == 0
            ? "The advisory board did not meet"
            : "The advisory board met \(meetings == 1 ? "once" : meetings == 2 ? "twice" : "\(meetings) times")"
        let open = findings.whole(.recommendationsPending) ?? 0
        let oldest = surroundings[OldestRecommendation.self]?.recommendation.map { " (\($0.words))" } ?? ""
        let waiting =
            open == 0
            ? "" : " \(Printed.counted(open, "recommendation[s]")) \(open == 1 ? "is" : "are") still open\(oldest)."
        guard made > 0 else { return "\(met).\(waiting)" }
        let answered = findings.figure(.recommendationsAnswered)?.numerator ?? 0
        return "\(met). It made \(Printed.counted(made, "recommendation[s]")), \(answered) answered.\(waiting)"
    }
}

/// The recommendation that has been open longest.
private struct OldestRecommendation: SurroundingFact {
    let recommendation: Oldest?

    init(_ scope: Scope, from database: borrowing DatabaseReader) throws {
        recommendation = try Oldest.reading(
            """
            WITH \(scope.recommendations(where: scope.recommendationsPending))
            SELECT CAST(julianday(\(scope.referenceDay)) - julianday(made_on) AS INTEGER), addressed_to FROM asked
            ORDER BY made_on, ref LIMIT 1
            """,
            from: database
        )
    }
}

/// What the boards hold their designated share of voting seats against, each once and with its name.
struct BoardYardsticks: SurroundingFact {
    let titles: [String]

    init(_ scope: Scope, from database: borrowing DatabaseReader) throws {
        let isOurs = scope.isOf("organization_id")
        let picked = try database.all(
            "SELECT DISTINCT yardstick FROM board WHERE yardstick <> 'none' AND \(isOurs) ORDER BY 1"
        ) { try $0.text(0) }
        titles = picked.compactMap { BoardYardstick(rawValue: $0)?.title }
    }
}
