import Documents
import Measures
import Records
import SQLite
import Support
import Testing

@testable import Reports

/// What is withheld over everything that one report, or one batch, prints.
@Suite struct PublicationTests {
    private static let kinds = ["complaint", "concern", "suggestion", "thanks", "question"]

    /// Items of three organizations by kind, in the order of `kinds`.
    private static func sample(_ counts: [[Int]]) throws -> Sample {
        let sample = try Sample()
        var id = 0
        for (place, kinds) in counts.enumerated() {
            try sample.organization(place + 1, "o\(place + 1)")
            try sample.outlet(place + 1, of: place + 1)
            for (kind, count) in zip(Self.kinds, kinds) {
                for _ in 0..<count {
                    id += 1
                    try sample.heard(id, "2026-0\(id % 3 + 1)-10", at: place + 1, kind: kind)
                }
            }
        }
        return sample
    }

    /// The kinds of feedback of the program and of each organization, printed by one batch.
    private static func batch(_ sample: borrowing Sample, organizations: [Int]) throws -> [[Figure]] {
        let disclosure = Disclosure(.board)
        let whole = try scope("2026-Q1")
        let scopes = [whole] + (try organizations.map { try scope("2026-Q1", organization: $0) })
        var clearance = Clearance(for: disclosure)
        var replies: [Reply] = []
        for scope in scopes {
            let inquiry = Inquiry(.feedback, of: Sample.program, scope: scope, disclosure: disclosure)
            replies.append(try inquiry.reply(for: [.json], from: sample.reader))
        }
        for reply in replies { clearance.add(reply) }
        let verdicts = clearance.decide()
        #expect(verdicts.exposed.isEmpty)
        return replies.map { reply in
            let findings = reply.answers.now.cleared(by: verdicts).total
            return kinds.compactMap { kind in findings.first { $0.metric.id.text == "FB-02.\(kind)" }?.figure }
        }
    }

    @Test func `what a batch prints of the whole and of the other organizations does not tell of one`() throws {
        let sample = try Self.sample([[3, 9, 20, 20, 0], [12, 14, 15, 16, 0], [11, 8, 10, 30, 0]])
        let printed = try Self.batch(sample, organizations: [1, 2, 3])
        #expect(printed[0].map(\.value) == [26, 31, 45, 66, 0])
        #expect(printed[1][0].state == .withheld)
        // A rectangle: another kind of the same organization, and both kinds of another one.
        let stars = printed.dropFirst().map { figures in figures.indices.filter { figures[$0].state == .withheld } }
        #expect(stars.map(\.count).sorted() == [0, 2, 2])
        #expect(Set(stars.filter { !$0.isEmpty }).count == 1)
    }

    @Test func `what is left of the whole beside the organizations that are printed is not told either`() throws {
        let sample = try Self.sample([[12, 14, 15, 16, 0], [2, 9, 8, 10, 0]])
        let printed = try Self.batch(sample, organizations: [1])
        // 14 less 12 would be the two complaints of the organization that is not printed.
        #expect(printed[0][0].state == .withheld || printed[1][0].state == .withheld)
    }

    @Test(arguments: 1...12) func `no star of a random batch stands alone in its line`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let counts = (0..<3).map { _ in
            Self.kinds.map { _ in Bool.random(using: &random) ? 0 : Int.random(in: 0...14, using: &random) }
        }
        let printed = try Self.batch(try Self.sample(counts), organizations: [1, 2, 3])
        let all = [0, 1, 2, 3, 4].map { kind in counts.reduce(0) { $0 + $1[kind] } }
        for (figures, counted) in zip(printed, [all] + counts) {
            for (figure, count) in zip(figures, counted) where (1..<5).contains(count) {
                #expect(figure.state == .withheld)
            }
            let stars = figures.filter { $0.state == .withheld }
            #expect(stars.count != 1, "seed \(seed): \(counts)")
        }
        for kind in all.indices where printed[0][kind].state == .value && all[kind] > 0 {
            let stars = (1...3).filter { printed[$0][kind].state == .withheld }
            // Who knows that there is no fourth organization knows a 0 that is withheld in a line of few; it is nobody.
            let isNobody = stars.allSatisfy { counts[$0 - 1][kind] == 0 }
            #expect(stars.count != 1 || isNobody, "seed \(seed): \(counts), \(Self.kinds[kind])")
        }
    }

    @Test func `an explanation withholds what the report withholds`() throws {
        let sample = try Self.sample([[3, 9, 20, 20, 0]])
        let inquiry = Inquiry(
            .feedback,
            of: Sample.program,
            scope: try scope("2026-Q1"),
            disclosure: Disclosure(.board)
        )
        func state(_ id: String) throws -> JSON? {
            let metric = try #require(Catalogue.metric(id))
            return try Explanation(metric, in: inquiry).document(from: sample.reader).data["state"]
        }
        #expect(try state("FB-02.complaint") == .string("withheld"))
        #expect(try state("FB-02.concern") == .string("withheld"))
        #expect(try state("FB-02.suggestion") == .string("value"))
    }

    /// States of these figures in the report of answers on the whole and on each organization, published together.
    private static func states(_ sample: borrowing Sample, _ organizations: [Int?], _ ids: [String]) throws
        -> [[Figure.State?]]
    {
        let disclosure = Disclosure(.board)
        var clearance = Clearance(for: disclosure)
        var replies: [Reply] = []
        for organization in organizations {
            let scope = try scope("2026", organization: organization)
            let inquiry = Inquiry(.evaluations, of: Sample.program, scope: scope, disclosure: disclosure)
            replies.append(try inquiry.reply(for: [.json], from: sample.reader))
        }
        for reply in replies { clearance.add(reply) }
        let verdicts = clearance.decide()
        #expect(verdicts.exposed.isEmpty)
        return replies.map { reply in
            let findings = reply.answers.now.cleared(by: verdicts).total
            return ids.map { id in findings.first { $0.metric.id.text == id }?.figure.state }
        }
    }

    @Test func `answers of a small organization are not left when the others are subtracted`() throws {
        let sample = try EvaluationDisclosureTests.sample([(30, 10), (20, 8), (4, 1)])
        let ids = ["EV-04.q", "EV-05.q"]
        let states = try Self.states(sample, [nil, 1, 2, 3], ids)
        #expect(states[3] == [.withheld, .withheld])
        for id in ids.indices where states[0][id] == .value {
            #expect(states[1...2].contains { $0[id] == .withheld }, "\(ids[id])")
        }
    }

    @Test func `a principle that few chose is not told by the others of its list or of another organization`() throws {
        let sample = try Sample()
        let codes = [
            "health-and-dignity", "participant-centered", "involvement", "autonomy", "sociocultural", "pragmatism",
        ]
        for (place, counts) in [[9, 2, 8, 7, 6, 0], [9, 12, 8, 7, 6, 0], [11, 9, 8, 7, 10, 5]].enumerated() {
            try sample.organization(place + 1, "o\(place + 1)")
            try sample.session(place + 1, "2026-01-1\(place)", for: [place + 1])
            try sample.counted(place + 1, 60)
            try sample.tallied(place + 1, "resonates", Array(zip(codes, counts)))
        }
        let states = try Self.states(sample, [nil, 1, 2, 3], codes.map { "EV-12.\($0).resonates.hands" })
        let stars = states.map { line in line.indices.filter { line[$0] == .withheld } }
        #expect(stars[1].contains(1))
        #expect(stars[1].count > 1)
        for code in codes.indices where states[0][code] == .value {
            #expect(stars.dropFirst().filter { $0.contains(code) }.count != 1, "\(codes[code])")
        }
        for line in stars.dropFirst() { #expect(line.count != 1) }
    }

    @Test func `a figure that is printed twice is withheld in both places or in none`() throws {
        let sample = try Self.sample([[3, 9, 20, 20, 0], [12, 14, 15, 16, 0], [2, 8, 10, 30, 0]])
        let disclosure = Disclosure(.board)
        var divided = try scope("2026-Q1")
        divided.split = .organization
        let scopes = [divided, try scope("2026-Q1", organization: 1), try scope("2026-Q1", organization: 3)]
        let replies = try scopes.map { scope in
            try Inquiry(.feedback, of: Sample.program, scope: scope, disclosure: disclosure)
                .reply(for: [.json], from: sample.reader)
        }
        var clearance = Clearance(for: disclosure)
        for reply in replies { clearance.add(reply) }
        let verdicts = clearance.decide()
        let groups = replies[0].answers.now.cleared(by: verdicts)
        for (place, reply) in zip([0, 2], replies.dropFirst()) {
            let states = reply.answers.now.cleared(by: verdicts).total.map(\.figure.state)
            #expect(groups.findings(of: groups.groups[place]).map(\.figure.state) == states)
        }
    }

    @Test func `a show of hands is withheld in both of its places or in none`() throws {
        let sample = try Sample()
        try sample.organization(1, "o1")
        try sample.session(1, "2026-01-10", for: [1])
        try sample.counted(1, 60)
        let codes = ["health-and-dignity", "participant-centered", "involvement", "autonomy"]
        try sample.tallied(1, "resonates", Array(zip(codes, [9, 2, 8, 7])))
        let document = try sample.document(.evaluations, try scope("2026-Q1"), profile: .board)
        let hands = document.data["hands"]?.items ?? []
        #expect(hands.count == 4)
        for row in hands {
            guard case .string(let code)? = row["option"] else { continue }
            let state = document.entries["EV-12.\(code).resonates.hands"]?["state"]
            #expect((row["hands"] == .null) == (state == .string("withheld")), "\(code)")
        }
        #expect(hands.count { $0["hands"] == .null } >= 2)
    }

    @Test(arguments: ["2026-01-01..2026-03-31", "2026-01-01..2026-04-30", "2026"])
    func `a month of which nothing was collected does not tell the month that is withheld`(period: String) throws {
        let sample = try Sample()
        try sample.organization(1, "o1")
        for (month, access) in [(12, 6), (12, 6), (4, 3)].enumerated() {
            try sample.session(month, "2026-0\(month + 1)-10", for: [1], requested: access.0, met: access.1)
            try sample.counted(month, 30)
        }
        try sample.session(4, "2026-04-10", for: [1])
        try sample.counted(4, 30)
        let reading = try Self.settled(.trainings, "TR-12", try scope(period, by: .month), sample)
        #expect(reading.whole == .value)
        #expect(reading.groups.count { $0 == .withheld } == 2)
    }

    @Test func `a month without a form withholds no mean of another`() throws {
        let sample = try Sample()
        try sample.form(1, .after, [.init(code: "a", scale: "s")], scales: [.init(code: "s")])
        try sample.organization(1, "o1")
        for month in 1...2 {
            try sample.session(month, "2026-0\(month)-10", for: [1])
            try sample.counted(month, 30)
            for id in 1...12 { try sample.returned(month * 100 + id, 1, month, [id % 4 + 2]) }
        }
        let reading = try Self.settled(.evaluations, "EV-07.s", try scope("2026-Q1", by: .month), sample)
        #expect(reading.whole == .value)
        #expect(!reading.groups.contains(.withheld))
    }

    /// The states of a figure and of its groups, published alone for the board.
    private static func settled(
        _ report: Report,
        _ id: String,
        _ scope: Scope,
        _ sample: borrowing Sample
    ) throws -> (whole: Figure.State?, groups: [Figure.State]) {
        let disclosure = Disclosure(.board)
        let inquiry = Inquiry(report, of: Sample.program, scope: scope, disclosure: disclosure)
        let reply = try inquiry.reply(for: [.json], from: sample.reader)
        let now = reply.answers.now.cleared(by: Clearance.deciding(reply, for: .json))
        func state(_ findings: [Finding]) -> Figure.State? { findings.first { $0.metric.id.text == id }?.figure.state }
        return (state(now.total), now.groups.compactMap { state(now.findings(of: $0)) })
    }

    @Test func `for the team nothing is withheld`() throws {
        let sample = try Self.sample([[3, 1, 0, 0, 0]])
        let document = try sample.document(.feedback, try scope("2026-Q1", by: .month))
        #expect(document.entries["FB-02.complaint"]?["value"] == .double(3))
        #expect(document.entries["FB-02.concern"]?["value"] == .double(1))
    }

    @Test func `the links of the catalogue name metrics that there are`() {
        let terms = Catalogue.metrics.flatMap(\.disclosure.relations).flatMap(\.terms)
        #expect(!terms.isEmpty)
        let known = Set(Catalogue.metrics.map { CellID.metric($0.id) })
        for term in terms { #expect(known.contains(term.quantity.cell), "\(term.quantity)") }
    }
}
