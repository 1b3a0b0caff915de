import Calendar
import Records
import SQLite

extension Counted {
    static let boards = Counted(rawValue: "boards")
    static let boardsWithFilled = Counted(rawValue: "boards_with_filled")
    static let designatedFilled = Counted(rawValue: "designated_filled")
    static let seatsFilled = Counted(rawValue: "seats_filled")
    static let boardsWithVoting = Counted(rawValue: "boards_with_voting")
    static let designatedOfVoting = Counted(rawValue: "designated_of_voting")
    static let seatsVoting = Counted(rawValue: "seats_voting")
    static let boardsPlanned = Counted(rawValue: "boards_planned")
    static let boardsUnplanned = Counted(rawValue: "boards_unplanned")
    static let meetingsPlanned = Counted(rawValue: "meetings_planned")
    static let meetingsOfPlanned = Counted(rawValue: "meetings_of_planned")
    static let meetingsHeld = Counted(rawValue: "meetings_held")
    static let meetingsJudged = Counted(rawValue: "meetings_judged")
    static let meetingsQuorate = Counted(rawValue: "meetings_quorate")
    static let meetingsAttended = Counted(rawValue: "meetings_attended")
    static let membersPresent = Counted(rawValue: "members_present")
    static let seatsAtMeetings = Counted(rawValue: "seats_at_meetings")
    static let meetingsPaid = Counted(rawValue: "meetings_paid")
    static let membersToPay = Counted(rawValue: "members_to_pay")
    static let membersPaid = Counted(rawValue: "members_paid")
    static let membersDeclined = Counted(rawValue: "members_declined")
    static let meetingsWithLevels = Counted(rawValue: "meetings_with_levels")

    /// Topics at a level of participation.
    static func topics(_ level: String) -> Counted { Counted(rawValue: "topics_" + level) }
}

extension RecordTheme {
    /// Boards.
    static let boards = RecordTheme("board_records", "participant advisory boards") { _ in
        "SELECT organization_id FROM board"
    }
}

extension Scope {
    /// Meetings planned in the period and held in it, board by board.
    fileprivate var plans: SQL {
        """
        WITH plan AS (
            SELECT
                \(key(ofDay: nil)) AS group_key,
                ifnull(
                    nullif(
                        (
                            SELECT count(*) FROM meeting WHERE meeting.board_id = board.id
                                AND meeting.planned_on BETWEEN \(period.from) AND \(period.to)
                        ),
                        0
                    ),
                    CAST(round(board.meetings_per_year * \(period.days) / 365.0) AS INTEGER)
                ) AS planned,
                (
                    SELECT count(*) FROM meeting
                    WHERE meeting.board_id = board.id AND \(hasCome("meeting.held_on"))
                ) AS held
            FROM board WHERE \(isOf("organization_id"))
        )
        SELECT
            group_key,
            count(planned) AS boards_planned,
            count(*) - count(planned) AS boards_unplanned,
            ifnull(sum(planned), 0) AS meetings_planned,
            ifnull(sum(held) FILTER (WHERE planned IS NOT NULL), 0) AS meetings_of_planned
        FROM plan
        GROUP BY group_key
        """
    }

    /// Meetings planned for a day of the period, by that day, and whether they were held by the reference day.
    fileprivate var plansByDay: SQL {
        """
        SELECT
            \(key(ofDay: "planned_on")) AS group_key,
            count(DISTINCT board_id) AS boards_planned,
            0 AS boards_unplanned,
            count(*) AS meetings_planned,
            count(*) FILTER (WHERE held_on <= \(referenceDay)) AS meetings_of_planned
        FROM meeting_fact
        WHERE planned_on BETWEEN \(period.from) AND \(period.to) AND \(isOf("organization_id"))
        GROUP BY group_key
        """
    }
}

extension Question {
    /// Boards as they are.
    static let seats = Question(
        name: "seats",
        words: """
            Seats of the boards: voting seats filled, how many of those are designated, and voting seats in all (all \
            seats where voting seats are not recorded separately).
            """,
        columns: [
            .boards, .boardsWithFilled, .designatedFilled, .seatsFilled, .boardsWithVoting, .designatedOfVoting,
            .seatsVoting,
        ],
        evidence: .boards
    ) { scope in
        """
        WITH place AS (
            SELECT
                \(scope.key(ofDay: nil)) AS group_key, designated_filled, filled_seats,
                ifnull(voting_seats, seats) AS voting_seats
            FROM board WHERE \(scope.isOf("organization_id"))
        )
        SELECT
            group_key,
            count(*) AS boards,
            count(designated_filled + filled_seats) AS boards_with_filled,
            ifnull(sum(designated_filled) FILTER (WHERE filled_seats IS NOT NULL), 0) AS designated_filled,
            ifnull(sum(filled_seats) FILTER (WHERE designated_filled IS NOT NULL), 0) AS seats_filled,
            count(designated_filled + voting_seats) AS boards_with_voting,
            ifnull(sum(designated_filled) FILTER (WHERE voting_seats IS NOT NULL), 0) AS designated_of_voting,
            ifnull(sum(voting_seats) FILTER (WHERE designated_filled IS NOT NULL), 0) AS seats_voting
        FROM place
        GROUP BY group_key
        """
    }

    /// Meetings planned and held, by board.
    ///
    /// A board that plans no meeting in the period is taken by its meetings a year, for the days of the period.
    static let meetingPlans = Question(
        name: "meeting plans",
        words: """
            Meetings planned in the period, and meetings held in it by the reference day. A board without planned \
            dates uses its meetings per year, scaled to the period and rounded. A board with neither is left out. By \
            month and quarter, only meetings with planned dates count.
            """,
        columns: [.boardsPlanned, .boardsUnplanned, .meetingsPlanned, .meetingsOfPlanned],
        evidence: .boards
    ) { scope in
        scope.split == .month || scope.split == .quarter ? scope.plansByDay : scope.plans
    }

    /// Meetings held, who was there and who was paid.
    static let meetings = Question(
        name: "meetings",
        words: """
            Meetings held in the period. Quorum is what was recorded. Otherwise it is whether the board's quorum was \
            present, or a majority of its filled voting seats if it set no quorum. Also members present, and how many \
            were paid.
            """,
        columns: [
            .meetingsHeld, .meetingsJudged, .meetingsQuorate, .meetingsAttended, .membersPresent, .seatsAtMeetings,
            .meetingsPaid, .membersToPay, .membersPaid, .membersDeclined,
        ],
        evidence: .meetings
    ) { scope in
        """
        SELECT
            \(scope.key(ofDay: "held_on")) AS group_key,
            count(*) AS meetings_held,
            count(quorate) AS meetings_judged,
            count(*) FILTER (WHERE quorate) AS meetings_quorate,
            count(present + filled_seats) AS meetings_attended,
            ifnull(sum(present) FILTER (WHERE filled_seats IS NOT NULL), 0) AS members_present,
            ifnull(sum(filled_seats) FILTER (WHERE present IS NOT NULL), 0) AS seats_at_meetings,
            count(present + paid) AS meetings_paid,
            ifnull(sum(present) FILTER (WHERE paid IS NOT NULL), 0) AS members_to_pay,
            ifnull(sum(paid) FILTER (WHERE present IS NOT NULL), 0) AS members_paid,
            ifnull(sum(declined_pay) FILTER (WHERE present IS NOT NULL), 0) AS members_declined
        FROM meeting_fact
        WHERE \(scope.hasCome("held_on")) AND \(scope.isOf("organization_id"))
        GROUP BY group_key
        """
    }

    /// Topics of meetings by level of participation.
    static let participation = Question(
        name: "participation",
        words: "Topics of meetings held in the period, by the level of participation recorded for each.",
        columns: [.meetingsWithLevels]
            + ["inform", "consult", "involve", "collaborate", "empower"].map(Counted.topics),
        evidence: .meetings
    ) { scope in
        """
        SELECT
            \(scope.key(ofDay: "held_on")) AS group_key,
            count(DISTINCT fact.id) AS meetings_with_levels,
            count(*) FILTER (WHERE level = 'inform') AS topics_inform,
            count(*) FILTER (WHERE level = 'consult') AS topics_consult,
            count(*) FILTER (WHERE level = 'involve') AS topics_involve,
            count(*) FILTER (WHERE level = 'collaborate') AS topics_collaborate,
            count(*) FILTER (WHERE level = 'empower') AS topics_empower
        FROM meeting_fact AS fact CROSS JOIN meeting_level ON meeting_level.meeting_id = fact.id
        WHERE \(scope.hasCome("held_on")) AND \(scope.isOf("organization_id"))
        GROUP BY group_key
        """
    }
}
