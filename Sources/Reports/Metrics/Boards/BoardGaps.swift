import Calendar
import Records
import SQLite

extension Theme {
    /// What boards, meetings and recommendations may lack.
    static let gapsOfBoards: [Gap] = [
        Gap(
            "board: seats not recorded",
            for: [.designatedShare],
            step: { .perform(.edit(.board), ["ref": $0], ask: ["seats", "filled_seats", "designated_filled"]) }
        ) {
            scope in
            """
            WITH \(scope.undivided.boards)
            SELECT ref, NULL FROM place
            WHERE ifnull(voting_seats, seats) IS NULL OR filled_seats IS NULL OR designated_filled IS NULL
            """
        },
        Gap(
            "board: planned meetings not recorded",
            for: [.meetingsHeld],
            step: { .perform(.edit(.board), ["ref": $0], ask: ["meetings_per_year"]) }
        ) {
            scope in
            """
            WITH \(scope.undivided.boards)
            SELECT ref, NULL FROM place
            WHERE meetings_per_year IS NULL
                AND NOT EXISTS (SELECT 1 FROM meeting WHERE meeting.board_id = place.id AND planned_on IS NOT NULL)
            """
        },
        Gap(
            "meeting: members present not recorded",
            for: [.quorum],
            step: { .perform(.edit(.meeting), ["ref": $0], ask: ["present"]) }
        ) { scope in
            scope.heldMeetings("present IS NULL")
        },
        Gap(
            "meeting: members paid not recorded",
            for: [.compensationCoverage],
            step: { .perform(.edit(.meeting), ["ref": $0], ask: ["paid"]) }
        ) {
            scope in
            scope.heldMeetings("paid IS NULL")
        },
        Gap(
            "open recommendation: due date not recorded",
            for: [.recommendationsAnsweredOnTime],
            step: { .perform(.edit(.recommendation), ["ref": $0], ask: ["due"]) }
        ) {
            scope in
            scope.openRecommendations("due_on IS NULL")
        },
        Gap(
            "open recommendation: who answers is not recorded",
            for: [.recommendationsAnswered],
            step: { .perform(.edit(.recommendation), ["ref": $0], ask: ["addressed_to"]) }
        ) {
            scope in
            scope.openRecommendations("ifnull(addressed_to, '') = ''")
        },
    ]
}

extension Scope {
    fileprivate func heldMeetings(_ lacking: SQL) -> SQL {
        """
        SELECT ref, held_on FROM meeting_fact
        WHERE \(hasCome("held_on")) AND \(isOf("organization_id")) AND \(lacking)
        """
    }

    fileprivate func openRecommendations(_ lacking: SQL) -> SQL {
        """
        SELECT recommendation.ref, made_on FROM recommendation CROSS JOIN board ON board.id = recommendation.board_id
        WHERE \(hasCome("made_on")) AND (answer IS NULL OR answered_on > \(referenceDay))
            AND \(isOf("organization_id")) AND \(lacking)
        """
    }
}
