import Calendar
import Measures
import Records
import SQLite

/// The values that organizations and funds have set themselves, by metric and period.
///
/// One holds for a figure when its metric, its days, its organization and its fund are those of the figure. Without an
/// organization in the question, the targets of the program and those that name no organization hold.
struct Targets: Sendable {
    private struct Entry: Sendable {
        let metric: String
        let organization: Int64?
        let fund: String
        let period: Period
        let value: Double
    }

    private let entries: [Entry]
    private let program: ProgramFacts

    init(of program: ProgramFacts, asOf day: Day, from database: borrowing DatabaseReader) throws {
        self.program = program
        entries = try database.all(
            "SELECT metric, organization_id, fund, period, value FROM target ORDER BY organization_id IS NULL, id"
        ) { row in
            let text = try row.text(3)
            // What is no period anymore holds for none; `check` names it.
            guard let period = try? Period.parse(text, today: day, fiscalYearStart: program.fiscalYearStart) else {
                return nil
            }
            return Entry(
                metric: try row.text(0).lowercased(),
                organization: try row[1],
                fund: try row.text(2),
                period: period,
                value: try row[4]
            )
        }.compactMap { (entry: Entry?) in entry }
    }

    /// The value set for a metric in a scope without a division.
    func value(of metric: Metric, in scope: Scope) -> Double? {
        guard scope.course == nil else { return nil }
        let id = metric.id.text.lowercased()
        return entries.first { entry in
            entry.metric == id && entry.fund == scope.fund ?? "" && entry.period.from == scope.period.from
                && entry.period.to == scope.period.to && holds(entry.organization, scope.organization?.id)
        }?.value
    }

    private func holds(_ owner: Int64?, _ asked: Int64?) -> Bool {
        asked == nil ? owner == nil || owner == program.organizationID : owner == asked
    }
}

extension Scope {
    /// The scope of one of its groups: that organization, month, quarter or fund; nil where a group is no scope.
    func of(_ group: Group) -> Scope? {
        var scope = undivided
        switch split {
        case .organization:
            guard let id = Int64(group.countedAs) else { return nil }
            scope.organization = Filter(id: id, ref: group.key, title: group.name)
        case .fund: scope.fund = group.key
        case .month, .quarter:
            let pieces = split == .month ? period.months : period.quarters
            guard let piece = pieces.first(where: { $0.label == group.key }) else { return nil }
            scope.period = piece
        default: return nil
        }
        return scope
    }
}

/// How far a figure has come towards its target.
struct Progress: Sendable {
    let finding: Finding
    let target: Double
    /// Hundredths of the period that have gone by on the reference day.
    let gone: Int

    init?(_ finding: Finding, _ targets: Targets, _ scope: Scope) {
        guard let target = targets.value(of: finding.metric, in: scope) else { return nil }
        self.finding = finding
        self.target = target
        let passed = max(0, scope.asOf.epochDay - scope.period.from.epochDay + 1)
        gone = min(100, (passed * 200 + scope.period.days) / (2 * scope.period.days))
    }
}
