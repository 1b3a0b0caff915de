import Documents
import Measures
import Records
import SQLite
import Testing

@testable import Reports

/// What a page for others may tell of answers.
@Suite struct EvaluationDisclosureTests {
    /// Sessions for organizations of so many answers each, all but `against` of them favorable.
    static func sample(_ answers: [(n: Int, against: Int)]) throws -> Sample {
        let sample = try Sample()
        try sample.form(1, .after, [.init(code: "q")])
        var id = 0
        for (place, part) in answers.enumerated() {
            try sample.organization(place + 1, "o\(place + 1)")
            try sample.session(place + 1, "2026-01-1\(place)", for: [place + 1])
            try sample.counted(place + 1, part.n)
            for number in 0..<part.n {
                id += 1
                try sample.returned(id, 1, place + 1, [number < part.against ? 1 : 5])
            }
        }
        return sample
    }

    static func groups(_ sample: borrowing Sample, _ id: String) throws -> [Figure.State] {
        let reading = try Reading(
            Report.evaluations.metrics,
            try scope("2026", by: .organization),
            Disclosure(.board),
            from: sample.reader
        )
        return reading.groups.compactMap { group in
            reading.findings(of: group).first { $0.metric.id.text == id }?.figure.state
        }
    }

    @Test func `the answer of everybody is withheld, though many gave it`() throws {
        let sample = try Self.sample([(40, 0)])
        #expect(try sample.figures(try scope("2026"), of: .evaluations)["EV-04.q"]?.value == 1)
        let board = try sample.figures(try scope("2026"), profile: .board, of: .evaluations)
        #expect(board["EV-04.q"]?.state == .withheld)
        #expect(board["EV-05.q"]?.state == .withheld)
        #expect(board["EV-01"]?.value == 1)
    }

    @Test func `a response rate is open from k people on`() throws {
        let board = try Self.sample([(4, 1)]).figures(try scope("2026"), profile: .board, of: .evaluations)
        #expect(board["EV-01"]?.state == .withheld)
        #expect(board["EV-14.l1"]?.state == .value)
        let more = try Self.sample([(5, 1)]).figures(try scope("2026"), profile: .board, of: .evaluations)
        #expect(more["EV-01"]?.state == .value)
    }

    @Test func `a group that is too small takes another with it, so that nothing is left by subtraction`() throws {
        let sample = try Self.sample([(30, 10), (20, 8), (4, 1)])
        #expect(try Self.groups(sample, "EV-04.q") == [.value, .withheld, .withheld])
        #expect(try Self.groups(sample, "EV-01") == [.value, .withheld, .withheld])
        let large = try Self.sample([(30, 10), (20, 8), (25, 9)])
        #expect(try Self.groups(large, "EV-04.q") == [.value, .value, .value])
    }

    @Test func `small groups that are large enough together need no other`() throws {
        let sample = try Self.sample([(30, 10), (8, 4), (8, 4)])
        #expect(try Self.groups(sample, "EV-04.q") == [.value, .withheld, .withheld])
    }

    @Test func `principles are parts of a whole, and a net tells no part`() throws {
        let sample = try Sample.evaluated()
        let codes = [
            "health-and-dignity", "participant-centered", "involvement", "autonomy", "sociocultural", "pragmatism",
        ]
        try sample.form(
            1,
            .after,
            [
                .init(code: "most", kind: .resonates, range: nil, choices: codes),
                .init(code: "hardest", kind: .challenges, range: nil, choices: codes),
            ]
        )
        func chosen(_ counts: [Int]) -> [Int] { counts.enumerated().flatMap { Array(repeating: $0 + 1, count: $1) } }
        let most = chosen([9, 2, 8, 7, 6, 0])
        for (id, hardest) in chosen([9, 9, 8, 7, 6, 0]).enumerated() {
            try sample.returned(id + 1, 1, 1, [id < most.count ? most[id] : nil, hardest])
        }
        let figures = try sample.figures(try scope("2026"), profile: .board, of: .evaluations)
        let shown = codes.filter { figures["EV-12.\($0).resonates"]?.state == .value }
        #expect(shown == ["health-and-dignity", "involvement", "autonomy", "pragmatism"])
        for code in ["participant-centered", "sociocultural"] {
            #expect(figures["EV-12.\(code).net"]?.state == .withheld, "\(code)")
        }
        #expect(figures["EV-12.participant-centered.challenges"]?.state == .value)
    }

    @Test func `what became of commitments is published whole or not at all where a part is small`() throws {
        let sample = try Sample.evaluated()
        try sample.committed(1, made: 20, on: "2026-02-01", 6, 3, 2)
        let figures = try sample.figures(try scope("2026"), profile: .board, of: .commitments)
        for id in ["EV-13", "EV-13.partly", "EV-13.not_yet"] { #expect(figures[id]?.state == .withheld, "\(id)") }
        #expect(figures["EV-13.made"]?.value == 20)
        #expect(figures["EV-13.followed_up"]?.numerator == 11)
        let metric = try #require(Catalogue.metric("EV-13"))
        let inquiry = Inquiry(
            .commitments,
            of: Sample.program,
            scope: try scope("2026"),
            disclosure: Disclosure(.board)
        )
        let text = try Explanation(metric, in: inquiry).document(from: sample.reader).text(.table)
        #expect(text.contains("Value: *."))
    }

    @Test func `no counts of answers stand beside a share where one of them is small`() throws {
        let sample = try Self.sample([(30, 10)])
        try sample.returned(999, 1, 1, [3])
        func row(_ profile: Profile) throws -> JSON? {
            try sample.document(.evaluations, try scope("2026"), profile: profile).data["answers"]?.items.first
        }
        let counts = try row(.team)?["answers"]?.items.compactMap { $0["count"] }
        #expect(counts == [10, 0, 1, 0, 20].map { .integer($0) })
        #expect(try row(.board)?["answers"] == .null)
    }

    @Test func `no counts of answers stand where everybody's answer is withheld`() throws {
        let sample = try Self.sample([(40, 0)])
        func row(_ profile: Profile) throws -> JSON? {
            try sample.document(.evaluations, try scope("2026"), profile: profile).data["answers"]?.items.first
        }
        let counts = try row(.team)?["answers"]?.items.compactMap { $0["count"] }
        #expect(counts == [0, 0, 0, 0, 40].map { .integer($0) })
        #expect(try row(.board)?["n"] == .integer(40))
        #expect(try row(.board)?["answers"] == .null)
    }

    @Test func `what people wrote stands on no page of any profile`() throws {
        let sample = try Sample.evaluated()
        let asks: [Sample.Ask] = [
            .init(code: "q"), .init(code: "more", kind: .text, range: nil),
            .init(code: "how", kind: .reflection, range: nil),
        ]
        try sample.form(1, .after, asks)
        try sample.returned(1, 1, 1, [5])
        try sample.wrote(1, 2, "marigold")
        try sample.wrote(1, 3, "marigold")
        for report in Report.all {
            for format in [Format.table, .json, .csv, .markdown] {
                let text = try sample.document(report, try scope("2026"), format: format).text(format)
                #expect(!text.contains("marigold"), "\(report.name)")
            }
        }
    }

    @Test func `a scale and a question of one name on two forms give a page all the same`() throws {
        let sample = try Sample()
        let scales = [Sample.Scored(code: "x")]
        try sample.form(1, .after, [.init(code: "q", scale: "x")], scales: scales)
        try sample.form(2, .after, [.init(code: "x")])
        try sample.form(3, .before, [.init(code: "q", scale: "x")], scales: scales)
        try sample.form(4, .before, [.init(code: "x")])
        try sample.organization(1, "o1")
        try sample.session(1, "2026-01-10", for: [1])
        for form in 1...4 { try sample.returned(form, form, 1, [4]) }
        for report in [Report.scorecard, .evaluations] {
            _ = try sample.document(report, try scope("2026"), profile: .team)
            let reading = try Reading(report.metrics, try scope("2026"), Disclosure(.team), from: sample.reader)
            let ids = reading.total.map(\.metric.id.text)
            #expect(Set(ids).count == ids.count)
        }
    }

    @Test func `a principle that two lists have has a figure of its own in each`() throws {
        let sample = try Sample()
        try sample.form(1, .after, [.init(code: "r", kind: .resonates, range: nil, choices: ["care", "dignity"])])
        try sample.form(
            2,
            .after,
            [.init(code: "r", kind: .resonates, range: nil, choices: ["care", "trust", "time"])]
        )
        try sample.organization(1, "o1")
        try sample.session(1, "2026-01-10", for: [1])
        for id in 1...3 { try sample.returned(id, 1, 1, [1]) }
        try sample.returned(4, 2, 1, [1])
        let reading = try Reading(
            Report.evaluations.metrics,
            try scope("2026"),
            Disclosure(.team),
            from: sample.reader
        )
        let ids = reading.total.map(\.metric.id.text)
        #expect(Set(ids).count == ids.count)
        let figures = try sample.figures(try scope("2026"), of: .evaluations)
        #expect(figures["EV-12.care.resonates"]?.numerator == 3)
        let others = ids.filter { $0.hasSuffix(".care.resonates") && $0 != "EV-12.care.resonates" }
        #expect(others.count == 1 && others.allSatisfy { figures[$0]?.numerator == 1 })
    }

    @Test func `choices whose values lie far apart are no range, and no trap`() throws {
        let choices = [Int.min, Int.max].enumerated().map { place, value in
            FormChoice(place: place + 1, name: "c\(place)", label: "C", value: value)
        }
        var item = FormItem(position: 1, code: "q", kind: .choice, label: "Q")
        (item.list, item.slot) = ("l", 1)
        #expect(FormPlan(Form(ref: "f", title: "F", items: [item], choices: ["l": choices])).columns[0].range == nil)
    }

    @Test func `how many commitments a session made passes the gate, and takes another with it`() throws {
        let sample = try Sample()
        try sample.organization(1, "o1")
        for (place, made) in [2, 30, 20].enumerated() {
            try sample.session(place + 1, "2026-01-1\(place)", for: [1])
            try sample.committed(place + 1, made: made)
        }
        func made(_ profile: Profile) throws -> [String] {
            let data = try sample.document(.commitments, try scope("2026"), profile: profile).data
            return data["open"]?.items.map { "\($0["made"] ?? .null)" } ?? []
        }
        #expect(try made(.team).count { $0.contains("2") || $0.contains("3") } == 3)
        let board = try made(.board)
        #expect(board.count { $0.contains("30") } == 1)
        #expect(board.count { $0.contains("20") || $0 == "\(JSON.integer(2))" } == 0)
    }

    /// The share of favorable answers and the net tell how many are on either side, and the mean would tell that one is 1. Of
    /// five answers they leave two ways of having it, so there the mean gives nothing away.
    @Test(arguments: [(3, [1, 15, 15]), (4, [1, 15, 15, 10])])
    func `a mean does not tell a distribution that is withheld`(steps: Int, counts: [Int]) throws {
        let sample = try Sample()
        try sample.form(1, .after, [.init(code: "q", range: 1...steps)])
        try sample.organization(1, "o1")
        try sample.session(1, "2026-01-10", for: [1])
        try sample.counted(1, 50)
        let answers = counts.enumerated().flatMap { Array(repeating: $0.offset + 1, count: $0.element) }
        for (place, answer) in answers.enumerated() { try sample.returned(place + 1, 1, 1, [answer]) }
        let row = try sample.document(.evaluations, try scope("2026"), profile: .board).data["answers"]?.items.first
        let team = try sample.document(.evaluations, try scope("2026"), profile: .team).data["answers"]?.items.first
        #expect(row?["answers"] != team?["answers"])
        #expect(row?["mean"] != team?["mean"])
        #expect(row?["median"] != team?["median"])
    }
}
