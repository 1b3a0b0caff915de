import Documents
import Measures
import Testing

@testable import Reports

@Suite struct GroupTests {
    static func joint() throws -> Sample {
        let sample = try Sample()
        for id in 1...3 { try sample.organization(id, "o\(id)") }
        for person in 1...5 { try sample.person(person) }
        try sample.session(1, "2026-01-10", for: [1, 2], fund: "county")
        return sample
    }

    static func visits(_ sample: borrowing Sample) throws -> [String: Double?] {
        let document = try sample.document(.trainings, try scope("2026-Q1", by: .organization))
        var visits: [String: Double?] = [:]
        for group in document.groups {
            guard case .string(let key) = group["key"] else { continue }
            if case .double(let value) = document.entries(of: key)["TR-03"]?["value"] { visits[key] = value }
        }
        return visits
    }

    @Test func `a session counts whole for each organization trained`() throws {
        let sample = try Self.joint()
        try sample.counted(1, 22)
        #expect(try Self.visits(sample) == ["o1": 22, "o2": 22])
        #expect(try sample.figures(try scope("2026-Q1"))["TR-03"]?.value == 22)
        #expect(try sample.figures(try scope("2026-Q1"))["TR-01"]?.value == 1)
    }

    @Test func `a head whose row names an organization trained counts for that one only`() throws {
        let sample = try Self.joint()
        try sample.came(1, 1, nil, of: 1)
        try sample.came(1, 2, nil, of: 2)
        try sample.came(1, 3, nil)
        try sample.came(1, 4, nil, of: 3)
        try sample.nameless(1, nil, of: 1)
        #expect(try Self.visits(sample) == ["o1": 4, "o2": 3])
        #expect(try sample.figures(try scope("2026-Q1"))["TR-03"]?.value == 5)
    }

    @Test func `an unsplit headcount leaves to each organization what is not of another`() throws {
        let sample = try Self.joint()
        try sample.counted(1, 22)
        for person in 1...3 { try sample.came(1, person, nil, of: 1) }
        #expect(try Self.visits(sample) == ["o1": 22, "o2": 19])
        try sample.counted(1, 10, of: 1)
        #expect(try Self.visits(sample) == ["o1": 22, "o2": 12])
        try sample.counted(1, 12, of: 2)
        #expect(try Self.visits(sample) == ["o1": 10, "o2": 12])
        #expect(try sample.figures(try scope("2026-Q1"))["TR-03"]?.value == 22)
    }

    @Test func `of two splittings of the same heads the larger holds, and counted goes before estimated`() throws {
        let sample = try Self.joint()
        try sample.counted(1, 6, of: 1)
        try sample.counted(1, 9, of: 1, method: 1)
        try sample.counted(1, 5, of: 2, method: 2)
        try sample.counted(1, 8, category: "first time")
        try sample.counted(1, 2, category: "ongoing")
        #expect(try sample.figures(try scope("2026-Q1"))["TR-03"]?.value == 11)
        try sample.counted(1, 7, category: "unknown")
        #expect(try sample.figures(try scope("2026-Q1"))["TR-03"]?.value == 17)
        try sample.counted(1, 30)
        #expect(try sample.figures(try scope("2026-Q1"))["TR-03"]?.value == 30)
    }

    @Test func `an organization of which nobody came is not reached`() throws {
        let sample = try Self.joint()
        try sample.came(1, 1, nil, of: 1)
        #expect(try sample.figures(try scope("2026-Q1"))["TR-10"]?.value == 1)
        try sample.nameless(1, nil)
        #expect(try sample.figures(try scope("2026-Q1"))["TR-10"]?.value == 2)
    }

    @Test func `every month and quarter of the period is a group`() throws {
        let sample = try Self.joint()
        let months = try sample.document(.attendance, try scope("2026-Q1", by: .month))
        #expect(months.groups.map { $0["key"] } == [.string("2026-01"), .string("2026-02"), .string("2026-03")])
        let quarters = try sample.document(.attendance, try scope("FY2026", by: .quarter))
        #expect(quarters.groups.map { $0["key"] } == ["2025-Q3", "2025-Q4", "2026-Q1", "2026-Q2"])
        #expect(quarters.entries(of: "2025-Q3")["TR-03"]?["value"] == .double(0))
    }

    @Test func `other groups are those with a session of any status, in the order of keys`() throws {
        let sample = try Self.joint()
        try sample.session(2, "2026-02-01", status: "cancelled", fund: "b fund")
        try sample.session(3, "2026-02-01", status: "scheduled")
        try sample.session(4, "2026-09-01", fund: "later")
        let funds = try sample.document(.trainings, try scope("2026-Q1", by: .fund))
        #expect(funds.groups.map { $0["key"] } == ["", "b fund", "county"])
        #expect(funds.groups.map { $0["name"] } == ["not recorded", "b fund", "county"])
        let organizations = try sample.document(.trainings, try scope("2026-Q1", by: .organization))
        #expect(organizations.groups.map { $0["key"] } == ["", "o1", "o2"])
        #expect(organizations.groups.map { $0["name"] } == ["not recorded", "Title of o1", "Title of o2"])
        let courses = try sample.document(.trainings, try scope("2026-Q1", by: .course))
        #expect(courses.groups.map { $0["name"] } == ["Foundations of Harm Reduction"])
    }

    @Test(arguments: Split.allCases.filter { !$0.isOfPeople })
    func `staff divide by organization only`(split: Split) throws {
        let sample = try Self.joint()
        let document = try sample.document(.reach, try scope("2026-Q1", by: split))
        for group in document.groups {
            guard case .string(let key) = group["key"] else { continue }
            for id in ["TR-08", "TR-09", "TR-09.due"] {
                let isNotDivisible = document.entries(of: key)[id]?["reason"] == .string("not_divisible")
                #expect(isNotDivisible == (split != .organization))
            }
            #expect(document.entries(of: key)["TR-10"]?["reason"] == .null)
        }
    }

    @Test func `a group of an organization has the figures of a report on that organization`() throws {
        let sample = try WorkedExampleTests.quarter()
        let document = try sample.document(.trainings, try scope("2026-Q1", by: .organization))
        for (id, ref) in [(1, "a"), (2, "b")] {
            let alone = try sample.document(.trainings, try scope("2026-Q1", organization: id))
            #expect(document.entries(of: ref) == alone.entries)
        }
    }

    @Test func `a comparison holds each group against its own earlier figure`() throws {
        let sample = try Self.joint()
        try sample.session(2, "2025-10-10", for: [1])
        try sample.counted(1, 22)
        try sample.counted(2, 7)
        let scope = try scope("2026-Q1", by: .organization)
        let document = try sample.document(.attendance, scope, compare: .previous)
        #expect(document.entries["TR-03"]?["previous"]?["value"] == .double(7))
        #expect(document.entries(of: "o1")["TR-03"]?["previous"]?["value"] == .double(7))
        #expect(document.entries(of: "o2")["TR-03"]?["previous"]?["value"] == .double(0))
        let periods = document.rows.rows.map { $0[1].printed }
        #expect(Set(periods) == ["2026-Q1", "2025-Q4"])
        #expect(try sample.document(.attendance, scope).entries["TR-03"]?["previous"] == .null)
    }
}
