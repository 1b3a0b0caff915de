import Documents
import Measures
import Support
import Testing

@testable import Reports

@Suite struct PropertyTests {
    /// A different set of databases each day would hide failures: the seeds are fixed, and printed with a failure.
    static let seeds = Sweep.seeds(15, full: 50).map(UInt64.init)

    static func records(_ seed: UInt64) -> RawRecords {
        var generator = SeededGenerator(seed: seed)
        return RawRecords(using: &generator)
    }

    private func compare(_ figures: [String: Figure], _ expected: Recount, _ comment: String) {
        for (id, figure) in expected.figures {
            #expect(figures[id]?.line == figure.line, "\(id), \(comment)")
        }
    }

    @Test(arguments: seeds)
    func `SQL and a recount from raw rows agree`(seed: UInt64) throws {
        let raw = Self.records(seed)
        let sample = try Sample()
        try sample.store(raw)
        compare(try sample.figures(try scope("2026")), Recount(raw) { _ in true }, "seed \(seed)")
        for organization in RawRecords.organizations {
            compare(
                try sample.figures(try scope("2026", organization: organization)),
                Recount(raw, organization: organization) { _ in true },
                "organization \(organization), seed \(seed)"
            )
        }
        let county = try scope("2026-Q1", fund: "county")
        let expected = Recount(raw) { $0.fund == "county" && $0.day < "2026-04" }
        compare(try sample.figures(county), expected, "county, seed \(seed)")
    }

    @Test(arguments: seeds.prefix(8), [Split.organization, .month, .quarter, .fund])
    func `each group agrees with a recount of its own`(seed: UInt64, split: Split) throws {
        let raw = Self.records(seed)
        let sample = try Sample()
        try sample.store(raw)
        let scope = try scope("2026", by: split)
        let reading = try Reading(Report.trainings.metrics, scope, Disclosure(.team), from: sample.reader)
        for group in reading.groups {
            let pairs = reading.findings(of: group).map { ($0.metric.id.text, $0.figure) }
            let figures = Dictionary(uniqueKeysWithValues: pairs)
            compare(figures, recount(raw, split, group.key), "\(split) \(group.key), seed \(seed)")
        }
    }

    private func recount(_ raw: RawRecords, _ split: Split, _ key: String) -> Recount {
        switch split {
        case .organization where key.isEmpty: Recount(raw) { $0.organizations.isEmpty }
        case .organization: Recount(raw, organization: Int(key.dropFirst())) { _ in true }
        case .fund: Recount(raw) { ($0.fund ?? "") == key }
        case .quarter: Recount(raw) { ($0.day < "2026-04") == (key == "2026-Q1") && key < "2026-Q3" }
        default: Recount(raw) { $0.day.hasPrefix(key) }
        }
    }

    @Test(arguments: seeds)
    func `people counted once lie between the largest and the sum of the parts`(seed: UInt64) throws {
        let raw = Self.records(seed)
        let sample = try Sample()
        try sample.store(raw)
        func ends(_ scope: Scope) throws -> (named: Double, low: Double, high: Double) {
            let figures = try sample.figures(scope)
            let (named, range) = (figures["TR-04.named"], figures["TR-04"])
            return (named?.value ?? 0, range?.low ?? 0, range?.high ?? 0)
        }
        let (first, second) = (try ends(try scope("2026-Q1")), try ends(try scope("2026-Q2")))
        let both = try ends(try scope("2026-01-01..2026-06-30"))
        for (a, b, union) in [
            (first.named, second.named, both.named), (first.low, second.low, both.low),
            (first.high, second.high, both.high),
        ] {
            #expect(union >= max(a, b) && union <= a + b, "seed \(seed)")
        }
        let all = try ends(try scope("2026"))
        for organization in RawRecords.organizations {
            let part = try ends(try scope("2026", organization: organization))
            #expect(part.named <= all.named && part.low <= all.low && part.high <= all.high, "seed \(seed)")
        }
    }
}
