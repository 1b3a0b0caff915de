import Measures

extension Metric {
    private static let board = Common(
        level: .community,
        strategy: .participantAdvisoryBoards,
        direction: .higherIsBetter,
        division: .organizationAndTime
    )

    static let designatedShare = Metric(
        board,
        "PB-01",
        "Designated share of voting seats",
        """
        Designated seats as a share of all filled voting seats. Designated seats are for people with lived or living \
        experience.
        """,
        unit: .share,
        division: .organizationOnly,
        missing: "filled seats not recorded for # board[s]",
        counting: Counting(of: .boards, .seats) {
            Figure.share(numerator: $0[.designatedFilled], denominator: $0[.seatsFilled])
                .lacking($0[.boards] - $0[.boardsWithFilled], of: $0[.boards])
        }
    ).labeled("Designated voting seats").held(against: Yardstick(BoardYardsticks.self, isNoted: true, words: \.titles))

    static let designatedShareOfAuthorized = Metric(
        board,
        "PB-01.authorized",
        "Designated share of voting seats: of authorized seats",
        "Filled designated seats as a share of all voting seats, filled or not.",
        unit: .share,
        division: .organizationOnly,
        missing: "voting seats not recorded for # board[s]",
        counting: Counting(of: .boards, .seats) {
            Figure.share(numerator: $0[.designatedOfVoting], denominator: $0[.seatsVoting])
                .lacking($0[.boards] - $0[.boardsWithVoting], of: $0[.boards])
        }
    ).labeled("Designated voting seats, of all voting seats")

    static let meetingsHeld = Metric(
        board,
        "PB-02",
        "Meetings held",
        "Board meetings held, out of those planned.",
        unit: .share,
        missing: "planned meetings not recorded for # board[s]",
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

    static let quorum = Metric(
        board,
        "PB-03",
        "Quorum and attendance",
        "Share of meetings held that had a quorum.",
        unit: .share,
        missing: "quorum not recorded for # meeting[s]",
        counting: Counting(of: .boards, .meetings) {
            Figure.share(numerator: $0[.meetingsQuorate], denominator: $0[.meetingsJudged])
                .lacking($0[.meetingsHeld] - $0[.meetingsJudged], of: $0[.meetingsHeld])
        }
    ).labeled("Meetings with a quorum")

    static let memberAttendance = Metric(
        board,
        "PB-03.attendance",
        "Quorum and attendance: attendance",
        "Members present, as a share of the seats filled at each meeting.",
        unit: .share,
        missing: "members present or seats filled not recorded for # meeting[s]",
        counting: Counting(of: .boards, .meetings) {
            Figure.share(numerator: $0[.membersPresent], denominator: $0[.seatsAtMeetings])
                .lacking($0[.meetingsHeld] - $0[.meetingsAttended], of: $0[.meetingsHeld])
        }
    ).labeled("Members present")

    static let compensationCoverage = Metric(
        board,
        "PB-04",
        "Compensation coverage",
        "Share of members' attendances that were paid.",
        unit: .share,
        missing: "members present or paid not recorded for # meeting[s]",
        counting: Counting(of: .boards, .meetings) {
            Figure.share(numerator: $0[.membersPaid], denominator: $0[.membersToPay])
                .lacking($0[.meetingsHeld] - $0[.meetingsPaid], of: $0[.meetingsHeld])
        }
    ).labeled("Attendance paid")

    static let recommendationsAnswered = Metric(
        board,
        "PB-05",
        "Recommendation response and uptake",
        "Share of recommendations answered, among those due for an answer.",
        unit: .share,
        missing: "due date not recorded for # open recommendation[s]",
        counting: Counting(of: .boards, .recommendations) {
            let answered = $0[.recommendationsAnswered]
            return Figure.share(numerator: answered, denominator: answered + $0[.recommendationsOverdue])
                .lacking($0[.recommendationsUndated], of: $0[.recommended])
        }
    ).labeled("Recommendations answered").noted { share, _, _ in
        guard let answered = share.figure.numerator, let due = share.figure.denominator, due > answered else {
            return ""
        }
        return "\(due - answered) overdue"
    }

    static let recommendationsTakenUp = Metric(
        board,
        "PB-05.uptake",
        "Recommendation response and uptake: taken up",
        "Share of all recommendations that were accepted in full or in part.",
        unit: .share,
        counting: Counting(of: .boards, .recommendations) {
            .share(numerator: $0[.accepted] + $0[.partlyAccepted], denominator: $0[.recommended])
        }
    ).labeled("Recommendations accepted in full or in part")

    static let takenUpOfDecided = Metric(
        board,
        "PB-05.uptake_decided",
        "Recommendation response and uptake: taken up of those decided",
        "Share of recommendations accepted in full or in part, among those with a decision.",
        unit: .share,
        counting: Counting(of: .boards, .recommendations) {
            let taken = $0[.accepted] + $0[.partlyAccepted]
            return .share(numerator: taken, denominator: taken + $0[.declined])
        }
    ).labeled("Recommendations accepted, of those decided")

    static let acceptedInFull = Metric(
        board,
        "PB-05.accepted",
        "Recommendation response and uptake: accepted in full",
        "Share of all recommendations that were accepted in full.",
        unit: .share,
        counting: Counting(of: .boards, .recommendations) {
            .share(numerator: $0[.accepted], denominator: $0[.recommended])
        }
    ).labeled("Recommendations accepted in full")

    static let recommendationsImplemented = Metric(
        board,
        "PB-05.implemented",
        "Recommendation response and uptake: implemented",
        "Share of accepted recommendations (in full or in part) that were implemented.",
        unit: .share,
        counting: Counting(of: .boards, .recommendations) {
            .share(numerator: $0[.implemented], denominator: $0[.accepted] + $0[.partlyAccepted])
        }
    ).labeled("Recommendations implemented")

    static let daysToAnswer = Metric(
        board,
        "PB-05.days",
        "Recommendation response and uptake: days to answer",
        "Median days from the meeting to the answer.",
        unit: .days,
        direction: .lowerIsBetter,
        missing: "date not recorded for # answer[s]",
        counting: Counting(of: .boards, .recommendations, .recommendationWaits) {
            Figure.medianOfSettled($0[waits: .recommendationWaits])
                .lacking($0[.answersUndated], of: $0[.recommendationsAnswered])
        }
    ).labeled("Days to answer a recommendation (median)")

    static let participationLevel = Metric(
        board,
        "PB-06",
        "Participation level",
        "Meeting topics at each level of participation.",
        unit: .items,
        direction: .neutral,
        counting: Counting(of: .boards, .meetings, .participation) { _ in .notCollected }
    ).with(\.expansion, .companions)

    static let topicsInforming = Metric(
        board,
        "PB-06.inform",
        "Participation level: inform",
        "Meeting topics at the level “inform”.",
        unit: .items,
        direction: .neutral,
        missing: "level of participation not recorded for # meeting[s]",
        counting: Counting(of: .boards, .meetings, .participation) { $0.topics("inform") }
    )

    static let topicsConsulting = Metric(
        board,
        "PB-06.consult",
        "Participation level: consult",
        "Meeting topics at the level “consult”.",
        unit: .items,
        direction: .neutral,
        missing: "level of participation not recorded for # meeting[s]",
        counting: Counting(of: .boards, .meetings, .participation) { $0.topics("consult") }
    )

    static let topicsInvolving = Metric(
        board,
        "PB-06.involve",
        "Participation level: involve",
        "Meeting topics at the level “involve”.",
        unit: .items,
        direction: .neutral,
        missing: "level of participation not recorded for # meeting[s]",
        counting: Counting(of: .boards, .meetings, .participation) { $0.topics("involve") }
    )

    static let topicsCollaborating = Metric(
        board,
        "PB-06.collaborate",
        "Participation level: collaborate",
        "Meeting topics at the level “collaborate”.",
        unit: .items,
        direction: .neutral,
        missing: "level of participation not recorded for # meeting[s]",
        counting: Counting(of: .boards, .meetings, .participation) { $0.topics("collaborate") }
    )

    static let topicsEmpowering = Metric(
        board,
        "PB-06.empower",
        "Participation level: empower",
        "Meeting topics at the level “empower”.",
        unit: .items,
        direction: .neutral,
        missing: "level of participation not recorded for # meeting[s]",
        counting: Counting(of: .boards, .meetings, .participation) { $0.topics("empower") }
    )
}

extension Counts {
    /// Topics at a level; a meeting held of which no level was recorded lacks it.
    fileprivate func topics(_ level: String) -> Figure {
        Figure.count(self[.topics(level)])
            .lacking(self[.meetingsHeld] - self[.meetingsWithLevels], of: self[.meetingsHeld])
    }
}
