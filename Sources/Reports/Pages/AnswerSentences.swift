import Documents
import Measures
import Records

/// What a page may say of what people answered, and what it may not.
struct AnswerSentences {
    let reading: Reading

    init(_ reading: Reading) { self.reading = reading }

    /// What stands wherever a change is shown.
    static let whatChangeCannotShow = "One group, no comparison: change is not proof of cause."

    /// The scales and items that changed, a sentence each, by the figures that are published.
    var changes: [String] { reading.total.compactMap(sentence) }

    private func sentence(_ finding: Finding) -> String? {
        let (metric, figure) = (finding.metric, finding.figure)
        guard metric.id.isCompanion(of: Metric.meanChange.id), !metric.isForWholeOnly, figure.state == .value,
            let value = figure.value, let n = figure.n, let before = mean(metric.id.companion("before")),
            let after = mean(metric.id.companion("after"))
        else { return nil }
        let number = { (value: Double) in Decimal.fixed(value, places: metric.shape.places) }
        let ends = figure.low.flatMap { low in
            figure.high.map { ", 95% confidence interval \(number(low)) to \(number($0))" }
        }
        return
            "\(metric.subject): \(number(before)) before, \(number(after)) after (\(Printed.counted(n, "matched pair[s]"))). "
            + "Change: \(number(value))\(ends ?? ""). \(meaning(figure, metric.standing.direction))"
    }

    private func mean(_ id: MetricID) -> Double? {
        reading.total.first { $0.metric.id == id }.flatMap { $0.figure.state == .value ? $0.figure.value : nil }
    }

    /// What a change means, by the direction of the scale and never by its sign.
    private func meaning(_ figure: Figure, _ direction: Metric.Direction) -> String {
        guard let low = figure.low, let high = figure.high else { return "Everybody changed by the same amount." }
        if low <= 0, high >= 0 { return "The change could be zero." }
        switch direction {
        case .neutral: return ""
        case .higherIsBetter:
            return low > 0 ? "Higher is better, so this improved." : "Higher is better, so this got worse."
        case .lowerIsBetter:
            return high < 0 ? "Lower is better, so this improved." : "Lower is better, so this got worse."
        }
    }

    /// What must be said beside a change.
    var cautions: [String] {
        var sentences = [Self.whatChangeCannotShow]
        if let matched = reading.fewMatched {
            let some = matched.numerator.flatMap { pairs in
                matched.denominator.map { "\(pairs) of \(Printed.counted($0, "form[s]")) after" }
            }
            sentences.append(
                some.map { "Caution: only \($0) could be matched with one before. \(Self.littleOfOthers)" }
                    ?? "Caution: fewer than half of the forms after could be matched with one before. \(Self.littleOfOthers)"
            )
        }
        if let ambiguous = reading.ambiguousForms {
            let some = ambiguous.whole.map { Printed.counted($0, "form[s]") } ?? "Some forms"
            let isOne = ambiguous.whole == 1
            sentences.append(
                "\(some) after \(isOne ? "has" : "have") a code that fits several forms before. "
                    + "\(isOne ? "It is" : "They are") not matched."
            )
        }
        return sentences
    }

    private static let littleOfOthers = "The change may not hold for the others."

    /// What must be said beside what people answered.
    var limits: [String] {
        guard let questionnaire = reading.questionnaire else { return [] }
        return differences(questionnaire) + brokenOff
    }

    /// What is not counted together, and what is although it has other words.
    private func differences(_ questionnaire: Questionnaire) -> [String] {
        let asked = questionnaire.notPooled
        let apart = Dictionary(grouping: asked, by: \.code).sorted { $0.key < $1.key }.map { code, forms in
            "\(code) is asked differently on \(Set(forms.map(\.form)).sorted().joined(separator: ", ")). Those answers are "
                + "not included."
        }
        return apart
            + questionnaire.askedLast.filter { !$0.reworded.isEmpty }.map { item in
                "\(item.code) is worded differently on \(Set(item.reworded).sorted().joined(separator: ", ")). Those answers "
                    + "are included."
            }
    }

    /// Forms under half answered, which the response rate takes for refused.
    private var brokenOff: [String] {
        guard let refused = reading.refusedForms else { return [] }
        let some = refused.whole.map { Printed.counted($0, "incomplete response[s]") } ?? "Some incomplete responses"
        return ["\(some) (less than half answered), not counted as returned."]
    }
}
