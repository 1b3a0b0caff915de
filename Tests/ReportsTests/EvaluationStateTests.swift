import Documents
import Measures
import Records
import SQLite
import Testing

@testable import Reports

/// What was not asked, what counts with what, and what does not.
@Suite struct EvaluationStateTests {
    @Test func `without a form nothing about evaluations was collected, and no session was evaluated`() throws {
        let sample = try Sample.evaluated()
        for report in [Report.evaluations, .beforeAfter, .commitments] {
            for (id, figure) in try sample.figures(try scope("2026"), of: report) {
                if id == "EV-02" {
                    #expect(figure.reason == .denominatorNotRecorded && figure.missing == 1)
                } else if id.hasPrefix("EV-14") {
                    #expect(figure.line == "value 0 - - 0/1 missing 0", "\(id)")
                } else {
                    #expect(figure.line == "not_collected - - - missing 0", "\(id)")
                }
            }
        }
        let empty = try Sample().figures(try scope("2026"), of: .evaluations)
        #expect(empty["EV-14.l1"]?.reason == .zeroDenominator)
    }

    @Test func `entries stand in the order of the form, behind their metric, and only where it was answered`() throws {
        let sample = try Sample.evaluated()
        try sample.form(1, .after, [.init(code: "b"), .init(code: "a", scale: "s")], scales: [.init(code: "s")])
        try sample.form(2, .after, [.init(code: "c")])
        try sample.returned(1, 1, 1, [4, 5])
        let ids = try Reading(Report.evaluations.metrics, try scope("2026"), Disclosure(.team), from: sample.reader)
            .total.map(\.metric.id.text)
        #expect(
            ids == [
                "EV-01", "EV-01.rr1", "EV-02", "EV-03", "EV-03.before", "EV-04.b", "EV-04.b.clustered",
                "EV-04.a", "EV-04.a.clustered", "EV-05.b", "EV-05.a",
                "EV-06", "EV-07.s", "EV-14.l1", "EV-14.l2", "EV-14.l3", "EV-14.l4", "EV-15",
            ]
        )
        let later = try sample.figures(try scope("2025"), of: .evaluations)
        #expect(later["EV-04.b"] == nil)
    }

    @Test func `only what came back from held sessions by the as-of day counts`() throws {
        let sample = try Sample.evaluated()
        try sample.session(2, "2026-02-10", for: [1], status: "cancelled")
        try sample.form(1, .after, [.init(code: "q")])
        try sample.returned(1, 1, 1, [5])
        try sample.returned(2, 1, 1, [1], on: "2026-03-01")
        try sample.returned(3, 1, 2, [1])
        func answers(_ asOf: String) throws -> Int? {
            try sample.figures(try scope("2026", asOf: asOf), of: .evaluations)["EV-04.q"]?.denominator
        }
        #expect(try answers("2026-02-28") == 1)
        #expect(try answers("2026-03-01") == 2)
    }

    @Test func `a reversed item is turned round, and one of a scale that is better when lower too`() throws {
        let sample = try Sample.evaluated()
        let asks: [Sample.Ask] = [
            .init(code: "plain"), .init(code: "turned", isReversed: true), .init(code: "stigma", scale: "s"),
            .init(code: "both", scale: "s", isReversed: true),
        ]
        try sample.form(1, .after, asks, scales: [.init(code: "s", direction: .lowerIsBetter)])
        try sample.returned(1, 1, 1, [5, 1, 1, 5])
        try sample.returned(2, 1, 1, [4, 2, 2, 4])
        try sample.returned(3, 1, 1, [2, 4, 4, 2])
        let figures = try sample.figures(try scope("2026"), of: .evaluations)
        for code in ["plain", "turned", "stigma", "both"] {
            #expect(figures["EV-04.\(code)"]?.numerator == 2, "\(code)")
            #expect(figures["EV-04.\(code)"]?.denominator == 3, "\(code)")
        }
        #expect(figures["EV-07.s"]?.value == (2 + 4 + 8) / 3.0)
    }

    @Test func `versions of a form count together where they ask alike, and say where they do not`() throws {
        let sample = try Sample.evaluated()
        try sample.form(1, .after, [.init(code: "Useful"), .init(code: "clear", range: 1...7)])
        try sample.form(2, .after, [.init(code: "useful"), .init(code: "clear")])
        try sample.returned(1, 1, 1, [5, 7])
        try sample.returned(2, 2, 1, [5, 5])
        let figures = try sample.figures(try scope("2026"), of: .evaluations)
        #expect(figures["EV-04.useful"]?.denominator == 2)
        #expect(figures["EV-04.clear"]?.denominator == 1)
        let page = try sample.document(.evaluations, try scope("2026"), format: .table).text(.table)
        #expect(page.contains("clear is asked differently on f1. Those answers are not included."))
    }

    @Test func `an answer that looks back is never taken for one before`() throws {
        let sample = try Sample.paired([1, 2, 3], [2, 3, 5])
        try sample.form(
            3,
            .after,
            [.init(code: "then", kind: .number, range: nil), .init(code: "score", kind: .number, range: nil)]
        )
        for id in 1...3 { try sample.returned(id, 3, 1, [1, 5]) }
        let figures = try sample.figures(try scope("2026"), of: .beforeAfter)
        #expect(figures["EV-08.then"] == nil)
        #expect(figures["EV-08.score"]?.n == 3)
    }

    @Test func `where several are compared the signed ranks stand beside each of them`() throws {
        let sample = try Sample.evaluated()
        let asks: [Sample.Ask] = [
            .init(code: "street", kind: .element, range: nil), .init(code: "a"), .init(code: "b"),
        ]
        try sample.form(1, .before, asks)
        try sample.form(2, .after, asks)
        try sample.returned(1, 1, 1, [1, 2])
        try sample.returned(2, 2, 1, [4, 5])
        let figures = try sample.figures(try scope("2026"), of: .beforeAfter)
        #expect(figures["EV-10"]?.reason == .notDivisible)
        #expect(figures["EV-10.a"]?.reason == .zeroDenominator)
        #expect(figures["EV-08.a"]?.reason == .zeroDenominator)
        let document = try sample.document(.beforeAfter, try scope("2026"))
        let wave = document.data["waves"]?.items.first
        #expect(wave?["before_mean"] == .integer(1) && wave?["after_mean"] == .integer(4))
        #expect(wave?["difference"] == .double(3))
    }

    @Test func `forms that ask for no code have no change, only two groups`() throws {
        let sample = try Sample.evaluated()
        try sample.form(1, .before, [.init(code: "a")])
        try sample.form(2, .after, [.init(code: "a")])
        try sample.returned(1, 1, 1, [1])
        try sample.returned(2, 2, 1, [4])
        let figures = try sample.figures(try scope("2026"), of: .beforeAfter)
        #expect(figures["EV-03"]?.state == .notCollected)
        #expect(figures["EV-08.a"]?.state == .notCollected)
        let page = try sample.document(.beforeAfter, try scope("2026"), format: .table).text(.table)
        #expect(page.contains("Two separate groups, not matched people"))
        #expect(page.contains(AnswerSentences.whatChangeCannotShow))
    }

    @Test func `fewer than half matched is said, and so is an ambiguous code`() throws {
        let sample = try Sample.paired([1], [2])
        try sample.returned(1, 2, 1, [.real(3)])
        try sample.returned(2, 2, 1, [.real(3)])
        try sample.database.execute("INSERT INTO evaluation_match VALUES (1, 3, NULL)")
        let page = try sample.document(.beforeAfter, try scope("2026"), format: .table).text(.table)
        #expect(page.contains("Caution: only 1 of 3 forms after could be matched with one before."))
        #expect(page.contains("1 form after has a code that fits several forms before. It is not matched."))
    }

    @Test func `a change is called by the direction of its scale, not by its sign`() throws {
        let sample = try Sample.evaluated()
        let asks: [Sample.Ask] = [.init(code: "street", kind: .element, range: nil), .init(code: "q", scale: "s")]
        for (id, wave) in [(1, Form.Wave.before), (2, .after)] {
            try sample.form(id, wave, asks, scales: [.init(code: "s", direction: .lowerIsBetter)])
        }
        for (place, pair) in [(5, 3), (4, 3), (5, 2), (4, 2), (5, 3)].enumerated() {
            try sample.returned(10 + place, 1, 1, [pair.0])
            try sample.returned(20 + place, 2, 1, [pair.1])
            try sample.matched(10 + place, 20 + place, pair: place + 1)
        }
        let page = try sample.document(.beforeAfter, try scope("2026"), format: .table).text(.table)
        #expect(page.contains("Scale s: 4.6 before, 2.6 after (5 matched pairs). Change: -2.0"))
        #expect(page.contains("Lower is better, so this improved."))
        let scorecard = try sample.document(.scorecard, try scope("2026"), format: .table).text(.table)
        #expect(scorecard.contains("Scale s, change with 95% confidence interval"))
        #expect(scorecard.contains("Lower is better; one group, no comparison"))
    }

    @Test func `commitments written on forms count where nobody counted them`() throws {
        let sample = try Sample.evaluated()
        try sample.session(2, "2026-01-11", for: [1])
        let ask = Sample.Ask(code: "will", kind: .commitment, range: nil)
        try sample.form(
            1,
            .after,
            [ask, ask].enumerated().map { .init(code: "will\($0.offset)", kind: .commitment, range: nil) }
        )
        for (id, session) in [(1, 1), (2, 1), (3, 2)] {
            try sample.returned(id, 1, session, [] as [Int?])
            try sample.wrote(id, 1, "ask, and listen")
        }
        try sample.wrote(1, 2, "mirror their words")
        try sample.committed(2, made: 10, on: "2026-02-11", 4, 1, 0)
        let figures = try sample.figures(try scope("2026"), of: .commitments)
        #expect(figures["EV-13.made"]?.value == 13)
        #expect(figures["EV-13"]?.line == "value 0.8 - - 4/5 missing 1")
        let page = try sample.document(.commitments, try scope("2026"), format: .table).text(.table)
        #expect(!page.contains("mirror"))
        #expect(page.contains("s1"))
        // A follow-up of what was written says what became of it, and makes no count of its own.
        try sample.committed(1, on: "2026-02-12", 1, 1, 0)
        let followed = try sample.figures(try scope("2026"), of: .commitments)
        #expect(followed["EV-13.made"]?.value == 13)
        #expect(followed["EV-13"]?.line == "value 0.7142857142857143 - - 5/7 missing 0")
    }

    @Test func `a report reads a narrow scope by the index and a wide one from front to back, to the same figures`()
        throws
    {
        let sample = try Sample.evaluated()
        for id in 2...20 { try sample.session(id, "2026-02-01", for: [1]) }
        try sample.form(1, .after, [.init(code: "q")])
        for id in 1...40 { try sample.returned(id, 1, id % 20 + 1, [id % 5 + 1]) }
        let scan = AnswerScan(FormPlan(try Form.reading(9_001, from: sample.reader)))
        for label in ["2026-01", "2026"] {
            let basis = Basis(try scope(label))
            let wide = try scan.returns(basis, throughAll: true, in: sample.reader)
            let narrow = try scan.returns(basis, throughAll: false, in: sample.reader)
            #expect(wide.answers == narrow.answers)
            #expect(wide.answers[""]?.returned == (label == "2026" ? 40 : 2))
        }
        let steps = try QueryPlanTests.plan(scan.narrow(try scope("2026-01")), sample)
        #expect(!steps.contains { $0.hasPrefix("SCAN evaluation") })
    }

    @Test func `a companion explains itself, with sessions and forms and never a response`() throws {
        let sample = try Sample.evaluated()
        try sample.form(1, .after, [.init(code: "q")])
        try sample.returned(0x0abc, 1, 1, [5])
        let scope = try scope("2026")
        let metric = try #require(try Catalogue.metric("ev-04.Q", in: scope, from: sample.reader))
        #expect(metric.id.text == "EV-04.q")
        let inquiry = Inquiry(.evaluations, of: Sample.program, scope: scope, disclosure: Disclosure(.team))
        let text = try Explanation(metric, in: inquiry).document(from: sample.reader).text(.table)
        #expect(text.contains("Value: 1 of 1"))
        #expect(text.contains("answers to f1"))
        #expect(!text.contains("e-00000abc"))
        let family = try #require(try Catalogue.metric("EV-04", in: scope, from: sample.reader))
        let all = try Explanation(family, in: inquiry).document(from: sample.reader).text(.table)
        #expect(all.contains("EV-04.q: 1 of 1"))
        #expect(try Catalogue.metric("EV-04.z", in: scope, from: sample.reader) == nil)
    }

    @Test func `gaps name sessions with nothing back, with too much, and commitments to follow up`() throws {
        let sample = try Sample.evaluated(1)
        try sample.session(2, "2026-01-11", for: [1])
        try sample.database.execute("UPDATE session SET form_id = 1 WHERE id = 2")
        try sample.form(1, .after, [.init(code: "q")])
        try sample.returned(1, 1, 1, [5])
        try sample.returned(2, 1, 1, [5])
        try sample.committed(1, made: 3)
        let page = try sample.document(.gaps, try scope("2026"), format: .table).text(.table)
        #expect(page.contains("import kind=evaluations session=s2 files=?"))
        #expect(page.contains("session with more responses than attendees"))
        #expect(page.contains("commitment.follow-up session=s1"))
        let early = try sample.document(.gaps, try scope("2026", asOf: "2026-02-01"), format: .table).text(.table)
        #expect(!early.contains("commitment.follow-up"))
    }
}
