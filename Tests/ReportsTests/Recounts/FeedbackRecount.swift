import Support

@testable import Reports

/// Outlets for feedback: FB-01 to FB-06, by the definitions in section 2 C with 9.1 to 9.5, 9.12 and 9b.1, 2, 3, 11, 16, 17
/// and 18.
struct FeedbackRecount: RecountedTheme {
    static let report = Report.feedback
    static let pointInTime: Set<String> = ["FB-01", "FB-01.reviewed", "FB-01.anonymous"]
    static let people = Set(RawFeedback.kinds.map { "FB-02.\($0)" })
    static let judged: Set<String> = [
        "FB-01", "FB-01.reviewed", "FB-01.anonymous", "FB-03", "FB-05", "FB-05.open", "FB-05.overdue", "FB-06",
        "FB-06.changed", "FB-06.not_told",
    ]

    private typealias Item = RawFeedback.Item

    private let raw: RawFeedback
    /// Attendances by session, which items are counted per hundred of.
    private let attendances: [Int: Int]

    init(using generator: inout SeededGenerator) {
        raw = RawFeedback(using: &generator)
        var attendances: [Int: Int] = [:]
        for session in RandomProgram.sessions { attendances[session.id] = generator.pick([0, 1, 15, 60]) }
        self.attendances = attendances
    }

    var days: [Int] { raw.days }

    func store(in sample: borrowing Sample) throws {
        try raw.store(in: sample)
        for (session, count) in attendances { try sample.counted(session, count) }
    }

    func owners(of id: String) -> [Int] { raw.outlets.map(\.organization) }

    /// An outlet that has not opened yet is no record, unless something came in there.
    func owners(of id: String, asOf day: Int) -> [Int] {
        let open = raw.outlets.filter { $0.opened.map { $0 <= day } != false }
        return open.map(\.organization) + raw.items.filter { $0.received <= day }.map(\.outlet.organization)
    }

    func answers(_ scope: RecountScope) -> [String: Answer] {
        let own = raw.items.filter { scope.isAbout($0.outlet.organization) }
        let counted = own.filter { !$0.isExcluded }
        let received = counted.filter { scope.counts($0.received) }
        var answers = outlets(scope)
        answers.merge(onTime(counted, scope)) { $1 }
        answers.merge(open(counted, scope)) { $1 }
        answers.merge(answered(counted.filter { scope.counts($0.answered) }, scope)) { $1 }
        answers["FB-02"] = .count(received.count)
        answers["FB-02.excluded"] = .count(own.filter { $0.isExcluded && scope.counts($0.received) }.count)
        answers["FB-02.per_100"] = perHundred(received.count, scope)
        let unknown = received.count { $0.kind == nil }
        for kind in RawFeedback.kinds {
            answers["FB-02.\(kind)"] = .count(received.count { $0.kind == kind }, missing: unknown, of: received.count)
        }
        answers["FB-04.km"] = medianWithOpen(received, scope)
        return answers
    }

    // MARK: - Outlets

    /// An outlet is open from the day it opened to the day before it closed. A review counts for twelve months.
    private func outlets(_ scope: RecountScope) -> [String: Answer] {
        let open = raw.outlets.filter { outlet in
            scope.isAbout(outlet.organization) && outlet.opened.map { $0 <= scope.reference } != false
                && outlet.closed.map { $0 > scope.reference } != false
        }
        let reviewed = open.count { outlet in
            outlet.reviewed.map { $0 <= scope.reference && Almanac.anniversary($0) > scope.reference } ?? false
        }
        let known = open.compactMap(\.anonymous)
        return [
            "FB-01": .count(open.count), "FB-01.reviewed": .share(reviewed, of: open.count),
            "FB-01.anonymous": .share(
                known.count { $0 == 1 },
                of: known.count,
                missing: open.count - known.count,
                among: open.count
            ),
        ]
    }

    private func perHundred(_ items: Int, _ scope: RecountScope) -> Answer {
        let visits = RandomProgram.sessions.filter { session in
            scope.counts(Almanac.day(session.day))
                && (scope.organization.map { session.organizations.contains($0) } ?? true)
        }.reduce(0) { $0 + (attendances[$1.id] ?? 0) }
        guard visits > 0 else { return Answer(state: "not_applicable", reason: "zero_denominator", n: 0) }
        return Answer(state: "value", value: Double(100 * items) / Double(visits), n: visits)
    }

    // MARK: - Target days

    /// What has its target day in the period, whenever it came in, as it stood at the end of that day.
    private func onTime(_ counted: [Item], _ scope: RecountScope) -> [String: Answer] {
        let judged = counted.filter { $0.isReachable && scope.isDue($0.acknowledgeBy) }
        let due = counted.filter { scope.isDue($0.resolveBy) }
        return [
            "FB-03": .share(judged.count { $0.firstReply ?? .max <= $0.acknowledgeBy }, of: judged.count),
            "FB-05": .share(due.count { $0.answered ?? .max <= $0.resolveBy }, of: due.count),
        ]
    }

    /// What is open, or answered and not told, at the end of the reference day, whenever it came in.
    private func open(_ counted: [Item], _ scope: RecountScope) -> [String: Answer] {
        let come = counted.filter { $0.received <= scope.reference }
        let open = come.filter { !scope.isPast($0.answered) }
        return [
            "FB-05.open": .count(open.count),
            "FB-05.overdue": .count(open.count { scope.hasPassed($0.resolveBy) }),
            "FB-06.not_told": .count(come.count { scope.isPast($0.answered) && !scope.isPast($0.day.told) }),
        ]
    }

    /// What was answered in the period; told and changed on the reference day.
    private func answered(_ items: [Item], _ scope: RecountScope) -> [String: Answer] {
        [
            "FB-04": .median(items.map { ($0.answered ?? 0) - $0.received }, missing: 0, of: items.count),
            "FB-06": .share(items.count { scope.isPast($0.day.told) }, of: items.count),
            "FB-06.changed": .share(items.count { scope.isPast($0.day.changed) }, of: items.count),
        ]
    }

    /// Kaplan and Meier over what was received in the period: day by day, the share of those still waiting that is left.
    private func medianWithOpen(_ received: [Item], _ scope: RecountScope) -> Answer {
        guard !received.isEmpty else { return .none("zero_denominator") }
        let waits = received.map { item in
            let isOver = scope.isPast(item.answered)
            return (days: (isOver ? item.answered ?? 0 : scope.reference) - item.received, isOver: isOver)
        }
        var (left, half) = (1.0, Int?.none)
        for day in Set(waits.filter(\.isOver).map(\.days)).sorted() {
            if let half { return value(Double(half + day) / 2, received.count) }
            let waiting = waits.count { $0.days >= day }
            left *= Double(waiting - waits.count { $0.isOver && $0.days == day }) / Double(waiting)
            if abs(left - 0.5) < 1e-9 { half = day } else if left < 0.5 { return value(Double(day), received.count) }
        }
        // Exactly half, and nothing was answered after that day.
        return half.map { value(Double($0), received.count) } ?? .none("not_due")
    }

    private func value(_ value: Double, _ n: Int) -> Answer { Answer(state: "value", value: value, n: n) }
}
