import Documents
import Measures
import Testing

@testable import Reports

@Suite struct TargetTests {
    static func sample() throws -> Sample {
        let sample = try WorkedExampleTests.quarter()
        try sample.organization(900, "lakeside")
        try sample.target("TR-01", "2026-Q1", 6, of: 900)
        try sample.target("tr-02", "2026-01-01..2026-03-31", 0.1)
        try sample.target("TR-01", "2026-Q1", 2, of: 1)
        try sample.target("TR-01", "2026-Q1", 4, fund: "county")
        try sample.target("TR-01", "2026", 20)
        try sample.target("TR-01", "2026-02", 1)
        try sample.target("TR-03", "no period", 1)
        return sample
    }

    private func target(_ entry: JSON?) -> JSON? { entry?["target"]?["value"] }

    @Test func `a target stands beside the figure of its metric, period, organization and fund`() throws {
        let sample = try Self.sample()
        let all = try sample.document(.trainings, try scope("2026-Q1"))
        #expect(target(all.entries["TR-01"]) == .double(6))
        #expect(target(all.entries["TR-02"]) == .double(0.1))
        #expect(all.entries["TR-03"]?["target"] == .null)
        #expect(
            target(try sample.document(.trainings, try scope("2026-Q1", organization: 1)).entries["TR-01"])
                == .double(2)
        )
        #expect(
            try sample.document(.trainings, try scope("2026-Q1", organization: 2)).entries["TR-01"]?["target"] == .null
        )
        #expect(
            target(try sample.document(.trainings, try scope("2026-Q1", fund: "county")).entries["TR-01"]) == .double(4)
        )
        #expect(target(try sample.document(.trainings, try scope("2026")).entries["TR-01"]) == .double(20))
        #expect(try sample.document(.trainings, try scope("2026-Q1", course: 1)).entries["TR-01"]?["target"] == .null)
    }

    @Test func `a target has the shape of its metric`() throws {
        let document = try Self.sample().document(.trainings, try scope("2026-Q1"))
        let entry = try #require(document.entries["TR-01"])
        guard case .object(let members) = entry, case .object(let shape) = try #require(entry["target"]) else {
            Issue.record("it is an object")
            return
        }
        #expect(shape.map(\.key) == members.map(\.key))
        #expect(entry["target"]?["state"] == .string("value"))
        #expect(entry["target"]?["target"] == .null)
    }

    @Test func `groups have targets of their own`() throws {
        let sample = try Self.sample()
        let months = try sample.document(.trainings, try scope("2026-Q1", by: .month))
        #expect(target(months.entries(of: "2026-02")["TR-01"]) == .double(1))
        #expect(months.entries(of: "2026-01")["TR-01"]?["target"] == .null)
        let organizations = try sample.document(.trainings, try scope("2026-Q1", by: .organization))
        #expect(target(organizations.entries(of: "a")["TR-01"]) == .double(2))
    }

    @Test func `a page says how far one has come, and how much of the period is gone`() throws {
        let sample = try Self.sample()
        let half = try scope("2026-Q1", asOf: "2026-02-14")
        let page = try sample.document(.trainings, half, format: .table).text(.table)
        #expect(page.contains("33% of the target of 6; 50% of the period has passed"))
        #expect(page.contains("arget: 10%; 50% of the period has passed"))
        let scorecard = try sample.document(.scorecard, half, format: .table).text(.table)
        #expect(scorecard.contains("6 (trainings held)"))
    }
}
