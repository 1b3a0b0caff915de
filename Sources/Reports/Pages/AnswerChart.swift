import Documents
import Measures

/// Pictures of what people answered: shares and changes with their intervals, of figures that are past the gate.
struct AnswerChart {
    let reading: Reading

    init(_ reading: Reading) { self.reading = reading }

    private func findings(of family: Metric) -> [Finding] {
        reading.total.filter { $0.metric.id.isCompanion(of: family.id) && !$0.metric.isForWholeOnly }
    }

    /// Favorable answers to each item; none where there is no figure.
    var favorable: [Chart] {
        let shares = findings(of: .topBox)
        guard shares.contains(where: { $0.figure.state == .value }) else { return [] }
        let sentences = shares.map { "\($0.metric.subject): \(Printed.words($0))." }
        let chart = Chart.rates(
            title: "Favorable answers, with 95% confidence intervals",
            summary: sentences.joined(separator: " "),
            shares.map { share in
                Chart.Estimate(share.metric.subject, share.figure) { "\(Decimal.fixed($0 * 100, places: 1))%" }
            }
        )
        return [chart]
    }

    /// One chart for the scales and one for the items, whose numbers are of another size.
    var changes: [Chart] {
        let all = findings(of: .meanChange)
        return [
            changes(all.filter(\.metric.shape.isOfScale), "Change on scales, with 95% confidence intervals"),
            changes(all.filter { !$0.metric.shape.isOfScale }, "Change on questions, with 95% confidence intervals"),
        ].compactMap(\.self)
    }

    private func changes(_ findings: [Finding], _ title: String) -> Chart? {
        guard findings.contains(where: { $0.figure.state == .value }) else { return nil }
        let sentences = findings.map { "\($0.metric.subject): \(Printed.words($0))." }
        let places = findings.map(\.metric.shape.places).max() ?? 1
        return .changes(
            title: title,
            summary: (sentences + [AnswerSentences.whatChangeCannotShow]).joined(separator: " "),
            findings.map { change in
                Chart.Estimate(change.metric.subject, change.figure) { Decimal.fixed($0, places: places) }
            }
        )
    }
}
