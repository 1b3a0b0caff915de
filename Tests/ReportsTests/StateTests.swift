import Documents
import Measures
import SQLite
import Testing

@testable import Reports

@Suite struct StateTests {
    @Test func `a program without sessions has counts of 0 and shares of none`() throws {
        let figures = try Sample().figures(try scope("2026-Q1"))
        #expect(figures["TR-01"]?.line == "value 0 - - missing 0")
        #expect(figures["TR-02"]?.state == .notApplicable)
        #expect(figures["TR-02"]?.reason == .zeroDenominator)
        #expect(figures["TR-03"]?.value == 0)
        #expect(figures["TR-04"]?.value == 0)
        #expect(figures["TR-05"]?.value == 0)
        #expect(figures["TR-06"]?.value == 0)
        #expect(figures["TR-07"]?.state == .notCollected)
        #expect(figures["TR-08"]?.reason == .denominatorNotRecorded)
        #expect(figures["TR-09.due"]?.state == .notCollected)
        #expect(figures["TR-10"]?.value == 0)
        #expect(figures["TR-11"]?.reason == .zeroDenominator)
        #expect(figures["TR-12"]?.reason == .zeroDenominator)
    }

    @Test func `what nobody wrote down is missing, and not collected when all of it is`() throws {
        let sample = try Sample()
        try sample.session(1, "2026-01-10", minutes: nil)
        var figures = try sample.figures(try scope("2026-Q1"))
        for id in ["TR-03", "TR-04", "TR-04.named", "TR-05", "TR-06", "TR-10", "TR-11", "TR-11.ingredients", "TR-12"] {
            #expect(figures[id]?.line == "not_collected - - - missing 1", "\(id)")
        }
        try sample.session(2, "2026-01-11", minutes: 60, contactBased: 1, requested: 4, met: 3)
        try sample.counted(2, 0)
        try sample.database.execute(
            """
            INSERT INTO session_ingredient VALUES
            (2, 1, 'ingredient', 'own', 'own-life'), (2, 2, 'ingredient', 'own', 'myths')
            """
        )
        figures = try sample.figures(try scope("2026-Q1"))
        #expect(figures["TR-03"]?.line == "value 0 - - missing 1")
        #expect(figures["TR-05"]?.line == "value 1 - - missing 1")
        #expect(figures["TR-11"]?.line == "value 1 - - 1/1 missing 1")
        #expect(figures["TR-11.ingredients"]?.value == 2)
        #expect(figures["TR-12"]?.line == "value 0.75 - - 3/4 missing 1")
    }

    @Test func `named attendances without minutes are outside the completion rate`() throws {
        let sample = try Sample()
        for person in 1...3 { try sample.person(person) }
        try sample.session(1, "2026-01-10", minutes: 100)
        try sample.came(1, 1, nil)
        #expect(try sample.figures(try scope("2026"))["TR-07"]?.line == "not_collected - - - missing 1")
        try sample.came(1, 2, 80)
        try sample.came(1, 3, 79)
        #expect(try sample.figures(try scope("2026"))["TR-07"]?.line == "value 0.5 - - 1/2 missing 1")
        #expect(try sample.figures(try scope("2026"))["TR-06"]?.line == "value \(259.0 / 60) - - missing 1")
    }

    @Test func `facilitators, observers and the registered are no heads`() throws {
        let sample = try Sample()
        for person in 1...4 { try sample.person(person) }
        try sample.session(1, "2026-01-10")
        try sample.came(1, 1, 120)
        try sample.came(1, 2, 120, role: 3)
        try sample.came(1, 3, 120, role: 2)
        try sample.came(1, 4, nil, status: 1)
        try sample.nameless(1, 120, role: 3)
        try sample.nameless(1, nil, status: 1)
        try sample.counted(1, 9, "registered")
        #expect(try sample.figures(try scope("2026"))["TR-03"]?.value == 1)
        #expect(try sample.figures(try scope("2026"))["TR-04"]?.value == 1)
    }

    @Test func `what is dated after the as-of day has not happened yet`() throws {
        let sample = try Sample()
        try sample.session(1, "2026-01-10")
        try sample.session(2, "2026-02-10")
        try sample.counted(1, 5)
        try sample.counted(2, 7)
        let figures = try sample.figures(try scope("2026", asOf: "2026-02-09"))
        #expect(figures["TR-01"]?.value == 1)
        #expect(figures["TR-03"]?.value == 5)
        #expect(figures["TR-02"]?.denominator == 2)
    }

    @Test func `postponed sessions are not among the planned`() throws {
        let sample = try Sample()
        for (id, status) in ["held", "scheduled", "cancelled", "postponed", "nobody_came"].enumerated() {
            try sample.session(id + 1, "2026-01-10", status: status)
        }
        #expect(try sample.figures(try scope("2026"))["TR-02"]?.line == "value 0.25 - - 1/4 missing 0")
    }

    @Test func `reach needs a staff figure first and a name second`() throws {
        let sample = try Sample()
        try sample.organization(1, "o1")
        try sample.organization(2, "o2", staff: 10)
        try sample.organization(3, "o3", staff: 1)
        try sample.session(1, "2026-01-10", for: [1])
        try sample.session(2, "2026-01-11", for: [2])
        try sample.counted(1, 3)
        try sample.counted(2, 4)
        for person in 1...2 { try sample.person(person, of: 3) }
        try sample.session(3, "2026-01-12", for: [3])
        for person in 1...2 { try sample.came(3, person, nil) }
        func reach(_ organization: Int?) throws -> String? {
            try sample.figures(try scope("2026-Q1", organization: organization))["TR-08"]?.line
        }
        #expect(try reach(1) == "not_applicable:denominator_not_recorded - - - missing 3")
        #expect(try reach(2) == "not_collected - - - missing 4")
        #expect(try reach(3) == "not_applicable:above_denominator - - - 2/1 missing 0")
        #expect(try reach(nil) == "value \(2.0 / 11) - - 2/11 missing 7")
    }

    @Test func `a staff figure of a later day is not known yet`() throws {
        let sample = try Sample()
        try sample.organization(1, "o1", staff: 10, asOf: "2026-04-01")
        try sample.person(1, of: 1)
        try sample.session(1, "2026-01-10", for: [1])
        try sample.came(1, 1, nil)
        #expect(try sample.figures(try scope("2026-Q1"))["TR-08"]?.reason == .denominatorNotRecorded)
        #expect(try sample.figures(try scope("2026-Q1"))["TR-09.due"]?.value == 0)
        #expect(try sample.figures(try scope("2026-Q2"))["TR-08"]?.line == "value 0.1 - - 1/10 missing 0")
    }

    @Test(arguments: [("2026-02-28", 1.0), ("2026-03-01", 0)])
    func `a training is valid up to the day its months end`(asOf: String, current: Double) throws {
        let sample = try Sample()
        try sample.database.execute("UPDATE course SET valid_months = 3")
        try sample.organization(1, "o1", staff: 1)
        try sample.person(1, of: 1)
        try sample.session(1, "2025-11-28", for: [1])
        try sample.came(1, 1, nil)
        #expect(try sample.figures(try scope("2026", asOf: asOf, organization: 1))["TR-09"]?.value == current)
    }

    @Test(arguments: [Profile.board, .funder, .public])
    func `rates about few people are withheld with every number, counts of visits are not`(profile: Profile) throws {
        let sample = try WorkedExampleTests.clinic()
        let document = try sample.document(.trainings, try scope("2026-Q1", organization: 1), profile: profile)
        let reach = try #require(document.entries["TR-09"])
        #expect(reach["state"] == .string("withheld"))
        for key in ["value", "numerator", "denominator", "low", "high", "n"] { #expect(reach[key] == .null) }
        #expect(document.entries["TR-09.due"]?["state"] == .string("withheld"))
        #expect(document.entries["TR-03"]?["value"] == .double(4))
        #expect(document.entries["TR-07"]?["state"] == .string("value"))
    }
}
