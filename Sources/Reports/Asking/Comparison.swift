package import Calendar
import Records

/// The other period that a report is held against.
package enum Comparison: Hashable, Sendable {
    /// The period of the same length just before.
    case previous
    /// The same months one year earlier.
    case yearAgo
    /// Any other.
    case with(Period)

    /// The comparison of `--compare`: `previous`, `year-ago`, or a period in any of its forms.
    package static func parse(
        _ text: some StringProtocol,
        today: Day,
        fiscalYearStart: Int
    ) throws(MalformedPeriod) -> Comparison {
        switch text.lowercased() {
        case "previous": .previous
        case "year-ago": .yearAgo
        default: .with(try Period.parse(text, today: today, fiscalYearStart: fiscalYearStart))
        }
    }

    /// The period that `period` is held against; nil where the calendar has none.
    package func period(for period: Period) -> Period? {
        switch self {
        case .previous: period.previous
        case .yearAgo: period.yearAgo
        case .with(let other): other
        }
    }

    /// The heading of its column.
    func title(for period: Period) -> String {
        switch self {
        case .previous: "Last period"
        case .yearAgo: "A year ago"
        case .with(let other): other.title
        }
    }
}
