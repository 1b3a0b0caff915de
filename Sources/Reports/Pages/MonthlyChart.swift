import Calendar
import Documents
import Measures
import Records

/// A chart of a report: metrics by month, past the same gate as its tables.
struct MonthlyChart: Sendable {
    /// A metric, and what of its figure is drawn.
    struct Series: Sendable {
        let name: String
        let metric: Metric
        /// The number to draw, made from the published figure.
        var part: @Sendable (Figure) -> Figure = { $0 }
    }

    /// Fewer months are no course, and more are not read.
    static let lengths = 2...36

    let title: String
    let series: [Series]
    var arrangement = Chart.Columns.Arrangement.together

    /// What is held, and how many came.
    static let trainings = MonthlyChart(
        title: "Trainings and attendances by month",
        series: [
            Series(name: "Trainings held", metric: .trainingsHeld), Series(name: "Attendances", metric: .attendance),
        ],
        arrangement: .apart
    )

    /// What came in, and how much of it has its answer.
    static let feedback = MonthlyChart(
        title: "Feedback received and answered, by month received",
        series: [
            Series(name: "Received", metric: .feedbackReceived),
            Series(name: "Answered", metric: .loopClosed) { figure in
                guard figure.state != .notCollected, figure.state != .withheld, let answered = figure.denominator else {
                    return figure
                }
                return .count(answered)
            },
        ]
    )

    var metrics: [Metric] { series.map(\.metric) }

    /// The chart of the months up to the as-of day; nil where there is no course to draw, or nothing to draw of it.
    func chart(_ reading: Reading, _ scope: Scope) -> Chart? {
        let months = scope.period.months.filter { $0.from <= scope.asOf }
        let groups = months.compactMap { month in reading.groups.first { $0.key == month.label } }
        guard Self.lengths.contains(months.count), groups.count == months.count else { return nil }
        let findings = groups.map { reading.findings(of: $0) }
        let drawn = series.enumerated().map { index, one in
            Chart.Columns.Series(one.name, findings.map { Cell.figure(one.part($0[index].figure)) })
        }
        guard drawn.contains(where: { $0.values.contains { ($0.number ?? 0) > 0 } }) else { return nil }
        let periods = months.map { month in
            Chart.Columns.Period(month.title, short: String(month.title.prefix(3)), group: String(month.from.year))
        }
        return .columns(
            title: title,
            summary: drawn.map { Self.sentence($0, periods) }.joined(separator: " "),
            Chart.Columns(over: "Month", periods, drawn, arrangement)
        )
    }

    /// From how few to how many, and when most; in words.
    private static func sentence(_ series: Chart.Columns.Series, _ periods: [Chart.Columns.Period]) -> String {
        let known = zip(series.values, periods).compactMap { cell, period in cell.number.map { ($0, cell, period) } }
        guard let least = known.min(by: { $0.0 < $1.0 }), let most = known.max(by: { $0.0 < $1.0 }) else {
            return "\(series.name): no numbers for any month."
        }
        let unknown = periods.count - known.count
        let rest = unknown == 0 ? "" : "; no number for \(Printed.counted(unknown, "month[s]"))"
        if least.0 == most.0 { return "\(series.name): \(most.1.printed) in each month\(rest)." }
        let top = known.filter { $0.0 == most.0 }.map(\.2.name)
        let when = top.count > 2 ? "" : ", most in \(top.joined(separator: " and "))"
        return "\(series.name): \(least.1.printed) to \(most.1.printed) a month\(when)\(rest)."
    }
}
