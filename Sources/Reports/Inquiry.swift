import Calendar
package import Documents
package import Measures
import Records
package import SQLite

/// A report that was asked for, with everything that decides its bytes.
package struct Inquiry: Sendable {
    /// The arrangement of figures that was asked for.
    package let report: Report
    /// Whose.
    package let program: ProgramFacts
    /// About what, and as of when.
    package let scope: Scope
    /// Held against what, as asked for; pages compare with the previous period without being asked.
    package let comparison: Comparison?
    /// For whom.
    package let disclosure: Disclosure

    /// A report that was asked for.
    package init(
        _ report: Report,
        of program: ProgramFacts,
        scope: Scope,
        comparison: Comparison? = nil,
        disclosure: Disclosure
    ) {
        self.report = report
        self.program = program
        self.scope = scope.inside(program)
        self.comparison = comparison
        self.disclosure = disclosure
    }

    /// Its title: what, whose, when.
    var title: String { "\(report.title) — \(program.name), \(scope.period.title)" }

    /// The document for a format; everything is read in one transaction, the caller's if there is one.
    ///
    /// Only a format for people is drawn from `blocks`, so only for those the previous period is read unasked.
    package func document(for format: Format, from database: borrowing DatabaseReader) throws -> Document {
        try reply(for: [format], from: database).document(for: format)
    }

    /// Refuses a division that is for the team only: a trainer's figures are not for a board, a funder or the public.
    private func requirePermitted() throws {
        guard let split = scope.split, split.isForTeam, !disclosure.isForTeam else { return }
        throw RecordError.notPermitted(
            "reports by \(split.rawValue) are for the team only, not for the profile \(disclosure.profile.rawValue)",
            advice: "Use --profile team. Don't share the page."
        )
    }

    /// Asks once for several formats; everything is read in one transaction, the caller's if there is one.
    ///
    /// Whoever publishes several reports together adds all replies to one `Clearance`, lets it decide, and draws
    /// each document by its verdicts.
    package func reply(for formats: [Format], from database: borrowing DatabaseReader) throws -> Reply {
        try requirePermitted()
        if database.isInTransaction { return try Reply(self, for: formats, from: database) }
        return try database.read { try Reply(self, for: formats, from: database) }
    }
}

extension Scope {
    /// The same question of somebody who knows which organization the program is.
    fileprivate func inside(_ program: ProgramFacts) -> Scope {
        var scope = self
        scope.program = program.organizationID
        return scope
    }
}

extension Inquiry {
    /// What the pictures by month are drawn from that stand on a page of it.
    func charts(from database: borrowing DatabaseReader) throws -> [Reply.Charted] {
        var scope = scope.undivided
        scope.split = .month
        guard MonthlyChart.lengths.contains(scope.period.months.count) else { return [] }
        return try report.monthlyCharts.map { chart in
            Reply.Charted(chart: chart, reading: try Reading(chart.metrics, scope, disclosure, from: database))
        }
    }
}

extension Reading {
    /// The group of another period that stands where `group` stands in this one's: months and quarters by their place,
    /// any other by its key.
    func counterpart(of group: Group, in groups: [Group], by split: Split?) -> Group? {
        guard split == .month || split == .quarter else { return group }
        guard groups.count == self.groups.count, let place = groups.firstIndex(of: group) else { return nil }
        return self.groups[place]
    }
}
