import Calendar
import CommandLineKit
import Records

extension ArgumentHelp {
    /// The help of `--on`, for the day on which something was done.
    static func on(_ done: String) -> ArgumentHelp {
        ArgumentHelp("The day on which \(done); today unless given.", valueName: "date")
    }
}

extension DayWord {
    /// The day that `--on` names, else today; whether it has come is the record's own rule.
    static func on(_ text: String?, _ store: Store) throws -> Day {
        try text.map { try day($0, option: "--on", store) } ?? store.today
    }
}
