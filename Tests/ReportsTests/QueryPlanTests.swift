import Measures
import SQLite
import Testing

@testable import Reports

@Suite struct QueryPlanTests {
    static let questions: [Question] = Catalogue.metrics.flatMap(\.counting.questions)

    /// The steps of a plan (https://www.sqlite.org/eqp.html).
    static func plan(_ sql: SQL, _ sample: borrowing Sample) throws -> [String] {
        try sample.database.all("EXPLAIN QUERY PLAN \(sql)") { row in try row.text(3) }
    }

    /// Enough rows for the planner to know that reading everything costs more.
    static func large() throws -> Sample {
        let sample = try Sample()
        for id in 1...20 { try sample.organization(id, "o\(id)", staff: 10) }
        for id in 1...200 { try sample.person(id, of: id % 20 + 1) }
        for id in 1...200 {
            try sample.session(id, "2026-0\(id % 9 + 1)-10", for: [id % 20 + 1])
            for person in 1...10 { try sample.came(id, (id * 7 + person) % 200 + 1, 60) }
        }
        return sample
    }

    @Test(arguments: [false, true])
    func `a narrow scope scans no table of people and no table of sessions`(isAnalyzed: Bool) throws {
        let sample = try Self.large()
        if isAnalyzed { try sample.database.execute("ANALYZE") }
        let tables = ["attendance", "nameless_attendance", "headcount", "session", "session_organization", "person"]
        let aliases = tables + ["head", "trained", "cell", "better", "other"]
        let narrow = try scope("2026-Q1", organization: 5)
        for (name, same) in Dictionary(grouping: Self.questions, by: \.name) {
            for step in try Self.plan(same[0].sql(narrow), sample) where step.hasPrefix("SCAN ") {
                #expect(!aliases.contains(String(step.split(separator: " ")[1])), "\(name): \(step)")
            }
        }
    }

    @Test func `eight questions serve every training metric and all of its groups`() throws {
        let sample = try Self.large()
        let scope = try scope("2026", by: .organization)
        let reading = try Reading(Report.trainings.metrics, scope, Disclosure(.team), from: sample.reader)
        #expect(reading.groups.count == 20)
        let names = Report.trainings.metrics.flatMap(\.counting.questions).map(\.name)
        #expect(
            Set(names) == [
                "sessions", "heads", "people", "organizations", "roster", "earlier heads", "topics", "registrations",
            ]
        )
    }
}
