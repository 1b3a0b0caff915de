import Measures
import SQLite
import Testing

@testable import Reports

/// The worked examples about feedback, boards, practices and positions, with the figures that they expect.
@Suite struct LoopExampleTests {
    static func feedback() throws -> Sample {
        let sample = try Sample()
        try sample.organization(1, "a")
        try sample.outlet(1)
        try sample.heard(1, "2026-01-05", acknowledged: "2026-01-06", answered: "2026-01-12")
        try sample.heard(2, "2026-01-10", acknowledged: "2026-01-10", answered: "2026-01-31")
        try sample.heard(3, "2026-01-20", acknowledged: "2026-01-29", answered: "2026-02-03")
        try sample.heard(4, "2026-02-01", reachable: 0, answered: "2026-02-20", told: "poster")
        try sample.heard(5, "2026-02-15", acknowledged: "2026-02-17")
        try sample.heard(6, "2026-03-28")
        try sample.heard(7, "2026-02-02", excluded: "duplicate of f4")
        try sample.session(1, "2026-02-10", for: [1])
        try sample.counted(1, 15)
        return sample
    }

    static func board() throws -> Sample {
        let sample = try Sample()
        try sample.organization(1, "a")
        try sample.board(1, seats: 11, filled: 9, designatedFilled: 5)
        for (place, present) in [7, 5, 4, 8, 6].enumerated() {
            let day = "2026-0\(place + 1)-10"
            try sample.meeting(place + 1, planned: day, held: day, present: present)
        }
        try sample.database.execute("UPDATE meeting SET paid = present - 1, declined_pay = 1 WHERE id IN (1, 3, 4)")
        try sample.database.execute("UPDATE meeting SET paid = present WHERE id IN (2, 5)")
        try sample.meeting(6, planned: "2026-06-10")
        let answers = ["accepted", "accepted", "accepted", "partly", "partly", "declined"]
        for (place, answer) in answers.enumerated() {
            try sample.recommended(
                place + 1,
                "2026-01-10",
                due: "2026-03-01",
                answer: answer,
                answered: "2026-02-0\(place + 1)",
                implemented: place < 2 ? "2026-04-01" : nil
            )
        }
        try sample.recommended(7, "2026-05-10", due: "2026-07-10")
        try sample.recommended(8, "2026-02-10", due: "2026-03-10")
        return sample
    }

    @Test func `a log of feedback gives the figures of EX-FB-1`() throws {
        let figures = try Self.feedback().figures(try scope("2026-Q1"), of: .feedback)
        #expect(figures["FB-01"]?.value == 1)
        #expect(figures["FB-02"]?.value == 6)
        #expect(figures["FB-02.excluded"]?.value == 1)
        #expect(figures["FB-02.per_100"]?.value == 40)
        #expect(figures["FB-03"]?.line == "value 0.75 - - 3/4 missing 0")
        #expect(figures["FB-04"]?.value == 16.5)
        #expect(figures["FB-04"]?.n == 4)
        #expect(figures["FB-04.km"]?.value == 19)
        #expect(figures["FB-05"]?.line == "value 0.8 - - 4/5 missing 0")
        #expect(figures["FB-05.open"]?.value == 2)
        #expect(figures["FB-05.overdue"]?.value == 1)
        #expect(figures["FB-06"]?.line == "value 0.25 - - 1/4 missing 0")
        #expect(figures["FB-06.changed"]?.line == "value 0 - - 0/4 missing 0")
    }

    @Test func `a board's half year gives the figures of EX-PAB-1`() throws {
        let figures = try Self.board().figures(try scope("2026-01-01..2026-06-30"), of: .boards)
        #expect(figures["PB-01"]?.line == "value \(5.0 / 9) - - 5/9 missing 0")
        #expect(figures["PB-01.authorized"]?.line == "value \(5.0 / 11) - - 5/11 missing 0")
        #expect(figures["PB-02"]?.line == "value \(5.0 / 6) - - 5/6 missing 0")
        #expect(figures["PB-03"]?.line == "value 0.8 - - 4/5 missing 0")
        #expect(figures["PB-03.attendance"]?.line == "value \(2.0 / 3) - - 30/45 missing 0")
        #expect(figures["PB-04"]?.line == "value 0.9 - - 27/30 missing 0")
        #expect(figures["PB-05"]?.line == "value \(6.0 / 7) - - 6/7 missing 0")
        #expect(figures["PB-05.uptake"]?.line == "value 0.625 - - 5/8 missing 0")
        #expect(figures["PB-05.accepted"]?.line == "value 0.375 - - 3/8 missing 0")
        #expect(figures["PB-05.uptake_decided"]?.line == "value \(5.0 / 6) - - 5/6 missing 0")
        #expect(figures["PB-05.implemented"]?.line == "value 0.4 - - 2/5 missing 0")
        #expect(figures["PB-05.days"]?.value == 24.5)
        #expect(figures["PB-06.inform"]?.state == .notCollected)
    }

    /// EX-PAB-2 and EX-PAB-3: the fewest designated seats at which a yardstick is met.
    @Test(arguments: [(9, 5, 0.51), (16, 9, 0.51), (25, 13, 0.51), (39, 13, 0.33), (24, 8, 0.33), (30, 10, 0.33)])
    func `a share of seats meets a yardstick with the fewest seats of the examples`(
        filled: Int,
        fewest: Int,
        yardstick: Double
    ) throws {
        func share(_ designated: Int) throws -> Double {
            let sample = try Sample()
            try sample.organization(1, "a")
            try sample.board(1, filled: filled, designatedFilled: designated)
            return try #require(try sample.figures(try scope("2026"), of: .boards)["PB-01"]?.value)
        }
        #expect(try share(fewest) >= yardstick)
        #expect(try share(fewest - 1) < yardstick)
    }

    @Test func `a checklist gives the scores of EX-ASSESS-1`() throws {
        let sample = try Sample()
        try sample.organization(1, "a")
        let scores = [("met", 9), ("partial", 4), ("not_met", 4), ("not_applicable", 3)]
        let all: [String?] = scores.flatMap { Array(repeating: $0.0, count: $0.1) }
        try sample.assessed(1, completed: "2026-02-01", scores: all)
        let figures = try sample.figures(try scope("2026-Q1"), of: .practices)
        #expect(figures["AS-02"]?.line == "value \(11.0 / 17) - - 11/17 missing 0")
        #expect(figures["AS-02.strict"]?.line == "value \(9.0 / 17) - - 9/17 missing 0")
        #expect(figures["AS-03"]?.line == "not_collected - - - missing 20")
        #expect(figures["AS-05"]?.state == .notCollected)
    }

    @Test func `terms give the retention of EX-HIRE-1`() throws {
        let sample = try Sample()
        try sample.organization(1, "a")
        try sample.position(1, filled: [("2024-05-01", nil)])
        try sample.position(2, filled: [("2025-01-10", "2025-12-01")])
        try sample.position(3, filled: [("2025-02-01", nil)])
        try sample.position(4, filled: [("2025-09-01", nil)])
        try sample.position(5, paid: 0, filled: [("2024-01-01", nil)])
        let scope = try scope("2026-Q1", asOf: "2026-03-31")
        #expect(try sample.figures(scope, of: .hiring)["HI-03"]?.line == "value \(2.0 / 3) - - 2/3 missing 0")
        #expect(try sample.figures(scope, of: .hiring)["HI-01"]?.line == "value 0.8 - - 4/5 missing 0")
        #expect(try sample.figures(scope, profile: .board, of: .hiring)["HI-03"]?.state == .withheld)
        #expect(try sample.figures(scope, profile: .public, of: .hiring)["HI-01"]?.state == .value)
    }
}
