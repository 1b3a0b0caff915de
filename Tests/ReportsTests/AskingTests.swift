import Calendar
import Documents
import Measures
import Records
import Testing

@testable import Reports

@Suite struct AskingTests {
    @Test(arguments: [
        (Profile?.none, Int?.none, Format.table, Profile.team, 1), (nil, nil, .json, .team, 1),
        (nil, nil, .csv, .team, 1), (nil, nil, .markdown, .board, 7), (.public, nil, .json, .public, 11),
        (.board, nil, .table, .board, 7), (.team, 5, .table, .team, 5), (.public, 3, .markdown, .public, 3),
    ])
    func `the format decides for whom a page is, unless somebody says`(
        profile: Profile?,
        threshold: Int?,
        format: Format,
        expected: Profile,
        k: Int
    ) {
        let program = ProgramFacts(name: "Lakeside", organizationID: 1, fiscalYearStart: 7, threshold: 7)
        let gate = Disclosure(profile: profile, threshold: threshold, format: format, program: program)
        #expect(gate.profile == expected)
        #expect(gate.threshold == k)
    }

    @Test(arguments: [("previous", "2025-Q4"), ("year-ago", "2025-Q1"), ("FY2024", "FY2024")])
    func `a comparison is previous, year-ago or any period`(text: String, label: String) throws {
        let comparison = try Comparison.parse(text, today: try day("2026-11-10"), fiscalYearStart: 7)
        #expect(comparison.period(for: try period("2026-Q1"))?.label == label)
    }

    @Test func `the reports that can be made are listed with a line each`() {
        let text = Report.list.text(.csv)
        for report in Report.all { #expect(text.contains(report.name + ",")) }
        #expect(Report.named("ScoreCard")?.name == "scorecard")
        #expect(Report.named("evaluation") == nil)
    }

    @Test func `the scorecard says what was held, and that nobody wrote down who came`() throws {
        let sample = try Sample()
        #expect(try sentences(sample).contains("We held no trainings."))
        try sample.organization(1, "o1")
        try sample.session(1, "2026-01-10", for: [1])
        #expect(
            try sentences(sample).contains("We held 1 training for 1 organization. Attendance is not recorded yet.")
        )
        try sample.counted(1, 1)
        #expect(try sentences(sample).contains("We held 1 training for 1 organization. 1 person was trained."))
    }

    private func sentences(_ sample: borrowing Sample) throws -> [String] {
        try sample.document(.scorecard, try scope("2026-Q1"), format: .table).blocks.compactMap { block in
            if case .sentence(let text) = block { text } else { nil }
        }
    }

    @Test(arguments: Theme.byLevel.flatMap(\.lines).map(\.title))
    func `a line of the scorecard prints the figures of its metrics`(title: String) throws {
        let sample = try FormatTests.sample()
        let line = try #require(Theme.byLevel.flatMap(\.lines).first { $0.title == title })
        let document = try sample.document(.scorecard, try scope("2026-Q1"), format: .table)
        let row = document.text(.table).split(separator: "\n").first { $0.hasPrefix("  " + title) }
        #expect(!line.metrics.isEmpty)
        let printed = try #require(row)
        let figures = try Reading(Catalogue.entries, try scope("2026-Q1"), Disclosure(.team), from: sample.reader)
        let findings = line.metrics.compactMap { id in figures.total.first { $0.metric.id == id } }
        #expect(printed.contains(line.cell(findings).printed))
        for finding in findings {
            #expect(document.entries[finding.metric.id.text]?["value"] == .double(finding.figure.value))
        }
    }
}
