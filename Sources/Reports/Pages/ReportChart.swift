import Documents

/// A picture on the page of a report.
enum ReportChart: Sendable {
    /// By month, which is read beside the figures of the period.
    case monthly(MonthlyChart)
    /// Of the figures themselves.
    case answers(@Sendable (Reading) -> [Chart])
}

extension Report {
    /// What its page draws by month.
    var monthlyCharts: [MonthlyChart] {
        charts.compactMap { chart in
            if case .monthly(let monthly) = chart { monthly } else { nil }
        }
    }

    /// What its page draws of the figures themselves.
    func charts(of reading: Reading) -> [Chart] {
        charts.flatMap { chart in
            if case .answers(let draw) = chart { return draw(reading) }
            return []
        }
    }
}
