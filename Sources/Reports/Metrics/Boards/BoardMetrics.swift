import Measures

extension Metric {
    static let designatedShare = board(
        "PB-01",
        "Designated share of voting seats",
        "Filled designated voting seats, of the filled voting seats.",
        unit: .share,
        division: .organizationOnly,
        missing: "board[s] without the number of seats filled",
        counting: Counting(of: .boards, .seats) {
            Figure.share(numerator: $0[.designatedFilled], denominator: $0[.seatsFilled])
                .lacking($0[.boards] - $0[.boardsWithFilled], of: $0[.boards])
        }
    ).held(against: Yardstick(BoardYardsticks.self, isNoted: true, words: \.titles))

    static let designatedShareOfAuthorized = board(
        "PB-01.authorized",
        "Designated share of voting seats: of authorized seats",
        "Filled designated voting seats, of the authorized voting seats.",
        unit: .share,
        division: .organizationOnly,
        missing: "board[s] without the number of voting seats",
        counting: Counting(of: .boards, .seats) {
            Figure.share(numerator: $0[.designatedOfVoting], denominator: $0[.seatsVoting])
                .lacking($0[.boards] - $0[.boardsWithVoting], of: $0[.boards])
        }
    )

    static let meetingsHeld = board(
        "PB-02",
        "Meetings held",
        "Board meetings held, of those planned.",
        unit: .share,
        missing: "board[s] without a plan of meetings",
        counting: Counting(of: .boards, .meetingPlans) {
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
    )

    static let quorum = board(
        "PB-03",
        "Quorum and attendance",
        "Meetings with a quorum, of those held.",
        unit: .share,
        missing: "meeting[s] of which it cannot be told",
        counting: Counting(of: .boards, .meetings) {
            Figure.share(numerator: $0[.meetingsQuorate], denominator: $0[.meetingsJudged])
                .lacking($0[.meetingsHeld] - $0[.meetingsJudged], of: $0[.meetingsHeld])
        }
    )

    static let memberAttendance = board(
        "PB-03.attendance",
        "Quorum and attendance: attendance",
        "Attendances of members, of the seats filled at each meeting.",
        unit: .share,
        missing: "meeting[s] without the number present or the seats filled",
        counting: Counting(of: .boards, .meetings) {
            Figure.share(numerator: $0[.membersPresent], denominator: $0[.seatsAtMeetings])
                .lacking($0[.meetingsHeld] - $0[.meetingsAttended], of: $0[.meetingsHeld])
        }
    )

    static let compensationCoverage = board(
        "PB-04",
        "Compensation coverage",
        "Attendances of members that were paid, of all attendances of members.",
        unit: .share,
        missing: "meeting[s] without the number present or paid",
        counting: Counting(of: .boards, .meetings) {
            Figure.share(numerator: $0[.membersPaid], denominator: $0[.membersToPay])
                .lacking($0[.meetingsHeld] - $0[.meetingsPaid], of: $0[.meetingsHeld])
        }
    )

    static let recommendationsAnswered = board(
        "PB-05",
        "Recommendation response and uptake",
        "Recommendations answered, of those whose answer was due.",
        unit: .share,
        missing: "open recommendation[s] without a day",
        counting: Counting(of: .boards, .recommendations) {
            let answered = $0[.recommendationsAnswered]
            return Figure.share(numerator: answered, denominator: answered + $0[.recommendationsOverdue])
                .lacking($0[.recommendationsUndated], of: $0[.recommended])
        }
    ).noted { share, _, _ in
        guard let answered = share.figure.numerator, let due = share.figure.denominator, due > answered else {
            return ""
        }
        return "\(due - answered) overdue"
    }

    static let recommendationsTakenUp = board(
        "PB-05.uptake",
        "Recommendation response and uptake: taken up",
        "Recommendations accepted in full or in part, of all made.",
        unit: .share,
        counting: Counting(of: .boards, .recommendations) {
            .share(numerator: $0[.accepted] + $0[.partlyAccepted], denominator: $0[.recommended])
        }
    )

    static let takenUpOfDecided = board(
        "PB-05.uptake_decided",
        "Recommendation response and uptake: taken up of those decided",
        "Recommendations accepted in full or in part, of those decided.",
        unit: .share,
        counting: Counting(of: .boards, .recommendations) {
            let taken = $0[.accepted] + $0[.partlyAccepted]
            return .share(numerator: taken, denominator: taken + $0[.declined])
        }
    )

    static let acceptedInFull = board(
        "PB-05.accepted",
        "Recommendation response and uptake: accepted in full",
        "Recommendations accepted in full, of all made.",
        unit: .share,
        counting: Counting(of: .boards, .recommendations) {
            .share(numerator: $0[.accepted], denominator: $0[.recommended])
        }
    )

    static let recommendationsImplemented = board(
        "PB-05.implemented",
        "Recommendation response and uptake: implemented",
        "Recommendations implemented, of those accepted in full or in part.",
        unit: .share,
        counting: Counting(of: .boards, .recommendations) {
            .share(numerator: $0[.implemented], denominator: $0[.accepted] + $0[.partlyAccepted])
        }
    )

    static let daysToAnswer = board(
        "PB-05.days",
        "Recommendation response and uptake: days to answer",
        "Median days from the meeting to the answer.",
        unit: .days,
        direction: .lowerIsBetter,
        missing: "answer[s] without a day",
        counting: Counting(of: .boards, .recommendations, .recommendationWaits) {
            Figure.medianOfSettled($0[waits: .recommendationWaits])
                .lacking($0[.answersUndated], of: $0[.recommendationsAnswered])
        }
    )

    static let participationLevel = board(
        "PB-06",
        "Participation level",
        "Topics of meetings at each level of participation.",
        unit: .items,
        direction: .neutral,
        counting: Counting(of: .boards, .meetings, .participation) { _ in .notCollected }
    ).with(\.expansion, .companions)

    static let topicsInforming = board(
        "PB-06.inform",
        "Participation level: inform",
        "Topics of meetings at the level inform.",
        unit: .items,
        direction: .neutral,
        missing: "meeting[s] without a level of participation",
        counting: Counting(of: .boards, .meetings, .participation) { $0.topics("inform") }
    )

    static let topicsConsulting = board(
        "PB-06.consult",
        "Participation level: consult",
        "Topics of meetings at the level consult.",
        unit: .items,
        direction: .neutral,
        missing: "meeting[s] without a level of participation",
        counting: Counting(of: .boards, .meetings, .participation) { $0.topics("consult") }
    )

    static let topicsInvolving = board(
        "PB-06.involve",
        "Participation level: involve",
        "Topics of meetings at the level involve.",
        unit: .items,
        direction: .neutral,
        missing: "meeting[s] without a level of participation",
        counting: Counting(of: .boards, .meetings, .participation) { $0.topics("involve") }
    )

    static let topicsCollaborating = board(
        "PB-06.collaborate",
        "Participation level: collaborate",
        "Topics of meetings at the level collaborate.",
        unit: .items,
        direction: .neutral,
        missing: "meeting[s] without a level of participation",
        counting: Counting(of: .boards, .meetings, .participation) { $0.topics("collaborate") }
    )

    static let topicsEmpowering = board(
        "PB-06.empower",
        "Participation level: empower",
        "Topics of meetings at the level empower.",
        unit: .items,
        direction: .neutral,
        missing: "meeting[s] without a level of participation",
        counting: Counting(of: .boards, .meetings, .participation) { $0.topics("empower") }
    )

    private static func board(
        _ id: StaticString,
        _ title: String,
        _ definition: String,
        unit: Unit,
        direction: Direction = .higherIsBetter,
        sensitivity: Sensitivity = .open,
        division: Division = .organizationAndTime,
        missing: String = Words.anything,
        counting: Counting
    ) -> Metric {
        Metric(
            id,
            title,
            definition,
            .community,
            .participantAdvisoryBoards,
            unit: unit,
            direction: direction,
            sensitivity: sensitivity,
            division: division,
            missing: missing,
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
