import Documents
import Measures
import Support
import Testing

@testable import Reports

/// Every report as a page of its own.
@Suite struct PageTests {
    private func page(
        _ sample: borrowing Sample,
        _ name: String,
        _ profile: Profile,
        _ period: String = "2026-Q1",
        by split: Split? = nil
    ) throws -> (document: Document, page: Markup) {
        let report = try #require(Report.named(name))
        let document = try sample.document(report, try scope(period, by: split), profile: profile, format: .html)
        return (document, Markup(try Format.html.draw(document)))
    }

    @Test(arguments: Report.all.map(\.name), Sweep.isFull ? [Profile.team, .board, .public] : [.board])
    func `a page is sound, whatever the report and the profile`(name: String, profile: Profile) throws {
        for sample in [0, 1] {
            let quarter = sample == 0 ? try FormatTests.sample() : try LoopPageTests.year()
            for split in [nil, Split.organization, .month] {
                let problems = try page(quarter, name, profile, by: split).page.problems
                #expect(problems == [], "\(name) \(profile)")
            }
        }
    }

    @Test func `an empty record makes a sound page without a chart`() throws {
        let sample = try Sample()
        for report in Report.all {
            let drawn = try page(sample, report.name, .board)
            #expect(drawn.page.problems == [])
            #expect(drawn.page.all("figure").isEmpty)
        }
    }

    @Test func `a page says what it is about, for whom, and what its figures mean`() throws {
        let drawn = try page(try FormatTests.sample(), "trainings", .board).page
        let footer = try #require(drawn.all("footer").first).text
        for word in ["Lakeside Harm Reduction", "Jan 1, 2026 to Mar 31, 2026", "board", "fewer than 5"] {
            #expect(footer.contains(word))
        }
        for metric in Report.trainings.metrics { #expect(footer.contains(metric.definition)) }
        #expect(drawn.all("h1").map(\.text) == ["Trainings"])
        #expect(drawn.text.contains(Page.whatCountsCannotShow))
    }

    @Test func `a chart shows the figures of the months, as the division by month does`() throws {
        let sample = try FormatTests.sample()
        let document = try page(sample, "trainings", .board, "2025-10-01..2026-03-31").document
        let chart = try #require(document.charts.first)
        let divided = try sample.document(.trainings, try scope("2025-10-01..2026-03-31", by: .month), profile: .board)
        let rows = chart.table.rows
        #expect(rows.count == divided.groups.count && rows.count == 6)
        for (row, group) in zip(rows, divided.groups) {
            guard case .string(let key) = group["key"] else { return }
            let entries = divided.entries(of: key)
            for (cell, id) in zip(row.dropFirst(), ["TR-01", "TR-03"]) {
                #expect(cell.number == entries[id]?["value"].flatMap(\.number), "\(key) \(id)")
            }
        }
    }

    @Test func `received is every item that came in a month, and answered every one that was answered in it`() throws {
        let chart = try #require(try page(try LoopPageTests.year(), "feedback", .public).document.charts.first)
        #expect(chart.table.columns.map(\.title) == ["Month", "Received", "Answered"])
        let sums = [1, 2].map { column in chart.table.rows.compactMap { $0[column].number }.reduce(0, +) }
        #expect(sums == [10, 8])
    }

    @Test func `months to come are not drawn as months in which nothing was done`() throws {
        let sample = try FormatTests.sample()
        var scope = try scope("2026")
        scope.asOf = try #require(dayFrom(80))
        let document = try sample.document(.trainings, scope, format: .html)
        #expect(document.charts.first?.table.rows.map { $0[0].printed } == ["Jan 2026", "Feb 2026", "Mar 2026"])
    }

    @Test func `a target is drawn where one was set, beside the figure that the table has`() throws {
        let chart = try #require(try page(try LoopPageTests.year(), "scorecard", .team).document.charts.first)
        #expect(chart.table.rows.map { $0.map(\.printed) } == [["Feedback received", "10", "24"]])
        #expect(try page(try FormatTests.sample(), "scorecard", .team).document.charts.isEmpty)
    }

    @Test func `programs get no chart`() throws {
        let sample = try FormatTests.sample()
        for format in [Format.json, .csv] {
            let document = try sample.document(.trainings, try scope("2026-Q1"), format: format)
            #expect(document.blocks.isEmpty && document.closing.isEmpty && document.about == nil)
        }
    }
}

extension Document {
    fileprivate var charts: [Chart] {
        blocks.compactMap { block in
            guard case .chart(let chart) = block else { return nil }
            return chart
        }
    }
}

extension JSON {
    /// The number that it is; nil for anything else.
    var number: Double? {
        switch self {
        case .integer(let value): Double(value)
        case .double(let value): value
        default: nil
        }
    }
}
