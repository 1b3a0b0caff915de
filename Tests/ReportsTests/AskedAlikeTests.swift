import Measures
import Records
import SQLite
import Testing

@testable import Reports

/// Which answers count together, before and after.
@Suite struct AskedAlikeTests {
    private static let street = Sample.Ask(code: "street", kind: .element, range: nil)

    /// Pairs of answers to a form before and one after, matched.
    private static func pairs(
        _ sample: borrowing Sample,
        from first: Int,
        _ forms: (before: Int, after: Int),
        at sessions: (before: Int, after: Int) = (1, 1),
        _ answers: [(SQLValue?, SQLValue?)]
    ) throws {
        for (place, pair) in answers.enumerated() {
            let id = first + place
            try sample.returned(1_000 + id, forms.before, sessions.before, [pair.0])
            try sample.returned(2_000 + id, forms.after, sessions.after, [pair.1])
            try sample.matched(1_000 + id, 2_000 + id, pair: id)
        }
    }

    @Test func `a pair counts where its after came back, also when its before was filled in elsewhere in the series`()
        throws
    {
        let sample = try Sample.evaluated()
        try sample.session(2, "2026-04-10", for: [1])
        try sample.database.execute("UPDATE session SET parent_id = 1 WHERE id = 2")
        try sample.form(1, .before, [Self.street, .init(code: "q")])
        try sample.form(2, .after, [Self.street, .init(code: "q")])
        try Self.pairs(sample, from: 1, (1, 2), at: (1, 2), [(.integer(1), .integer(3)), (.integer(2), .integer(5))])
        let figures = try sample.figures(try scope("2026-Q2"), of: .beforeAfter)
        #expect(figures["EV-03"]?.line == "value 1 - - 2/2 missing 0")
        #expect(figures["EV-08.q"]?.value == 2.5 && figures["EV-08.q"]?.n == 2)
        #expect(try sample.figures(try scope("2026-Q1"), of: .beforeAfter)["EV-08.q"] == nil)
    }

    @Test func `pairs of forms that ask in another way than the newest are missing, and not mixed in`() throws {
        let sample = try Sample.evaluated()
        for (id, ends) in [(1, 1...7), (3, 1...5)] {
            try sample.form(id, .before, [Self.street, .init(code: "q", range: ends)])
            try sample.form(id + 1, .after, [Self.street, .init(code: "q", range: ends)])
        }
        try Self.pairs(sample, from: 1, (1, 2), [(.integer(1), .integer(7)), (.integer(2), .integer(7))])
        try Self.pairs(sample, from: 3, (3, 4), [(.integer(3), .integer(4)), (.integer(3), .integer(5))])
        try Self.pairs(sample, from: 5, (1, 4), [(.integer(3), .integer(4))])
        let reading = try Reading(
            Report.beforeAfter.metrics,
            try scope("2026"),
            Disclosure(.team),
            from: sample.reader
        )
        let change = try #require(reading.total.first { $0.metric.id.text == "EV-08.q" })
        #expect(change.figure.value == 1.5 && change.figure.n == 2 && change.figure.missing == 3)
        #expect(
            change.metric.words.missing == "one of the two scores missing for # pair[s], or asked differently"
        )
    }

    @Test func `a number of other ends is another question`() throws {
        let sample = try Sample.evaluated()
        try sample.form(1, .before, [Self.street, .init(code: "sure", kind: .number, range: 0...10)])
        try sample.form(2, .after, [Self.street, .init(code: "sure", kind: .number, range: 0...100)])
        try Self.pairs(sample, from: 1, (1, 2), [(.integer(1), .integer(70)), (.integer(2), .integer(70))])
        let figures = try sample.figures(try scope("2026"), of: .beforeAfter)
        #expect(figures["EV-08.sure"] == nil)
    }

    @Test func `signed ranks and the test of knowledge say how many pairs lack an answer`() throws {
        let sample = try Sample.evaluated()
        let ask = Sample.Ask(code: "risk", kind: .choice, range: nil, choices: ["a", "b"], key: "b")
        try sample.form(1, .before, [Self.street, .init(code: "q"), .init(code: "more")])
        try sample.form(2, .after, [Self.street, .init(code: "q")])
        try sample.form(3, .before, [Self.street, ask])
        try sample.form(4, .after, [Self.street, ask, .init(code: "more")])
        try Self.pairs(
            sample,
            from: 1,
            (1, 2),
            [(.integer(1), .integer(3)), (.integer(2), .integer(4)), (nil, .integer(4))]
        )
        try Self.pairs(sample, from: 4, (3, 4), [(.integer(1), .integer(2)), (.integer(1), nil)])
        // Both of these forms have another answer: a row without any is none.
        try sample.database.execute("UPDATE evaluation SET answered = 1, a2 = 3 WHERE answered = 0")
        let figures = try sample.figures(try scope("2026"), of: .beforeAfter)
        #expect(figures["EV-10.q"]?.missing == 1 && figures["EV-10.q.p"]?.missing == 1)
        #expect(figures["EV-11.risk.p"]?.n == 1 && figures["EV-11.risk.p"]?.missing == 1)
    }

    @Test func `a choice that is no number is a wrong answer, in the share and in the test`() throws {
        let sample = try Sample.evaluated()
        let ask = Sample.Ask(code: "risk", kind: .choice, range: nil, choices: ["a", "b"], key: "b")
        try sample.form(1, .before, [Self.street, ask])
        try sample.form(2, .after, [Self.street, ask])
        let unsure: SQLValue = .text("dont_know")
        try Self.pairs(sample, from: 1, (1, 2), [(unsure, .integer(2)), (unsure, .integer(2)), (.integer(1), unsure)])
        let figures = try sample.figures(try scope("2026"), of: .beforeAfter)
        #expect(figures["EV-11.risk"]?.numerator == 2 && figures["EV-11.risk"]?.denominator == 3)
        #expect(figures["EV-11.risk.p"]?.n == 3 && figures["EV-11.risk.p"]?.value == 0.5)
    }

    @Test func `a right number is the number, however it is written, and a form without it is not judged`() throws {
        let sample = try Sample.evaluated()
        try sample.form(1, .after, [.init(code: "dose", kind: .number, range: nil)])
        try sample.form(2, .after, [.init(code: "dose", kind: .number, range: nil, key: "4.0")])
        try sample.returned(1, 1, 1, [4])
        for (id, answer) in [(2, 4), (3, 4), (4, 5)] { try sample.returned(id, 2, 1, [answer]) }
        let figure = try #require(try sample.figures(try scope("2026"), of: .beforeAfter)["EV-11.dose"])
        #expect(figure.numerator == 2 && figure.denominator == 3 && figure.missing == 1)
    }

    @Test func `a scale and a statement take answers with fractions`() throws {
        let sample = try Sample.evaluated()
        let asks: [Sample.Ask] = [
            .init(code: "a", kind: .number, range: 0...6, scale: "load"),
            .init(code: "b", kind: .number, range: 0...6, scale: "load", isReversed: true),
            .init(code: "c", kind: .number, range: 0...3, scale: "views"),
        ]
        try sample.form(1, .after, asks, scales: [.init(code: "load"), .init(code: "views", scoring: .any)])
        try sample.returned(1, 1, 1, [.real(2.5), .real(1.5), .real(1.6)])
        try sample.returned(2, 1, 1, [.integer(1), .real(5.5), .real(1.5)])
        let figures = try sample.figures(try scope("2026"), of: .evaluations)
        #expect(figures["EV-07.load"]?.value == 4.25 && figures["EV-07.load"]?.n == 2)
        #expect(figures["EV-15"]?.numerator == 1 && figures["EV-15"]?.denominator == 2)
    }

    @Test func `the greatest count of commitments holds, whichever row it stands in`() throws {
        let sample = try Sample.evaluated()
        try sample.committed(1, made: 8)
        try sample.committed(1, made: 12, on: "2026-02-10", 3, 1, 0)
        try sample.committed(1, made: 10, on: "2026-03-10", 6, 2, 0)
        let figures = try sample.figures(try scope("2026"), of: .commitments)
        #expect(figures["EV-13.made"]?.value == 12)
        #expect(figures["EV-13.followed_up"]?.line == "value \(8.0 / 12) - - 8/12 missing 0")
    }

    @Test func `an event is a part of its own series`() throws {
        let sample = try Sample.evaluated()
        try sample.session(2, "2026-02-10", for: [1])
        try sample.database.execute("UPDATE session SET parent_id = 1 WHERE id = 2")
        try sample.form(1, .before, [.init(code: "know", level: 2)])
        try sample.form(2, .after, [.init(code: "know", level: 2)])
        try sample.returned(1, 1, 1, [3])
        try sample.returned(2, 2, 2, [4])
        #expect(
            try sample.figures(try scope("2026"), of: .evaluations)["EV-14.l2"]?.line == "value 1 - - 2/2 missing 0"
        )
    }
}
