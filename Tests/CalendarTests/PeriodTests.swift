import Testing

@testable import Calendar

@Suite struct PeriodTests {
    static func period(_ text: String, fiscal: Int = 7, today: String = "2026-11-10") throws -> Period {
        try Period.parse(text, today: #require(Day(iso: today)), fiscalYearStart: fiscal)
    }

    @Test(arguments: [
        ("2026", 7, "2026-01-01", "2026-12-31"), ("2026-Q3", 7, "2026-07-01", "2026-09-30"),
        ("2026-09", 7, "2026-09-01", "2026-09-30"), ("FY2027", 7, "2026-07-01", "2027-06-30"),
        ("fy2027-q2", 7, "2026-10-01", "2026-12-31"), ("FY2027", 1, "2027-01-01", "2027-12-31"),
        ("FY2027-Q4", 10, "2027-07-01", "2027-09-30"), ("FY2027", 2, "2026-02-01", "2027-01-31"),
        ("2026-07-01..2026-09-30", 7, "2026-07-01", "2026-09-30"), ("2024-02", 1, "2024-02-01", "2024-02-29"),
        ("this-month", 7, "2026-11-01", "2026-11-30"), ("last-month", 7, "2026-10-01", "2026-10-31"),
        ("this-quarter", 7, "2026-10-01", "2026-12-31"), ("last-quarter", 7, "2026-07-01", "2026-09-30"),
        ("this-year", 7, "2026-01-01", "2026-12-31"), ("last-year", 7, "2025-01-01", "2025-12-31"),
        ("this-fiscal-year", 7, "2026-07-01", "2027-06-30"), ("last-fiscal-year", 7, "2025-07-01", "2026-06-30"),
        ("this-fiscal-quarter", 2, "2026-11-01", "2027-01-31"), ("last-fiscal-quarter", 2, "2026-08-01", "2026-10-31"),
        ("this-fiscal-year", 12, "2025-12-01", "2026-11-30"),
    ])
    func `every form names its days`(text: String, fiscal: Int, from: String, to: String) throws {
        let period = try Self.period(text, fiscal: fiscal)
        #expect(period.from.iso == from)
        #expect(period.to.iso == to)
    }

    @Test(arguments: [
        ("2026-01-01..2026-12-31", 7, "2026"), ("this-quarter", 7, "2026-Q4"), ("FY2027-Q2", 7, "2026-Q4"),
        ("2026-09-01..2026-09-30", 7, "2026-09"), ("2026-07-01..2027-06-30", 7, "FY2027"), ("FY2027", 1, "2027"),
        ("this-fiscal-quarter", 2, "FY2027-Q4"), ("2026-07-01..2026-08-31", 7, "2026-07-01..2026-08-31"),
        ("2026-07-02..2026-07-02", 7, "2026-07-02..2026-07-02"),
        ("2026-07-01..2027-06-30", 1, "2026-07-01..2027-06-30"),
        ("FY2026-Q1", 2, "FY2026-Q1"), ("0099", 1, "0099"),
    ])
    func `the label is the shortest form`(text: String, fiscal: Int, label: String) throws {
        #expect(try Self.period(text, fiscal: fiscal).label == label)
    }

    @Test(arguments: ["2026", "2026-Q4", "2026-12", "FY2027", "FY2026-Q1", "2026-07-03..2026-08-31"], [1, 2, 7, 12])
    func `a label reads back as the same period`(text: String, fiscal: Int) throws {
        let period = try Self.period(text, fiscal: fiscal)
        #expect(try Self.period(period.label, fiscal: fiscal) == period)
    }

    @Test(arguments: [
        ("2026-Q1", "2025-Q4", "2025-Q1"), ("2024-03", "2024-02", "2023-03"), ("2026", "2025", "2025"),
        ("FY2027", "FY2026", "FY2026"), ("2026-07-01..2026-08-31", "2026-05-01..2026-06-30", "2025-07-01..2025-08-31"),
        ("2026-07-11..2026-07-20", "2026-07-01..2026-07-10", "2025-07-11..2025-07-20"),
        ("2024-02-01..2024-02-29", "2024-01", "2023-02"),
        (
            "2024-02-10..2024-02-29", "2024-01-21..2024-02-09",
            "2023-02-10..2023-02-28"
        ),
    ])
    func `the previous period is as long, and a year ago is the same months`(
        text: String,
        previous: String,
        yearAgo: String
    ) throws {
        let period = try Self.period(text)
        #expect(period.previous?.label == previous)
        #expect(period.yearAgo?.label == yearAgo)
    }

    @Test func `nothing is before the calendar`() throws {
        #expect(try Self.period("0001").previous == nil)
        #expect(try Self.period("0001-Q2").previous?.label == "0001-Q1")
        #expect(try Self.period("0001").yearAgo == nil)
    }

    @Test func `a period has every month and quarter that it touches`() throws {
        let period = try Self.period("2026-11-15..2027-02-01")
        #expect(period.months.map(\.label) == ["2026-11", "2026-12", "2027-01", "2027-02"])
        #expect(period.quarters.map(\.label) == ["2026-Q4", "2027-Q1"])
        #expect(try Self.period("2026").quarters.map(\.label) == ["2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4"])
    }

    @Test(arguments: [
        ("2026", "2026"), ("2026-Q4", "Oct–Dec 2026"), ("2026-11", "Nov 2026"), ("FY2027", "Jul 2026–Jun 2027"),
        ("2026-07-01..2026-08-15", "Jul 1–Aug 15, 2026"), ("2026-12-30..2027-01-02", "Dec 30, 2026–Jan 2, 2027"),
        ("2026-07-03..2026-07-03", "Jul 3, 2026"),
    ])
    func `a heading has the period in words`(text: String, title: String) throws {
        #expect(try Self.period(text).title == title)
    }

    @Test(arguments: [
        ("2026-Q5", "\"2026-Q5\" is not a period: a year has quarters Q1 to Q4"),
        ("2026-13", "\"2026-13\" is not a period: a year has months 01 to 12"),
        ("FY2027-03", "\"FY2027-03\" is not a period: a fiscal year has quarters Q1 to Q4"),
        ("2026-09-30..2026-07-01", "\"2026-09-30..2026-07-01\" is not a period: it ends before it begins"),
        ("0000", "\"0000\" is not a period: years go from 0001 to 9999"),
        (
            "last-week",
            "\"last-week\" is not a period: after this- or last-, use month, quarter, year, fiscal-quarter or fiscal-year"
        ),
        ("autumn", "\"autumn\" is not a period: the format is unknown"),
        ("2026-9", "\"2026-9\" is not a period: the format is unknown"),
        (
            "2026-02-30..2026-03-01",
            "\"2026-02-30..2026-03-01\" is not a period: write two dates with two dots between them"
        ),
    ])
    func `what is not a period is answered with what to write`(text: String, message: String) {
        let error = #expect(throws: MalformedPeriod.self) { try Self.period(text) }
        #expect(error?.message == message)
        #expect(error?.example.isEmpty == false)
    }
}
