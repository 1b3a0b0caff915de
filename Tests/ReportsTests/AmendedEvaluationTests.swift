import Calendar
import Measures
import Records
import SQLite
import Testing

@testable import Reports

/// Returned forms, follow-ups, hands, scopes and clustered intervals, by hand.
@Suite struct AmendedEvaluationTests {
    private static let street = Sample.Ask(code: "street", kind: .element, range: nil)

    @Test func `returned means half of what was asked, and a row without an answer is none`() throws {
        let sample = try Sample.evaluated(10)
        try sample.form(1, .after, ["a", "b", "c", "d"].map { .init(code: $0) })
        try sample.returned(1, 1, 1, [5, 5, nil, nil])
        try sample.returned(2, 1, 1, [5, nil, nil, nil])
        try sample.returned(3, 1, 1, [5, nil, nil, nil])
        try sample.returned(4, 1, 1, [nil, nil, nil, nil] as [Int?])
        try sample.database.execute("UPDATE evaluation SET asked = 1 WHERE id = 3")
        let figures = try sample.figures(try scope("2026"), of: .evaluations)
        #expect(figures["EV-01"]?.line == "value 0.2 - - 2/10 missing 0")
        #expect(figures["EV-01.rr1"]?.line == "value 0.1 - - 1/10 missing 0")
        #expect(figures["EV-04.a"]?.denominator == 3 && figures["EV-04.b"]?.missing == 2)
    }

    @Test func `pairs are matched of the forms that were returned, of the after and of the before`() throws {
        let sample = try Sample.evaluated()
        let asks = [Self.street] + ["a", "b", "c"].map { Sample.Ask(code: $0) }
        try sample.form(1, .before, asks)
        try sample.form(2, .after, asks)
        // The after of the first pair, and the before of the second, is under half answered.
        try sample.returned(1, 1, 1, [1, 2, 3])
        try sample.returned(2, 2, 1, [4, nil, nil])
        try sample.returned(3, 1, 1, [1, nil, nil])
        try sample.returned(4, 2, 1, [4, 4, 4])
        try sample.returned(5, 1, 1, [2, 2, 2])
        try sample.returned(6, 2, 1, [nil, nil, nil] as [Int?])
        for pair in 1...3 { try sample.matched(2 * pair - 1, 2 * pair, pair: pair) }
        let figures = try sample.figures(try scope("2026"), of: .beforeAfter)
        #expect(figures["EV-03"]?.line == "value 1 - - 1/1 missing 0")
        #expect(figures["EV-03.before"]?.line == "value 0.5 - - 1/2 missing 0")
        #expect(figures["EV-08.a"]?.line == "value 3 - - missing 0")
    }

    @Test func `follow-up responses are of those asked, once the follow-up day is over`() throws {
        let sample = try Sample.evaluated()
        try sample.database.execute("UPDATE session SET followup_asked = 8, ends_on = '2026-01-12' WHERE id = 1")
        try sample.session(2, "2026-01-20", for: [1])
        try sample.session(3, "2026-03-20", for: [1])
        try sample.database.execute("UPDATE session SET followup_asked = 5 WHERE id = 3")
        try sample.form(1, .followup, ["a", "b"].map { .init(code: $0) })
        try sample.returned(1, 1, 1, [5, nil], on: "2026-02-10")
        try sample.returned(2, 1, 1, [5, 5], on: "2026-02-14")
        try sample.returned(3, 1, 1, [nil, nil] as [Int?], on: "2026-02-14")
        func rate(_ period: String, _ asOf: String) throws -> String? {
            try sample.figures(try scope(period, asOf: asOf), of: .evaluations)["EV-02"]?.line
        }
        // The follow-up days are Feb 11 and Feb 19; a day is past at its end.
        #expect(try rate("2026-01", "2026-12-31") == "not_applicable:zero_denominator - - - 0/0 missing 0")
        #expect(try rate("2026-02", "2026-02-11") == "not_applicable:zero_denominator - - - 0/0 missing 0")
        #expect(try rate("2026-02", "2026-02-12") == "value 0.125 - - 1/8 missing 0")
        #expect(try rate("2026-02", "2026-12-31") == "value 0.25 - - 2/8 missing 1")
        try sample.database.execute("UPDATE course SET followup_days = 60 WHERE id = 1")
        #expect(try rate("2026-03", "2026-12-31") == "value 0.25 - - 2/8 missing 1")
    }

    @Test func `nobody asked for a follow-up is not recorded, and no rate`() throws {
        let sample = try Sample.evaluated()
        let figure = try sample.figures(try scope("2026"), of: .evaluations)["EV-02"]
        #expect(figure?.reason == .denominatorNotRecorded && figure?.missing == 1)
    }

    @Test func `hands stand beside the shares of forms, as counts`() throws {
        let sample = try Sample.evaluated()
        try sample.form(
            1,
            .after,
            [.init(code: "most", kind: .resonates, range: nil, choices: ["autonomy", "pragmatism"])]
        )
        try sample.returned(1, 1, 1, [1])
        try sample.returned(2, 1, 1, [2])
        try sample.tallied(1, "resonates", [("autonomy", 9), ("pragmatism", 3)])
        let figures = try sample.figures(try scope("2026"), of: .evaluations)
        #expect(figures["EV-12.autonomy.resonates"]?.line == "value 0.5 - - 1/2 missing 0")
        #expect(figures["EV-12.autonomy.resonates.hands"]?.value == 9)
        #expect(figures["EV-12.autonomy.challenges.hands"]?.state == .notCollected)
    }

    @Test func `commitments of people and of institutions are followed up apart, and count together or alone`() throws {
        let sample = try Sample.evaluated()
        func committed(_ scope: String?, _ made: Int?, _ people: Int?, _ day: String?, _ fully: Int?, _ notYet: Int?)
            throws
        {
            try sample.committed(1, made: made, by: people, on: day, fully, fully == nil ? nil : 0, notYet)
            try sample.database.execute(
                "UPDATE commitment SET scope = \(scope.sqlValue) WHERE id = (SELECT max(id) FROM commitment)"
            )
        }
        try committed("individual", 30, 12, nil, nil, nil)
        try committed("institution", 6, 10, nil, nil, nil)
        try committed("individual", nil, nil, "2026-02-10", 4, 6)
        try committed("individual", nil, nil, "2026-04-10", 9, 1)
        try committed("institution", nil, nil, "2026-02-12", 1, 2)
        let all = try sample.figures(try scope("2026"), of: .commitments)
        #expect(all["EV-13.made"]?.value == 36)
        #expect(all["EV-13"]?.line == "value 0.7692307692307693 - - 10/13 missing 0")
        #expect(all["EV-13.per_person"]?.value == 3 && all["EV-13.per_person"]?.n == 12)
        var institution = try scope("2026")
        institution.commitments = .institution
        let one = try sample.figures(institution, of: .commitments)
        #expect(one["EV-13.made"]?.value == 6 && one["EV-13.per_person"]?.value == 0.6)
        #expect(one["EV-13"]?.line == "value 0.3333333333333333 - - 1/3 missing 0")
        let earlier = try sample.figures(try scope("2026", asOf: "2026-02-11"), of: .commitments)
        #expect(earlier["EV-13"]?.line == "value 0.4 - - 4/10 missing 0")
    }

    @Test func `from five sessions on an interval knows that answers of one session resemble each other`() throws {
        let sample = try Sample.evaluated()
        for id in 2...5 { try sample.session(id, "2026-01-1\(id)", for: [1]) }
        try sample.form(1, .after, [.init(code: "q")])
        var id = 0
        for (session, (count, favorable)) in [(4, 4), (3, 1), (5, 2), (2, 2), (6, 3)].enumerated() {
            for place in 0..<count {
                id += 1
                try sample.returned(id, 1, session + 1, [place < favorable ? 5 : 3])
            }
        }
        let figure = try sample.figures(try scope("2026"), of: .evaluations)["EV-04.q.clustered"]
        #expect(figure?.numerator == 12 && figure?.denominator == 20)
        #expect(abs((figure?.low ?? 0) - 0.24607130575443203) < 1e-9)
        let four = try sample.figures(try scope("2026-01-01..2026-01-14"), of: .evaluations)["EV-04.q.clustered"]
        #expect(four?.state == .notApplicable)
    }

    @Test func `alpha is of the responses that answered every item, reversed ones turned round`() throws {
        let sample = try Sample.evaluated()
        let asks =
            ["a", "b"].map { Sample.Ask(code: $0, scale: "s") } + [.init(code: "c", scale: "s", isReversed: true)]
        try sample.form(1, .after, asks, scales: [.init(code: "s")])
        let rows = [[4, 5, 2], [2, 2, 4], [5, 4, 1], [3, 3, 3], [1, 2, 5], [4, 4, 1]]
        for (place, row) in rows.enumerated() { try sample.returned(place + 1, 1, 1, row) }
        try sample.returned(7, 1, 1, [5, nil, 5])
        let figure = try sample.figures(try scope("2026"), of: .evaluations)["EV-07.s.alpha"]
        #expect(figure?.n == 6 && figure?.missing == 1)
        #expect(abs((figure?.value ?? 0) - 0.9558541266794625) < 1e-9)
    }
}
