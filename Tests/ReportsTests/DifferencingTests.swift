import Testing

@testable import Reports

/// What two publications disclose together, by the numbers that stand in them.
@Suite struct DifferencingTests {
    private func published(_ figures: String...) throws -> PublishedFigures {
        try #require(
            PublishedFigures(
                """
                {"period": "2026", "from": "2026-01-01", "to": "2026-12-31", "as_of": "2026-12-31", "profile": "board",
                 "threshold": 5, "reports": [], "figures": [\(figures.joined(separator: ","))]}
                """
            )
        )
    }

    private func figure(
        _ id: String,
        _ numbers: String,
        of sensitivity: String = "SP",
        state: String = "value",
        from: String = "2026-01-01",
        to: String = "2026-12-31",
        limits: String = ""
    ) -> String {
        """
        {"name": {"id": "\(id)", "from": "\(from)", "to": "\(to)", "limits": {\(limits)}}, "title": "t",
         "sensitivity": "\(sensitivity)", "state": "\(state)", "missing": 0, \(numbers)}
        """
    }

    private func people(_ new: String, _ earlier: String) throws -> Int? {
        Differencing.disclosed(by: try published(new), beside: try published(earlier)).first?.people
    }

    @Test func `the same count sent twice discloses those between, and only where they are few`() throws {
        #expect(try people(figure("TR-04", "\"value\": 24"), figure("TR-04", "\"value\": 22")) == 2)
        #expect(try people(figure("TR-04", "\"value\": 22"), figure("TR-04", "\"value\": 24")) == 2)
        #expect(try people(figure("TR-04", "\"value\": 27"), figure("TR-04", "\"value\": 22")) == nil)
        #expect(try people(figure("TR-04", "\"value\": 22"), figure("TR-04", "\"value\": 22")) == nil)
        #expect(try people(figure("TR-04", "\"value\": 24"), figure("TR-08", "\"value\": 22")) == nil)
        #expect(
            try people(figure("TR-04", "\"value\": 24", of: "S0"), figure("TR-04", "\"value\": 22", of: "S0")) == nil
        )
        #expect(
            try people(figure("TR-04", "\"value\": 24"), figure("TR-04", "\"value\": null", state: "withheld")) == nil
        )
    }

    @Test func `a share discloses by its parts, a mean by how many answered`() throws {
        let shares = { (n: Int, d: Int) in "\"numerator\": \(n), \"denominator\": \(d)" }
        #expect(try people(figure("TR-07", shares(20, 40), of: "SR"), figure("TR-07", shares(20, 37), of: "SR")) == 3)
        #expect(try people(figure("TR-07", shares(20, 40), of: "SR"), figure("TR-07", shares(19, 40), of: "SR")) == 1)
        #expect(try people(figure("TR-07", shares(20, 40), of: "SR"), figure("TR-07", shares(10, 20), of: "SR")) == nil)
        #expect(
            try people(
                figure("EV-08.a", "\"value\": 1.5, \"n\": 20", of: "SM"),
                figure("EV-08.a", "\"value\": 1.2, \"n\": 18", of: "SM")
            ) == 2
        )
    }

    @Test func `what lies within another is held against it, by days and by limits, and what only overlaps is not`()
        throws
    {
        let year = figure("TR-04", "\"value\": 24")
        let site = "\"site\": \"Pier\""
        #expect(try people(year, figure("TR-04", "\"value\": 22", to: "2026-09-30")) == 2)
        #expect(try people(figure("TR-04", "\"value\": 22", to: "2026-09-30"), year) == 2)
        #expect(try people(year, figure("TR-04", "\"value\": 21", limits: site)) == 3)
        #expect(try people(year, figure("TR-04", "\"value\": 21", from: "2025-07-01", to: "2026-06-30")) == nil)
        #expect(
            try people(
                figure("TR-04", "\"value\": 24", limits: "\"site\": \"Hill\""),
                figure("TR-04", "\"value\": 21", limits: site)
            ) == nil
        )
    }
}
