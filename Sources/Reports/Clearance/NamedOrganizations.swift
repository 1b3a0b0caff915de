import Calendar
import Measures
import Records
import SQLite

/// Which organizations may stand by name beside what they report about themselves, outside the team.
///
/// How an organization behaved is never withheld to protect it; what it says of itself is named only where it agreed, and
/// counted always. Whom it employs is never named where its staff is unknown or below the threshold: that would point at
/// one person.
struct NamedOrganizations: Sendable {
    /// By organization that agreed, how many worked there since which day, the latest first.
    private var staff: [Int64: [(since: Day, count: Int)]] = [:]
    /// Organizations that reported anything, ever: whoever knows the total and all of them but one knows that one.
    private var reporting: Set<Int64> = []
    private let disclosure: Disclosure

    /// Reads them; nothing is read where everybody may be named.
    init(_ disclosure: Disclosure, from database: borrowing DatabaseReader) throws {
        self.disclosure = disclosure
        guard !disclosure.isForTeam else { return }
        try database.forEach("SELECT id FROM organization WHERE named = 1") { row in staff[try row[0]] = [] }
        try database.forEach("SELECT organization_id, as_of, count FROM staff_headcount ORDER BY as_of DESC") { row in
            staff[try row[0]]?.append((try row[1], try row[2]))
        }
        try database.forEach(
            """
            SELECT DISTINCT organization_id FROM profile
            WHERE organization_id IS NOT (SELECT organization_id FROM program)
            """
        ) { row in reporting.insert(try row[0]) }
    }

    /// Reads them where a reading of these metrics names any organization.
    init(
        for metrics: [Metric],
        _ scope: Scope,
        _ disclosure: Disclosure,
        from database: borrowing DatabaseReader
    ) throws {
        let isNaming = scope.organization != nil || scope.split == .organization || scope.split == .sector
        if isNaming, metrics.contains(where: { $0.disclosure.consent != nil }) {
            try self.init(disclosure, from: database)
        } else {
            self.init(disclosure)
        }
    }

    private init(_ disclosure: Disclosure) { self.disclosure = disclosure }

    /// Whether an organization may be named with something of a day that needs this consent. Where all others may and one
    /// may not, nobody is named: the total would give that one away.
    func allow(_ consent: DisclosureRule.Consent, _ organization: Int64, on day: Day) -> Bool {
        if disclosure.isForTeam { return true }
        guard hasAgreed(consent, organization, on: day) else { return false }
        return reporting.count { !hasAgreed(consent, $0, on: day) } != 1
    }

    private func hasAgreed(_ consent: DisclosureRule.Consent, _ organization: Int64, on day: Day) -> Bool {
        guard let staff = staff[organization] else { return false }
        guard consent == .toNameAndStaff else { return true }
        return staff.first { $0.since <= day }.map { $0.count >= disclosure.threshold } ?? false
    }

    /// In place of a figure of one organization that must not be named with it; nil for all others. Whether it answered at
    /// all is a part of what it reports, so nothing is said to be missing either. Of one that nobody knows anything of there
    /// is nothing to withhold.
    ///
    /// What an organization is can be as good as its name: a sector may have one, and the others give it away. So no
    /// sector is shown outside the team.
    func withheld(_ metric: Metric, _ counts: Counts, _ extent: Extent) -> Figure? {
        let isKnown = metric.counting.theme.map { counts[$0.recorded] > 0 } ?? true
        guard isKnown, let consent = metric.disclosure.consent, !disclosure.isForTeam else { return nil }
        if extent[.sector] != nil { return .withheld() }
        guard let key = extent[.organization], let id = Int64(key) else { return nil }
        return allow(consent, id, on: min(extent.to, extent.asOf)) ? nil : .withheld()
    }
}
