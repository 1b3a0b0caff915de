import Calendar
import Records
import Testing

@testable import Intake

@Suite struct `A time of day with halves` {
    @Test(arguments: [
        "15/09/2026 01:30:00 p. m.", "15/09/2026 1:30 p.m.", "15/09/2026 01:30:00 PM", "15/09/2026 01:30PM",
        "15/09/2026 下午 1:30", "15/09/2026 下午1:30:00", "15/09/2026 오후 1:30", "15/09/2026 午後1:30", "15/09/2026 13:30",
    ])
    func `is read in several languages`(_ text: String) throws {
        let day = try #require(Day(iso: "2026-09-15"))
        #expect(Instant.vendor(text, dates: .dmy) == Int64(day.epochDay * 86_400 + 13 * 3_600 + 30 * 60))
    }

    @Test(arguments: [
        "15/09/2026 01:30 x. m.", "15/09/2026 01:30 Uhr", "15/09/2026 13:30 PM", "15/09/2026 p. m.",
        "15/09/2026 1:30 AM PM",
    ])
    func `and something else behind it is none`(_ text: String) {
        #expect(Instant.vendor(text, dates: .dmy) == nil)
    }

    @Test(arguments: [
        ("2026/09/15 5:00:00 p. m. GMT+2", "2026-09-15"), ("2026/09/15 8:00:00 a. m. GMT+2", "2026-09-14"),
        ("2026/09/15 下午 5:00:00 GMT+2", "2026-09-15"), ("2026/09/15 12:04:11 AM PST", "2026-09-15"),
    ])
    func `gives the day on which a form was returned`(_ text: String, _ day: String) throws {
        let zone = try #require(TimeZoneName("America/Los_Angeles"))
        let reading = SubmittedDay(zone: zone, fileZone: nil, dates: nil, isVendor: true, isUTC: false)
        #expect(Array(text.utf8).withUnsafeBytes { reading.read($0) } == Day(iso: day).map { .day($0) })
    }

    @Test func `what stands behind a time and is no zone is a problem, also where a zone is said`() throws {
        let zone = try #require(TimeZoneName("America/Los_Angeles"))
        let reading = SubmittedDay(zone: zone, fileZone: zone, dates: nil, isVendor: true, isUTC: false)
        guard case .fault = Array("2026/09/15 5:00:00 x. m.".utf8).withUnsafeBytes({ reading.read($0) }) else {
            return #expect(Bool(false), "it was read")
        }
    }
}
