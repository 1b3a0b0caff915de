package import Documents
package import Measures
import Records
package import SQLite

/// A report that was asked for, with everything that decides its bytes.
package struct Inquiry: Sendable {
    /// Which report.
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
        self.scope = scope
        self.comparison = comparison
        self.disclosure = disclosure
    }

    /// The document for a format; everything is read in one transaction, the caller's if there is one.
    ///
    /// Only a format for people is drawn from `blocks`, so only for those the previous period is read unasked.
    package func document(for format: Format, from database: borrowing Database) throws -> Document {
        if database.isInTransaction { return try made(for: format, from: database) }
        return try database.read { try made(for: format, from: database) }
    }

    private func made(for format: Format, from database: borrowing Database) throws -> Document {
        let isForPrograms = format == .json || format == .csv
        let shown = comparison ?? (isForPrograms ? nil : .previous)
        let earlier = shown?.period(for: scope.period).map(scope.over)
        let isAsked = report.metrics.contains { $0.entries != nil }
        let asked = try isAsked ? Questionnaire([scope] + (earlier.map { [$0] } ?? []), from: database) : nil
        let now = try Reading(report, scope, disclosure, asking: asked, from: database)
        let other = try earlier.map { try Reading(report, $0, disclosure, asking: asked, from: database) }
        let compared = comparison == nil ? nil : other
        let targets = try Targets(of: program, asOf: scope.asOf, from: database)
        let details = try report.details.map { try $0.reading(scope, disclosure, now, from: database) }
        let isScorecard = report.name == Report.scorecard.name
        let page = Page(
            inquiry: self,
            now: now,
            other: other,
            comparison: shown,
            targets: targets,
            details: details,
            charts: isForPrograms ? [] : try charts(from: database) + AnswerChart(now).charts(of: report),
            yardsticks: isForPrograms ? [] : try scope.yardsticks(in: database),
            surroundings: isForPrograms || !isScorecard ? nil : try Surroundings(scope, from: database)
        )
        let rows = ReportRows(inquiry: self, readings: [now] + (compared.map { [$0] } ?? [])).table
        return Document(
            title: page.title,
            about: isForPrograms ? nil : page.about,
            blocks: isForPrograms ? [] : page.blocks,
            closing: isForPrograms ? [] : page.closing,
            data: ReportData(inquiry: self, now: now, other: compared, targets: targets, details: details).json,
            rows: report.isList ? details.first?.table ?? rows : rows
        )
    }
}

extension Inquiry {
    private func charts(from database: borrowing Database) throws -> [Chart] {
        var scope = scope.undivided
        scope.split = .month
        guard MonthlyChart.lengths.contains(scope.period.months.count) else { return [] }
        return try report.charts.compactMap { chart in
            chart.chart(try Reading(chart.metrics, scope, disclosure, from: database), scope)
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
