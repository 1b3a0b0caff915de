import Documents
import Measures

/// Pictures of what people answered: shares and changes with their intervals, of figures that are past the gate.
struct AnswerChart {
    let reading: Reading

    init(_ reading: Reading) { self.reading = reading }

    /// The charts of a report: favorable answers of `evaluations`, changes of `before-after`; none of any other.
    func charts(of report: Report) -> [Chart] {
        switch report.name {
        case Report.evaluations.name: [favorable].compactMap(\.self)
        case Report.beforeAfter.name: changes
        default: []
        }
    }

    private func findings(_ prefix: String) -> [Finding] {
        reading.total.filter { $0.metric.id.hasPrefix(prefix) && !$0.metric.isForWholeOnly }
    }

    private var favorable: Chart? {
        let shares = findings("EV-04.")
        guard shares.contains(where: { $0.figure.state == .value }) else { return nil }
        let sentences = shares.map { "\($0.metric.subject): \(Printed.words($0))." }
        return .rates(
            title: "Favorable answers, with 95 % intervals",
            summary: sentences.joined(separator: " "),
            shares.map { share in
                Chart.Estimate(share.metric.subject, share.figure) { "\(Decimal.fixed($0 * 100, places: 1)) %" }
            }
        )
    }

    /// One chart for the scales and one for the items, whose numbers are of another size.
    private var changes: [Chart] {
        let all = findings("EV-08.")
        return [
            changes(all.filter(\.metric.isOfScale), "Change of scales, with 95 % intervals"),
            changes(all.filter { !$0.metric.isOfScale }, "Change of items, with 95 % intervals"),
        ].compactMap(\.self)
    }

    private func changes(_ findings: [Finding], _ title: String) -> Chart? {
        guard findings.contains(where: { $0.figure.state == .value }) else { return nil }
        let sentences = findings.map { "\($0.metric.subject): \(Printed.words($0))." }
        let places = findings.map(\.metric.places).max() ?? 1
        return .changes(
            title: title,
            summary: (sentences + [AnswerSentences.whatChangeCannotShow]).joined(separator: " "),
            findings.map { change in
                Chart.Estimate(change.metric.subject, change.figure) { Decimal.fixed($0, places: places) }
            }
        )
    }
}
