import Documents
import Measures
import Support
import Testing

@Suite struct `A chart` {
    static let months = ["Oct", "Nov", "Dec", "Jan"].enumerated().map { index, month in
        Chart.Columns.Period("\(month) \(index < 3 ? 2026 : 2027)", short: month, group: index < 3 ? "2026" : "2027")
    }

    private static func percent(_ value: Double) -> String { Decimal.fixed(value * 100, places: 1) + "%" }
    private static func points(_ value: Double) -> String { Decimal.fixed(value, places: 1) }

    static let withheld = Disclosure(.board).publish(.interval(value: 0.25, low: 0.1, high: 0.9, n: 4), class: .mean)

    /// A chart of every kind, each with a withheld figure among the others.
    static let all: [Chart] = {
        let counts: [Cell] = [.whole(3), .withheld, .whole(0), .whole(7)]
        let series = [Chart.Columns.Series("Received", counts), Chart.Columns.Series("Answered", counts.reversed())]
        let rates = [
            Chart.Estimate("After", .interval(value: 2.0 / 3, low: 0.5, high: 0.8, n: 15), printed: percent),
            Chart.Estimate("Before", withheld, printed: percent),
        ]
        let changes = [
            Chart.Estimate("Scale", .interval(value: -3.6, low: -5.3, high: -1.8, n: 12), printed: points),
            Chart.Estimate("Other", withheld, printed: points),
        ]
        let charts: [Chart?] = [
            .columns(title: "Together", summary: "Both.", .init(over: "Month", months, series)),
            .columns(title: "Apart", summary: "Each.", .init(over: "Month", months, series, .apart)),
            .progress(
                title: "Targets",
                summary: "Two.",
                [
                    .init("Feedback", .whole(14), target: .whole(24)),
                    .init("Rate", .withheld, target: .decimal(0.6, printed: "60%")),
                    .init("Above", .whole(30), target: .whole(24)),
                ]
            ),
            .rates(title: "Rates", summary: "One.", rates), .changes(title: "Changes", summary: "Less.", changes),
            .sparkline(title: "Course", summary: "Up.", .init(over: "Month", months, series)),
        ]
        return charts.compactMap(\.self)
    }()

    static func page(_ charts: [Chart]) -> Document {
        Document(title: "Charts", blocks: charts.map { .chart($0) }, data: [], rows: Table(columns: [], rows: []))
    }

    @Test(arguments: all) func `every kind is a named picture with the table of its figures`(chart: Chart) throws {
        let page = Markup(try Format.html.draw(Self.page([chart])))
        #expect(page.problems == [])
        let table = try #require(page.all("table").first)
        let figure = try #require(page.all("figure").first)
        #expect(figure.text.contains(chart.summary))
        #expect(table["class"] == "slim", "it needs no room that a telephone has not")
        for cell in chart.table.rows.flatMap(\.self) { #expect(table.text.contains(cell.printed)) }
        for format in [Format.table, .markdown] {
            let text = Sample.text(try format.draw(Self.page([chart])))
            #expect(text.contains(chart.title) && text.contains(chart.summary))
            for column in chart.table.columns { #expect(text.contains(column.title)) }
        }
    }

    @Test(arguments: Format.allCases) func `equal figures are equal bytes`(format: Format) throws {
        #expect(try format.draw(Self.page(Self.all)) == format.draw(Self.page(Self.all)))
    }

    @Test func `a withheld point is not drawn, and neither is its interval`() throws {
        let estimate = Chart.Estimate("Before", Self.withheld, printed: Self.percent)
        #expect(estimate.value == .withheld && estimate.interval == .withheld && estimate.n == .withheld)
        let shown = [Chart.Estimate("After", .interval(value: 0.5, low: 0.4, high: 0.6, n: 15), printed: Self.percent)]
        for chart in [
            Chart.rates(title: "R", summary: "R.", shown + [estimate]), .changes(title: "C", summary: "C.", [estimate]),
        ] {
            let page = Markup(try Format.html.draw(Self.page([chart])))
            let count = chart.table.rows.filter { $0[1].number != nil }.count
            #expect(page.all("circle").count == count)
            #expect(page.all("line").filter { $0["class"] == "whisker" }.count == count * 3)
        }
        let cells: [Cell] = [.withheld, .notCollected, .notApplicable, .whole(2)]
        let series = Chart.Columns.Series("Received", cells)
        let columns = Chart.columns(title: "C", summary: "C.", .init(over: "Month", Self.months, [series]))
        let page = Markup(try Format.html.draw(Self.page([columns])))
        #expect(page.all("rect").count == 1)
        #expect(page.all("text").filter { $0["class"] == "value" }.map(\.text) == ["*", "–", "–", "2"])
    }

    @Test func `columns are as tall as their numbers, and zero has none`() throws {
        let series = Chart.Columns.Series("Trainings", [.whole(4), .whole(2), .whole(0), .whole(1)])
        let chart = Chart.columns(title: "T", summary: "T.", .init(over: "Month", Self.months, [series]))
        let heights = Markup(try Format.html.draw(Self.page([chart]))).all("rect").compactMap {
            Double($0["height"] ?? "")
        }
        #expect(heights.count == 3)
        let tallest = try #require(heights.first)
        #expect(heights == [tallest, tallest / 2, tallest / 4])
    }

    @Test func `many periods have a scale of round numbers in place of a number on each`() throws {
        let periods = (0..<36).map { Chart.Columns.Period("Month \($0)", short: "M\($0)") }
        let series = Chart.Columns.Series("Visits", (0..<36).map { .whole($0 * 10) })
        let chart = Chart.columns(title: "V", summary: "V.", .init(over: "Month", periods, [series]))
        let page = Markup(try Format.html.draw(Self.page([chart])))
        #expect(page.all("text").filter { $0["class"] == "value" }.isEmpty)
        #expect(page.all("text").prefix(5).map(\.text) == ["0", "100", "200", "300", "400"])
        #expect(page.all("text").filter { $0.text.hasPrefix("M") }.count < 20)
    }

    @Test func `a second series is told apart without color`() throws {
        let page = Markup(try Format.html.draw(Self.page([Self.all[0]])))
        let kinds = page.all("rect").compactMap { $0["class"] }
        #expect(Set(kinds) == ["solid", "hollow"])
        #expect(page.all("p").contains { $0["class"] == "key" && $0.text.contains("Answered") })
    }

    @Test func `a target is a mark on its bar, and what is above it goes to the end`() throws {
        let page = Markup(try Format.html.draw(Self.page([Self.all[2]])))
        let bars = page.all("rect").filter { $0["class"] == "solid" }.compactMap { $0["width"] }
        #expect(bars == ["233.3", "400"])
        #expect(page.all("line").filter { $0["class"] == "target" }.compactMap { $0["x1"] } == ["399", "399", "320"])
    }

    @Test func `a change to the left of zero is less`() throws {
        let page = Markup(try Format.html.draw(Self.page([Self.all[4]])))
        let zero = try #require(page.all("line").first { $0["class"] == "axis" }?["x1"].flatMap { Double($0) })
        let dot = try #require(page.all("circle").first?["cx"].flatMap { Double($0) })
        #expect(zero == 200 && dot < zero)
        #expect(page.all("text").map(\.text).filter { "−+0".contains($0.prefix(1)) }.contains("−6"))
    }

    @Test func `three periods are no course`() {
        let series = Chart.Columns.Series("Trainings", [.whole(1), .whole(2), .whole(3)])
        let three = Chart.Columns(over: "Month", Array(Self.months.prefix(3)), [series])
        #expect(Chart.sparkline(title: "C", summary: "C.", three) == nil)
    }

    @Test func `a course is broken where a period has no number`() throws {
        let page = Markup(try Format.html.draw(Self.page([Self.all[5]])))
        #expect(page.all("polyline").count == 1)
        #expect(page.all("circle").count == 2, "the one before the gap, and the last")
    }
}
