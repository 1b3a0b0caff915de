import Calendar
import Measures
import Records
import SQLite
import Support
import Testing

@testable import Reports

/// Items of feedback made at random, and counted by loops that share nothing with the SQL.
@Suite struct LoopPropertyTests {
    struct Item {
        var received: Int
        var acknowledged: Int?
        var answered: Int?
        var isReachable: Bool
        var isExcluded: Bool
        var isTold: Bool
        var outlet: Int
    }

    static func items(_ seed: UInt64) -> [Item] {
        var generator = SeededGenerator(seed: seed)
        return (0..<Int.random(in: 0...20, using: &generator)).map { _ in
            let received = Int.random(in: 0...120, using: &generator)
            func later() -> Int? {
                Bool.random(using: &generator) ? received + Int.random(in: 0...40, using: &generator) : nil
            }
            let answered = later()
            return Item(
                received: received,
                acknowledged: later(),
                answered: answered,
                isReachable: Bool.random(using: &generator),
                isExcluded: Int.random(in: 0...5, using: &generator) == 0,
                isTold: answered != nil && Bool.random(using: &generator),
                outlet: Int.random(in: 1...2, using: &generator)
            )
        }
    }

    static func iso(_ offset: Int) throws -> String { try #require(dayFrom(offset)).iso }

    private static func store(_ items: [Item]) throws -> Sample {
        let sample = try Sample()
        try sample.organization(1, "o1")
        try sample.organization(2, "o2")
        try sample.outlet(1, of: 1)
        try sample.outlet(2, of: 2, days: (2, 7), working: 1)
        for (place, item) in items.enumerated() {
            try sample.heard(
                place + 1,
                try iso(item.received),
                at: item.outlet,
                reachable: item.isReachable ? 1 : 0,
                acknowledged: try item.acknowledged.map { try iso($0) },
                answered: try item.answered.map { try iso($0) },
                told: item.isTold ? "poster" : nil,
                excluded: item.isExcluded ? "spam" : nil
            )
        }
        return sample
    }

    /// So many days, or working days for the second outlet, counted one by one. Day 0 is a Thursday.
    private static func due(_ item: Item, days: Int, working: Int) -> Int {
        guard item.outlet == 2 else { return item.received + days }
        func isWeekend(_ day: Int) -> Bool { [2, 3].contains(day % 7) }
        var day = item.received
        var left = working
        while left > 0 {
            day += 1
            if !isWeekend(day) { left -= 1 }
        }
        return day
    }

    @Test(arguments: Sweep.seeds(15, full: 60).map(UInt64.init))
    func `SQL and a recount of feedback agree`(seed: UInt64) throws {
        let items = Self.items(seed)
        let sample = try Self.store(items)
        let reference = 89  // 2026-03-31
        for organization in [nil, 1, 2] as [Int?] {
            let all = items.filter {
                $0.received <= reference && (organization == nil || $0.outlet == organization)
            }
            let counted = all.filter { !$0.isExcluded }
            let answered = counted.filter { ($0.answered ?? .max) <= reference }
            let judged = counted.filter { $0.isReachable && Self.due($0, days: 5, working: 2) < reference }
            let due = counted.filter { Self.due($0, days: 30, working: 7) < reference }
            let onTime = due.filter { ($0.answered ?? .max) <= Self.due($0, days: 30, working: 7) }
            let overdue = due.filter { ($0.answered ?? .max) > reference }
            var waits = Waits()
            for item in counted {
                let isOver = (item.answered ?? .max) <= reference
                waits.add(days: (isOver ? item.answered ?? 0 : reference) - item.received, isOver: isOver)
            }
            let figures = try sample.figures(try scope("2026-Q1", organization: organization), of: .feedback)
            let expected: [(String, Figure)] = [
                ("FB-02", .count(counted.count)), ("FB-02.excluded", .count(all.count - counted.count)),
                (
                    "FB-03",
                    .share(
                        numerator: judged.count { ($0.acknowledged ?? .max) <= Self.due($0, days: 5, working: 2) },
                        denominator: judged.count
                    )
                ),
                ("FB-04", .medianOfSettled(waits)), ("FB-04.km", .medianWithOpen(waits)),
                ("FB-05", .share(numerator: onTime.count, denominator: due.count)),
                ("FB-05.open", .count(counted.count - answered.count)), ("FB-05.overdue", .count(overdue.count)),
                ("FB-06", .share(numerator: answered.count(where: \.isTold), denominator: answered.count)),
            ]
            for (id, figure) in expected {
                #expect(figures[id]?.line == figure.line, "\(id), organization \(organization ?? 0), seed \(seed)")
            }
        }
    }

    @Test(arguments: Array(UInt64(1)...20))
    func `organizations and months add up to the whole`(seed: UInt64) throws {
        let sample = try Self.store(Self.items(seed))
        for split in [Split.organization, .month, .quarter] {
            let scope = try scope("2026-01-01..2026-04-30", by: split)
            let reading = try Reading(Report.feedback.metrics, scope, Disclosure(.team), from: sample.reader)
            func sum(_ id: String) -> Double {
                reading.groups.reduce(0) { sum, group in
                    sum + (reading.findings(of: group).first { $0.metric.id.text == id }?.figure.value ?? 0)
                }
            }
            for id in ["FB-02", "FB-02.excluded", "FB-05.open", "FB-05.overdue"] {
                let whole = reading.total.first { $0.metric.id.text == id }?.figure.value
                #expect(sum(id) == whole, "\(id) by \(split), seed \(seed)")
            }
        }
    }
}
