import Calendar
import Documents
import Measures
import Records

/// A report as people read it: sentences, the table, its groups, and what must be said of every page.
struct Page {
    let inquiry: Inquiry
    let now: Reading
    let other: Reading?
    let comparison: Comparison?
    let targets: Targets
    let details: [Detail.Reading]
    let charts: [Chart]
    /// What was read beside the figures.
    let surroundings: Surroundings
    /// What people said, for the top of a scorecard; nil for any other report.
    let said: Detail.Reading?

    var blocks: [Document.Block] {
        if isScorecard { return ScorecardPage(page: self).blocks }
        if inquiry.report.form.isList { return listBlocks }
        var blocks = (limits + inquiry.report.preface(now)).map { Document.Block.sentence($0) }
        blocks += charts.map { .chart($0) } + [.table(table)]
        if let groups { blocks.append(.table(groups)) }
        blocks += details.flatMap(\.blocks)
        return blocks + [inquiry.report.reminder].compactMap(\.self).map { .sentence($0) }
    }

    private var isScorecard: Bool { inquiry.report.form == .scorecard }

    /// What stands below everything: how to read the marks, and what counts cannot show, unless it was said above.
    var closing: [Document.Block] {
        if inquiry.report.form.isList { return [.sentence(Self.whatCountsCannotShow)] }
        let notes = rules.map { Document.Block.note($0) }
        return isScorecard ? notes : notes + [.sentence(Self.whatCountsCannotShow)]
    }

    /// A list is read for its rows. One for the wall holds only what was released for everybody, unless the team reads it.
    private var listBlocks: [Document.Block] {
        let rows = details.flatMap(\.blocks)
        guard inquiry.report.form == .wall else { return limits.map { .sentence($0) } + rows }
        let about = inquiry.disclosure.isForTeam ? limits : ["Data as of \(inquiry.scope.days).\(only)"]
        return rows + ([told] + about).filter { !$0.isEmpty }.map { .sentence($0) }
    }

    /// How many of the answers people were told, whether it can be quoted or not.
    private var told: String {
        guard let share = now.total.first?.figure, share.state == .value, let told = share.numerator,
            let answered = share.denominator
        else { return "" }
        return "We answered \(Printed.counted(answered, "comment[s]")) in this period and told people about "
            + "\(told) of the answers."
    }

    // MARK: - What it is about

    var limits: [String] { ["Data as of \(inquiry.scope.days).\(only) \(audience)"] }

    /// What the report is limited to, with a blank before it; empty where it is about everything.
    private var only: String {
        let scope = inquiry.scope
        var filters: [String] = []
        if let organization = scope.organization { filters.append("organization: \(organization.title)") }
        if let course = scope.course { filters.append("course: \(course.title)") }
        if let fund = scope.fund { filters.append("fund: \(fund)") }
        return filters.isEmpty ? "" : " Limited to \(filters.joined(separator: ", "))."
    }

    private var audience: String {
        let disclosure = inquiry.disclosure
        let few = "* means too few people to show (fewer than \(disclosure.threshold))."
        switch disclosure.profile {
        case .team: return "For the team only\(disclosure.withholds ? ". \(few)" : ".")"
        case .board: return "For the board. \(few)"
        case .funder: return "For funders. \(few)"
        case .public: return "For everyone. \(few)"
        }
    }

    /// What every page ends its sentences with.
    static let whatCountsCannotShow =
        "These numbers show activity. On their own they don't show that stigma went down."

    var rules: [String] {
        let few = inquiry.disclosure.withholds ? " *: too few people to show." : ""
        let marks = "Not recorded: nobody wrote it down. None yet: there is nothing to count yet.\(few)"
        var rules: [String] = []
        for rule in now.metrics.flatMap(\.counting.questions).compactMap(\.pageRule) where !rules.contains(rule) {
            rules.append(rule)
        }
        return rules + [marks]
    }

    // MARK: - The table

    var comparisonTitle: String? { other == nil ? nil : comparison?.title(for: now.period) }

    private var table: Table {
        var columns = [Column(key: "metric", title: ""), Column(key: "this_period", title: "This period")]
        if let comparisonTitle { columns.append(Column(key: "other_period", title: comparisonTitle)) }
        columns.append(Column(key: "note", title: "Note"))
        if inquiry.disclosure.isForTeam { columns.append(Column(key: "id", title: "Id")) }
        let before = other?.total
        let rows = now.total.enumerated().filter { $1.isInTable }.map {
            index,
            finding -> [Cell] in
            let metric = finding.metric
            let isForTeam = inquiry.disclosure.isForTeam
            let label = Cell.text(metric.label(on: inquiry.scope.referenceDay))
            var cells: [Cell] = [isForTeam ? label : label.defined(by: metric.id.text), Printed.cell(finding)]
            if let before { cells.append(Printed.cell(before[index]).emphasized(.quiet)) }
            cells.append(Cell.text(note(finding)).emphasized(.quiet))
            let id = Cell.text(metric.id.text).defined(by: metric.id.text).emphasized(.quiet)
            return isForTeam ? cells + [id] : cells
        }
        return Table(caption: "Figures", columns: columns, rows: rows)
    }

    /// How far a finding has come towards its target, if it has one.
    func progress(_ finding: Finding) -> Progress? { Progress(finding, targets, inquiry.scope.undivided) }

    private func note(_ finding: Finding) -> String {
        let remarks = [progress(finding).map(Printed.progress) ?? "", yardstick(of: finding), Printed.note(finding)]
        return Printed.note(of: remarks.filter { !$0.isEmpty })
    }

    /// What a figure is held against, by its name, where every page says so.
    private func yardstick(of finding: Finding) -> String {
        guard let yardstick = finding.metric.display.yardstick, yardstick.isNoted else { return "" }
        let words = yardstick.words(surroundings)
        return words.isEmpty ? "" : "compare: \(words.joined(separator: ", "))"
    }

    /// What a column of groups is called: for the team by its id, which takes less room.
    /// Of months and quarters each has a last day of its own.
    private func heading(_ metric: Metric) -> String {
        if inquiry.disclosure.isForTeam { return metric.id.text }
        let isOfDays = inquiry.scope.pieces != nil
        return metric.label(on: isOfDays ? "its last day" : inquiry.scope.referenceDay.words)
    }

    private func isOfCatalogue(_ metric: Metric) -> Bool { Catalogue.metrics.contains { $0.id == metric.id } }

    /// A row per group and a column per metric that divides this way and has records.
    var groups: Table? {
        guard let split = inquiry.scope.split else { return nil }
        let shown = now.metrics.indices.filter { index in
            let metric = now.metrics[index]
            return metric.isCounted && metric.division.allows(split) && !metric.isForWholeOnly
                && (!isScorecard || isOfCatalogue(metric))
        }
        let columns =
            [Column(key: "key", title: split.rawValue.capitalizedWord), Column(key: "name", title: "Name")]
            + shown.map { Column(key: now.metrics[$0].id.text, title: heading(now.metrics[$0])) }
        let rows = now.groups.map { group in
            let findings = now.findings(of: group)
            return [.text(group.key), .text(group.name)] + shown.map { Printed.cell(findings[$0]) }
        }
        let undivided = now.metrics.filter { $0.isCounted && !$0.division.allows(split) }.map(heading)
        let notes =
            undivided.isEmpty ? [] : ["Not available by \(split.rawValue): \(undivided.joined(separator: ", "))."]
        let caption = "By \(split.rawValue)"
        return Table(
            caption: caption,
            columns: columns,
            rows: rows,
            notes: notes + ["People are counted once in each group, so the groups don't add up to the total."]
        )
    }
}

extension Finding {
    /// Whether the table of figures has a row for it.
    fileprivate var isInTable: Bool {
        switch metric.display.extent {
        case .everywhere, .wholeOnly: true
        case .whereKnown: figure.state == .value
        case .inAnotherRow: false
        }
    }
}
