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
        Designated seats as a share of all filled voting seats, on the last day the report covers. Designated seats are \
        for people with lived or living experience.
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
        """
        Board meetings held, out of those planned. More can be held than were planned. A board that plans no dates is \
        counted by its meetings per year, for periods of 90 days or more.
        """,
        unit: .share,
        missing: "planned meetings not recorded for # board[s]",
        counting: Counting(of: .boards, .meetingPlans) {
            let missing = $0[.boardsUnplanned]
            if $0[.boardsPlanned] == 0, missing > 0 {
                return .notApplicable(.denominatorNotRecorded, missing: missing)
            }
            if $0[.boardsByYear] > 0 { return .notApplicable(.notDivisible, missing: missing) }
            return .ofPlanned($0[.meetingsOfPlanned], of: $0[.meetingsPlanned], missing: missing)
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
        "Members present, as a share of the voting seats filled on the day of each meeting.",
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

    static let recommendationsAnsweredOnTime = Metric(
        board,
        "PB-05",
        "Recommendation response and uptake",
        """
        Share of recommendations answered by their target date, among those whose target date was in the period and has \
        passed.
        """,
        unit: .share,
        missing: "target date not recorded for # recommendation[s]",
        counting: Counting(of: .boards, .recommendationsDue, .recommendations) {
            let (due, missing) = ($0[.recommendationsDue], $0[.recommendationsWithoutDue])
            if due == 0, missing > 0 { return .notCollected(missing: missing) }
            return .share(numerator: $0[.answeredByDue], denominator: due, missing: missing)
        }
    ).labeled("Recommendations answered on time")

    static let recommendationsAnswered = Metric(
        board,
        "PB-05.answered",
        "Recommendation response and uptake: answered",
        "Share of recommendations made in the period that have an answer.",
        unit: .share,
        counting: Counting(of: .boards, .recommendations) {
            .share(numerator: $0[.recommendationsAnswered], denominator: $0[.recommended])
        }
    ).labeled("Recommendations answered").noted { _, findings, _ in
        let overdue = findings.whole(recommendationsOverdue) ?? 0
        return overdue > 0 ? "\(overdue) overdue" : ""
    }

    static let recommendationsNoted = Metric(
        board,
        "PB-05.noted",
        "Recommendation response and uptake: noted",
        "Share of recommendations made in the period that got a reply but no decision.",
        unit: .share,
        direction: .neutral,
        counting: Counting(of: .boards, .recommendations) {
            .share(numerator: $0[.recommendationsNoted], denominator: $0[.recommended])
        }
    ).labeled("Recommendations noted, without a decision")

    static let recommendationsTakenUp = Metric(
        board,
        "PB-05.uptake",
        "Recommendation response and uptake: taken up",
        "Share of recommendations made in the period that were accepted in full or in part.",
        unit: .share,
        counting: Counting(of: .boards, .recommendations) {
            .share(numerator: $0[.recommendationsTaken], denominator: $0[.recommended])
        }
    ).labeled("Recommendations accepted in full or in part")

    static let takenUpOfDecided = Metric(
        board,
        "PB-05.uptake_decided",
        "Recommendation response and uptake: taken up of those decided",
        "Share of recommendations accepted in full or in part, among those decided in the period.",
        unit: .share,
        missing: "date not recorded for # answer[s]",
        counting: Counting(of: .boards, .recommendationsAnsweredIn, .recommendations) {
            Figure.share(numerator: $0[.taken], denominator: $0[.decided])
                .lacking($0[.decisionsUndated], of: $0[.decided] + $0[.decisionsUndated])
        }
    ).labeled("Recommendations accepted, of those decided")

    static let acceptedInFull = Metric(
        board,
        "PB-05.accepted",
        "Recommendation response and uptake: accepted in full",
        "Share of recommendations made in the period that were accepted in full.",
        unit: .share,
        counting: Counting(of: .boards, .recommendations) {
            .share(numerator: $0[.recommendationsAccepted], denominator: $0[.recommended])
        }
    ).labeled("Recommendations accepted in full")

    static let recommendationsImplemented = Metric(
        board,
        "PB-05.implemented",
        "Recommendation response and uptake: implemented",
        """
        Share of recommendations that were implemented by the last day the report covers, among those accepted in full or \
        in part in the period.
        """,
        unit: .share,
        missing: "date not recorded for # answer[s]",
        counting: Counting(of: .boards, .recommendationsAnsweredIn, .recommendations) {
            Figure.share(numerator: $0[.implemented], denominator: $0[.taken])
                .lacking($0[.acceptedUndated], of: $0[.taken] + $0[.acceptedUndated])
        }
    ).labeled("Recommendations implemented")

    static let recommendationsUnimplemented = Metric(
        board,
        "PB-05.unimplemented",
        "Recommendation response and uptake: not implemented",
        """
        Recommendations accepted in full or in part and not implemented by the end of the last day the report covers, \
        whenever they were made.
        """,
        unit: .items,
        direction: .lowerIsBetter,
        counting: Counting(of: .boards, .recommendationsUnimplemented) { .count($0[.recommendationsUnimplemented]) }
    ).labeled("Recommendations accepted, not implemented on DAY").asStock

    static let daysToAnswer = Metric(
        board,
        "PB-05.days",
        "Recommendation response and uptake: days to answer",
        "Median days from the meeting to the answer, for recommendations answered in the period.",
        unit: .days,
        direction: .lowerIsBetter,
        missing: "date not recorded for # answer[s]",
        counting: Counting(of: .boards, .recommendationsAnsweredIn, .recommendations, .recommendationWaits) {
            Figure.medianOfSettled($0[waits: .recommendationWaits])
                .lacking($0[.answersUndated], of: $0[.answersGiven] + $0[.answersUndated])
        }
    ).labeled("Days to answer a recommendation (median)")

    static let recommendationsPending = Metric(
        board,
        "PB-05.pending",
        "Recommendation response and uptake: pending",
        """
        Recommendations without an answer at the end of the last day the report covers, whenever they were made. Withdrawn \
        ones are left out.
        """,
        unit: .items,
        direction: .lowerIsBetter,
        counting: Counting(of: .boards, .recommendationsPending) { .count($0[.recommendationsPending]) }
    ).labeled("Recommendations open on DAY").asStock

    static let recommendationsOverdue = Metric(
        board,
        "PB-05.overdue",
        "Recommendation response and uptake: overdue",
        "Open recommendations whose target date for an answer had passed by then.",
        unit: .items,
        direction: .lowerIsBetter,
        counting: Counting(of: .boards, .recommendationsPending) { .count($0[.recommendationsOverdue]) }
    ).labeled("Recommendations overdue on DAY").asStock

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
