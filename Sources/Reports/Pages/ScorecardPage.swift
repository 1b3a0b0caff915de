import Calendar
import Documents
import Measures
import Records

/// The one-page scorecard: "You said, we did", sentences, then the layout of the metric dictionary's section 6.
struct ScorecardPage {
    let page: Page

    /// How many of what people said stand at its top; the page of their own has them all.
    static let mostSaid = 5

    var blocks: [Document.Block] {
        var blocks = said
        if !blocks.isEmpty { blocks.append(.heading("In short")) }
        blocks += ScorecardSentences(page.now, page.surroundings).all.map { .sentence($0) }
        blocks += page.limits.map { .sentence($0) }
        blocks.append(.table(table))
        blocks += page.details.filter { !$0.table.rows.isEmpty }.flatMap(\.blocks)
        if let progress { blocks.append(.chart(progress)) }
        if let groups = page.groups { blocks.append(.table(groups)) }
        return blocks
    }

    /// How far the figures have come for which somebody has set a target; nil where nobody has.
    private var progress: Chart? {
        let set = page.now.total.compactMap(page.progress)
        guard let gone = set.first?.gone else { return nil }
        return .progress(
            title: "Progress to targets",
            summary: "\(Printed.counted(set.count, "target[s]")) \(set.count == 1 ? "is" : "are") set; "
                + (gone >= 100 ? "the period has ended." : "\(gone)% of the period has passed."),
            set.map { one in
                let words = Printed.target(one)
                let isShare = one.finding.metric.unit == .share
                let target: Cell = isShare ? .share(one.target, printed: words) : .decimal(one.target, printed: words)
                return Chart.Progress(
                    one.finding.metric.label(on: page.inquiry.scope.referenceDay),
                    Printed.cell(one.finding),
                    target: target
                )
            }
        )
    }

    /// What people said belongs to no course and no fund, so a page about one of these leaves it out.
    private var said: [Document.Block] {
        guard let said = page.said, !page.inquiry.scope.isOfSessionsOnly, let lines = said.detail.lines?(said.table),
            !lines.isEmpty || !said.remarks.isEmpty
        else { return [] }
        var list = Array(lines.prefix(Self.mostSaid))
        if lines.count > Self.mostSaid {
            list.append("\(lines.count - Self.mostSaid) more on the page “\(Report.saidAndDone.title)”.")
        }
        return [.heading(Report.saidAndDone.title)] + (list.isEmpty ? [] : [.list(list)])
            + (lines.count > Self.mostSaid ? whole : []) + said.remarks.map(\.block)
    }

    /// How the team gets the page that has them all.
    private var whole: [Document.Block] {
        guard page.inquiry.disclosure.isForTeam else { return [] }
        let report = Advice.Step.perform(.makeReport, ["name": Report.saidAndDone.name])
        return [.sentence("", then: [NextStep(Advice("To read them all", report))])]
    }

    // MARK: - Table

    private var table: Table {
        var columns = [Column(key: "line", title: ""), Column(key: "this_period", title: "This period")]
        if let title = page.comparisonTitle { columns.append(Column(key: "other_period", title: title)) }
        columns += [Column(key: "yardstick", title: "Target"), Column(key: "note", title: "Note")]
        let themes = Theme.byLevel.map { theme in (theme.title, theme.lines.flatMap { $0.lines(page.now.metrics) }) }
        let sections = themes.map { title, lines in
            Table.Section(title: title.uppercased(), rows: lines.map(row))
        }
        let ids = themes.flatMap(\.1).flatMap(\.metrics).map(\.text).joined(separator: ", ")
        return Table(
            caption: "Figures",
            columns: columns,
            sections: sections,
            notes: page.inquiry.disclosure.isForTeam ? ["Figures: \(ids)."] : []
        )
    }

    private func row(_ line: ScorecardLine) -> [Cell] {
        let now = findings(line.metrics, in: page.now)
        let before = page.other.map { findings(line.metrics, in: $0) }
        // The rate whose numerator stands in parentheses is not shown, so that it is none needs no reason.
        let note = note(line.hasCountBehind ? Array(now.prefix(1)) : now)
        var cells: [Cell] = [.text(line.title).defined(by: line.metrics.first?.text), line.cell(now)]
        if let before { cells.append(line.cell(before).emphasized(.quiet)) }
        return cells + [Cell.text(yardstick(now)), .text(note)].map { $0.emphasized(.quiet) }
    }

    private func findings(_ ids: [MetricID], in reading: Reading) -> [Finding] {
        let total = reading.total
        return ids.compactMap { id in total.first { $0.metric.id == id } }
    }

    // MARK: - Yardsticks and notes

    /// What the figures of a line are held against: a target that was set, the outlets' days, none overdue.
    private func yardstick(_ findings: [Finding]) -> String {
        let own = findings.compactMap(page.progress).map { progress in
            let label = progress.finding.metric.label(on: page.inquiry.scope.referenceDay)
            let whose = findings.count > 1 ? " (\(label.prefix(1).lowercased() + label.dropFirst()))" : ""
            return Printed.target(progress) + whose
        }
        let isMeasured = findings.contains { $0.figure.state != .notCollected }
        let common = isMeasured ? findings.first?.metric.display.yardstick?.words(page.surroundings) ?? [] : []
        return (own + [common.joined(separator: " · ")]).filter { !$0.isEmpty }.joined(separator: " · ")
    }

    /// What is said beside the figures of a line: what a range and an estimate are made of, what is missing.
    private func note(_ findings: [Finding]) -> String {
        let notes = findings.flatMap { finding in
            [page.progress(finding).map(Printed.progress) ?? "", note(finding), Printed.note(finding)]
        }
        // Parts of one count lack the same records.
        return Printed.note(of: notes.enumerated().filter { !$1.isEmpty && !notes[..<$0].contains($1) }.map(\.element))
    }

    private func note(_ finding: Finding) -> String {
        guard finding.figure.state == .value, let note = finding.metric.display.note else { return "" }
        return note(finding, Findings(page.now.total), page.surroundings)
    }
}
