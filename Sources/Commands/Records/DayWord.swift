import Calendar
import CommandLineKit
import Records

/// A day as people type it: `today`, `yesterday` or `2026-11-10`.
enum DayWord {
    /// The day that `text` names; `option` is what it was typed for.
    static func day(_ text: String, option: String, _ store: Store) throws -> Day {
        switch text.lowercased() {
        case "today": return store.today
        case "yesterday": return store.today.adding(days: -1)
        default: break
        }
        guard let day = Day(iso: text) else {
            throw ValidationError(
                "\(option): \(quoted(text)) is not a day.",
                hint: "Write today, yesterday, or a date such as 2026-11-10."
            )
        }
        return day
    }

    /// As `day`, for what has happened: a day that has not come is refused.
    static func past(_ text: String, option: String, advice: String, _ store: Store) throws -> Day {
        let day = try day(text, option: option, store)
        guard day <= store.today else {
            throw ValidationError("\(option): \(day) has not come yet (today is \(store.today)).", hint: advice)
        }
        return day
    }
}
