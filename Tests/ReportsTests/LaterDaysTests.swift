import Calendar
import Documents
import Measures
import SQLite
import Support
import Testing

@testable import Reports

/// What is dated after the as-of day has not happened yet: writing it down changes no byte of a report.
@Suite struct LaterDaysTests {
    /// What may be written down on a day, of whatever it fits.
    private static func happen(on day: String, in sample: borrowing Sample) throws {
        let statements: [SQL] = [
            "UPDATE feedback SET acknowledged_on = \(day) WHERE acknowledged_on IS NULL",
            "UPDATE feedback SET answered_on = \(day) WHERE answered_on IS NULL AND id % 2 = 0",
            "UPDATE feedback SET told = 'poster', told_on = \(day) WHERE told IS NULL AND answered_on IS NOT NULL",
            "UPDATE feedback SET led_to_change = 1, changed_on = \(day) WHERE ifnull(led_to_change, 0) = 0",
            "UPDATE outlet SET closed_on = \(day) WHERE closed_on IS NULL",
            """
            INSERT INTO board_seats (board_id, starts_on, seats, voting_seats, filled_seats, designated_filled, quorum,
                meetings_per_year)
            SELECT id, \(day), iif(seats IS NULL, NULL, 99), iif(voting_seats IS NULL, NULL, 88),
                iif(filled_seats IS NULL, NULL, 77), iif(designated_filled IS NULL, NULL, 66),
                iif(quorum IS NULL, NULL, 55), iif(meetings_per_year IS NULL, NULL, 44)
            FROM board WHERE coalesce(seats, voting_seats, filled_seats, designated_filled, quorum, meetings_per_year)
                IS NOT NULL
            """,
            "INSERT INTO meeting (ref, board_id, held_on, present, filled_seats) SELECT 'm-' || id, id, \(day), 3, 5 FROM board",
            """
            UPDATE recommendation SET answer = 'accepted', answered_on = \(day)
            WHERE answer IS NULL AND id % 2 = 0
            """,
            "UPDATE recommendation SET answer = 'withdrawn', answered_on = \(day) WHERE answer IS NULL",
            """
            UPDATE recommendation SET implemented_on = \(day)
            WHERE implemented_on IS NULL AND (answer = 'accepted' OR answer = 'partly')
            """,
            "UPDATE assessment SET completed_on = \(day) WHERE completed_on IS NULL",
            "UPDATE action SET done_on = \(day) WHERE done_on IS NULL",
            "UPDATE position SET closed_on = \(day) WHERE closed_on IS NULL AND id % 3 = 0",
            "UPDATE position_filling SET filled_to = \(day) WHERE filled_to IS NULL",
            """
            INSERT INTO position_filling (position_id, filled_from) SELECT id, \(day) FROM position
            WHERE NOT EXISTS (SELECT 1 FROM position_filling AS f WHERE f.position_id = position.id)
            """,
        ]
        for statement in statements { try sample.database.execute(statement) }
    }

    private static let reports: [Report] = [.feedback, .boards, .recommendations, .practices, .hiring]

    private static func texts(_ sample: borrowing Sample, _ request: ReportRequest) throws -> [String] {
        var texts: [String] = []
        for report in reports {
            let inquiry = Inquiry(
                report,
                of: Sample.program,
                scope: try request.reportScope(),
                disclosure: Disclosure(.team)
            )
            for format in [Format.json, .table] {
                texts.append(try inquiry.document(for: format, from: sample.reader).withSteps.text(format))
            }
        }
        return texts
    }

    @Test(arguments: Sweep.seeds(10, full: 100).map(UInt64.init))
    func `what is written down later changes no report of an earlier day`(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let sample = try Sample()
        let feedback = RawFeedback(using: &generator)
        try RandomProgram(["FB-02"], using: &generator).store(in: sample)
        try feedback.store(in: sample)
        try RawBoards(using: &generator).store(in: sample)
        try RawPractices(using: &generator).store(in: sample)
        try RawPositions(using: &generator).store(in: sample)
        let requests = (0..<4).map { _ in
            ReportRequest(near: feedback.days, among: RandomProgram.organizations, using: &generator)
        }
        let before = try requests.map { try Self.texts(sample, $0) }
        // Later than any as-of day that is asked about.
        try Self.happen(on: "2033-05-05", in: sample)
        for (request, texts) in zip(requests, before) {
            for (old, new) in zip(texts, try Self.texts(sample, request)) {
                #expect(old == new, "\(request)")
            }
        }
    }
}
