/// A civil date of the proleptic Gregorian calendar, from 0001-01-01 to 9999-12-31.
///
/// It is kept as a count of days, so comparing, hashing and stepping cost what they cost for an integer. It has no
/// time zone: a session belongs to the day that was written on it. The conversions are those of Howard Hinnant,
/// "chrono-Compatible Low-Level Date Algorithms" (days_from_civil, civil_from_days).
package struct Day: Hashable, Sendable {
    /// Days since 1970-01-01; negative before it.
    package let epochDay: Int

    /// 0001-01-01.
    package static let first = Day(unchecked: -719_162)
    /// 9999-12-31.
    package static let last = Day(unchecked: 2_932_896)

    private init(unchecked epochDay: Int) {
        self.epochDay = epochDay
    }

    /// The day that many days after 1970-01-01; nil outside of the years 1 to 9999.
    package init?(epochDay: Int) {
        guard (Self.first.epochDay...Self.last.epochDay).contains(epochDay) else { return nil }
        self.init(unchecked: epochDay)
    }

    /// The day of that year, month and day of the month; nil where the calendar has none.
    package init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
            day <= Self.length(ofMonth: month, in: year)
        else { return nil }
        self.init(unchecked: Self.epochDay(year, month, day))
    }

    /// The day written as `2026-11-10`, and in no other way; nil for anything else.
    package init?(iso text: some StringProtocol) {
        let bytes = Array(text.utf8.prefix(11))
        guard bytes.count == 10, bytes[4] == 0x2D, bytes[7] == 0x2D,
            let year = Self.number(bytes[0..<4]), let month = Self.number(bytes[5..<7]),
            let day = Self.number(bytes[8..<10])
        else { return nil }
        self.init(year: year, month: month, day: day)
    }

    /// Year, month and day of the month, of which each counts from 1.
    package var parts: (year: Int, month: Int, day: Int) {
        let shifted = epochDay + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let marchMonth = (5 * dayOfYear + 2) / 153
        let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * marchMonth + 2) / 5 + 1)
    }

    /// The year, 1 to 9999.
    package var year: Int { parts.year }
    /// The month, 1 to 12.
    package var month: Int { parts.month }
    /// The day of the month, 1 to 31.
    package var day: Int { parts.day }

    /// The day as `2026-11-10`.
    package var iso: String {
        let (year, month, day) = parts
        return "\(Self.padded(year, to: 4))-\(Self.padded(month, to: 2))-\(Self.padded(day, to: 2))"
    }

    /// The day that many days later, or earlier; the calendar's first or last day where there is none.
    package func adding(days: Int) -> Day {
        let (sum, overflow) = epochDay.addingReportingOverflow(days)
        if overflow { return days < 0 ? .first : .last }
        return Day(unchecked: min(max(sum, Self.first.epochDay), Self.last.epochDay))
    }

    /// The same day of the month that many months later, or earlier; the month's last day where it is shorter.
    ///
    /// Beyond the calendar it is the calendar's first or last day.
    package func adding(months: Int) -> Day {
        let (year, month, day) = parts
        let (sum, overflow) = (year * 12 + month - 1).addingReportingOverflow(months)
        if overflow { return months < 0 ? .first : .last }
        if sum < 12 { return .first }
        if sum >= 120_000 { return .last }
        let (targetYear, targetMonth) = (sum / 12, sum % 12 + 1)
        let length = Self.length(ofMonth: targetMonth, in: targetYear)
        return Day(unchecked: Self.epochDay(targetYear, targetMonth, min(day, length)))
    }

    /// The first day of the same month.
    package var startOfMonth: Day { adding(days: 1 - day) }

    /// The last day of the same month.
    package var endOfMonth: Day {
        let (year, month, day) = parts
        return adding(days: Self.length(ofMonth: month, in: year) - day)
    }

    /// How many days a month has.
    package static func length(ofMonth month: Int, in year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    static func padded(_ number: Int, to width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }

    private static func epochDay(_ year: Int, _ month: Int, _ day: Int) -> Int {
        let shifted = month <= 2 ? year - 1 : year
        let era = shifted / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * 146_097 + dayOfEra - 719_468
    }

    private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
        var number = 0
        for digit in digits {
            guard (0x30...0x39).contains(digit) else { return nil }
            number = number * 10 + Int(digit - 0x30)
        }
        return number
    }
}

extension Day: Comparable {
    /// Whether one day is before the other.
    package static func < (left: Day, right: Day) -> Bool { left.epochDay < right.epochDay }
}

extension Day: CustomStringConvertible {
    /// The day as `2026-11-10`.
    package var description: String { iso }
}
