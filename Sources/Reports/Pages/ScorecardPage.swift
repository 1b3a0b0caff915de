import Calendar
import Documents
import Measures
import Records

/// The one-page scorecard: "You said, we did", sentences, then the layout of the metric dictionary's section 6.
struct ScorecardPage {
    let page: Page
    let surroundings: Surroundings

    /// How many of what people said stand at its top; the page of their own has them all.
    static let mostSaid = 5

    var blocks: [Document.Block] {
        var blocks = said
        if !blocks.isEmpty { blocks.append(.heading("In short")) }
        blocks += ScorecardSentences(page.now, surroundings).all.map { .sentence($0) }
        blocks += page.limits.map { .sentence($0) }
        blocks.append(.table(table))
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
            summary: "\(Printed.counted(set.count, "target[s]")) \(set.count == 1 ? "was" : "were") set; "
                + "\(gone) % of the period had gone by on \(page.inquiry.scope.asOf.iso).",
            set.map { one in
                let words = Printed.target(one)
                let isShare = one.finding.metric.unit == .share
                let target: Cell = isShare ? .share(one.target, printed: words) : .decimal(one.target, printed: words)
                return Chart.Progress(one.finding.metric.title, Printed.cell(one.finding), target: target)
            }
        )
    }

    /// What people said belongs to no course and no fund, so a page about one of these leaves it out.
    private var said: [Document.Block] {
        let said = surroundings.said
        guard !page.inquiry.scope.isOfSessionsOnly, let lines = said.detail.lines?(said.table),
            !(lines + said.remarks).isEmpty
        else { return [] }
        var list = Array(lines.prefix(Self.mostSaid))
        if lines.count > Self.mostSaid {
            let more = "\(lines.count - Self.mostSaid) more"
            let isForTeam = page.inquiry.disclosure.isForTeam
            list.append(
                isForTeam
                    ? "\(more): groundwork report \(Report.saidAndDone.name)"
                    : "\(more) on the page “\(Report.saidAndDone.title)”."
            )
        }
        return [.heading(Report.saidAndDone.title)] + (list.isEmpty ? [] : [.list(list)])
            + said.remarks.map { .sentence($0) }
    }

    // MARK: - Table

    private var table: Table {
        var columns = [Column(key: "line", title: ""), Column(key: "this_period", title: "This period")]
        if let title = page.comparisonTitle { columns.append(Column(key: "other_period", title: title)) }
        columns += [Column(key: "yardstick", title: "Yardstick"), Column(key: "note", title: "Note")]
        let layout = ScorecardLayout.sections(page.now.metrics)
        let sections = layout.map { section in
            Table.Section(title: section.title.uppercased(), rows: section.lines.map(row))
        }
        let ids = layout.flatMap(\.lines).flatMap(\.ids).joined(separator: ", ")
        return Table(caption: "Figures", columns: columns, sections: sections, notes: ["Figures: \(ids)."])
    }

    private func row(_ line: ScorecardLayout.Line) -> [Cell] {
        let now = findings(line.ids, in: page.now)
        let before = page.other.map { findings(line.ids, in: $0) }
        // The rate whose numerator stands in parentheses is not shown, so that it is none needs no reason.
        let note = note(line.hasCountBehind ? Array(now.prefix(1)) : now)
        var cells: [Cell] = [.text(line.title).defined(by: line.ids.first), line.cell(now)]
        if let before { cells.append(line.cell(before).emphasized(.quiet)) }
        return cells + [Cell.text(yardstick(now)), .text(note)].map { $0.emphasized(.quiet) }
    }

    private func findings(_ ids: [String], in reading: Reading) -> [Finding] {
        let total = reading.total
        return ids.compactMap { id in total.first { $0.metric.id == id } }
    }

    // MARK: - Yardsticks and notes

    /// What the figures of a line are held against: a target that was set, the outlets' days, none overdue.
    private func yardstick(_ findings: [Finding]) -> String {
        let own = findings.compactMap(page.progress).map { "own target \(Printed.target($0))" }
        let isMeasured = findings.contains { $0.figure.state != .notCollected }
        return (own + [isMeasured ? common(findings.first?.metric.id) : ""]).filter { !$0.isEmpty }
            .joined(separator: " · ")
    }

    /// What holds for everybody who has set nothing else.
    private func common(_ id: String?) -> String {
        switch id {
        case "FB-03": days
        case "AS-04.overdue": "0"
        case "PB-01": page.yardsticks.joined(separator: " · ")
        default: ""
        }
    }

    private var days: String {
        guard let days = surroundings.days else { return "each outlet's own days" }
        let unit = surroundings.countsWorkingDays ? "working days" : "days"
        return "\(days.acknowledge) \(unit) · \(days.answer) \(unit)"
    }

    /// What is said beside the figures of a line: what a range and an estimate are made of, what is missing.
    private func note(_ findings: [Finding]) -> String {
        let notes = findings.flatMap { finding in
            [page.progress(finding).map(Printed.progress) ?? "", made(finding), Printed.note(finding)]
        }
        // Parts of one count lack the same records.
        return notes.enumerated().filter { !$1.isEmpty && !notes[..<$0].contains($1) }.map(\.element)
            .joined(separator: "; ")
    }

    private func made(_ finding: Finding) -> String {
        guard finding.figure.state == .value else { return "" }
        switch finding.metric.id {
        case "TR-04":
            guard let named = figure("TR-04.named")?.whole, let high = finding.figure.high.flatMap(Int.init(exactly:)),
                high > named
            else { return "" }
            return "\(named) by name + \(high - named) counted without names"
        case "TR-06":
            guard let estimated = figure("TR-06.estimated")?.value, estimated > 0 else { return "" }
            return "\(Decimal.fixed(estimated, places: 1)) of them estimated"
        case "FB-06":
            guard let told = finding.figure.numerator, let done = finding.figure.denominator, done > told else {
                return ""
            }
            return "\(done - told) done, not yet told"
        case "HI-01":
            return figure("HI-02")?.whole.map { "capacities: \($0) of \(surroundings.capacities)" } ?? ""
        case let id where id.hasPrefix("EV-08."):
            let direction =
                switch finding.metric.direction {
                case .higherIsBetter: "higher is better; "
                case .lowerIsBetter: "lower is better; "
                case .neutral: ""
                }
            return "\(direction)one group, no comparison: change is not proof of cause"
        case "PB-05":
            guard let answered = finding.figure.numerator, let due = finding.figure.denominator, due > answered else {
                return ""
            }
            return "\(due - answered) overdue"
        default: return ""
        }
    }

    private func figure(_ id: String) -> Figure? {
        page.now.total.first { $0.metric.id == id }?.figure
    }
}
