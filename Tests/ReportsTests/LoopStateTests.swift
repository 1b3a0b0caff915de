import Documents
import Measures
import SQLite
import Testing

@testable import Reports

/// What there is no record of, what has not happened yet, and what does not divide.
@Suite struct LoopStateTests {
    static let reports: [Report] = [.feedback, .practices, .hiring, .boards, .recommendations, .activities]

    @Test(arguments: reports.map(\.name))
    func `a theme without any record is not collected in each of its metrics`(name: String) throws {
        let report = try #require(Report.named(name))
        let sample = try Sample()
        try sample.organization(1, "o1")
        try sample.session(1, "2026-01-10", for: [1])
        for scope in [try scope("2026"), try scope("2026", course: 1), try scope("2026", organization: 1)] {
            for (id, figure) in try sample.figures(scope, of: report) {
                #expect(figure.line == "not_collected - - - missing 0", "\(id)")
            }
        }
    }

    @Test func `with a record a count of none is 0 and a share of none has nothing to divide by`() throws {
        let sample = try Sample()
        try sample.organization(1, "o1")
        try sample.outlet(1, anonymous: 1)
        try sample.board(1, filled: 0, designatedFilled: 0, perYear: 4)
        try sample.assessed(1)
        try sample.position(1, authorized: "2027-01-01")
        try sample.activity(1, "campaign", nil)
        var figures: [String: Figure] = [:]
        for report in Self.reports { figures.merge(try sample.figures(try scope("2026"), of: report)) { $1 } }
        let counts = [
            "FB-02", "FB-02.excluded", "FB-02.thanks", "FB-05.open", "FB-05.overdue", "FB-06.not_told", "AS-03",
            "AS-03.up", "AS-04.overdue", "PB-05.pending", "PB-05.overdue", "PB-05.unimplemented", "HI-02",
            "PB-06.inform", "CO-01", "CO-02", "CO-03",
        ]
        for id in counts { #expect(figures[id]?.line == "value 0 - - missing 0", "\(id)") }
        let shares = [
            "FB-02.per_100", "FB-03", "FB-04", "FB-04.km", "FB-05", "FB-06", "FB-06.changed", "AS-01", "AS-02",
            "AS-02.strict", "AS-04", "HI-01", "HI-01.fte", "HI-03", "PB-01", "PB-03", "PB-03.attendance", "PB-04",
            "PB-05", "PB-05.answered", "PB-05.noted", "PB-05.uptake", "PB-05.uptake_decided", "PB-05.accepted",
            "PB-05.implemented", "PB-05.days",
        ]
        for id in shares { #expect(figures[id]?.reason == .zeroDenominator, "\(id)") }
        #expect(figures["FB-01"]?.value == 1)
        #expect(figures["PB-02"]?.line == "value 0 - - 0/4 missing 0")
        #expect(figures["HI-04"]?.state == .notCollected)
    }

    @Test func `an outlet counts from the day it opened to the day before it closed`() throws {
        let sample = try Sample()
        try sample.organization(1, "o1")
        try sample.outlet(1, opened: "2026-01-10", reviewed: "2025-02-01", closed: "2026-03-01", anonymous: 0)
        try sample.outlet(2, opened: nil)
        func open(_ asOf: String) throws -> Double? {
            try sample.figures(try scope("2026", asOf: asOf), of: .feedback)["FB-01"]?.value
        }
        #expect(try open("2026-01-09") == 1)
        #expect(try open("2026-01-10") == 2)
        #expect(try open("2026-02-28") == 2)
        #expect(try open("2026-03-01") == 1)
        let figures = try sample.figures(try scope("2026", asOf: "2026-01-31"), of: .feedback)
        #expect(figures["FB-01.reviewed"]?.line == "value 0.5 - - 1/2 missing 0")
        #expect(figures["FB-01.anonymous"]?.line == "value 0 - - 0/1 missing 1")
        let later = try sample.figures(try scope("2026", asOf: "2026-02-01"), of: .feedback)
        #expect(later["FB-01.reviewed"]?.numerator == 0)
    }

    @Test func `an answer that is dated later has not happened yet, nor has telling people of it`() throws {
        let sample = try LoopExampleTests.feedback()
        try sample.database.execute("UPDATE feedback SET told = 'post', led_to_change = 1 WHERE id = 1")
        let early = try sample.figures(try scope("2026-Q1", asOf: "2026-01-11"), of: .feedback)
        #expect(early["FB-02"]?.value == 2)
        #expect(early["FB-05.open"]?.value == 2)
        #expect(early["FB-06"]?.reason == .zeroDenominator)
        #expect(early["FB-03"]?.line == "value 1 - - 1/1 missing 0")
        let next = try sample.figures(try scope("2026-Q1", asOf: "2026-01-12"), of: .feedback)
        #expect(next["FB-06.changed"]?.line == "value 1 - - 1/1 missing 0")
        // A period that is over is judged on its last day, however late one looks.
        try sample.database.execute("UPDATE feedback SET answered_on = '2026-04-02' WHERE id = 5")
        let late = try sample.figures(try scope("2026-Q1", asOf: "2026-12-31"), of: .feedback)
        #expect(late["FB-05.open"]?.value == 2)
    }

    @Test(arguments: [(1, "2026-01-12", 0), (1, "2026-01-13", 1), (0, "2026-01-11", 1), (nil, "2026-01-11", 1)])
    func `days are working days where the outlet counts those`(working: Int?, asOf: String, overdue: Double) throws {
        let sample = try Sample()
        try sample.organization(1, "o1")
        try sample.outlet(1, days: (1, 2), working: working)
        // A Thursday: two working days later is Monday the 12th.
        try sample.heard(1, "2026-01-08")
        let figures = try sample.figures(try scope("2026", asOf: asOf), of: .feedback)
        #expect(figures["FB-05.overdue"]?.value == overdue)
    }

    @Test func `a recommendation is judged once its day has passed, and withdrawn it is in no part`() throws {
        let sample = try Sample()
        try sample.organization(1, "o1")
        try sample.board(1)
        try sample.recommended(1, "2026-01-10", due: "2026-02-10")
        try sample.recommended(2, "2026-01-10", answer: "withdrawn", answered: "2026-01-20")
        try sample.recommended(3, "2026-01-10", answer: "noted", answered: "2026-02-09")
        try sample.recommended(4, "2026-01-10")
        func figures(_ asOf: String) throws -> [String: Figure] {
            try sample.figures(try scope("2026", asOf: asOf), of: .recommendations)
        }
        #expect(try figures("2026-01-15")["PB-05"]?.line == "not_collected - - - missing 3")
        #expect(try figures("2026-01-15")["PB-05.uptake"]?.denominator == 4)
        #expect(try figures("2026-02-10")["PB-05"]?.line == "not_collected - - - missing 2")
        #expect(try figures("2026-02-11")["PB-05"]?.line == "value 0 - - 0/1 missing 2")
        #expect(try figures("2026-02-11")["PB-05.answered"]?.line == "value \(1.0 / 3) - - 1/3 missing 0")
        #expect(try figures("2026-02-11")["PB-05.uptake"]?.line == "value 0 - - 0/3 missing 0")
        #expect(try figures("2026-02-11")["PB-05.uptake_decided"]?.reason == .zeroDenominator)
    }

    @Test func `without any day for an answer nobody knows what is due, and the sentence says what was recommended`()
        throws
    {
        let sample = try Sample()
        try sample.organization(1, "o1")
        try sample.board(1)
        try sample.recommended(1, "2026-01-10")
        try sample.recommended(2, "2026-01-20")
        func line(_ asOf: String) throws -> String? {
            try sample.figures(try scope("2026", asOf: asOf), of: .recommendations)["PB-05"]?.line
        }
        #expect(try line("2026-01-10") == "not_collected - - - missing 1")
        #expect(try line("2026-03-01") == "not_collected - - - missing 2")
        let march = try scope("2026", asOf: "2026-03-01")
        let page = try sample.document(.scorecard, march, format: .table).text(.table)
        let words =
            "It made 2 recommendations, 0 answered. 2 recommendations are still open (oldest: 50 days, program director)."
        #expect(page.contains(words))
        try sample.recommended(3, "2026-01-25", due: "2026-04-01")
        #expect(try line("2026-03-01") == "not_collected - - - missing 2")
    }

    @Test func `a board that plans no meeting by day is taken by its meetings a year`() throws {
        let sample = try Sample()
        try sample.organization(1, "o1")
        try sample.board(1, perYear: 12)
        for month in 1...2 { try sample.meeting(month, held: "2026-0\(month)-10") }
        func planned(_ label: String) throws -> String? {
            try sample.figures(try scope(label), of: .boards)["PB-02"]?.line
        }
        #expect(try planned("2026-Q1") == "value \(2.0 / 3) - - 2/3 missing 0")
        #expect(try planned("2026") == "value \(2.0 / 12) - - 2/12 missing 0")
        try sample.board(2)
        #expect(try planned("2026-Q1") == "value \(2.0 / 3) - - 2/3 missing 1")
        try sample.database.execute("UPDATE board SET meetings_per_year = NULL")
        #expect(try planned("2026-Q1") == "not_applicable:denominator_not_recorded - - - missing 2")
        try sample.meeting(3, planned: "2026-03-10")
        #expect(try planned("2026-Q1") == "value 2 - - 2/1 missing 1")
    }

    @Test func `an assessment due in the period counts once its day is over`() throws {
        let sample = try Sample()
        try sample.organization(1, "o1")
        try sample.assessed(1, due: "2026-03-31", completed: "2026-03-30")
        try sample.assessed(2, due: "2026-03-31", completed: "2026-04-01")
        try sample.assessed(3, due: "2026-04-01")
        #expect(try schedule(sample, "2026-03-31") == "not_applicable:zero_denominator - - - 0/0 missing 0")
        #expect(try schedule(sample, "2026-04-01") == "value 0.5 - - 1/2 missing 0")
    }

    private func schedule(_ sample: borrowing Sample, _ asOf: String) throws -> String? {
        try sample.figures(try scope("2026-Q1", asOf: asOf), of: .practices)["AS-01"]?.line
    }

    @Test func `actions count by the day they were due`() throws {
        let sample = try Sample()
        try sample.organization(1, "o1")
        try sample.assessed(1, completed: "2025-12-01")
        try sample.action(1, of: 1, due: "2026-01-31", done: "2026-01-31")
        try sample.action(2, of: 1, due: "2026-02-28", done: "2026-03-02")
        try sample.action(3, of: 1, due: "2026-03-15")
        try sample.action(4, of: 1, due: "2026-04-15")
        try sample.action(5, of: 1, due: nil)
        let figures = try sample.figures(try scope("2026-Q1"), of: .practices)
        #expect(figures["AS-04"]?.line == "value \(1.0 / 3) - - 1/3 missing 0")
        #expect(figures["AS-04.overdue"]?.value == 1)
        let early = try sample.figures(try scope("2026-Q1", asOf: "2026-03-01"), of: .practices)
        #expect(early["AS-04.overdue"]?.value == 1)
        #expect(early["AS-04"]?.denominator == 2)
    }

    @Test func `criteria are held against the first assessment with the same version of the tool`() throws {
        let sample = try Sample()
        try sample.organization(1, "o1")
        try sample.assessed(1, completed: "2025-06-01", scores: ["not_met", "partial", "met", "met", "not_applicable"])
        try sample.assessed(2, completed: "2025-09-01", scores: ["met", "met", "met", "met", "met"])
        try sample.assessed(3, completed: "2026-02-01", scores: ["partial", "met", "partial", "met", "met"])
        try sample.assessed(4, version: "2", completed: "2024-02-01", scores: ["met", "met", "met", "met", "met"])
        let figures = try sample.figures(try scope("2026-Q1"), of: .practices)
        #expect(figures["AS-03"]?.line == "value 3 - - missing 1")
        #expect(figures["AS-03.up"]?.line == "value 2 - - missing 1")
        #expect(figures["AS-03.down"]?.line == "value 1 - - missing 1")
        #expect(figures["AS-03.same"]?.line == "value 1 - - missing 1")
        let year = try sample.figures(try scope("2025"), of: .practices)
        #expect(year["AS-02.strict"]?.line == "value 1 - - 5/5 missing 0")
    }

    @Test func `criteria that all do not apply have no score, and unscored ones are missing`() throws {
        let sample = try Sample()
        try sample.organization(1, "o1")
        try sample.assessed(1, completed: "2026-01-01", scores: ["not_applicable", "not_applicable"])
        #expect(try sample.figures(try scope("2026"), of: .practices)["AS-02"]?.reason == .allNotApplicable)
        try sample.assessed(2, tool: "other", completed: "2026-01-02", scores: ["partial", "met", "met", nil])
        let figures = try sample.figures(try scope("2026"), of: .practices)
        #expect(figures["AS-02"]?.line == "value \(2.5 / 3) - - missing 1")
        #expect(figures["AS-02"]?.exactNumerator == 2.5)
        #expect(figures["AS-02.strict"]?.line == "value \(2.0 / 3) - - 2/3 missing 1")
        let document = try sample.document(.practices, try scope("2026"))
        #expect(document.entries["AS-02"]?["numerator"] == .double(2.5))
        #expect(document.entries["AS-02"]?["denominator"] == .integer(3))
        #expect(try sample.document(.practices, try scope("2026"), format: .table).text(.table).contains("2.5 of 3"))
    }

    @Test func `a position that nobody said is paid is missing from retention, not counted as paid`() throws {
        let sample = try Sample()
        try sample.organization(1, "o1")
        try sample.position(1, authorized: "2024-01-01", filled: [("2024-02-01", nil)])
        try sample.position(2, paid: nil, authorized: "2024-01-01", filled: [("2024-02-01", nil)])
        let figures = try sample.figures(try scope("2026"), of: .hiring)
        #expect(figures["HI-03"]?.line == "value 1 - - 1/1 missing 1")
        let page = try sample.document(.hiring, try scope("2026", organization: 1), format: .table).text(.table)
        #expect(page.contains("1 of 7"))
        let codes = try sample.database.value("SELECT count(*) FROM code WHERE list = 'capacity'", as: Int.self)
        #expect(Catalogue.metric("HI-02")?.shape.outOf == codes)
    }

    @Test func `criteria of hiring are the checklist of fair treatment`() throws {
        let sample = try Sample()
        try sample.organization(1, "o1")
        try sample.position(1, hundredths: 50, authorized: "2026-01-01", filled: [("2026-02-01", "2026-02-28")])
        try sample.position(2, capacity: "outreach", hundredths: 100, authorized: "2026-01-01")
        try sample.position(3, hundredths: nil, authorized: "2026-04-01")
        try sample.assessed(1, completed: "2026-01-01", scores: ["met", "met", "partial", "not_met"])
        try sample.database.execute(
            """
            INSERT INTO criterion_code
            SELECT id, 1, 'strategy', '1', 'hiring-people-who-use-drugs' FROM criterion WHERE criterion <> 'c0'
            """
        )
        let figures = try sample.figures(try scope("2026", asOf: "2026-02-28"), of: .hiring)
        #expect(figures["HI-01"]?.line == "value 0.5 - - 1/2 missing 0")
        #expect(figures["HI-01.fte"]?.value == 0.5 / 1.5)
        #expect(figures["HI-01.fte"]?.exactNumerator == 0.5)
        #expect(figures["HI-02"]?.value == 1)
        #expect(figures["HI-04"]?.value == 0.5)
        #expect(try sample.figures(try scope("2026", asOf: "2026-03-01"), of: .hiring)["HI-01"]?.numerator == 0)
        #expect(try sample.figures(try scope("2025"), of: .hiring)["HI-01"]?.reason == .zeroDenominator)
    }
}
