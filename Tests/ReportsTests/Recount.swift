@testable import Measures

/// The figures of TR-01 to TR-07, TR-10, TR-11, TR-13 and TR-14, counted from raw rows by plain loops, by the definitions in
/// sections 1 and 2 A with 9.14, 9.15 and 9b.5, 12 and 16.
struct Recount {
    let raw: RawRecords
    /// The trainings in scope; a gathering is none.
    let sessions: [RawRecords.Session]
    /// The organization whose heads count; nil for whole sessions.
    let organization: Int?
    /// What is dated later has not happened yet; it may be planned, and cancelled.
    let asOf: String

    init(
        _ raw: RawRecords,
        organization: Int? = nil,
        asOf: String = "9999-12-31",
        where isInScope: (RawRecords.Session) -> Bool
    ) {
        self.raw = raw
        self.organization = organization
        self.asOf = asOf
        sessions = raw.sessions.filter { session in
            !session.isGathering && isInScope(session)
                && (organization.map { session.organizations.contains($0) } ?? true)
        }
    }

    struct Came {
        var named: [RawRecords.Head] = []
        var nameless: [RawRecords.Head] = []
        var unnamed = 0
        var isCounted = false
        var attendances: Int { named.count + unnamed }
    }

    // MARK: - One session

    func came(_ session: RawRecords.Session, _ organization: Int?) -> Came {
        let heads = raw.heads.filter { $0.session == session.id && $0.role == 1 && $0.status == 2 }
        let counts = raw.headcounts.filter { $0.session == session.id && $0.scope != "registered" }
        let whole = heads.filter { isHead(of: organization, $0.organization, session) }
        var came = Came()
        came.isCounted = !heads.isEmpty || !counts.isEmpty
        came.named = whole.filter { $0.person != nil }
        came.nameless = whole.filter { $0.person == nil }
        let everyone = headcount("everyone", session, organization, heads)
        let unnamed = headcount("unnamed", session, organization, heads.filter { $0.person == nil })
        came.unnamed = max(came.nameless.count, (everyone ?? 0) - came.named.count, unnamed ?? 0, 0)
        if organization != nil { came.unnamed = min(came.unnamed, self.came(session, nil).unnamed) }
        return came
    }

    func isHead(of organization: Int?, _ named: Int?, _ session: RawRecords.Session) -> Bool {
        guard let organization, let named, session.organizations.contains(named) else { return true }
        return organization == named
    }

    /// A headcount in a scope, resolved; `heads` are those that a row may name an organization for.
    func headcount(
        _ scope: String,
        _ session: RawRecords.Session,
        _ organization: Int?,
        _ heads: [RawRecords.Head]
    ) -> Int? {
        var best: [String: RawRecords.Headcount] = [:]
        for row in raw.headcounts where row.session == session.id && row.scope == scope {
            let cell = "\(row.organization ?? 0)/\(row.category)"
            if row.method > best[cell]?.method ?? 0 { best[cell] = row }
        }
        let cells = Array(best.values)
        guard !cells.isEmpty else { return nil }
        let total = Self.total(cells)
        guard let organization else { return total }
        var others = 0
        for other in session.organizations where other != organization {
            others += max(Self.split(cells, other), heads.filter { $0.organization == other }.count)
        }
        return max(0, Self.split(cells, organization), total - others)
    }

    private static func total(_ cells: [RawRecords.Headcount]) -> Int {
        if let unsplit = cells.first(where: { $0.organization == nil && $0.category.isEmpty }) { return unsplit.count }
        let organizations = Set(cells.compactMap(\.organization))
        let byOrganization = organizations.map { split(cells, $0) }.reduce(0, +)
        let categories = Set(cells.map(\.category)).subtracting([""])
        var byCategory = 0
        for category in categories {
            let parts = cells.filter { $0.category == category }
            byCategory += parts.first { $0.organization == nil }?.count ?? parts.map(\.count).reduce(0, +)
        }
        return max(byOrganization, byCategory)
    }

    private static func split(_ cells: [RawRecords.Headcount], _ organization: Int) -> Int {
        let own = cells.filter { $0.organization == organization }
        return own.first { $0.category.isEmpty }?.count ?? own.map(\.count).reduce(0, +)
    }

    // MARK: - Figures

    var held: [RawRecords.Session] { sessions.filter { $0.status == "held" && $0.day <= asOf } }

    var figures: [String: Figure] {
        let held = held
        let came = held.map { self.came($0, organization) }
        let uncounted = came.filter { !$0.isCounted }.count
        func lacking(_ figure: Figure) -> Figure { figure.lacking(uncounted, of: held.count) }
        let planned = sessions.filter { $0.status != "postponed" }
        let people = Set(came.flatMap(\.named).compactMap(\.person)).count
        return [
            "TR-01": .count(held.count),
            "TR-02": .share(
                numerator: sessions.filter { $0.status == "cancelled" }.count,
                denominator: planned.count
            ),
            "TR-03": lacking(.count(came.map(\.attendances).reduce(0, +))),
            "TR-04": lacking(
                .range(
                    low: max(people, came.map(\.attendances).max() ?? 0),
                    high: people + came.map(\.unnamed).reduce(0, +)
                )
            ),
            "TR-04.named": lacking(.count(people)),
            "TR-05": Figure.hours(minutes: held.compactMap(\.minutes).reduce(0, +))
                .lacking(held.filter { $0.minutes == nil }.count, of: held.count),
            "TR-06": hours(held, came, uncounted),
            "TR-07": completion(held, came),
            "TR-10": lacking(.count(reached(held))),
            "TR-11": contact(held),
        ].merging(topics(held)) { $1 }
    }

    /// The figures of days that are all still to come: shares are not due, and nothing was counted.
    var figuresAhead: [String: Figure] {
        let shares = ["TR-02", "TR-07", "TR-11", "TR-13", "TR-14"]
        let nothing = Recount(raw) { _ in false }.figures.filter { !$0.key.hasPrefix("TR-13.") }
        return nothing.merging(shares.map { ($0, Figure(.notApplicable(.notDue))) }) { $1 }
    }

    private func contact(_ held: [RawRecords.Session]) -> Figure {
        let recorded = held.compactMap(\.contactBased)
        let missing = held.count - recorded.count
        if missing > 0, recorded.isEmpty { return .notCollected(missing: missing) }
        return .share(numerator: recorded.count { $0 == 1 }, denominator: recorded.count, missing: missing)
    }

    private func hours(_ held: [RawRecords.Session], _ came: [Came], _ uncounted: Int) -> Figure {
        if !held.isEmpty, uncounted == held.count { return .notCollected(missing: uncounted) }
        var (minutes, estimated, hopeless) = (0, 0, 0)
        for (session, came) in zip(held, came) {
            for head in came.named + came.nameless {
                if let own = head.minutes { minutes += min(own, session.minutes ?? own) }
            }
            let untimed =
                came.attendances - (came.named + came.nameless).filter { $0.minutes != nil }.count
            estimated += untimed
            if let full = session.minutes { minutes += untimed * full } else { hopeless += untimed }
        }
        let heads = came.map(\.attendances).reduce(0, +)
        if heads > 0, hopeless == heads { return .notCollected(missing: heads) }
        return .hours(minutes: minutes, missing: estimated)
    }

    private func completion(_ held: [RawRecords.Session], _ came: [Came]) -> Figure {
        var (completed, judged, unknown) = (0, 0, 0)
        for (session, came) in zip(held, came) {
            for head in came.named {
                guard let full = session.minutes, let own = head.minutes else {
                    unknown += 1
                    continue
                }
                judged += 1
                if Double(own) / Double(full) >= 0.8 { completed += 1 }
            }
        }
        if judged == 0 { return .notCollected(missing: unknown) }
        return .share(numerator: completed, denominator: judged, missing: unknown)
    }

    private func reached(_ held: [RawRecords.Session]) -> Int {
        var reached: Set<Int> = []
        for session in held {
            for trained in session.organizations where organization == nil || organization == trained {
                if came(session, trained).attendances > 0 { reached.insert(trained) }
            }
        }
        return reached.count
    }
}
