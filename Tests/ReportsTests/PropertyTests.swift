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

    private func compare(
        _ figures: [String: Figure],
        _ expected: Recount,
        isAhead: Bool = false,
        _ comment: String
    ) {
        for (id, figure) in isAhead ? expected.figuresAhead : expected.figures {
            #expect(figures[id]?.line == figure.line, "\(id), \(comment)")
        }
        if !isAhead { compare(figures, expected.registration, of: expected.organization, comment) }
    }

    /// Where there are lists of who registered, the share of those people who came; else the two counts.
    private func compare(
        _ figures: [String: Figure],
        _ registration: Recount.Registration,
        of organization: Int?,
        _ comment: String
    ) {
        let share = figures["TR-14"]
        switch registration {
        case .none: #expect(share?.state == .notCollected, "TR-14, \(comment)")
        case .lists(let came, let registered):
            #expect(share?.numerator == came && share?.denominator == registered, "TR-14, \(comment)")
        case .counts(let came, let registered):
            #expect(share?.reason == .denominatorNotRecorded, "TR-14, \(comment)")
            // Whose those are that registered without a name, the definitions leave open.
            guard organization == nil else { return }
            #expect(figures["TR-14.registered"]?.value == Double(registered), "TR-14.registered, \(comment)")
            #expect(figures["TR-14.came"]?.value == Double(came), "TR-14.came, \(comment)")
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
        for asOf in ["2026-03-15", "2026-04-01", "2025-12-31"] {
            let figures = try sample.figures(try scope("2026", asOf: asOf))
            let expected = Recount(raw, asOf: asOf) { _ in true }
            compare(figures, expected, isAhead: asOf < "2026", "as of \(asOf), seed \(seed)")
        }
    }

    @Test(arguments: seeds.prefix(8), [Split.organization, .month, .quarter, .fund])
    func `each group agrees with a recount of its own`(seed: UInt64, split: Split) throws {
        let raw = Self.records(seed)
        let sample = try Sample()
        try sample.store(raw)
        for asOf in ["2026-12-31", "2026-03-15"] {
            let scope = try scope("2026", asOf: asOf, by: split)
            let reading = try Reading(Report.trainings.metrics, scope, Disclosure(.team), from: sample.reader)
            for group in reading.groups {
                let pairs = reading.findings(of: group).map { ($0.metric.id.text, $0.figure) }
                let figures = Dictionary(pairs) { first, _ in first }
                compare(
                    figures,
                    recount(raw, split, group.key, asOf),
                    isAhead: split.isOfDays && group.key > (split == .month ? "2026-03" : "2026-Q1")
                        && asOf < "2026-04",
                    "\(split) \(group.key) as of \(asOf), seed \(seed)"
                )
            }
        }
    }

    private func recount(_ raw: RawRecords, _ split: Split, _ key: String, _ asOf: String) -> Recount {
        switch split {
        case .organization where key.isEmpty: Recount(raw, asOf: asOf) { $0.organizations.isEmpty }
        case .organization: Recount(raw, organization: Int(key.dropFirst()), asOf: asOf) { _ in true }
        case .fund: Recount(raw, asOf: asOf) { ($0.fund ?? "") == key }
        case .quarter: Recount(raw, asOf: asOf) { ($0.day < "2026-04") == (key == "2026-Q1") && key < "2026-Q3" }
        default: Recount(raw, asOf: asOf) { $0.day.hasPrefix(key) }
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

extension Split {
    fileprivate var isOfDays: Bool { self == .month || self == .quarter }
}
