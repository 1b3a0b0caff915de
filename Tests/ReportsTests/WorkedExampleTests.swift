import Documents
import Measures
import Testing

@testable import Reports

/// The worked examples of the metric dictionary, with the figures that they expect.
@Suite struct WorkedExampleTests {
    static func quarter() throws -> Sample {
        let sample = try Sample()
        try sample.organization(1, "a")
        try sample.organization(2, "b")
        try sample.session(1, "2026-01-15", for: [1], minutes: 120)
        try sample.session(2, "2026-02-10", for: [1], minutes: 90)
        try sample.session(3, "2026-02-20", for: [2], status: "cancelled", minutes: 120)
        try sample.session(4, "2026-03-05", for: [2], minutes: 120)
        try sample.session(5, "2026-03-30", for: [2], status: "nobody_came", minutes: 60)
        for person in 1...6 { try sample.person(person) }
        let rows = [
            (1, 1, 120), (1, 2, 120), (1, 3, 60), (1, 4, 110), (2, 1, 90), (2, 2, 90), (2, 5, 90), (4, 5, 125),
            (4, 6, 100),
        ]
        for (session, person, minutes) in rows { try sample.came(session, person, minutes) }
        try sample.counted(4, 6, "unnamed")
        return sample
    }

    @Test func `a quarter of sessions gives the figures of EX-TRAIN-1`() throws {
        let figures = try Self.quarter().figures(try scope("2026-Q1"))
        #expect(figures["TR-01"]?.value == 3)
        #expect(figures["TR-02"]?.line == "value 0.2 - - 1/5 missing 0")
        #expect(figures["TR-03"]?.line == "value 15 - - missing 0")
        #expect(figures["TR-04"]?.line == "value - 8 12 missing 0")
        #expect(figures["TR-04.named"]?.value == 6)
        #expect(figures["TR-05"]?.value == 5.5)
        #expect(figures["TR-06"]?.line == "value 27 - - missing 6")
        #expect(figures["TR-06.measured"]?.value == 15)
        #expect(figures["TR-06.estimated"]?.value == 12)
        #expect(figures["TR-07"]?.line == "value \(8.0 / 9) - - 8/9 missing 0")
        #expect(figures["TR-10"]?.value == 2)
    }

    @Test func `ten people in twelve months are 120 visits and 10 people, as in EX-TRAIN-2`() throws {
        let sample = try Sample()
        for person in 1...10 { try sample.person(person) }
        for month in 1...12 {
            try sample.session(month, "2026-\(month < 10 ? "0" : "")\(month)-10")
            for person in 1...10 { try sample.came(month, person, 120) }
        }
        let figures = try sample.figures(try scope("2026"))
        #expect(figures["TR-03"]?.value == 120)
        #expect(figures["TR-04"]?.line == "value 10 10 10 missing 0")
    }

    @Test func `people counted once do not add up over months, as in EX-TRAIN-3`() throws {
        let sample = try Sample()
        for person in 1...3 { try sample.person(person) }
        try sample.session(1, "2026-01-10")
        try sample.session(2, "2026-02-10")
        for (session, person) in [(1, 1), (1, 2), (2, 2), (2, 3)] { try sample.came(session, person, 60) }
        #expect(try sample.figures(try scope("2026-01"))["TR-04"]?.value == 2)
        #expect(try sample.figures(try scope("2026-02"))["TR-04"]?.value == 2)
        #expect(try sample.figures(try scope("2026-Q1"))["TR-04"]?.value == 3)
    }

    static func clinic() throws -> Sample {
        let sample = try Sample()
        try sample.organization(1, "clinic", staff: 20, asOf: "2026-01-01")
        let done = [
            (1, "2026-01-15", nil), (2, "2026-01-15", nil), (4, "2026-01-15", nil), (5, "2026-02-10", nil),
            (3, "2025-11-02", "2026-03-01"), (11, "2025-02-01", nil),
        ]
        var sessions: [String: Int] = [:]
        for (person, day, left) in done {
            try sample.person(person, of: 1, left: left)
            if sessions[day] == nil {
                sessions[day] = sessions.count + 1
                try sample.session(sessions.count, day, for: [1])
            }
            try sample.came(sessions[day] ?? 0, person, 120)
        }
        return sample
    }

    @Test func `leavers drop out and a training lapses, as in EX-REACH-2`() throws {
        let figures = try Self.clinic().figures(try scope("2026-Q1", organization: 1))
        #expect(figures["TR-08"]?.line == "value 0.25 - - 5/20 missing 0")
        #expect(figures["TR-09"]?.line == "value 0.2 - - 4/20 missing 0")
        #expect(figures["TR-09.due"]?.value == 1)
    }

    @Test func `310 of 407 named staff prints 310/407`() throws {
        let sample = try Sample()
        try sample.organization(1, "clinic", staff: 407)
        try sample.session(1, "2026-02-01", for: [1], minutes: 60)
        for person in 1...310 {
            try sample.person(person, of: 1)
            try sample.came(1, person, nil)
        }
        let figures = try sample.figures(try scope("2026-Q1", organization: 1))
        #expect(figures["TR-08"]?.line == "value \(310.0 / 407) - - 310/407 missing 0")
        let page = try sample.document(.reach, try scope("2026-Q1", organization: 1), format: .table)
        #expect(page.text(.table).contains("310 of 407 (76.2%)"))
    }
}
