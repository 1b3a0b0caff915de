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
    /// Boards that are judged by their meetings a year where the days are too few for it.
    static let boardsByYear = Counted(rawValue: "boards_by_year")
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
    /// A number of `board` as it was on a day, value by value: as the latest row of its seats says that began by then, else
    /// as its own row does, else as the first row to come says.
    private func state(_ column: Identifier, on day: SQL) -> SQL {
        let rows: SQL = "FROM board_seats AS state WHERE state.board_id = board.id"
        let value: SQL = "SELECT state.\(identifier: column) \(rows) AND state.\(identifier: column) IS NOT NULL"
        return """
            coalesce(
                (\(value) AND state.starts_on <= \(day) ORDER BY state.starts_on DESC LIMIT 1),
                board.\(identifier: column),
                (\(value) ORDER BY state.starts_on LIMIT 1)
            )
            """
    }

    /// The clause `rhythm`: a row per board that had begun by the reference day, with its meetings a year added up over the
    /// days of the period on which there is the board. Each day has the number that held on it, and those after the
    /// reference day the number that holds on that one: what begins later changes nothing yet.
    fileprivate var rhythm: SQL {
        """
        lasting AS (
            SELECT board.*, max(\(period.from), ifnull(since_on, \(period.from))) AS first_on FROM board
            WHERE (since_on IS NULL OR since_on <= \(referenceDay)) AND \(isOf("organization_id"))
        ),
        rhythm AS (
            SELECT
                board.id,
                CAST(julianday(\(period.to)) - julianday(first_on) + 1 AS INTEGER)
                    * \(state("meetings_per_year", on: "min(first_on, \(referenceDay))"))
                + ifnull(
                    (
                        SELECT sum(
                            CAST(julianday(\(period.to)) - julianday(later.starts_on) + 1 AS INTEGER)
                            * (
                                later.meetings_per_year - coalesce(
                                    (
                                        SELECT before.meetings_per_year FROM board_seats AS before
                                        WHERE before.board_id = later.board_id AND before.starts_on < later.starts_on
                                            AND before.meetings_per_year IS NOT NULL
                                        ORDER BY before.starts_on DESC LIMIT 1
                                    ),
                                    board.meetings_per_year,
                                    later.meetings_per_year
                                )
                            )
                        )
                        FROM board_seats AS later
                        WHERE later.board_id = board.id AND later.meetings_per_year IS NOT NULL
                            AND later.starts_on > first_on AND later.starts_on <= \(referenceDay)
                    ),
                    0
                ) AS days_by_year
            FROM lasting AS board
        )
        """
    }

    /// The clause `place`: a row per board that had begun by the reference day, with its numbers as they were then.
    var boards: SQL {
        let columns: [Identifier] = [
            "seats", "voting_seats", "designated_seats", "filled_seats", "designated_filled", "quorum",
            "meetings_per_year",
        ]
        return """
            place AS (
                SELECT
                    \(key(ofDay: nil)) AS group_key, board.id, board.ref, board.title,
                    \(columns.map { "\(state($0, on: "\(referenceDay)")) AS \(identifier: $0)" as SQL }.joined(separator: ", "))
                FROM board
                WHERE (board.since_on IS NULL OR board.since_on <= \(referenceDay)) AND \(isOf("organization_id"))
            )
            """
    }

    /// Whether the period is too short for a share of the meetings a year.
    fileprivate var isTooShortForYears: Bool { period.days < 90 }
}

extension Question {
    /// Boards as they were on the reference day.
    static let seats = Question(
        name: "seats",
        words: """
            Seats of the boards on the reference day: voting seats filled, how many of those are designated, and voting \
            seats in all (all seats where voting seats are not recorded separately).
            """,
        columns: [
            .boards, .boardsWithFilled, .designatedFilled, .seatsFilled, .boardsWithVoting, .designatedOfVoting,
            .seatsVoting,
        ],
        evidence: .boards
    ) { scope in
        """
        WITH \(scope.boards),
        known AS (SELECT *, ifnull(voting_seats, seats) AS voting FROM place)
        SELECT
            group_key,
            count(*) AS boards,
            count(designated_filled + filled_seats) AS boards_with_filled,
            ifnull(sum(designated_filled) FILTER (WHERE filled_seats IS NOT NULL), 0) AS designated_filled,
            ifnull(sum(filled_seats) FILTER (WHERE designated_filled IS NOT NULL), 0) AS seats_filled,
            count(designated_filled + voting) AS boards_with_voting,
            ifnull(sum(designated_filled) FILTER (WHERE voting IS NOT NULL), 0) AS designated_of_voting,
            ifnull(sum(voting) FILTER (WHERE designated_filled IS NOT NULL), 0) AS seats_voting
        FROM known
        GROUP BY group_key
        """
    }

    /// Meetings planned and held, by board.
    ///
    /// A board of which any meeting was planned for a day is judged by such days, those to come among them. Any other is
    /// judged by its meetings a year, for the days of the period, which no month and no other short period divides.
    static let meetingPlans = Question(
        name: "meeting plans",
        words: """
            Meetings planned in the period, also for later than today, and meetings held in it by the reference day. A \
            board that never planned a date uses its meetings per year, scaled to the days of the period and rounded; \
            this needs a period of at least 90 days and can't be split by month or quarter. A board with neither is left \
            out.
            """,
        columns: [.boardsPlanned, .boardsUnplanned, .boardsByYear, .meetingsPlanned, .meetingsOfPlanned],
        isAskedByPiece: true,
        evidence: .boards
    ) { scope in
        """
        WITH \(scope.boards), \(scope.rhythm),
        plan AS (
            SELECT
                group_key,
                EXISTS (
                    SELECT 1 FROM meeting_fact AS any_one WHERE any_one.board_id = place.id AND planned_on IS NOT NULL
                ) AS has_days,
                (
                    SELECT count(*) FROM meeting_fact AS one WHERE one.board_id = place.id
                        AND planned_on BETWEEN \(scope.period.from) AND \(scope.period.to)
                ) AS days,
                (2 * days_by_year + 365) / 730 AS by_year,
                (
                    SELECT count(*) FROM meeting_fact AS one WHERE one.board_id = place.id AND \(scope.hasCome("held_on"))
                ) AS held
            FROM place CROSS JOIN rhythm ON rhythm.id = place.id
        )
        SELECT
            group_key,
            count(*) FILTER (WHERE has_days OR by_year IS NOT NULL) AS boards_planned,
            count(*) FILTER (WHERE NOT has_days AND by_year IS NULL) AS boards_unplanned,
            count(*) FILTER (
                WHERE NOT has_days AND by_year IS NOT NULL AND \(scope.isTooShortForYears || scope.isPiece)
            ) AS boards_by_year,
            ifnull(sum(iif(has_days, days, by_year)), 0) AS meetings_planned,
            ifnull(sum(held) FILTER (WHERE has_days OR by_year IS NOT NULL), 0) AS meetings_of_planned
        FROM plan
        GROUP BY group_key
        """
    }

    /// Meetings held, who was there and who was paid.
    static let meetings = Question(
        name: "meetings",
        words: """
            Meetings held in the period. Quorum is what was recorded. Otherwise it is whether the quorum was present, or \
            a majority of the filled voting seats if there was no quorum. Quorum and filled seats are those of the day of \
            the meeting, or those counted at the meeting. Also members present, and how many were paid.
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
