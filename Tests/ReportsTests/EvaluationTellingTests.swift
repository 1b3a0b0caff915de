import Documents
import Measures
import Records
import SQLite
import Testing

@testable import Reports

/// What reports tell of items, scales and follow-ups, and what they must not.
@Suite struct EvaluationTellingTests {
    private static let element = Sample.Ask(code: "street", kind: .element, range: nil)

    /// Five pairs whose answers fell.
    private static func fallen(_ asks: [Sample.Ask], _ scales: [Sample.Scored]) throws -> Sample {
        let sample = try Sample.evaluated()
        for (id, wave) in [(1, Form.Wave.before), (2, .after)] {
            try sample.form(id, wave, [element] + asks, scales: scales)
        }
        for (place, pair) in [(5, 3), (4, 3), (5, 2), (4, 2), (5, 3)].enumerated() {
            try sample.returned(10 + place, 1, 1, asks.map { _ in pair.0 })
            try sample.returned(20 + place, 2, 1, asks.map { _ in pair.1 })
            try sample.matched(10 + place, 20 + place, pair: place + 1)
        }
        return sample
    }

    private static func page(_ sample: borrowing Sample, _ report: Report, _ profile: Profile = .team) throws -> String
    {
        try sample.document(report, try scope("2026"), profile: profile, format: .table).text(.table)
    }

    @Test func `an item is told in the direction of its scale, turned round or not`() throws {
        let sample = try Self.fallen(
            [.init(code: "q", scale: "s"), .init(code: "r", scale: "s", isReversed: true), .init(code: "free")],
            [.init(code: "s", direction: .lowerIsBetter)]
        )
        let lines = AnswerSentences(
            try Reading(Report.beforeAfter.metrics, try scope("2026"), Disclosure(.team), from: sample.reader)
        ).changes
        #expect(lines.first { $0.hasPrefix("About q:") }?.hasSuffix("Lower is better, so this improved.") == true)
        #expect(
            lines.first { $0.hasPrefix("About r (reversed):") }?.hasSuffix("Lower is better, so this got worse.")
                == true
        )
        #expect(lines.first { $0.hasPrefix("About free:") }?.hasSuffix("Higher is better, so this got worse.") == true)
    }

    @Test func `a scale of one item has its score and its change beside those of the item`() throws {
        let sample = try Self.fallen([.init(code: "q", scale: "s")], [.init(code: "s", direction: .lowerIsBetter)])
        let changes = try sample.figures(try scope("2026"), of: .beforeAfter)
        for id in ["EV-08.s", "EV-08.q", "EV-09.s.dz", "EV-09.q.dz", "EV-10.s", "EV-10.q"] {
            #expect(changes[id]?.state == .value, "\(id)")
        }
        #expect(try sample.figures(try scope("2026"), of: .evaluations)["EV-07.s"]?.value == 2.6)
    }

    @Test func `where all agree no page for others tells how often each answer was given`() throws {
        let sample = try Sample.evaluated()
        try sample.form(
            1,
            .after,
            [.init(code: "q"), .init(code: "again", kind: .choice, range: nil, choices: ["yes", "no"])]
        )
        for id in 1...29 { try sample.returned(id, 1, 1, [id % 2 + 4, 1]) }
        let document = try sample.document(.evaluations, try scope("2026"), profile: .board)
        let state = document.data["metrics"]?.items.first { $0["id"] == "EV-04.q" }?["state"]
        #expect(state == "withheld")
        for row in document.data["answers"]?.items ?? [] { #expect(row["answers"] == .null) }
        for format in [Format.table, .markdown, .csv] {
            let text = try sample.document(.evaluations, try scope("2026"), profile: .board, format: format).text(
                format
            )
            #expect(!text.contains("5: 14"), "\(format)")
            #expect(!text.contains("yes: 29"), "\(format)")
        }
        #expect(try Self.page(sample, .evaluations).contains("4: 14 · 5: 15"))
    }

    @Test func `a scale is printed with its spread and what rests on fewer answers, under the rule for means`() throws {
        let sample = try Sample.evaluated()
        let items = (1...5).map { Sample.Ask(code: "q\($0)", scale: "s", isReversed: $0 == 2 || $0 == 4) }
        try sample.form(1, .after, items, scales: [.init(code: "s", minValid: 4)])
        let rows = [[1, 5, 2, 4, 1], [5, 1, 5, 1, 5], [3, 3, 3, 3, 3], [2, nil, 2, 4, 2], [2, nil, nil, 4, 2]]
        for (place, row) in rows.enumerated() { try sample.returned(place + 1, 1, 1, row) }
        func row(_ profile: Profile) throws -> JSON? {
            try sample.document(.evaluations, try scope("2026"), profile: profile).data["scales"]?.items.first
        }
        let shown = try row(.team)
        #expect(shown?["n"] == .integer(4) && shown?["no_score"] == .integer(1))
        #expect(shown?["mean"] == .double(14.25) && shown?["prorated"] == .double(0.25))
        #expect(shown?["straight_lined"] == .double(0.25))
        let withheld = try row(.board)
        for key in ["n", "mean", "sd", "median", "prorated", "straight_lined"] {
            #expect(withheld?[key] == .null, "\(key)")
        }
    }

    @Test func `hands are not added to what forms say`() throws {
        let sample = try Sample.evaluated()
        try sample.session(2, "2026-02-10", for: [1])
        let codes = [
            "health-and-dignity", "participant-centered", "involvement", "autonomy", "sociocultural", "pragmatism",
        ]
        try sample.form(1, .after, [.init(code: "most", kind: .resonates, range: nil, choices: codes)])
        for id in 1...3 { try sample.returned(id, 1, 1, [4]) }
        try sample.tallied(1, "resonates", [("autonomy", 3)])
        try sample.tallied(1, "challenges", [("pragmatism", 2)])
        try sample.tallied(2, "resonates", [("autonomy", 5)])
        let figures = try sample.figures(try scope("2026"), of: .evaluations)
        #expect(figures["EV-12.autonomy.resonates"]?.numerator == 3)
        #expect(figures["EV-12.autonomy.resonates"]?.denominator == 3)
        #expect(figures["EV-12.autonomy.resonates.hands"]?.value == 8)
        #expect(figures["EV-12.pragmatism.challenges.hands"]?.value == 2)
        let hands = try sample.document(.evaluations, try scope("2026")).data["hands"]?.items
        let autonomy = hands?.first { $0["option"] == "autonomy" }
        #expect(autonomy?["hands"] == .integer(8) && autonomy?["forms"] == .integer(3))
    }

    @Test func `what is asked some weeks later has a table, and figures where nothing else asks it`() throws {
        let sample = try Sample.evaluated()
        try sample.form(1, .after, [.init(code: "both")])
        try sample.form(
            2,
            .followup,
            [.init(code: "both"), .init(code: "used", scale: "s")],
            scales: [.init(code: "s")]
        )
        try sample.returned(1, 1, 1, [5])
        try sample.returned(2, 2, 1, [1, 4])
        try sample.returned(3, 2, 1, [2, 2])
        let figures = try sample.figures(try scope("2026"), of: .evaluations)
        #expect(figures["EV-04.both"]?.denominator == 1)
        #expect(figures["EV-04.used"]?.line.hasPrefix("value 0.5") == true)
        #expect(figures["EV-07.s"]?.value == 3)
        let rows = try sample.document(.evaluations, try scope("2026")).data["followup"]?.items
        #expect(rows?.count == 2)
        #expect(rows?.last?["favorable"] == .double(0.5) && rows?.last?["mean"] == .integer(3))
        let page = try Self.page(sample, .evaluations)
        #expect(page.contains("Follow-up, some weeks later"))
        #expect(page.contains("Asked only in the follow-up"))
    }

    @Test func `follow-up forms tell what became of commitments where nobody wrote it down`() throws {
        let sample = try Sample.evaluated()
        try sample.session(2, "2026-01-11", for: [1])
        let states = ["fully", "partly", "not_yet", "none"]
        try sample.form(
            3,
            .followup,
            (1...2).map { .init(code: "done_\($0)", kind: .choice, range: nil, choices: states) }
        )
        try sample.committed(1, made: 6)
        try sample.committed(2, made: 4, on: "2026-02-11", 1, 1, 1)
        try sample.returned(1, 3, 1, [1, 2])
        try sample.returned(2, 3, 1, [1, 4])
        try sample.returned(3, 3, 1, [3, nil])
        try sample.returned(4, 3, 2, [1, 1])
        let figures = try sample.figures(try scope("2026"), of: .commitments)
        #expect(figures["EV-13"]?.line.hasPrefix("value \(3.0 / 7) - - 3/7") == true)
        #expect(figures["EV-13.followed_up"]?.numerator == 7 && figures["EV-13.followed_up"]?.denominator == 10)
        #expect(try Self.page(sample, .commitments).contains("Nothing to follow up."))
    }

    @Test func `forms that ask in other words are named, and those that ask in another way are missing`() throws {
        let sample = try Sample.evaluated()
        try sample.form(1, .after, [.init(code: "q"), .init(code: "wide", range: 1...7)])
        try sample.form(2, .after, [.init(code: "q"), .init(code: "wide")])
        try sample.database.execute("UPDATE form_item SET label = 'Other words' WHERE form_id = 9001 AND code = 'q'")
        for id in 1...3 { try sample.returned(id, 1, 1, [5, 7]) }
        try sample.returned(9, 2, 1, [4, 4])
        let figures = try sample.figures(try scope("2026"), of: .evaluations)
        #expect(figures["EV-04.q"]?.denominator == 4)
        #expect(figures["EV-04.wide"]?.missing == 3)
        #expect(
            try Self.page(sample, .evaluations).contains("q is worded differently on f1. Those answers are included.")
        )
        let metric = try #require(try Catalogue.metric("EV-04.q", in: try scope("2026"), from: sample.reader))
        let inquiry = Inquiry(.evaluations, of: Sample.program, scope: try scope("2026"), disclosure: Disclosure(.team))
        let text = try Explanation(metric, in: inquiry).document(from: sample.reader).text(.markdown)
        #expect(text.contains("Other words"))
        #expect(text.contains("About q"))
    }

    @Test func `incomplete responses are said not to count as returned`() throws {
        let sample = try Sample.evaluated()
        try sample.form(1, .after, (1...4).map { .init(code: "q\($0)") })
        try sample.returned(1, 1, 1, [5, nil, nil, nil])
        let words = "1 incomplete response (less than half answered), not counted as returned."
        #expect(try Self.page(sample, .evaluations).contains(words))
        #expect(try Self.page(sample, .evaluations, .board).contains("Some incomplete responses"))
    }

    @Test func `the one comparison has one row of signed ranks on a page, and several say where they stand`() throws {
        let one = try Self.fallen([.init(code: "q")], [])
        #expect(try Self.page(one, .beforeAfter).split(separator: "\n").count { $0.hasPrefix("Signed-rank") } == 2)
        let two = try Self.fallen([.init(code: "q"), .init(code: "r")], [])
        #expect(try Self.page(two, .beforeAfter).contains("See each scale and question"))
        #expect(try two.figures(try scope("2026"), of: .beforeAfter)["EV-10.q"]?.state == .value)
    }

    @Test func `an explanation lists only the forms and pairs that it counts`() throws {
        let sample = try Self.fallen([.init(code: "q")], [])
        func text(_ id: String) throws -> String {
            let metric = try #require(try Catalogue.metric(id, in: try scope("2026"), from: sample.reader))
            let inquiry = Inquiry(
                .evaluations,
                of: Sample.program,
                scope: try scope("2026"),
                disclosure: Disclosure(.team)
            )
            return try Explanation(metric, in: inquiry).document(from: sample.reader).text(.csv)
        }
        #expect(try text("EV-04.q").split(separator: "\n").count == 2)
        #expect(try text("EV-04.q").contains("f2,after,5"))
        #expect(try text("EV-08.q").contains("f1,f2,5"))
    }
}
