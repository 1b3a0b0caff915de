import Testing

@testable import Calendar

@Suite struct WorkingDaysTests {
    @Test func `working days leave out weekends, stepping day by day`() throws {
        let monday = try #require(Day(iso: "2026-11-16"))
        for start in 0..<7 {
            for days in 0...30 {
                let from = monday.adding(days: start)
                var day = from
                var left = days
                while left > 0 {
                    day = day.adding(days: 1)
                    if day.isWorkingDay { left -= 1 }
                }
                #expect(from.due(inDays: days, working: true) == day, "\(from) and \(days)")
            }
        }
    }
}
