import Measures

extension Metric {
    /// Participant advisory boards: PB-01 to PB-06.
    static let boards: [Metric] = [
        board(
            "PB-01",
            "Designated share of voting seats",
            .share,
            .open,
            .higherIsBetter,
            "Filled designated voting seats, of the filled voting seats."
        ),
        board(
            "PB-01.authorized",
            "Designated share of voting seats: of authorized seats",
            .share,
            .open,
            .higherIsBetter,
            "Filled designated voting seats, of the authorized voting seats."
        ),
        board("PB-02", "Meetings held", .share, .open, .higherIsBetter, "Board meetings held, of those planned."),
        board(
            "PB-03",
            "Quorum and attendance",
            .share,
            .open,
            .higherIsBetter,
            "Meetings with a quorum, of those held."
        ),
        board(
            "PB-03.attendance",
            "Quorum and attendance: attendance",
            .share,
            .open,
            .higherIsBetter,
            "Attendances of members, of the seats filled at each meeting."
        ),
        board(
            "PB-04",
            "Compensation coverage",
            .share,
            .open,
            .higherIsBetter,
            "Attendances of members that were paid, of all attendances of members."
        ),
        board(
            "PB-05",
            "Recommendation response and uptake",
            .share,
            .open,
            .higherIsBetter,
            "Recommendations answered, of those whose answer was due."
        ),
        board(
            "PB-05.uptake",
            "Recommendation response and uptake: taken up",
            .share,
            .open,
            .higherIsBetter,
            "Recommendations accepted in full or in part, of all made."
        ),
        board(
            "PB-05.uptake_decided",
            "Recommendation response and uptake: taken up of those decided",
            .share,
            .open,
            .higherIsBetter,
            "Recommendations accepted in full or in part, of those decided."
        ),
        board(
            "PB-05.accepted",
            "Recommendation response and uptake: accepted in full",
            .share,
            .open,
            .higherIsBetter,
            "Recommendations accepted in full, of all made."
        ),
        board(
            "PB-05.implemented",
            "Recommendation response and uptake: implemented",
            .share,
            .open,
            .higherIsBetter,
            "Recommendations implemented, of those accepted in full or in part."
        ),
        board(
            "PB-05.days",
            "Recommendation response and uptake: days to answer",
            .days,
            .open,
            .lowerIsBetter,
            "Median days from the meeting to the answer."
        ),
        board(
            "PB-06",
            "Participation level",
            .items,
            .open,
            .neutral,
            "Topics of meetings at each level of participation.",
            own: false
        ),
        board(
            "PB-06.inform",
            "Participation level: inform",
            .items,
            .open,
            .neutral,
            "Topics of meetings at the level inform."
        ),
        board(
            "PB-06.consult",
            "Participation level: consult",
            .items,
            .open,
            .neutral,
            "Topics of meetings at the level consult."
        ),
        board(
            "PB-06.involve",
            "Participation level: involve",
            .items,
            .open,
            .neutral,
            "Topics of meetings at the level involve."
        ),
        board(
            "PB-06.collaborate",
            "Participation level: collaborate",
            .items,
            .open,
            .neutral,
            "Topics of meetings at the level collaborate."
        ),
        board(
            "PB-06.empower",
            "Participation level: empower",
            .items,
            .open,
            .neutral,
            "Topics of meetings at the level empower."
        ),
    ]

    private static func board(
        _ id: String,
        _ title: String,
        _ unit: Unit,
        _ sensitivity: Sensitivity,
        _ direction: Direction,
        _ definition: String,
        own: Bool = true
    ) -> Metric {
        Metric(
            id: id,
            title: title,
            definition: definition,
            level: .community,
            strategy: .participantAdvisoryBoards,
            unit: unit,
            direction: direction,
            sensitivity: sensitivity,
            hasOwnEntry: own
        )
    }
}
