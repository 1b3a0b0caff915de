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
            "Filled designated voting seats, of the filled voting seats.",
            division: .organizationOnly,
            lacking: "board[s] without the number of seats filled",
            Counting(of: .boards, .seats) {
                Figure.share(numerator: $0[.designatedFilled], denominator: $0[.seatsFilled])
                    .lacking($0[.boards] - $0[.boardsWithFilled], of: $0[.boards])
            }
        ),
        board(
            "PB-01.authorized",
            "Designated share of voting seats: of authorized seats",
            .share,
            .open,
            .higherIsBetter,
            "Filled designated voting seats, of the authorized voting seats.",
            division: .organizationOnly,
            lacking: "board[s] without the number of voting seats",
            Counting(of: .boards, .seats) {
                Figure.share(numerator: $0[.designatedOfVoting], denominator: $0[.seatsVoting])
                    .lacking($0[.boards] - $0[.boardsWithVoting], of: $0[.boards])
            }
        ),
        board(
            "PB-02",
            "Meetings held",
            .share,
            .open,
            .higherIsBetter,
            "Board meetings held, of those planned.",
            lacking: "board[s] without a plan of meetings",
            Counting(of: .boards, .meetingPlans) {
                let missing = $0[.boardsUnplanned]
                if $0[.boardsPlanned] == 0, missing > 0 {
                    return .notApplicable(.denominatorNotRecorded, missing: missing)
                }
                return .share(
                    numerator: $0[.meetingsOfPlanned],
                    denominator: $0[.meetingsPlanned],
                    missing: missing
                )
            }
        ),
        board(
            "PB-03",
            "Quorum and attendance",
            .share,
            .open,
            .higherIsBetter,
            "Meetings with a quorum, of those held.",
            lacking: "meeting[s] of which it cannot be told",
            Counting(of: .boards, .meetings) {
                Figure.share(numerator: $0[.meetingsQuorate], denominator: $0[.meetingsJudged])
                    .lacking($0[.meetingsHeld] - $0[.meetingsJudged], of: $0[.meetingsHeld])
            }
        ),
        board(
            "PB-03.attendance",
            "Quorum and attendance: attendance",
            .share,
            .open,
            .higherIsBetter,
            "Attendances of members, of the seats filled at each meeting.",
            lacking: "meeting[s] without the number present or the seats filled",
            Counting(of: .boards, .meetings) {
                Figure.share(numerator: $0[.membersPresent], denominator: $0[.seatsAtMeetings])
                    .lacking($0[.meetingsHeld] - $0[.meetingsAttended], of: $0[.meetingsHeld])
            }
        ),
        board(
            "PB-04",
            "Compensation coverage",
            .share,
            .open,
            .higherIsBetter,
            "Attendances of members that were paid, of all attendances of members.",
            lacking: "meeting[s] without the number present or paid",
            Counting(of: .boards, .meetings) {
                Figure.share(numerator: $0[.membersPaid], denominator: $0[.membersToPay])
                    .lacking($0[.meetingsHeld] - $0[.meetingsPaid], of: $0[.meetingsHeld])
            }
        ),
        board(
            "PB-05",
            "Recommendation response and uptake",
            .share,
            .open,
            .higherIsBetter,
            "Recommendations answered, of those whose answer was due.",
            lacking: "open recommendation[s] without a day",
            Counting(of: .boards, .recommendations) {
                let answered = $0[.recommendationsAnswered]
                return Figure.share(numerator: answered, denominator: answered + $0[.recommendationsOverdue])
                    .lacking($0[.recommendationsUndated], of: $0[.recommended])
            }
        ),
        board(
            "PB-05.uptake",
            "Recommendation response and uptake: taken up",
            .share,
            .open,
            .higherIsBetter,
            "Recommendations accepted in full or in part, of all made.",
            Counting(of: .boards, .recommendations) {
                .share(numerator: $0[.accepted] + $0[.partlyAccepted], denominator: $0[.recommended])
            }
        ),
        board(
            "PB-05.uptake_decided",
            "Recommendation response and uptake: taken up of those decided",
            .share,
            .open,
            .higherIsBetter,
            "Recommendations accepted in full or in part, of those decided.",
            Counting(of: .boards, .recommendations) {
                let taken = $0[.accepted] + $0[.partlyAccepted]
                return .share(numerator: taken, denominator: taken + $0[.declined])
            }
        ),
        board(
            "PB-05.accepted",
            "Recommendation response and uptake: accepted in full",
            .share,
            .open,
            .higherIsBetter,
            "Recommendations accepted in full, of all made.",
            Counting(of: .boards, .recommendations) { .share(numerator: $0[.accepted], denominator: $0[.recommended]) }
        ),
        board(
            "PB-05.implemented",
            "Recommendation response and uptake: implemented",
            .share,
            .open,
            .higherIsBetter,
            "Recommendations implemented, of those accepted in full or in part.",
            Counting(of: .boards, .recommendations) {
                .share(numerator: $0[.implemented], denominator: $0[.accepted] + $0[.partlyAccepted])
            }
        ),
        board(
            "PB-05.days",
            "Recommendation response and uptake: days to answer",
            .days,
            .open,
            .lowerIsBetter,
            "Median days from the meeting to the answer.",
            lacking: "answer[s] without a day",
            Counting(of: .boards, .recommendations, .recommendationWaits) {
                Figure.medianOfSettled($0[waits: .recommendationWaits])
                    .lacking($0[.answersUndated], of: $0[.recommendationsAnswered])
            }
        ),
        board(
            "PB-06",
            "Participation level",
            .items,
            .open,
            .neutral,
            "Topics of meetings at each level of participation.",
            own: false,
            Counting(of: .boards, .meetings, .participation) { _ in .notCollected }
        ),
        board(
            "PB-06.inform",
            "Participation level: inform",
            .items,
            .open,
            .neutral,
            "Topics of meetings at the level inform.",
            lacking: "meeting[s] without a level of participation",
            Counting(of: .boards, .meetings, .participation) { $0.topics("inform") }
        ),
        board(
            "PB-06.consult",
            "Participation level: consult",
            .items,
            .open,
            .neutral,
            "Topics of meetings at the level consult.",
            lacking: "meeting[s] without a level of participation",
            Counting(of: .boards, .meetings, .participation) { $0.topics("consult") }
        ),
        board(
            "PB-06.involve",
            "Participation level: involve",
            .items,
            .open,
            .neutral,
            "Topics of meetings at the level involve.",
            lacking: "meeting[s] without a level of participation",
            Counting(of: .boards, .meetings, .participation) { $0.topics("involve") }
        ),
        board(
            "PB-06.collaborate",
            "Participation level: collaborate",
            .items,
            .open,
            .neutral,
            "Topics of meetings at the level collaborate.",
            lacking: "meeting[s] without a level of participation",
            Counting(of: .boards, .meetings, .participation) { $0.topics("collaborate") }
        ),
        board(
            "PB-06.empower",
            "Participation level: empower",
            .items,
            .open,
            .neutral,
            "Topics of meetings at the level empower.",
            lacking: "meeting[s] without a level of participation",
            Counting(of: .boards, .meetings, .participation) { $0.topics("empower") }
        ),
    ]

    private static func board(
        _ id: String,
        _ title: String,
        _ unit: Unit,
        _ sensitivity: Sensitivity,
        _ direction: Direction,
        _ definition: String,
        own: Bool = true,
        division: Division = .organizationAndTime,
        lacking: String = "record[s] that lack what is needed",
        _ counting: Counting
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
            division: division,
            lacking: lacking,
            hasOwnEntry: own,
            counting: counting
        )
    }
}

extension Counts {
    /// Topics at a level; a meeting held of which no level was recorded lacks it.
    fileprivate func topics(_ level: String) -> Figure {
        Figure.count(self[.topics(level)])
            .lacking(self[.meetingsHeld] - self[.meetingsWithLevels], of: self[.meetingsHeld])
    }
}
