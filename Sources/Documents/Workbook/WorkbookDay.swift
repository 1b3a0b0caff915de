import CXlsxWriter

/// A civil date, with a time or without, as workbooks know it.
struct WorkbookDay {
    /// The form in which it is shown, whatever the country.
    var format: String { minutes == nil ? "yyyy-mm-dd" : "yyyy-mm-dd hh:mm" }

    private let year: Int
    private let month: Int
    private let day: Int
    /// Minutes from midnight.
    private let minutes: Int?

    /// A day from 1900-03-01 on, before which spreadsheets count a day that never was, such as `2026-11-10` or
    /// `2026-11-10T09:30`; nil of anything else.
    init?(iso text: String) {
        let halves = text.split(separator: "T", maxSplits: 1, omittingEmptySubsequences: false)
        let (iso, minutes) = (String(halves[0]), halves.count > 1 ? Self.minutes(halves[1]) : nil)
        if halves.count > 1, minutes == nil { return nil }
        let parts = iso.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.map(\.utf8.count) == [4, 2, 2], iso.utf8.allSatisfy({ $0 == 45 || (48...57).contains($0) }),
            let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2]),
            (1...12).contains(month), (1...31).contains(day), (year, month) >= (1900, 3)
        else { return nil }
        (self.year, self.month, self.day, self.minutes) = (year, month, day, minutes)
    }

    private static func minutes(_ time: Substring) -> Int? {
        let parts = time.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.map(\.utf8.count) == [2, 2], time.utf8.allSatisfy({ $0 == 58 || (48...57).contains($0) }),
            let hour = Int(parts[0]), let minute = Int(parts[1]), hour < 24, minute < 60
        else { return nil }
        return hour * 60 + minute
    }

    /// As the library takes it.
    var value: lxw_datetime {
        let (hour, minute) = (Int32((minutes ?? 0) / 60), Int32((minutes ?? 0) % 60))
        return lxw_datetime(year: Int32(year), month: Int32(month), day: Int32(day), hour: hour, min: minute, sec: 0)
    }

    /// Seconds from the beginning of 1970 to that of the day (Hinnant, "chrono-Compatible Low-Level Date Algorithms").
    var seconds: Int {
        let years = month <= 2 ? year - 1 : year
        let era = years / 400
        let ofEra = years - era * 400
        let ofYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        let days = era * 146_097 + ofEra * 365 + ofEra / 4 - ofEra / 100 + ofYear - 719_468
        return days * 86_400
    }

    /// The day that workbooks without one of their own say they were made: the first that their archive can say.
    static let none = 315_532_800
}
