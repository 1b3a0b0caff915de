import Documents
import Measures
import Records
import SQLite
import Testing

@testable import Reports

/// The worked examples about evaluations, with the figures that they expect.
@Suite struct EvaluationExampleTests {
    @Test func `one item of five points gives the figures of EX-LIK-1`() throws {
        let sample = try Sample.evaluated(60)
        try sample.form(1, .after, [.init(code: "useful"), .init(code: "clear")])
        let answers = Array(repeating: 5, count: 18) + Array(repeating: 4, count: 16) + Array(repeating: 3, count: 7)
        let all: [SQLValue?] = (answers + [2, 2, 2, 1]).map { .integer(Int64($0)) } + [.text("na"), .text("na"), nil]
        for (place, answer) in all.enumerated() { try sample.returned(place + 1, 1, 1, [answer, .integer(3)]) }
        let figures = try sample.figures(try scope("2026-Q1"), of: .evaluations)
        let top = try #require(figures["EV-04.useful"])
        #expect(top.isNear(0.7555555555555555) && abs((top.low ?? 0) - 0.613266200429797) < 1e-7)
        #expect(top.numerator == 34 && top.denominator == 45 && top.missing == 1)
        #expect(abs((top.high ?? 0) - 0.857645205662283) < 1e-9)
        let net = try #require(figures["EV-05.useful"])
        #expect(net.isNear(66.66666666666666) && net.n == 45)
        let half = try #require(net.high) - 66.66666666666666
        #expect(abs(half / 1.959963984540054 - 9.428090415820634) < 1e-9)
        let document = try sample.document(.evaluations, try scope("2026-Q1"))
        let row = document.data["answers"]?.items.first
        #expect(row?["mean"] == .double(4.044444444444444) && row?["median"] == .integer(4))
        #expect(row?["answers"]?.items.compactMap { $0["count"] } == [1, 3, 7, 16, 18].map { .integer($0) })
        #expect(row?["answers"]?.items.first?["value"] == .integer(1))
        #expect(row?["no_answer"] == .integer(1) && row?["does_not_apply"] == .integer(2))
    }

    @Test func `forms that came back give the rates of EX-RR-1`() throws {
        let sample = try Sample.evaluated(15)
        try sample.form(1, .after, (1...10).map { .init(code: "q\($0)") })
        for id in 1...9 { try sample.returned(id, 1, 1, Array(repeating: 4, count: 10)) }
        try sample.returned(10, 1, 1, Array(repeating: 4, count: 5) + Array(repeating: nil as Int?, count: 5))
        try sample.returned(11, 1, 1, [4] + Array(repeating: nil as Int?, count: 9))
        let figures = try sample.figures(try scope("2026-Q1"), of: .evaluations)
        #expect(figures["EV-01"]?.line == "value \(10.0 / 15) - - 10/15 missing 0")
        #expect(figures["EV-01.rr1"]?.line == "value 0.6 - - 9/15 missing 0")
        #expect(figures["EV-04.q1"]?.denominator == 11)
        #expect(figures["EV-04.q2"]?.missing == 1)
    }

    @Test func `nobody there, nothing back and nobody counted read differently, as in EX-RR-2`() throws {
        func rate(_ people: Int?, returned: Int) throws -> String? {
            let sample = try Sample.evaluated(people)
            try sample.database.execute("UPDATE session SET form_id = 1")
            try sample.form(1, .after, [.init(code: "q")])
            for id in 0..<returned { try sample.returned(id + 1, 1, 1, [4]) }
            return try sample.figures(try scope("2026-Q1"), of: .evaluations)["EV-01"]?.line
        }
        #expect(try rate(0, returned: 0) == "not_applicable:zero_denominator - - - 0/0 missing 0")
        #expect(try rate(12, returned: 0) == "value 0 - - 0/12 missing 0")
        #expect(try rate(nil, returned: 3) == "not_applicable:denominator_not_recorded - - - missing 1")
        #expect(try rate(15, returned: 16) == "not_applicable:above_denominator - - - 16/15 missing 0")
    }

    @Test func `a scale turns, prorates and leaves out as in EX-SCALE-1`() throws {
        let sample = try Sample.evaluated()
        let items = (1...5).map { Sample.Ask(code: "q\($0)", scale: "s", isReversed: $0 == 2 || $0 == 4) }
        try sample.form(1, .after, items, scales: [.init(code: "s", minValid: 4)])
        let rows = [[1, 5, 2, 4, 1], [5, 1, 5, 1, 5], [3, 3, 3, 3, 3], [2, nil, 2, 4, 2], [2, nil, nil, 4, 2]]
        for (place, row) in rows.enumerated() { try sample.returned(place + 1, 1, 1, row) }
        let figure = try #require(try sample.figures(try scope("2026-Q1"), of: .evaluations)["EV-07.s"])
        #expect(figure.value == 14.25)
        #expect(figure.n == 4 && figure.missing == 1)
    }

    @Test func `any stigmatizing view is counted as in EX-COMP-1`() throws {
        let sample = try Sample.evaluated()
        let items = (1...4).map { Sample.Ask(code: "q\($0)", range: 1...4, scale: "views", isReversed: $0 == 4) }
        try sample.form(1, .after, items, scales: [.init(code: "views", scoring: .any, direction: .lowerIsBetter)])
        let rows: [[Int?]] = [
            [1, 1, 1, 4], [3, 1, 1, 4], [2, 2, 2, 1], [nil, nil, nil, nil], [4, nil, nil, 4], [1, 1, 1, nil],
        ]
        for (place, row) in rows.enumerated() { try sample.returned(place + 1, 1, 1, row) }
        let figures = try sample.figures(try scope("2026-Q1"), of: .evaluations)
        for id in ["EV-15", "EV-15.views"] {
            #expect(figures[id]?.value == 0.6 && figures[id]?.numerator == 3 && figures[id]?.denominator == 5)
            // The row without an answer is no form.
            #expect(figures[id]?.missing == 0)
        }
        #expect(figures["EV-07.views"] == nil)
    }

    @Test func `recommendations give the net of EX-NPS-1`() throws {
        let sample = try Sample.evaluated()
        try sample.form(1, .after, [.init(code: "recommend", kind: .recommend, range: 0...10)])
        let counts = [(10, 12), (9, 8), (8, 6), (7, 4), (6, 3), (5, 2), (3, 1)]
        for (place, answer) in counts.flatMap({ Array(repeating: $0.0, count: $0.1) }).enumerated() {
            try sample.returned(place + 1, 1, 1, [answer])
        }
        let figure = try #require(try sample.figures(try scope("2026-Q1"), of: .evaluations)["EV-06"])
        #expect(figure.isNear(38.88888888888889) && figure.n == 36)
        #expect(abs((figure.low ?? 0) - 14.205192283421159) < 1e-9)
        #expect(abs((figure.high ?? 0) - 63.57258549435663) < 1e-9)
    }

    @Test func `forms give the tally of EX-RC-1, and hands stand beside it`() throws {
        let sample = try Sample.evaluated(20)
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
        let (resonates, challenges) = ([6, 3, 4, 4, 2, 1], [1, 2, 3, 5, 2, 6])
        try sample.tallied(1, "Resonates", [("autonomy", 7)])
        func chosen(_ counts: [Int]) -> [Int?] { counts.enumerated().flatMap { Array(repeating: $0 + 1, count: $1) } }
        for (id, first) in chosen(resonates).enumerated() {
            let second = chosen(challenges)
            try sample.returned(id + 1, 1, 1, [first, id < second.count ? second[id] : nil])
        }
        let figures = try sample.figures(try scope("2026-Q1"), of: .evaluations)
        let net = [24.736842, 4.473684, 4.210526, -6.315789, -0.526316, -26.578947]
        for (place, code) in codes.enumerated() {
            let share = figures["EV-12.\(code).resonates"]
            #expect(share?.numerator == resonates[place] && share?.denominator == 20)
            #expect(figures["EV-12.\(code).challenges"]?.denominator == 19)
            #expect(figures["EV-12.\(code).challenges"]?.numerator == challenges[place])
            #expect(figures["EV-12.\(code).net"]?.isNear(net[place], 1e-6) == true)
        }
        #expect(figures["EV-12.autonomy.resonates.hands"]?.value == 7)
        #expect(figures["EV-12.pragmatism.resonates.hands"]?.value == 0)
        #expect(figures["EV-12.pragmatism.challenges.hands"]?.state == .notCollected)
        #expect(figures.keys.count { $0.hasPrefix("EV-12") } == 30)
    }

    @Test func `ten sessions give the coverage of EX-KIRK-1`() throws {
        let sample = try Sample.evaluated()
        let asks: [Sample.Ask] = [.init(code: "liked", level: 1), .init(code: "know", level: 2)]
        try sample.form(1, .before, [.init(code: "know", level: 2)])
        try sample.form(2, .after, asks)
        try sample.form(3, .followup, [.init(code: "did", level: 3)])
        try sample.organization(2, "o2")
        for id in 2...10 { try sample.session(id, "2026-02-\(id + 10)", for: [id == 4 ? 1 : 2]) }
        for id in 1...10 { try sample.returned(200 + id, 2, id, [4, 4]) }
        for id in 1...6 { try sample.returned(100 + id, 1, id, [3]) }
        try sample.returned(301, 3, 1, [4])
        try sample.committed(2, made: 3, on: "2026-03-20", 1, 1, 1)
        try sample.assessed(1, completed: "2026-03-30", scores: ["met"])
        try sample.database.execute("DELETE FROM session_organization WHERE session_id = 1")
        let figures = try sample.figures(try scope("2026-Q1"), of: .evaluations)
        #expect(figures["EV-14.l1"]?.line == "value 1 - - 10/10 missing 0")
        #expect(figures["EV-14.l2"]?.line == "value 0.6 - - 6/10 missing 0")
        #expect(figures["EV-14.l3"]?.line == "value 0.2 - - 2/10 missing 0")
        #expect(figures["EV-14.l4"]?.line == "value 0.1 - - 1/10 missing 0")
    }

    @Test func `a published table of commitments gives the rates of EX-CTC-1`() throws {
        let sample = try Sample.evaluated(352)
        try sample.committed(1, made: 1_635, by: 344)
        try sample.committed(1, made: 1_635, by: 344, on: "2026-02-01", 1, 1, 1)
        try sample.committed(1, made: 1_635, by: 344, on: "2026-03-01", 602, 300, 3)
        let figures = try sample.figures(try scope("2026-Q1"), of: .commitments)
        #expect(figures["EV-13"]?.line == "value \(602.0 / 905) - - 602/905 missing 0")
        #expect(figures["EV-13.made"]?.value == 1_635)
        #expect(figures["EV-13.followed_up"]?.line == "value \(905.0 / 1_635) - - 905/1635 missing 0")
        #expect(figures["EV-13.partly"]?.numerator == 300)
        #expect(figures["EV-13.not_yet"]?.numerator == 3)
        let earlier = try sample.figures(try scope("2026-Q1", asOf: "2026-02-20"), of: .commitments)
        #expect(earlier["EV-13"]?.line == "value \(1.0 / 3) - - 1/3 missing 0")
    }
}
