/// Civil days from 2018 to 2035, counted by walking through the months, so that a recount shares no calendar with the
/// program. A day is its number in this walk.
enum Almanac {
    private static let lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

    /// Every day as year, month and day of the month.
    private static let all: [(year: Int, month: Int, day: Int)] = (2018...2035).flatMap { year in
        lengths.enumerated().flatMap { index, length in
            (1...(index == 1 && year % 4 == 0 ? 29 : length)).map { (year, index + 1, $0) }
        }
    }

    private static let texts = all.map { "\($0.year)-\(padded($0.month))-\(padded($0.day))" }
    private static let months = all.map { "\($0.year)-\(padded($0.month))" }
    private static let quarters = all.map { "\($0.year)-Q\(($0.month + 2) / 3)" }
    private static let numbers = Dictionary(uniqueKeysWithValues: zip(texts, texts.indices))
    private static let spans = Dictionary(grouping: all.indices) { months[$0] }
        .merging(Dictionary(grouping: all.indices) { quarters[$0] }) { $1 }

    private static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

    /// The day as it is stored: 2026-02-28.
    static func iso(_ day: Int) -> String { texts[day] }

    /// The day that is written so.
    static func day(_ iso: String) -> Int { numbers[iso] ?? -1 }

    /// The month of a day: 2026-02.
    static func month(of day: Int) -> String { months[day] }

    /// The quarter of a day: 2026-Q1.
    static func quarter(of day: Int) -> String { quarters[day] }

    /// The same day one year later; March 1 for a February 29.
    static func anniversary(_ day: Int) -> Int {
        let (year, month, date) = all[day]
        return numbers["\(year + 1)-\(padded(month))-\(padded(date))"] ?? numbers["\(year + 1)-03-01"] ?? all.count
    }

    /// The days that lie in a month or quarter of this label.
    static func days(in label: String) -> ClosedRange<Int> {
        let own = spans[label] ?? []
        return (own.first ?? 0)...(own.last ?? 0)
    }
}

/// What random records are dated with: ends of months, quarters and years, a leap day, and the days beside them, so that
/// days meet each other and the ends of periods.
enum Dates {
    static let ends = [
        "2024-02-29", "2024-12-31", "2025-01-01", "2025-03-01", "2025-06-30", "2025-12-31", "2026-01-01", "2026-01-31",
        "2026-02-01", "2026-02-27", "2026-02-28", "2026-03-01", "2026-03-30", "2026-03-31", "2026-04-01", "2026-05-10",
        "2026-06-30", "2026-07-01", "2026-12-31",
    ].map(Almanac.day)

    /// A day near the period that most questions are about.
    static func any(_ generator: inout some RandomNumberGenerator) -> Int {
        let near = Almanac.day("2025-11-15")...Almanac.day("2026-05-15")
        return Int.random(in: 0...2, using: &generator) == 0
            ? Int.random(in: near, using: &generator) : ends.randomElement(using: &generator) ?? near.lowerBound
    }

    /// A day, or none in one of so many.
    static func maybe(blankIn parts: Int, _ generator: inout some RandomNumberGenerator) -> Int? {
        Int.random(in: 1...parts, using: &generator) == 1 ? nil : any(&generator)
    }

    /// A day that is not before another, often that day itself or the one after.
    static func later(than day: Int, _ generator: inout some RandomNumberGenerator) -> Int {
        switch Int.random(in: 0...4, using: &generator) {
        case 0: day
        case 1: day + 1
        case 2: day + Int.random(in: 0...60, using: &generator)
        default: max(day, any(&generator))
        }
    }
}

extension RandomNumberGenerator {
    /// Whether one of so many came up.
    mutating func isOne(of parts: Int) -> Bool { Int.random(in: 1...parts, using: &self) == 1 }

    /// One of these.
    mutating func pick<Element>(_ elements: [Element]) -> Element {
        elements[Int.random(in: elements.indices, using: &self)]
    }
}
