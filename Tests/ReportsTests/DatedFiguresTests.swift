import Documents
import Measures
import SQLite
import Testing

@testable import Reports

/// Rates fall where their target day does, backlogs are what is open on the last day: worked out by hand.
@Suite struct DatedFiguresTests {
    private static func record() throws -> Sample {
        let sample = try Sample()
        try sample.organization(1, "o1")
        try sample.outlet(1)
        return sample
    }

    private func lines(_ sample: borrowing Sample, _ period: String, _ asOf: String? = nil, _ report: Report) throws
        -> [String: String]
    {
        try sample.figures(try scope(period, asOf: asOf), of: report).mapValues(\.line)
    }

    @Test func `a backlog is what is open at the end of the last day, whenever it came`() throws {
        let sample = try Self.record()
        try sample.heard(1, "2025-11-20")
        try sample.heard(2, "2026-08-31")
        try sample.heard(3, "2026-09-01", answered: "2026-10-01")
        try sample.assessed(1, completed: "2025-10-01")
        try sample.action(1, of: 1, due: "2025-12-15")
        try sample.action(2, of: 1, due: "2026-09-30", done: "2026-10-01")
        let october = try lines(sample, "2026-Q3", "2026-10-05", .feedback)
        #expect(october["FB-05.open"] == "value 3 - - missing 0")
        // The 30 days of the second are over at the end of September 30, those of the third a day later.
        #expect(october["FB-05.overdue"] == "value 2 - - missing 0")
        #expect(try lines(sample, "2026-Q3", "2026-09-30", .feedback)["FB-05.overdue"] == "value 1 - - missing 0")
        let actions = try lines(sample, "2026-Q3", "2026-10-05", .practices)
        #expect(actions["AS-04.overdue"] == "value 2 - - missing 0")
        #expect(actions["AS-04"] == "value 0 - - 0/1 missing 0")
    }

    @Test func `what is due counts in the period of its target day, as it stood at the end of that day`() throws {
        let sample = try Self.record()
        // Due on January 19, for acknowledgement on December 25.
        try sample.heard(1, "2025-12-20", answered: "2026-01-19")
        try sample.heard(2, "2025-12-20", answered: "2026-01-20")
        try sample.heard(3, "2025-12-30", reachable: 0)
        let winter = try lines(sample, "2026-Q1", nil, .feedback)
        #expect(winter["FB-05"] == "value \(1.0 / 3) - - 1/3 missing 0")
        #expect(winter["FB-02"] == "value 0 - - missing 0")
        #expect(winter["FB-03"] == "not_applicable:zero_denominator - - - 0/0 missing 0")
        #expect(try lines(sample, "2025-Q4", nil, .feedback)["FB-03"] == "value 0 - - 0/2 missing 0")
        #expect(try lines(sample, "2026-Q1", "2026-01-19", .feedback)["FB-05"]?.contains("0/0") == true)
    }

    @Test func `an answer acknowledges where nobody had`() throws {
        let sample = try Self.record()
        try sample.heard(1, "2026-01-05", answered: "2026-01-10")
        try sample.heard(2, "2026-01-05", acknowledged: "2026-01-20", answered: "2026-01-11")
        try sample.heard(3, "2026-01-05", acknowledged: "2026-01-12", answered: "2026-01-09")
        #expect(try lines(sample, "2026-Q1", nil, .feedback)["FB-03"] == "value \(2.0 / 3) - - 2/3 missing 0")
    }

    @Test func `people are told, and something is changed, from a day on`() throws {
        let sample = try Self.record()
        try sample.heard(1, "2025-12-01", answered: "2026-02-10", told: "poster", changed: 1)
        try sample.heard(2, "2026-02-01", answered: "2026-02-10", told: "poster", changed: 1)
        try sample.database.execute(
            "UPDATE feedback SET told_on = '2026-04-02', changed_on = '2026-04-01' WHERE id = 2"
        )
        let winter = try lines(sample, "2026-Q1", nil, .feedback)
        #expect(winter["FB-06"] == "value 0.5 - - 1/2 missing 0")
        #expect(winter["FB-06.changed"] == "value 0.5 - - 1/2 missing 0")
        #expect(winter["FB-06.not_told"] == "value 1 - - missing 0")
        // 71 days of the first and 9 of the second, although only one came in the period.
        #expect(winter["FB-04"]?.hasPrefix("value 40 ") == true)
        let spring = try lines(sample, "2026-Q2", nil, .feedback)
        #expect(spring["FB-06.not_told"] == "value 0 - - missing 0")
        #expect(spring["FB-06"] == "not_applicable:zero_denominator - - - 0/0 missing 0")
    }

    @Test func `an item keeps the target days with which it came`() throws {
        let sample = try Self.record()
        try sample.heard(1, "2026-01-05", answered: "2026-01-20")
        try sample.database.execute("UPDATE outlet SET resolve_days = 10")
        try sample.heard(2, "2026-01-05", answered: "2026-01-20")
        #expect(try lines(sample, "2026-Q1", nil, .feedback)["FB-05"] == "value 0.5 - - 1/2 missing 0")
    }

    @Test func `recommendations: due, made, answered and open are four different things`() throws {
        let sample = try Self.record()
        try sample.board(1)
        try sample.recommended(1, "2025-12-20", due: "2026-01-20", answer: "accepted", answered: "2026-01-21")
        try sample.recommended(2, "2026-01-10", due: "2026-02-10", answer: "withdrawn", answered: "2026-02-11")
        try sample.recommended(3, "2026-01-10", due: "2026-02-10", answer: "withdrawn", answered: "2026-02-10")
        try sample.recommended(4, "2026-01-10", due: "2026-02-10", answer: "noted", answered: "2026-02-01")
        try sample.recommended(5, "2026-01-10")
        try sample.recommended(6, "2026-03-10", due: "2026-03-31")
        let all = try lines(sample, "2026-Q1", "2026-04-10", .recommendations)
        #expect(all["PB-05"] == "value 0.25 - - 1/4 missing 1")
        #expect(all["PB-05.answered"] == "value \(1.0 / 3) - - 1/3 missing 0")
        #expect(all["PB-05.noted"] == "value \(1.0 / 3) - - 1/3 missing 0")
        #expect(all["PB-05.uptake"] == "value 0 - - 0/3 missing 0")
        #expect(all["PB-05.uptake_decided"] == "value 1 - - 1/1 missing 0")
        #expect(all["PB-05.implemented"] == "value 0 - - 0/1 missing 0")
        #expect(all["PB-05.unimplemented"] == "value 1 - - missing 0")
        #expect(all["PB-05.pending"] == "value 2 - - missing 0")
        #expect(all["PB-05.overdue"] == "value 1 - - missing 0")
        // On the last day itself nothing that is due on it is over.
        #expect(
            try lines(sample, "2026-Q1", "2026-03-31", .recommendations)["PB-05.overdue"] == "value 0 - - missing 0"
        )
    }

    @Test func `seats are those of the day, value by value`() throws {
        let sample = try Self.record()
        try sample.board(1, seats: 9, filled: 5, designatedFilled: 3, quorum: 4)
        try sample.database.execute(
            """
            INSERT INTO board_seats (board_id, starts_on, filled_seats, designated_filled)
            VALUES (1, '2026-02-01', 8, 6), (1, '2026-04-01', NULL, 2)
            """
        )
        try sample.database.execute("INSERT INTO board_seats (board_id, starts_on, quorum) VALUES (1, '2026-02-15', 6)")
        try sample.meeting(1, held: "2026-01-15", present: 4)
        try sample.meeting(2, held: "2026-02-10", present: 4)
        try sample.meeting(3, held: "2026-02-20", present: 5)
        try sample.meeting(4, held: "2026-03-20", present: 6)
        try sample.database.execute("UPDATE meeting SET filled_seats = 7 WHERE id = 4")
        let winter = try lines(sample, "2026-Q1", nil, .boards)
        #expect(winter["PB-01"] == "value 0.75 - - 6/8 missing 0")
        #expect(winter["PB-03"] == "value 0.75 - - 3/4 missing 0")
        #expect(winter["PB-03.attendance"] == "value \(19.0 / 28) - - 19/28 missing 0")
        #expect(try lines(sample, "2026-01", nil, .boards)["PB-01"] == "value 0.6 - - 3/5 missing 0")
        #expect(try lines(sample, "2026-Q2", nil, .boards)["PB-01"] == "value 0.25 - - 2/8 missing 0")
    }

    @Test func `the first value of a board holds backward, unless the board began later`() throws {
        let sample = try Self.record()
        try sample.board(1, seats: 9)
        try sample.database.execute(
            "INSERT INTO board_seats (board_id, starts_on, filled_seats, designated_filled) VALUES (1, '2026-06-01', 8, 4)"
        )
        try sample.meeting(1, held: "2026-01-15", present: 5)
        #expect(try lines(sample, "2026-Q1", nil, .boards)["PB-01"] == "value 0.5 - - 4/8 missing 0")
        #expect(try lines(sample, "2026-Q1", nil, .boards)["PB-03"] == "value 1 - - 1/1 missing 0")
        try sample.database.execute("UPDATE board SET since_on = '2026-02-01'")
        #expect(
            try lines(sample, "2026-01", nil, .boards)["PB-01"] == "not_applicable:zero_denominator - - - 0/0 missing 0"
        )
        #expect(try lines(sample, "2026-Q1", nil, .boards)["PB-03"]?.contains("0/0") == true)
    }

    @Test func `more meetings than planned are a value, and meetings a year divide by no month`() throws {
        let sample = try Self.record()
        try sample.board(1, perYear: 12)
        for (id, day) in [(1, "01-10"), (2, "02-10"), (3, "02-20"), (4, "03-10")] {
            try sample.meeting(id, held: "2026-\(day)")
        }
        #expect(try lines(sample, "2026-Q1", nil, .boards)["PB-02"] == "value \(4.0 / 3) - - 4/3 missing 0")
        #expect(try lines(sample, "2026-02", nil, .boards)["PB-02"]?.hasPrefix("not_applicable:not_divisible") == true)
        let document = try sample.document(.boards, try scope("2026", by: .quarter))
        #expect(document.entries(of: "2026-Q1")["PB-02"]?["reason"] == .string("not_divisible"))
        #expect(document.entries["PB-02"]?["denominator"] == .integer(12))
        // 12 a year for 181 days, then 6 for 184: 5.95 and 3.02.
        try sample.database.execute(
            "INSERT INTO board_seats (board_id, starts_on, meetings_per_year) VALUES (1, '2026-07-01', 6)"
        )
        #expect(try lines(sample, "2026", "2026-12-31", .boards)["PB-02"] == "value \(4.0 / 9) - - 4/9 missing 0")
        #expect(try lines(sample, "2026", "2026-06-30", .boards)["PB-02"] == "value \(4.0 / 12) - - 4/12 missing 0")
    }

    @Test
    func `a position without a day counts from its first filling, and only the program's own where none is asked`()
        throws
    {
        let sample = try Self.record()
        try sample.organization(900, "lakeside")
        try sample.position(1, of: 900, filled: [("2026-01-05", nil)])
        try sample.position(2, of: 900)
        try sample.position(3, of: 900, capacity: "training")
        try sample.position(4, of: 1, authorized: "2025-01-01")
        func entry(_ id: String, _ period: String, _ organization: Int? = nil) throws -> [JSON?] {
            let document = try sample.document(.hiring, try scope(period, organization: organization))
            return ["state", "value", "denominator", "missing"].map { document.entries[id]?[$0] }
        }
        #expect(try entry("HI-01", "2026-Q1") == [.string("value"), .double(1), .integer(1), .integer(2)])
        #expect(try entry("HI-02", "2026-Q1") == [.string("value"), .double(1), .null, .integer(2)])
        #expect(try entry("HI-01", "2025") == [.string("not_collected"), .null, .null, .integer(3)])
        #expect(try entry("HI-01", "2026-Q1", 1) == [.string("value"), .double(0), .integer(1), .integer(0)])
        let groups = try sample.document(.hiring, try scope("2026-Q1", by: .organization))
        #expect(groups.entries(of: "o1")["HI-01"]?["denominator"] == .integer(1))
        #expect(groups.entries(of: "lakeside")["HI-01"]?["denominator"] == .integer(1))
    }

    @Test func `of days that are still to come stocks and shares say nothing, and counts are 0`() throws {
        let sample = try Self.record()
        try sample.heard(1, "2026-01-05")
        let document = try sample.document(.feedback, try scope("2026", asOf: "2026-02-15", by: .quarter))
        let ahead = document.entries(of: "2026-Q3")
        for id in ["FB-03", "FB-05", "FB-05.open", "FB-05.overdue", "FB-06", "FB-06.not_told"] {
            #expect(ahead[id]?["reason"] == .string("not_due"), "\(id)")
        }
        #expect(ahead["FB-02"]?["value"] == .double(0))
        #expect(document.entries(of: "2026-Q1")["FB-05.open"]?["value"] == .double(1))
        #expect(try sample.figures(try scope("2027", asOf: "2026-02-15"), of: .feedback)["FB-01"]?.reason == .notDue)
    }

    @Test func `pages name the day on which something is open`() throws {
        let sample = try Self.record()
        try sample.heard(1, "2026-01-05")
        let scope = try scope("2026-Q1", asOf: "2026-05-01", by: .month)
        for (profile, format) in [(Profile.team, Format.table), (.board, .markdown)] {
            let page = try sample.document(.feedback, scope, profile: profile, format: format).text(format)
            #expect(page.contains("Feedback open on Mar 31, 2026"))
            #expect(page.contains("Open on Mar 31, 2026, oldest first"))
            #expect(!page.contains("DAY"))
        }
    }
}
