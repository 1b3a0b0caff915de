import Documents
import Measures
import Testing

@testable import Reports

/// The gate: what is named how, and that nothing passes beside it.
@Suite struct ClearanceTests {
    @Test func `rows that read alike are cleared each by itself`() throws {
        let sample = try Sample()
        let counts = [("yes", 3, "a"), ("yes", 30, "b"), ("yes", 40, "c"), ("no", 50, "d")]
        let columns = [Column(key: "answer", title: "Answer"), Column(key: "count", title: "Count")]
        let guarded = Detail.Guarded(id: .hands, columns: [1]) { _, _, _ in
            Detail.Guarded.Rows(
                table: Table(columns: columns, rows: counts.map { [.text($0.0), .whole($0.1)] }),
                keys: counts.map { [.code($0.2)] }
            )
        }
        let detail = Detail(key: "answers", title: "Answers", guarded: guarded)
        let reading = try detail.reading(try scope("2026"), Disclosure(.board), from: sample.reader)
        #expect(Set(reading.candidates.map(\.address)).count == counts.count)
        let suppressed = Verdicts(suppressed: [reading.candidates[0].address], exposed: [])
        let cells = reading.cleared(by: suppressed).table.rows.map(\.[1])
        #expect(cells.map(\.content) == [.withheld, .whole(30), .whole(40), .whole(50)])
    }

    @Test func `what gives a suppressed figure away is suppressed with it`() {
        let extent = try? Extent(scope("2026"))
        guard let extent else { return }
        let (change, effect) = (CellID.metric(Metric.meanChange.id), CellID.metric(Metric.standardizedChange.id))
        let verdicts = Verdicts(suppressed: [.init(cell: change, extent: extent)], exposed: [])
        var rule = DisclosureRule.mean
        #expect(verdicts.figure(.given(0.5), of: effect, rule, extent) == .given(0.5))
        rule.suppressedWith = [change]
        #expect(verdicts.figure(.given(0.5), of: effect, rule, extent).state == .withheld)
    }
}
