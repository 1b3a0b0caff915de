import Support
import Testing

@testable import Calendar

@Suite struct DayTests {
    @Test(arguments: ["0001-01-01", "1900-02-28", "1970-01-01", "2000-02-29", "2026-11-10", "9999-12-31"])
    func `a day is written as it was read`(text: String) throws {
        #expect(try #require(Day(iso: text)).iso == text)
    }

    @Test(arguments: [
        "", "2026", "2026-1-1", "2026-02-29", "1900-02-29", "2026-13-01", "2026-00-10", "2026-04-31", "0000-01-01",
        "10000-01-01", "2026-11-10 ", "2026/11/10", "2026-11-1x", "+026-01-01",
    ])
    func `what is no day of the calendar is refused`(text: String) {
        #expect(Day(iso: text) == nil)
    }

    @Test func `every day of the calendar survives being taken apart`() throws {
        var previous = (year: 0, month: 12, day: 31)
        // Four centuries are a whole turn of the calendar.
        let last = Sweep.isFull ? Day.last.epochDay : Day.first.epochDay + 146_097
        for number in stride(from: Day.first.epochDay, through: last, by: 1) {
            let parts = try #require(Day(epochDay: number)).parts
            let follows =
                parts == (previous.year, previous.month, previous.day + 1)
                || parts == (previous.year, previous.month + 1, 1) || parts == (previous.year + 1, 1, 1)
            guard follows, Day(year: parts.year, month: parts.month, day: parts.day)?.epochDay == number else {
                Issue.record("\(parts) after \(previous)")
                return
            }
            previous = parts
        }
        if Sweep.isFull { #expect(previous == (9999, 12, 31)) }
        #expect(Day(iso: "1970-01-01")?.epochDay == 0)
        #expect(Day(epochDay: Day.last.epochDay + 1) == nil)
    }

    @Test(arguments: [
        ("2026-01-31", 1, "2026-02-28"), ("2024-01-31", 1, "2024-02-29"), ("2026-03-31", -1, "2026-02-28"),
        ("2026-11-10", 2, "2027-01-10"), ("2026-11-10", -11, "2025-12-10"), ("2024-02-29", 12, "2025-02-28"),
        ("9999-12-01", 1, "9999-12-31"), ("0001-01-15", -1, "0001-01-01"), ("2026-05-05", Int.max, "9999-12-31"),
    ])
    func `adding months ends at the month's end`(from: String, months: Int, to: String) throws {
        #expect(try #require(Day(iso: from)).adding(months: months).iso == to)
    }

    @Test(arguments: [
        ("2026-02-28", 1, "2026-03-01"), ("2026-01-01", -1, "2025-12-31"), ("2026-01-01", 365, "2027-01-01"),
        ("9999-12-31", 1, "9999-12-31"), ("0001-01-01", Int.min, "0001-01-01"),
    ])
    func `adding days crosses months and years`(from: String, days: Int, to: String) throws {
        #expect(try #require(Day(iso: from)).adding(days: days).iso == to)
    }

    @Test func `days are ordered as their text is`() {
        let texts = ["2026-11-10", "0999-01-01", "2026-01-11", "2025-12-31"]
        #expect(texts.compactMap { Day(iso: $0) }.sorted().map(\.iso) == texts.sorted())
    }
}
