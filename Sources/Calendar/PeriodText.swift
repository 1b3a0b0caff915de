/// Why a text is not a period, in words that say what to write instead.
package struct MalformedPeriod: Error, Hashable, Sendable {
    /// The text as it was given.
    package let text: String
    /// What is wrong with it: `"2026-Q5" is not a period: a year has quarters Q1 to Q4`.
    package let message: String
    /// A text that would serve.
    package let example: String

    init(_ text: some StringProtocol, _ problem: String, example: String = Period.forms) {
        self.text = String(text)
        self.message = "\"\(text)\" is not a period: \(problem)"
        self.example = example
    }
}

extension Period {
    /// Every form that a period may be written in, with an example each.
    package static let forms =
        "2026, 2026-Q3, 2026-09, FY2027, FY2027-Q2, 2026-07-01..2026-09-30, or this- or last- with "
        + "month, quarter, year, fiscal-year, fiscal-quarter"

    /// The period that a text names, without regard to case; `today` decides what `this-` and `last-` mean.
    ///
    /// A program's fiscal year starts in the month `fiscalYearStart`, and is named after the year in which it ends.
    package static func parse(
        _ text: some StringProtocol,
        today: Day,
        fiscalYearStart: Int
    ) throws(MalformedPeriod) -> Period {
        let words = text.lowercased()
        let fiscal = (1...12).contains(fiscalYearStart) ? fiscalYearStart : 1
        if words.utf8.contains(0x2E) { return try span(words, text, fiscal) }
        if words.hasPrefix("this-") || words.hasPrefix("last-") { return try relative(words, text, today, fiscal) }
        if words.hasPrefix("fy") { return try inYear(words.dropFirst(2), text, fiscal, isFiscal: true) }
        return try inYear(words[...], text, fiscal, isFiscal: false)
    }

    private static func span(
        _ words: String,
        _ text: some StringProtocol,
        _ fiscal: Int
    ) throws(MalformedPeriod) -> Period {
        guard let dots = words.firstIndex(of: "."), words[dots...].hasPrefix(".."),
            let from = Day(iso: words[..<dots]), let to = Day(iso: words[dots...].dropFirst(2))
        else {
            throw MalformedPeriod(
                text,
                "write two dates with two dots between them",
                example: "2026-07-01..2026-09-30"
            )
        }
        guard let period = Period(from: from, to: to, fiscalYearStart: fiscal) else {
            throw MalformedPeriod(text, "it ends before it begins", example: "\(to.iso)..\(from.iso)")
        }
        return period
    }

    private static func relative(
        _ words: String,
        _ text: some StringProtocol,
        _ today: Day,
        _ fiscal: Int
    ) throws(MalformedPeriod) -> Period {
        let length: Int
        let back: Int
        switch words.dropFirst(5) {
        case "month": (length, back) = (1, 0)
        case "quarter": (length, back) = (3, (today.month - 1) % 3)
        case "year": (length, back) = (12, today.month - 1)
        case "fiscal-quarter": (length, back) = (3, (today.month - fiscal + 12) % 3)
        case "fiscal-year": (length, back) = (12, (today.month - fiscal + 12) % 12)
        default:
            throw MalformedPeriod(
                text,
                "after this- or last-, use month, quarter, year, fiscal-quarter or fiscal-year"
            )
        }
        let current = Period(months: length, startingIn: today.startOfMonth.adding(months: -back), fiscal)
        if words.hasPrefix("this-") { return current }
        guard let previous = current.previous else { throw MalformedPeriod(text, "the calendar starts with year 1") }
        return previous
    }

    private static func inYear(
        _ words: Substring,
        _ text: some StringProtocol,
        _ fiscal: Int,
        isFiscal: Bool
    ) throws(MalformedPeriod) -> Period {
        let parts = words.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count <= 2, let first = parts.first, let year = number(first, digits: 4) else {
            throw MalformedPeriod(text, "the format is unknown")
        }
        let startYear = isFiscal && fiscal > 1 ? year - 1 : year
        guard let start = Day(year: startYear, month: isFiscal ? fiscal : 1, day: 1) else {
            throw MalformedPeriod(text, "years go from 0001 to 9999")
        }
        guard parts.count == 2 else { return Period(months: 12, startingIn: start, fiscal) }
        let part = parts[1]
        if part.first == "q" { return try quarter(part.dropFirst(), of: start, text, fiscal) }
        guard !isFiscal, let month = number(part, digits: 2) else {
            throw MalformedPeriod(text, isFiscal ? "a fiscal year has quarters Q1 to Q4" : "the format is unknown")
        }
        guard (1...12).contains(month) else { throw MalformedPeriod(text, "a year has months 01 to 12") }
        return Period(months: 1, startingIn: start.adding(months: month - 1), fiscal)
    }

    private static func quarter(
        _ digits: Substring,
        of start: Day,
        _ text: some StringProtocol,
        _ fiscal: Int
    ) throws(MalformedPeriod) -> Period {
        guard let quarter = number(digits, digits: 1), (1...4).contains(quarter) else {
            throw MalformedPeriod(text, "a year has quarters Q1 to Q4")
        }
        return Period(months: 3, startingIn: start.adding(months: (quarter - 1) * 3), fiscal)
    }

    private static func number(_ text: Substring, digits: Int) -> Int? {
        guard text.utf8.count == digits, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        return Int(text)
    }
}
