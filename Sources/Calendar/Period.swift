/// A span of civil dates of which both ends count, in a program whose fiscal year starts in a given month.
///
/// Two ways to write the same days make the same period with the same label, so a report over `this-quarter` and one
/// over `2026-Q4` are the same bytes.
package struct Period: Hashable, Sendable {
    /// The first day.
    package let from: Day
    /// The last day; never before the first.
    package let to: Day
    /// The month in which the program's fiscal year starts, 1 to 12.
    package let fiscalYearStart: Int

    /// The days from one to another; nil when the second is before the first.
    package init?(from: Day, to: Day, fiscalYearStart: Int = 1) {
        guard from <= to else { return nil }
        self.init(from, to, fiscalYearStart)
    }

    private init(_ from: Day, _ to: Day, _ fiscalYearStart: Int) {
        self.from = from
        self.to = to
        self.fiscalYearStart = (1...12).contains(fiscalYearStart) ? fiscalYearStart : 1
    }

    /// Whole months, the first of which is that of `start`.
    init(months: Int, startingIn start: Day, _ fiscalYearStart: Int) {
        let first = start.startOfMonth
        self.init(first, first.adding(months: months - 1).endOfMonth, fiscalYearStart)
    }

    /// The fiscal year in which a day lies; a fiscal year is named after the year in which it ends.
    package static func fiscalYear(of day: Day, startingIn month: Int) -> Period {
        let back = ((day.month - month) % 12 + 12) % 12
        return Period(months: 12, startingIn: day.startOfMonth.adding(months: -back), month)
    }

    /// Whether the day lies within.
    package func contains(_ day: Day) -> Bool { from <= day && day <= to }

    /// How many days it has.
    package var days: Int { to.epochDay - from.epochDay + 1 }

    /// How many months it has when it is of whole months, else nil.
    package var wholeMonths: Int? {
        guard from.day == 1, to == to.endOfMonth else { return nil }
        return (to.year - from.year) * 12 + to.month - from.month + 1
    }

    /// The period of the same length just before; nil at the calendar's beginning.
    ///
    /// Whole months come before whole months, whatever their days; any other span has as many days.
    package var previous: Period? {
        guard from > .first else { return nil }
        let end = from.adding(days: -1)
        if let months = wholeMonths {
            guard from.year * 12 + from.month - months >= 13 else { return nil }
            return Period(months: months, startingIn: from.adding(months: -months), fiscalYearStart)
        }
        guard let start = Day(epochDay: from.epochDay - days) else { return nil }
        return Period(start, end, fiscalYearStart)
    }

    /// The same months, or else the same days, one year earlier; nil in the calendar's first year.
    package var yearAgo: Period? {
        guard from.year > 1 else { return nil }
        let start = from.adding(months: -12)
        if let months = wholeMonths { return Period(months: months, startingIn: start, fiscalYearStart) }
        return Period(start, to.adding(months: -12), fiscalYearStart)
    }

    /// Every calendar month that it touches, each whole.
    package var months: [Period] { pieces(of: 1) }

    /// Every calendar quarter that it touches, each whole.
    package var quarters: [Period] { pieces(of: 3) }

    private func pieces(of length: Int) -> [Period] {
        let start = from.startOfMonth.adding(months: -((from.month - 1) % length))
        let count = ((to.year - start.year) * 12 + to.month - start.month) / length + 1
        return (0..<count).map { step in
            Period(months: length, startingIn: start.adding(months: step * length), fiscalYearStart)
        }
    }
}

// MARK: - Names

extension Period {
    /// The shortest way to write it: `2026`, `2026-Q3`, `2026-09`, `FY2027`, `FY2027-Q2`, else both ends.
    ///
    /// Calendar names go before fiscal ones, so that equal days have equal labels.
    package var label: String {
        let year = Day.padded(from.year, to: 4)
        switch (wholeMonths, (from.month - 1) % 3) {
        case (1, _): return "\(year)-\(Day.padded(from.month, to: 2))"
        case (3, 0): return "\(year)-Q\((from.month + 2) / 3)"
        case (12, _) where from.month == 1: return year
        case (12, _) where from.month == fiscalYearStart: return "FY\(Day.padded(to.year, to: 4))"
        case (3, let offset) where offset == (fiscalYearStart - 1) % 3: return fiscalQuarterLabel
        default: return "\(from.iso)..\(to.iso)"
        }
    }

    private var fiscalQuarterLabel: String {
        let year = Period.fiscalYear(of: from, startingIn: fiscalYearStart)
        let quarter = ((from.month - fiscalYearStart + 12) % 12) / 3 + 1
        return "FY\(Day.padded(year.to.year, to: 4))-Q\(quarter)"
    }

    /// The period in words for a heading: `Oct–Dec 2026`, `Nov 2026`, `Jul 2026–Jun 2027`, `Jul 1–Aug 15, 2026`.
    package var title: String {
        let sameYear = from.year == to.year
        guard let months = wholeMonths else { return daysTitle(sameYear) }
        if months == 12, from.month == 1 { return String(from.year) }
        if months == 1 { return "\(Self.name(from)) \(from.year)" }
        return "\(Self.name(from))\(sameYear ? "" : " \(from.year)")–\(Self.name(to)) \(to.year)"
    }

    private func daysTitle(_ sameYear: Bool) -> String {
        let last = "\(Self.name(to)) \(to.day), \(to.year)"
        if from == to { return last }
        return "\(Self.name(from)) \(from.day)\(sameYear ? "" : ", \(from.year)")–\(last)"
    }

    private static func name(_ day: Day) -> String {
        MonthName.short[day.month - 1]
    }
}
