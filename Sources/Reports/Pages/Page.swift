import Documents
import Measures
import Records

/// A report as people read it: sentences, the table, its groups, and what must be said of every page.
struct Page {
    let inquiry: Inquiry
    let now: Reading
    let other: Reading?
    let comparison: Comparison?
    /// Whether the record knows of any session, of whatever period: without one, nothing about trainings is measured.
    let hasSessions: Bool

    var title: String {
        "\(inquiry.report.title) — \(inquiry.program.name), \(inquiry.scope.period.title)"
    }

    var blocks: [Document.Block] {
        let isScorecard = inquiry.report.name == Report.scorecard.name
        let scorecard = ScorecardPage(page: self)
        var blocks: [Document.Block] = isScorecard ? scorecard.sentences.map { .sentence($0) } : []
        blocks += limits.map { .sentence($0) }
        blocks.append(.table(isScorecard ? scorecard.table : table))
        if let groups { blocks.append(.table(groups)) }
        blocks += rules.map { .note($0) }
        if !isScorecard { blocks.append(.sentence(Self.whatCountsCannotShow)) }
        return blocks
    }

    // MARK: - What it is about

    private var limits: [String] {
        let scope = inquiry.scope
        var filters: [String] = []
        if let organization = scope.organization { filters.append("organization \(organization.title)") }
        if let course = scope.course { filters.append("course \(course.title)") }
        if let fund = scope.fund { filters.append("fund \(fund)") }
        let only = filters.isEmpty ? "" : " Only \(filters.joined(separator: ", "))."
        return ["As of \(scope.asOf.iso).\(only) \(audience)"]
    }

    private var audience: String {
        let disclosure = inquiry.disclosure
        guard disclosure.profile != .team else {
            return "For the team, not for circulation\(disclosure.withholds ? ": k = \(disclosure.threshold)." : ".")"
        }
        return "For \(disclosure.profile.rawValue): answers, rates and splits about fewer than "
            + "\(disclosure.threshold) people are withheld (*)."
    }

    /// What every page ends its sentences with.
    static let whatCountsCannotShow =
        "These are counts of what was done. By themselves they do not show that stigma became less."

    private var rules: [String] {
        [
            "Attendances of a session are its named heads and the unnamed: the largest of nameless rows, a headcount of "
                + "everyone less the names, a headcount of the unnamed.",
            "n/a: there is no such figure, and the note says why. not collected: nothing was written down. "
                + "*: withheld.",
        ]
    }

    // MARK: - The table

    var comparisonTitle: String? { other == nil ? nil : comparison?.title(for: now.period) }

    private var table: Table {
        var columns = [Column(key: "metric", title: ""), Column(key: "this_period", title: "This period")]
        if let comparisonTitle { columns.append(Column(key: "other_period", title: comparisonTitle)) }
        columns += [Column(key: "note", title: "Note"), Column(key: "id", title: "Id")]
        let before = other?.total
        let rows = now.total.enumerated().map { index, finding in
            [.text(finding.metric.title), Printed.cell(finding)] + (before.map { [Printed.cell($0[index])] } ?? [])
                + [.text(Printed.note(finding)), .text(finding.metric.id)]
        }
        return Table(columns: columns, rows: rows)
    }

    /// A row per group and a column per metric that divides this way and has records.
    private var groups: Table? {
        guard let split = inquiry.scope.split else { return nil }
        let shown = inquiry.report.metrics.indices.filter { index in
            let metric = inquiry.report.metrics[index]
            return metric.isCounted && metric.division.allows(split)
        }
        let columns =
            [Column(key: "key", title: split.rawValue), Column(key: "name", title: "Name")]
            + shown.map { Column(key: inquiry.report.metrics[$0].id, title: inquiry.report.metrics[$0].id) }
        let rows = now.groups.map { group in
            let findings = now.findings(of: group)
            return [.text(group.key), .text(group.name)] + shown.map { Printed.cell(findings[$0]) }
        }
        let undivided = inquiry.report.metrics.filter { $0.isCounted && !$0.division.allows(split) }.map(\.id)
        let notes =
            undivided.isEmpty ? [] : ["\(undivided.joined(separator: ", ")) do not divide by \(split.rawValue) (n/a)."]
        return Table(columns: columns, rows: rows, notes: notes + ["People counted once do not add up over groups."])
    }
}
