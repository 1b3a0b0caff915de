package import Calendar
package import Records

extension Store {
    /// The day that somebody typed for a parameter: `today`, `yesterday`, or a date such as 2026-11-10.
    package func day(_ typed: String, for parameter: String) throws -> Day {
        switch typed.trimmed.lowercased() {
        case "today": return today
        case "yesterday": return today.adding(days: -1)
        default: break
        }
        guard let day = Day(iso: typed) else {
            throw RecordError.invalid(
                field: parameter,
                problem: "is \"\(typed.clipped)\", which is not a date",
                advice: "Use today, yesterday, or a date such as 2026-11-10."
            )
        }
        return day
    }

    /// As `day`, for what has happened: a day that has not come is refused, with what to do about a plan.
    package func pastDay(_ typed: String, for parameter: String, advice: @autoclosure () throws -> Advice?) throws
        -> Day
    {
        let day = try day(typed, for: parameter)
        guard day <= today else {
            throw RecordError.invalid(
                field: parameter,
                problem: "\(day.words) is in the future (today is \(today.words))",
                advice: try advice()
            )
        }
        return day
    }

    /// The day on which something was done, as it was typed, else today; whether it has come is the record's own rule.
    package func dayDone(_ typed: String?, for parameter: String = "on") throws -> Day {
        try typed.map { try day($0, for: parameter) } ?? today
    }
}
