import CommandLineKit
import Records
import Reports

/// What a target is set for: a metric that the catalogue knows, in its unit.
enum TargetWords {
    /// The metric of that id.
    static func named(_ typed: String) throws -> Metric {
        if let metric = Catalogue.metric(typed.trimmed) { return metric }
        let near = nearest(typed, among: Catalogue.metrics.map(\.id)).map { "Did you mean \($0)? " } ?? ""
        let advice = "\(near)They stand in: groundwork report scorecard"
        throw Failure("there is no metric \(quoted(typed))", advice: advice, code: .usage)
    }

    /// The value as it is kept: a share as a fraction, whether `0.9` or `90%` was typed.
    static func value(_ typed: String, of metric: Metric) throws -> String {
        let text = typed.trimmed
        let isPercent = text.hasSuffix("%")
        guard let number = PlainNumber.real(isPercent ? text.dropLast().trimmed : text), number >= 0 else {
            throw ValidationError("VALUE: \(quoted(typed)) is not a number.", hint: "Write 24, or 90% for a share.")
        }
        guard metric.unit == .share else {
            if !isPercent { return text }
            throw ValidationError("VALUE: \(metric.id) is not a share, so its target is not a percentage.")
        }
        let share = isPercent ? number / 100 : number
        guard share <= 1 else {
            throw ValidationError("VALUE: \(metric.id) is a share, at most 1.", hint: "For 90 in 100 write 90% or 0.9.")
        }
        return isPercent ? "\(share)" : text
    }
}
