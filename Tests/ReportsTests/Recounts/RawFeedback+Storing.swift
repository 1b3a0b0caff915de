import SQLite

@testable import Reports

extension RawFeedback {
    func store(in sample: borrowing Sample) throws {
        for outlet in outlets { try store(outlet, in: sample) }
        for item in items { try store(item, in: sample) }
    }

    private func store(_ outlet: Outlet, in sample: borrowing Sample) throws {
        try sample.outlet(
            outlet.id,
            of: outlet.organization,
            opened: outlet.opened.map(Almanac.iso),
            reviewed: outlet.reviewed.map(Almanac.iso),
            closed: outlet.closed.map(Almanac.iso),
            anonymous: outlet.anonymous,
            days: (outlet.targets.acknowledge, outlet.targets.resolve),
            working: outlet.targets.working
        )
    }

    private func store(_ item: Item, in sample: borrowing Sample) throws {
        try sample.heard(
            item.id,
            Almanac.iso(item.received),
            at: item.outlet.id,
            kind: item.kind,
            reachable: item.isReachable ? 1 : 0,
            acknowledged: item.acknowledged.map(Almanac.iso),
            answered: item.answered.map(Almanac.iso),
            told: item.told,
            changed: item.changed ?? (item.changedOn == nil ? nil : 1),
            excluded: item.isExcluded ? "spam" : nil
        )
        try sample.set(
            "feedback",
            item.id,
            [
                "told_on": item.toldOn.map(Almanac.iso).sqlValue,
                "changed_on": item.changedOn.map(Almanac.iso).sqlValue,
                "acknowledge_days": (item.targets.acknowledge ?? 5).sqlValue,
                "resolve_days": (item.targets.resolve ?? 30).sqlValue,
                "working_days": (item.targets.working ?? 0).sqlValue,
            ]
        )
    }
}
