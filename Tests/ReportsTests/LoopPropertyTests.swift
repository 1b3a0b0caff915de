import Measures
import Support
import Testing

@testable import Reports

/// What holds of figures with target days, whatever the records (definitions 9.2).
@Suite struct LoopPropertyTests {
    static let seeds = Sweep.seeds(10, full: 60).map(UInt64.init)

    private static func sample<Theme: RecountedTheme>(_ theme: Theme.Type, _ seed: UInt64) throws -> Sample {
        var generator = SeededGenerator(seed: seed)
        let theme = Theme(using: &generator)
        let sample = try Sample()
        try RandomProgram(Theme.ids, using: &generator).store(in: sample)
        try theme.store(in: sample)
        return sample
    }

    /// The figures of each group, and of the whole.
    private static func figures(
        _ report: Report,
        _ scope: Scope,
        _ sample: borrowing Sample
    ) throws -> (groups: [[String: Figure]], whole: [String: Figure]) {
        let reading = try Reading(report.metrics, scope, Disclosure(.team), from: sample.reader)
        func byID(_ findings: [Finding]) -> [String: Figure] {
            Dictionary(uniqueKeysWithValues: findings.map { ($0.metric.id.text, $0.figure) })
        }
        return (reading.groups.map { byID(reading.findings(of: $0)) }, byID(reading.total))
    }

    @Test(arguments: seeds)
    func `organizations add up to the whole, also what is open`(seed: UInt64) throws {
        let sample = try Self.sample(FeedbackRecount.self, seed)
        let scope = try scope("2026-01-01..2026-04-30", asOf: "2026-04-15", by: .organization)
        let (groups, whole) = try Self.figures(.feedback, scope, sample)
        guard !groups.isEmpty else { return }
        for id in ["FB-02", "FB-02.excluded", "FB-05.open", "FB-05.overdue", "FB-06.not_told"] {
            let sum = groups.reduce(0) { $0 + ($1[id]?.value ?? 0) }
            #expect(sum == whole[id]?.value ?? 0, "\(id), seed \(seed)")
        }
    }

    /// A rate is counted where its target falls, so twelve months judge together what the year judges.
    private func checkMonths(_ report: Report, _ ids: [String], _ sample: borrowing Sample, _ seed: UInt64) throws {
        for (split, asOf) in [(Split.month, "2026-12-31"), (.month, "2026-03-01"), (.quarter, "2027-02-01")] {
            let (groups, whole) = try Self.figures(report, try scope("2026", asOf: asOf, by: split), sample)
            for id in ids {
                for part in [\Figure.numerator, \.denominator] {
                    let sum = groups.reduce(0) { $0 + ($1[id]?[keyPath: part] ?? 0) }
                    #expect(sum == whole[id]?[keyPath: part] ?? 0, "\(id) by \(split) as of \(asOf), seed \(seed)")
                }
            }
        }
    }

    @Test(arguments: seeds)
    func `twelve months judge together what the year judges`(seed: UInt64) throws {
        try checkMonths(.feedback, ["FB-03", "FB-05"], try Self.sample(FeedbackRecount.self, seed), seed)
        try checkMonths(.practices, ["AS-01", "AS-04"], try Self.sample(PracticesRecount.self, seed), seed)
        try checkMonths(.boards, ["PB-05"], try Self.sample(BoardsRecount.self, seed), seed)
    }
}
