import Documents
import Measures
import SQLite
import Testing

@testable import Reports

@Suite struct LoopGroupTests {
    static func two() throws -> Sample {
        let sample = try Sample()
        try sample.organization(1, "o1")
        try sample.organization(2, "o2")
        try sample.organization(3, "o3")
        try sample.outlet(1, of: 1)
        try sample.outlet(2, of: 2)
        for id in 1...12 { try sample.heard(id, "2026-0\(id % 2 + 1)-10", kind: id < 4 ? "complaint" : "thanks") }
        try sample.heard(13, "2026-03-10", at: 2, kind: "thanks")
        return sample
    }

    @Test func `records divide by the organization that keeps them, by month and by quarter`() throws {
        let sample = try Self.two()
        let document = try sample.document(.feedback, try scope("2026-Q1", by: .organization))
        #expect(document.groups.map { $0["key"] } == [.string("o1"), .string("o2")])
        #expect(document.entries(of: "o1")["FB-02"]?["value"] == .double(12))
        #expect(document.entries(of: "o2")["FB-01"]?["value"] == .double(1))
        let months = try sample.document(.feedback, try scope("2026-Q1", by: .month))
        #expect(months.entries(of: "2026-02")["FB-02"]?["value"] == .double(6))
        #expect(months.entries(of: "2026-03")["FB-02"]?["value"] == .double(1))
        #expect(months.entries(of: "2026-03")["FB-01"]?["reason"] == .string("not_divisible"))
        let quarters = try sample.document(.feedback, try scope("2026", by: .quarter))
        #expect(quarters.entries(of: "2026-Q1")["FB-02"]?["value"] == .double(13))
        #expect(quarters.entries(of: "2026-Q4")["FB-02"]?["value"] == .double(0))
    }

    @Test(arguments: [Split.course, .site, .fund, .modality])
    func `records of a theme belong to no course, site, fund or modality`(split: Split) throws {
        let sample = try Self.two()
        try sample.session(1, "2026-01-10", for: [1], site: "north", fund: "county", modality: "online")
        let document = try sample.document(.feedback, try scope("2026-Q1", by: split))
        let group = try #require(document.groups.first)
        guard case .string(let key) = group["key"] else { return }
        #expect(document.entries(of: key)["FB-02"]?["reason"] == .string("not_divisible"))
        #expect(document.entries["FB-02"]?["value"] == .double(13))
    }

    @Test func `a filter by course or fund leaves no figure of a theme whose records have neither`() throws {
        let sample = try Self.two()
        #expect(try sample.figures(try scope("2026", course: 1), of: .feedback)["FB-02"]?.reason == .notDivisible)
        #expect(try sample.figures(try scope("2026", fund: "county"), of: .feedback)["FB-01"]?.reason == .notDivisible)
        #expect(try sample.figures(try scope("2026", organization: 3), of: .feedback)["FB-01"]?.state == .notCollected)
        #expect(try sample.figures(try scope("2026", organization: 2), of: .feedback)["FB-02"]?.value == 1)
    }

    @Test func `a small kind of feedback is withheld with a second one, so that the total does not tell it`() throws {
        let sample = try Self.two()
        let board = try sample.figures(try scope("2026-Q1"), profile: .board, of: .feedback)
        #expect(board["FB-02"]?.value == 13)
        #expect(board["FB-02.complaint"]?.state == .withheld)
        #expect(board["FB-02.thanks"]?.state == .withheld)
        #expect(board["FB-02.question"]?.value == 0)
        #expect(board["FB-03"]?.state == .value)
        let team = try sample.figures(try scope("2026-Q1"), of: .feedback)
        #expect(team["FB-02.complaint"]?.value == 3)
    }

    @Test func `kinds of a group in which nothing came in are 0, whatever is withheld elsewhere`() throws {
        let sample = try Self.two()
        try sample.outlet(3, of: 3)
        let document = try sample.document(.feedback, try scope("2026-Q1", by: .organization), profile: .board)
        #expect(document.entries(of: "o2")["FB-02.complaint"]?["state"] == .string("withheld"))
        #expect(document.entries(of: "o3")["FB-02"]?["value"] == .double(0))
        #expect(document.entries(of: "o3")["FB-02.complaint"]?["value"] == .double(0))
    }

    @Test func `meetings divide by month: planned ones by the day planned, held ones by the day they were held`() throws
    {
        let sample = try Sample()
        try sample.organization(1, "o1")
        try sample.board(1, perYear: 12)
        try sample.meeting(1, planned: "2026-01-10", held: "2026-02-02")
        try sample.meeting(2, planned: "2026-02-10")
        let document = try sample.document(.boards, try scope("2026-Q1", by: .month))
        let shares = ["2026-01", "2026-02", "2026-03"].map { document.entries(of: $0)["PB-02"] }
        #expect(shares.map { $0?["numerator"] } == [.integer(0), .integer(1), .integer(0)])
        #expect(shares.map { $0?["denominator"] } == [.integer(1), .integer(1), .integer(0)])
        #expect(document.entries["PB-02"]?["numerator"] == .integer(1))
    }

    /// That all thirteen are thanks would say what the one item of o2 is.
    @Test func `a total is withheld where it would tell the kind of a group's only item`() throws {
        let sample = try Self.two()
        try sample.database.execute("UPDATE feedback SET kind = 'thanks'")
        let document = try sample.document(.feedback, try scope("2026-Q1", by: .organization), profile: .board)
        #expect(document.entries["FB-02.thanks"]?["state"] == .string("withheld"))
        #expect(document.entries(of: "o1")["FB-02.thanks"]?["state"] == .string("withheld"))
        #expect(document.entries(of: "o2")["FB-02.thanks"]?["state"] == .string("withheld"))
        #expect(document.entries(of: "o1")["FB-02"]?["value"] == .double(12))
    }
}
