import SQLite

@testable import Reports

/// Outlets and the items that came in, made at random as the rules of feedback have it.
struct RawFeedback {
    /// Days within which an item is acknowledged and answered; blank ones are 5 and 30.
    struct Targets: Equatable {
        let acknowledge: Int?
        let resolve: Int?
        /// 1 where weekends don't count.
        let working: Int?

        func acknowledged(from day: Int) -> Int { due(day, acknowledge ?? 5) }

        func resolved(from day: Int) -> Int { due(day, resolve ?? 30) }

        /// So many days later, counted one by one. Day 0 is a Monday.
        private func due(_ start: Int, _ days: Int) -> Int {
            guard working == 1 else { return start + days }
            var (day, left) = (start, days)
            while left > 0 {
                day += 1
                if day % 7 < 5 { left -= 1 }
            }
            return day
        }
    }

    struct Outlet {
        let id: Int
        let organization: Int
        let opened: Int?
        let reviewed: Int?
        let closed: Int?
        let anonymous: Int?
        /// Those that it has today.
        let targets: Targets
    }

    struct Item {
        let id: Int
        let outlet: Outlet
        let received: Int
        let kind: String?
        let isReachable: Bool
        let acknowledged: Int?
        let answered: Int?
        let told: String?
        let toldOn: Int?
        /// 1 for yes, 0 for no.
        let changed: Int?
        let changedOn: Int?
        let isExcluded: Bool
        /// Those that its outlet had when it was received; they stay with it (9b.3).
        let targets: Targets

        var acknowledgeBy: Int { targets.acknowledged(from: received) }
        var resolveBy: Int { targets.resolved(from: received) }
        /// An answer without an earlier acknowledgement acknowledges on its own day (9.4).
        var firstReply: Int? { [acknowledged, answered].compactMap { $0 }.min() }
        /// Told without a day takes the day of the answer (9.5).
        var day: (told: Int?, changed: Int?) {
            // A day alone says that something changed (9b.17).
            let isChanged = changed == 1 || changedOn != nil
            return (told == nil ? nil : toldOn ?? answered, isChanged ? changedOn ?? answered : nil)
        }
    }

    private(set) var outlets: [Outlet] = []
    private(set) var items: [Item] = []

    static let kinds = ["complaint", "concern", "suggestion", "thanks", "question"]

    init(using generator: inout some RandomNumberGenerator) {
        for id in 0..<generator.pick([0, 1, 2, 3, 5]) { outlets.append(Self.outlet(id + 1, &generator)) }
        guard !outlets.isEmpty else { return }
        let answers = generator.pick([1, 2, 2, 8])
        for id in 0..<generator.pick([0, 1, 3, 9, 20, 30]) {
            items.append(Self.item(id + 1, at: generator.pick(outlets), answeredInOneOf: answers, &generator))
        }
    }

    private static func targets(_ generator: inout some RandomNumberGenerator) -> Targets {
        Targets(
            acknowledge: generator.pick([nil, nil, 0, 2, 5, 10]),
            resolve: generator.pick([nil, nil, 0, 7, 30, 90]),
            working: generator.pick([nil, 0, 1, 1])
        )
    }

    private static func outlet(_ id: Int, _ generator: inout some RandomNumberGenerator) -> Outlet {
        let opened = generator.isOne(of: 4) ? nil : Dates.any(&generator) - generator.pick([0, 1, 400])
        let closed = generator.isOne(of: 3) ? Dates.later(than: opened ?? Dates.any(&generator), &generator) : nil
        return Outlet(
            id: id,
            organization: generator.pick(RandomProgram.owners),
            opened: opened,
            reviewed: generator.isOne(of: 2) ? Dates.any(&generator) - generator.pick([0, 365, 366, 364]) : nil,
            closed: closed,
            anonymous: generator.pick([nil, 0, 1]),
            targets: targets(&generator)
        )
    }

    private static func item(
        _ id: Int,
        at outlet: Outlet,
        answeredInOneOf parts: Int,
        _ generator: inout some RandomNumberGenerator
    ) -> Item {
        let received = Dates.any(&generator)
        // Somebody changed the outlet's days since.
        let own = generator.isOne(of: 3) ? targets(&generator) : outlet.targets
        let ends = [own.acknowledged(from: received), own.resolved(from: received)]
        func later(_ generator: inout some RandomNumberGenerator) -> Int {
            // Often the target day itself, or the one beside it.
            let near = generator.pick(ends) + generator.pick([-1, 0, 0, 1])
            return generator.isOne(of: 2) ? max(received, near) : Dates.later(than: received, &generator)
        }
        let answered = generator.isOne(of: parts) ? later(&generator) : nil
        let isReachable = !generator.isOne(of: 3)
        let ways = isReachable ? ["poster", "meeting", "post", "person", "other"] : ["poster", "meeting", "post"]
        let told = answered != nil && generator.isOne(of: 2) ? generator.pick(ways) : nil
        let changed = generator.pick([nil, 0, 1, 1])
        let hasDay = changed != 0 && generator.isOne(of: 2)
        return Item(
            id: id,
            outlet: outlet,
            received: received,
            kind: generator.isOne(of: 5) ? nil : generator.pick(kinds),
            isReachable: isReachable,
            acknowledged: generator.isOne(of: 2) ? later(&generator) : nil,
            answered: answered,
            told: told,
            toldOn: told == nil || generator.isOne(of: 2) ? nil : Dates.later(than: answered ?? received, &generator),
            changed: hasDay && generator.isOne(of: 2) ? nil : changed,
            changedOn: hasDay ? Dates.later(than: answered ?? received, &generator) : nil,
            isExcluded: generator.isOne(of: 6),
            targets: own
        )
    }

    /// Days on which a figure may change: those written down, those on which something is due, and the day after.
    var days: [Int] {
        outlets.flatMap { [$0.opened, $0.reviewed, $0.reviewed.map(Almanac.anniversary), $0.closed] }.compactMap { $0 }
            + items.flatMap { item -> [Int?] in
                [item.received, item.acknowledged, item.answered, item.day.told, item.day.changed]
                    + [item.acknowledgeBy, item.resolveBy].flatMap { [$0, $0 + 1] }
            }.compactMap { $0 }
    }
}
