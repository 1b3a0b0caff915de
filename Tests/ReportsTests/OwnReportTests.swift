import Documents
import Measures
import SQLite
import Testing

@testable import Reports

/// What organizations report about themselves, counted by hand: OR-01 to OR-07.
struct OwnReportTests {
    /// Five organizations trained in January and one that never was; 900 is the program's own.
    private func sample() throws -> Sample {
        let sample = try Sample()
        for (id, ref) in [(1, "a"), (2, "b"), (3, "c"), (4, "d"), (5, "e"), (6, "untrained"), (900, "own")] {
            try sample.organization(id, ref, staff: id == 2 ? nil : 20)
        }
        try sample.database.execute(
            """
            INSERT INTO program (id, origin, organization_id, time_zone, secret, made_at)
            VALUES (1, 1, 900, 'UTC', x'00', '2026-01-01T00:00:00Z')
            """
        )
        try sample.session(1, "2026-01-15", for: [1, 2, 3, 4, 5, 900])
        try sample.counted(1, 30)
        return sample
    }

    private struct Said {
        var employs: Int?
        var outlets: String?
        var board: Int?
        var services: [String] = []
    }

    private func report(
        _ sample: borrowing Sample,
        _ organization: Int,
        _ day: String,
        by reporter: String? = "leadership",
        _ said: Said
    ) throws {
        try sample.database.execute(
            """
            INSERT INTO profile (organization_id, as_of, reported_by, employs, outlets, board)
            VALUES (\(organization), \(day), \(reporter.sqlValue), \(said.employs.sqlValue), \(said.outlets.sqlValue),
                \(said.board.sqlValue))
            """
        )
        for (position, code) in said.services.enumerated() {
            let list = code == "none" ? "none" : "service"
            try sample.database.execute(
                """
                INSERT INTO profile_service (profile_id, position, list, version, code)
                SELECT max(id), \(position), \(list), '1', \(code) FROM profile
                """
            )
        }
    }

    private func lines(_ sample: borrowing Sample, _ scope: Scope, _ profile: Profile = .team) throws -> [String:
        String]
    {
        try sample.figures(scope, profile: profile, of: .organizations).mapValues(\.line)
    }

    @Test func `before the first report nobody has reported, and nothing else is recorded`() throws {
        let lines = try lines(try sample(), try scope("2026"))
        #expect(lines["OR-01"] == "value 0 - - 0/5 missing 0")
        #expect(lines["OR-02"] == "not_collected - - - missing 5")
        #expect(lines["OR-07"] == "not_collected - - - missing 5")
    }

    @Test func `the latest answer counts, a blank is none, and who uses the services goes before who leads`() throws {
        let sample = try sample()
        try report(sample, 1, "2026-03-01", Said(employs: 1, outlets: "2", services: ["moud", "referrals"]))
        try report(sample, 1, "2026-05-01", Said(board: 1))
        try report(sample, 2, "2026-03-01", by: "leadership", Said(employs: 1, outlets: "yes"))
        try report(sample, 2, "2026-03-01", by: "participants", Said(employs: 0, outlets: "0"))
        try report(sample, 3, "2026-03-01", Said(services: ["none"]))
        try report(sample, 6, "2026-03-01", Said(employs: 1))
        try report(sample, 900, "2026-03-01", Said(employs: 1))
        let lines = try lines(sample, try scope("2026"))
        #expect(lines["OR-01"] == "value 0.6 - - 3/5 missing 0")
        #expect(lines["OR-02"] == "value 0.5 - - 1/2 missing 3")
        #expect(lines["OR-03"] == "value 0.5 - - 1/2 missing 3")
        #expect(lines["OR-04"] == "value 1 - - 1/1 missing 4")
        #expect(lines["OR-06"] == "value 1 - - missing 3")
        let before = try self.lines(sample, try scope("2026-Q1"))
        #expect(before["OR-04"] == "not_collected - - - missing 5")
    }

    @Test func `a gain is what was not there at first, by the same kind of reporter on another day`() throws {
        let sample = try sample()
        // Gained employment and a service, lost another.
        try report(sample, 1, "2026-02-01", Said(employs: 0, board: 0, services: ["moud", "referrals"]))
        try report(sample, 1, "2026-08-01", Said(employs: 1, board: 0, services: ["moud", "drop-in"]))
        // Lost its board, gained nothing.
        try report(sample, 2, "2026-02-01", Said(board: 1))
        try report(sample, 2, "2026-08-01", Said(board: 0))
        // Two kinds of reporters are not compared.
        try report(sample, 3, "2026-02-01", by: "staff", Said(board: 0))
        try report(sample, 3, "2026-08-01", by: "participants", Said(board: 1))
        let lines = try lines(sample, try scope("2026"))
        #expect(lines["OR-07"] == "value 0.5 - - 1/2 missing 3")
        #expect(lines["OR-07.employ"] == "value 1 - - 1/1 missing 4")
        #expect(lines["OR-07.employ.lost"] == "not_applicable:zero_denominator - - - 0/0 missing 4")
        #expect(lines["OR-07.board"] == "value 0 - - 0/1 missing 3")
        #expect(lines["OR-07.board.lost"] == "value 1 - - 1/1 missing 3")
        #expect(lines["OR-07.services"] == "value 1 - - 1/1 missing 4")
        #expect(lines["OR-07.services.lost"] == "value 1 - - 1/1 missing 4")
        // What was reported in August has not happened yet in June.
        #expect(try self.lines(sample, try scope("2026", asOf: "2026-06-30"))["OR-07"]?.hasPrefix("not_col") == true)
    }

    @Test func `a report dated after the reference day changes no figure`() throws {
        let sample = try sample()
        try report(sample, 1, "2026-02-01", Said(employs: 0, outlets: "no"))
        let early = try scope("2026-Q2")
        let before = try lines(sample, early)
        try report(sample, 1, "2026-07-01", Said(employs: 1, outlets: "3", board: 1, services: ["moud"]))
        #expect(try lines(sample, early) == before)
        #expect(try lines(sample, try scope("2026-Q3")) != before)
    }

    @Test func `each month is judged on its own last day, and one that has not begun is not due`() throws {
        let sample = try sample()
        try report(sample, 1, "2026-02-28", Said(board: 0))
        try report(sample, 1, "2026-03-31", Said(board: 1))
        let document = try sample.document(
            .organizations,
            try scope("2026-01-01..2026-06-30", asOf: "2026-04-10", by: .month)
        )
        let boards = document.groups.map { group -> String in
            guard case .array(let entries)? = group["metrics"] else { return "none" }
            let entry = entries.first { $0["id"] == .string("OR-04") }
            if case .string(let reason)? = entry?["reason"] { return reason }
            guard case .integer(let part)? = entry?["numerator"], case .integer(let all)? = entry?["denominator"] else {
                return "no number"
            }
            return "\(part) of \(all)"
        }
        #expect(boards == ["no number", "0 of 1", "1 of 1", "1 of 1", "not_due", "not_due"])
    }

    @Test(arguments: [Profile.board, .funder, .public])
    func `outside the team an organization is named only if it agreed, and counted always`(profile: Profile) throws {
        let sample = try sample()
        try sample.database.execute("UPDATE organization SET named = 1 WHERE id IN (1, 2)")
        for id in 1...4 { try report(sample, id, "2026-03-01", Said(employs: 1, board: 1)) }
        let groups = try sample.document(.organizations, try scope("2026", by: .organization), profile: profile)
        func state(_ ref: String, _ id: String) -> JSON? { groups.entries(of: ref)[id]?["state"] }
        #expect(groups.entries["OR-04"]?["numerator"] == .integer(4))
        #expect(state("a", "OR-04") == .string("value"))
        #expect(state("c", "OR-04") == .string("withheld"))
        // Nobody knows how many work at b, so nobody is pointed at.
        #expect(state("a", "OR-02") == .string("value"))
        #expect(state("b", "OR-02") == .string("withheld"))
        let page = try sample.document(.organizations, try scope("2026"), profile: profile, format: .table).text(.table)
        #expect(page.contains("Title of a") && !page.contains("Title of c"))
        let one = try sample.figures(try scope("2026", organization: 3), profile: profile, of: .organizations)
        #expect(one["OR-04"]?.state == .withheld)
    }

    @Test func `where all but one may be named nobody is, and no sector is shown, so that no total gives one away`()
        throws
    {
        let sample = try sample()
        try sample.database.execute("UPDATE organization SET named = 1, sector = 'health' WHERE id IN (1, 2)")
        for id in 1...3 { try report(sample, id, "2026-03-01", Said(employs: 1, board: 1)) }
        let groups = try sample.document(.organizations, try scope("2026", by: .organization), profile: .board)
        #expect(groups.entries(of: "a")["OR-04"]?["state"] == .string("withheld"))
        #expect(groups.entries["OR-04"]?["numerator"] == .integer(3))
        let sectors = try sample.document(.organizations, try scope("2026", by: .sector), profile: .board)
        #expect(sectors.entries(of: "health")["OR-04"]?["state"] == .string("withheld"))
        let page = try sample.document(.organizations, try scope("2026"), profile: .board, format: .table).text(.table)
        #expect(!page.contains("Title of a"))
        let gaps = try sample.document(.gaps, try scope("2026"), profile: .board, format: .csv).text(.csv)
        #expect(!gaps.contains("has not reported"))
        let inquiry = Inquiry(
            .organizations,
            of: Sample.program,
            scope: try scope("2026", organization: 3),
            disclosure: Disclosure(.board)
        )
        let explained = try Explanation(.withBoards, in: inquiry).document(from: sample.reader)
        #expect(explained.data["records"] == .array([]))
    }

    @Test func `what organizations report belongs to no course and no fund`() throws {
        let sample = try sample()
        try report(sample, 1, "2026-03-01", Said(board: 1))
        let lines = try lines(sample, try scope("2026", fund: "county"))
        #expect(Set(lines.values) == ["not_applicable:not_divisible - - - missing 0"])
    }
}
