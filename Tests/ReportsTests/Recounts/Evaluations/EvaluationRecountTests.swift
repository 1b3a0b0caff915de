import Calendar
import Measures
import Support
import Testing

@testable import Reports

/// The figures of evaluations, held against a recount from what was made.
@Suite struct EvaluationRecountTests {
    static let seeds = Sweep.seeds(14, full: 150).map(UInt64.init)

    /// A scope, and which sessions it means, whatever their day.
    struct Asking {
        let scope: Scope
        let isMeant: @Sendable (RawRecords.Session) -> Bool
        var days: ClosedRange<String> { scope.period.from.iso...scope.period.to.iso }
    }

    static func asking(_ record: EvaluationRecord, by split: Split? = nil) throws -> [Asking] {
        let courses = record.places.mapValues(\.course)
        return [
            Asking(scope: try scope("2026", asOf: "2027-12-31", by: split)) { _ in true },
            Asking(scope: try scope("2026-Q1", asOf: "2026-04-20", by: split)) { _ in true },
            Asking(scope: try scope("2026-Q2", by: split)) { _ in true },
            Asking(scope: try scope("2026", asOf: "2026-05-31", organization: 2, by: split)) {
                $0.organizations.contains(2)
            },
            Asking(scope: try scope("2026", course: 1_001, by: split)) { courses[$0.id] == 1 },
            Asking(scope: try scope("2026", asOf: "2026-03-20", fund: "county", by: split)) { $0.fund == "county" },
            Asking(scope: try scope("2025-10-01..2026-09-30", asOf: "2026-05-13", by: split)) { _ in true },
            Asking(scope: try scope("2026-03-01..2027-02-28", asOf: "2026-02-28", by: split)) { _ in true },
        ]
    }

    static func sample(_ record: EvaluationRecord) throws -> Sample {
        let sample = try Sample()
        try sample.store(record)
        return sample
    }

    static func recount(_ record: EvaluationRecord, _ asking: Asking) -> EvaluationRecount {
        EvaluationRecount(record, asOf: asking.scope.asOf.iso, days: asking.days, in: asking.isMeant)
    }

    /// That of a group of a divided report.
    static func recount(_ record: EvaluationRecord, _ asking: Asking, _ split: Split, _ key: String)
        -> EvaluationRecount
    {
        let group: ClosedRange<String>? =
            switch split {
            case .month, .quarter:
                Almanac.iso(Almanac.days(in: key).lowerBound)...Almanac.iso(Almanac.days(in: key).upperBound)
            default: nil
            }
        return EvaluationRecount(
            record,
            asOf: asking.scope.asOf.iso,
            days: asking.days,
            group: group,
            in: asking.isMeant
        ) { isOf(key, $0, split, record.places[$0.id]) }
    }

    static func compare(
        _ findings: [Finding],
        _ expected: [String: ExpectedFigure],
        _ comment: @autoclosure () -> String
    ) {
        let figures = Dictionary(findings.map { ($0.metric.id.text, $0.figure) }) { first, _ in first }
        #expect(figures.count == findings.count, "each once, \(comment())")
        // Below five sessions there is no interval by session; in a group it may stand there without one.
        let unknown = figures.keys.filter { expected[$0] == nil && !$0.hasSuffix(".clustered") }
        #expect(unknown.isEmpty, "the recount does not know \(unknown.sorted()), \(comment())")
        for (id, figure) in expected.sorted(by: { $0.key < $1.key }) {
            if let difference = figure.difference(from: figures[id]) {
                Issue.record("\(id): \(difference), \(comment())")
            }
        }
    }

    // MARK: - Tests

    @Test(arguments: seeds)
    func `every figure of evaluations agrees with a recount`(seed: UInt64) throws {
        let record = EvaluationRecord(seed: seed)
        let sample = try Self.sample(record)
        for asking in try Self.asking(record) {
            let reading = try Reading(Theme.evaluations.metrics, asking.scope, Disclosure(.team), from: sample.reader)
            Self.compare(
                reading.total,
                Self.recount(record, asking).figures,
                "\(asking.scope.period.label) \(asking.scope.days), seed \(seed)"
            )
        }
    }

    @Test(arguments: seeds.prefix(Sweep.isFull ? 30 : 2), divided)
    func `each group of a divided report agrees with a recount of its own`(seed: UInt64, split: Split) throws {
        let record = EvaluationRecord(seed: seed)
        let sample = try Self.sample(record)
        let askings = try Self.asking(record, by: split)
        for asking in Sweep.isFull ? askings : [askings[Int(seed) % askings.count]] {
            let reading = try Reading(Theme.evaluations.metrics, asking.scope, Disclosure(.team), from: sample.reader)
            for group in reading.groups {
                let recount = Self.recount(record, asking, split, group.key)
                Self.compare(
                    reading.findings(of: group),
                    recount.figures,
                    "\(split) \(group.key), \(asking.scope.period.label) \(asking.scope.days), seed \(seed)"
                )
            }
        }
    }

    /// What a recount knows the groups of.
    private static let divided: [Split] = [.organization, .course, .site, .month, .quarter, .fund, .modality]

    private static func isOf(
        _ key: String,
        _ session: RawRecords.Session,
        _ split: Split,
        _ place: EvaluationRecord.Place?
    ) -> Bool {
        switch split {
        case .organization:
            key.isEmpty ? session.organizations.isEmpty : session.organizations.contains { "o\($0)" == key }
        case .course: key == place?.course.map { "c\(1_000 + $0)" } ?? ""
        case .site: key == place?.site ?? ""
        case .modality: key == place?.modality ?? ""
        case .fund: key == session.fund ?? ""
        // By the days alone.
        case .month, .quarter: true
        default: false
        }
    }

    @Test(arguments: seeds.prefix(Sweep.isFull ? 60 : 8))
    func `what may be published is published, and what may not is withheld`(seed: UInt64) throws {
        let record = EvaluationRecord(seed: seed)
        let sample = try Self.sample(record)
        let readers = [(Profile.board, 5), (.funder, 10), (.board, 5), (.public, 11), (.team, 3), (.board, 5)]
        for (asking, reader) in zip(try Self.asking(record), readers) {
            let (figures, k) = (Self.recount(record, asking).figures, reader.1)
            let disclosure = Disclosure(reader.0, threshold: reader.0 == .team ? k : nil)
            let reading = try Reading(Theme.evaluations.metrics, asking.scope, disclosure, from: sample.reader)
            // Parts of one whole are withheld together, and so is what they tell of.
            let alone = reading.total.filter {
                $0.metric.disclosure.partition == nil && $0.metric.disclosure.suppressedWith.isEmpty
            }
            let ids = Set(alone.map(\.metric.id.text))
            let published = figures.filter { ids.contains($0.key) }.map { ($0.key, $0.value.published($0.key, k: k)) }
            Self.compare(alone, Dictionary(uniqueKeysWithValues: published), "k \(k), seed \(seed)")
            Self.expectPublic(reading.total, figures, k, "seed \(seed)")
        }
    }

    /// Whatever is shown is right and may be seen.
    private static func expectPublic(
        _ findings: [Finding],
        _ expected: [String: ExpectedFigure],
        _ k: Int,
        _ comment: String
    ) {
        for finding in findings where finding.figure.state == .value {
            let id = finding.metric.id.text
            let difference = expected[id]?.published(id, k: k).difference(from: finding.figure)
            if let difference { Issue.record("\(id): \(difference), k \(k), \(comment)") }
        }
    }

    @Test(arguments: seeds.prefix(Sweep.isFull ? 100 : 3), [Split.organization, .month, .site])
    func `a group's figure that is shown is right and may be seen`(seed: UInt64, split: Split) throws {
        let record = EvaluationRecord(seed: seed)
        let sample = try Self.sample(record)
        let asking = try Self.asking(record, by: split)[0]
        let reading = try Reading(Theme.evaluations.metrics, asking.scope, Disclosure(.board), from: sample.reader)
        for group in reading.groups {
            let recount = Self.recount(record, asking, split, group.key)
            Self.expectPublic(reading.findings(of: group), recount.figures, 5, "\(split) \(group.key), seed \(seed)")
        }
    }
}
