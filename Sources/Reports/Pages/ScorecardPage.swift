import Documents
import Measures

/// The one-page scorecard: sentences, then the layout of the metric dictionary's section 6.
struct ScorecardPage {
    let page: Page

    // MARK: - Sentences

    var sentences: [String] {
        let present = Dictionary(uniqueKeysWithValues: page.now.total.map { ($0.metric.id, $0) })
        return [trainings(present), measured, Page.whatCountsCannotShow]
    }

    private func trainings(_ findings: [String: Finding]) -> String {
        func words(_ id: String) -> String { findings[id].map(Printed.words) ?? "" }
        guard let held = findings["TR-01"]?.figure.whole else { return "" }
        let sessions = held == 1 ? "1 training was held" : "\(held) trainings were held"
        guard held > 0 else { return "\(sessions)." }
        guard let people = findings["TR-04"]?.figure, people.state == .value else {
            return "\(sessions); who came was not written down."
        }
        let reached = findings["TR-10"]?.figure.whole ?? 0
        let organizations = reached == 1 ? "1 organization" : "\(reached) organizations"
        let came = reached > 0 ? ", reaching \(organizations)" : ""
        let verb = people.value == 1 ? "person was" : "people were"
        return "\(sessions)\(came); \(words("TR-04")) \(verb) trained."
    }

    private var measured: String {
        var measured: [String] = []
        var not: [String] = []
        for section in ScorecardLayout.themes {
            let ids = Set(section.lines.flatMap(\.ids))
            let isAboutSessions = ids.contains("TR-01")
            let isMeasured =
                (page.hasSessions || !isAboutSessions)
                && page.now.total.contains { ids.contains($0.metric.id) && $0.figure.state != .notCollected }
            let name = section.title.lowercased()
            if isMeasured { measured.append(name) } else { not.append(name) }
        }
        let parts = [("Measured", measured), ("Not measured", not)].filter { !$0.1.isEmpty }
        return parts.map { "\($0.0): \($0.1.joined(separator: ", "))." }.joined(separator: " ")
    }

    // MARK: - Table

    var table: Table {
        var columns = [Column(key: "line", title: ""), Column(key: "this_period", title: "This period")]
        if let title = page.comparisonTitle { columns.append(Column(key: "other_period", title: title)) }
        columns += [Column(key: "yardstick", title: "Yardstick"), Column(key: "note", title: "Note")]
        let sections = ScorecardLayout.sections.map { section in
            Table.Section(title: section.title.uppercased(), rows: section.lines.map(row))
        }
        let ids = ScorecardLayout.sections.flatMap(\.lines).flatMap(\.ids).joined(separator: ", ")
        return Table(columns: columns, sections: sections, notes: ["Figures: \(ids)."])
    }

    private func row(_ line: ScorecardLayout.Line) -> [Cell] {
        let now = findings(line.ids, in: page.now)
        let before = page.other.map { findings(line.ids, in: $0) }
        return [.text(line.title), line.cell(now)] + (before.map { [line.cell($0)] } ?? [])
            // The rate whose numerator stands in parentheses is not shown, so that it is none needs no reason.
            + [.empty, .text(note(line.hasCountBehind ? Array(now.prefix(1)) : now))]
    }

    private func findings(_ ids: [String], in reading: Reading) -> [Finding] {
        let total = reading.total
        return ids.compactMap { id in total.first { $0.metric.id == id } }
    }

    /// What is said beside the figures of a line: what a range and an estimate are made of, what is missing.
    private func note(_ findings: [Finding]) -> String {
        findings.map { finding in
            var notes = [made(finding), Printed.note(finding)]
            notes.removeAll(where: \.isEmpty)
            return notes.joined(separator: "; ")
        }
        .filter { !$0.isEmpty }
        .joined(separator: "; ")
    }

    private func made(_ finding: Finding) -> String {
        switch finding.metric.id {
        case "TR-04":
            guard let named = figure("TR-04.named")?.whole, let high = finding.figure.high.flatMap(Int.init(exactly:)),
                high > named
            else { return "" }
            return "\(named) by name + \(high - named) counted without names"
        case "TR-06":
            guard let estimated = figure("TR-06.estimated")?.value, estimated > 0 else { return "" }
            return "\(Decimal.fixed(estimated, places: 1)) of them estimated"
        default: return ""
        }
    }

    private func figure(_ id: String) -> Figure? {
        page.now.total.first { $0.metric.id == id }?.figure
    }
}
