import Calendar
import Documents
import Measures
import Records

/// A report as rows for CSV: one per metric and group, those of the other period behind.
struct ReportRows {
    let inquiry: Inquiry
    let readings: [Reading]

    static let columns = [
        "report", "period", "from", "to", "as_of", "profile", "group", "id", "name", "state", "value", "unit",
        "numerator", "denominator", "low", "high", "n", "reason", "missing",
    ].map { Column(key: $0) }

    var table: Table {
        Table(columns: Self.columns, rows: readings.flatMap(rows))
    }

    private func rows(_ reading: Reading) -> [[Cell]] {
        let start: [Cell] = [
            .text(inquiry.report.name), .text(reading.period.label), .day(reading.period.from.iso),
            .day(reading.period.to.iso), .day(inquiry.scope.asOf.iso), .text(inquiry.disclosure.profile.rawValue),
        ]
        var rows = reading.total.map { start + [.empty] + cells($0) }
        for group in reading.groups {
            let key = group.key.isEmpty ? group.name : group.key
            rows += reading.findings(of: group).map { start + [.text(key)] + cells($0) }
        }
        return rows
    }

    private func cells(_ finding: Finding) -> [Cell] {
        let (metric, figure) = (finding.metric, finding.figure)
        return [
            .text(metric.id.text), .text(metric.title), .text(figure.state.rawValue), number(figure.value),
            .text(metric.unit.rawValue), number(figure.exactNumerator), number(figure.exactDenominator),
            number(figure.low),
            number(figure.high), .whole(figure.n), .text(figure.remark), .whole(figure.missing),
        ]
    }

    private func number(_ value: Double?) -> Cell {
        value.map { .decimal($0, printed: Decimal.shortest($0)) } ?? .empty
    }
}
