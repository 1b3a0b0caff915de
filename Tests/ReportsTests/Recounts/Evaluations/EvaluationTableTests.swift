import Calendar
import Documents
import Measures
import Support
import Testing

@testable import Reports

/// The tables beside the figures of evaluations, and the period that a report is held against, against a recount.
@Suite struct EvaluationTableTests {
    private static func compare(
        _ rows: [JSON],
        _ key: [String],
        _ expected: [String: EvaluationRecount.Row],
        _ comment: String
    ) {
        func name(_ key: String) -> String { key.replacing(" ", with: "").lowercased() }
        let found = Dictionary(
            rows.map { row in (name(key.map { row[$0]?.text ?? "" }.joined(separator: "/")), row) }
        ) { first, _ in first }
        #expect(rows.count == expected.count && Set(found.keys) == Set(expected.keys.map(name)), "\(comment)")
        for (code, row) in expected {
            guard let json = found[name(code)] else { continue }
            for (column, value) in row {
                let shown = column.hasPrefix("=") ? count(column, json) : json[column]?.number
                if !ExpectedFigure.isNear(shown, value) {
                    let words = [shown, value].map { $0.map { "\($0)" } ?? "none" }.joined(separator: ", expected ")
                    Issue.record("\(code) \(column): \(words), \(comment)")
                }
            }
        }
    }

    private static func count(_ column: String, _ row: JSON) -> Double? {
        row["answers"]?.items.first { $0["value"]?.number == Double(column.dropFirst()) }?["count"]?.number
    }

    @Test(arguments: EvaluationRecountTests.seeds.prefix(Sweep.isFull ? 60 : 5))
    func `tables of answers, scales, waves, hands and open commitments agree with a recount`(seed: UInt64) throws {
        let record = EvaluationRecord(seed: seed)
        let sample = try EvaluationRecountTests.sample(record)
        for asking in try EvaluationRecountTests.asking(record).prefix(3) {
            let recount = EvaluationRecountTests.recount(record, asking)
            let comment = "\(asking.scope.period.label) \(asking.scope.days), seed \(seed)"
            let evaluations = try sample.document(.evaluations, asking.scope).data
            func rows(_ data: JSON, _ table: String) -> [JSON] { data[table]?.items ?? [] }
            Self.compare(rows(evaluations, "answers"), ["item"], recount.answerRows("after"), "answers, \(comment)")
            Self.compare(
                rows(evaluations, "followup"),
                ["item"],
                recount.answerRows("followup"),
                "followup, \(comment)"
            )
            Self.compare(rows(evaluations, "scales"), ["scale"], recount.scaleRows, "scales, \(comment)")
            Self.compare(rows(evaluations, "hands"), ["question", "option"], recount.handRows, "hands, \(comment)")
            let change = try sample.document(.beforeAfter, asking.scope).data
            Self.compare(rows(change, "waves"), ["code"], recount.waveRows, "waves, \(comment)")
            let commitments = try sample.document(.commitments, asking.scope).data
            Self.compare(rows(commitments, "open"), ["session"], recount.openRows, "open, \(comment)")
        }
    }

    @Test(arguments: EvaluationRecountTests.seeds.prefix(Sweep.isFull ? 60 : 3))
    func `the period that a report is held against agrees with a recount of its own`(seed: UInt64) throws {
        let record = EvaluationRecord(seed: seed)
        let sample = try EvaluationRecountTests.sample(record)
        let now = EvaluationRecount(record, asOf: "2026-06-30", days: "2026-04-01"..."2026-06-30")
        let earlier = EvaluationRecount(record, asOf: "2026-06-30", days: "2026-01-01"..."2026-03-31")
        let (figures, others) = (now.beside(earlier).figures, earlier.beside(now).figures)
        for report in [Report.evaluations, .beforeAfter, .commitments] {
            let data = try sample.document(report, try scope("2026-Q2"), compare: .previous).data
            for entry in data["metrics"]?.items ?? [] {
                let id = entry["id"]?.text ?? ""
                Self.expect(entry, figures[id], "\(id), seed \(seed)")
                Self.expect(entry["previous"] ?? .null, others[id], "\(id) before, seed \(seed)")
            }
        }
    }

    private static func expect(_ entry: JSON, _ expected: ExpectedFigure?, _ comment: String) {
        guard let expected else {
            // Below five sessions there is no interval by session; the entry may stand there without one.
            let isInterval = entry["id"]?.text?.hasSuffix(".clustered") ?? false
            if !isInterval || entry["state"] == .string("value") {
                Issue.record("the recount does not know \(comment)")
            }
            return
        }
        let agrees =
            entry["state"]?.text == expected.state && entry["reason"]?.text == expected.reason
            && ExpectedFigure.isNear(entry["value"]?.number, expected.value)
            && ExpectedFigure.isNear(entry["low"]?.number, expected.low)
            && ExpectedFigure.isNear(entry["high"]?.number, expected.high)
            && entry["numerator"]?.number == expected.numerator.map { Double($0) }
            && entry["denominator"]?.number == expected.denominator.map { Double($0) }
            && entry["missing"]?.number == Double(expected.missing)
        #expect(
            agrees,
            "\(comment): \(entry["state"]?.text ?? "") \(entry["value"]?.number ?? -1), expected \(expected)"
        )
    }
}
