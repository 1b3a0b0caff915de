import Documents
import Measures

/// How a figure reads on a page: counts before percentages, hours and means with one place.
enum Printed {
    /// From how many on a share shows its percentage beside its counts.
    static let fewestForPercentage = 30

    /// The cell of a finding.
    static func cell(_ finding: Finding) -> Cell {
        .figure(finding.figure) { figure in
            let words = number(figure, finding.metric)
            return finding.metric.shape.outOf.map { "\(words) of \($0)" } ?? words
        }
    }

    /// The words of a published figure, whatever its state.
    static func words(_ finding: Finding) -> String { cell(finding).printed }

    private static func number(_ figure: Figure, _ metric: Metric) -> String {
        if let numerator = figure.exactNumerator, let denominator = figure.exactDenominator {
            let part = Decimal.grouped(Decimal.shortest(numerator))
            let whole = Decimal.grouped(Decimal.shortest(denominator))
            let ends = interval(figure) { "\(Decimal.fixed($0 * 100, places: 1))%" }
            guard denominator >= Double(fewestForPercentage), let value = figure.value else {
                return "\(part) of \(whole)" + (ends.map { " (95% CI \($0))" } ?? "")
            }
            let percent = "\(Decimal.fixed(value * 100, places: 1))%"
            return "\(part) of \(whole) (\(percent)\(ends.map { ", 95% CI \($0)" } ?? ""))"
        }
        guard let value = figure.value else { return Decimal.figure(figure) }
        guard let n = figure.n else {
            return metric.unit == .hours ? Decimal.grouped(Decimal.fixed(value, places: 1)) : Decimal.figure(figure)
        }
        let ends = interval(figure) { Decimal.fixed($0, places: metric.shape.places) }
        return "\(rounded(value, metric.shape.places)) (\(ends.map { "95% CI \($0), " } ?? "")n = \(n))"
    }

    /// The ends of an interval; nil where there is none.
    private static func interval(_ figure: Figure, _ number: (Double) -> String) -> String? {
        guard let low = figure.low, let high = figure.high else { return nil }
        return "\(number(low)) to \(number(high))"
    }

    /// A number so rounded that what is not 0 never reads as 0: a tiny p is "under 0.0001".
    static func rounded(_ value: Double, _ places: Int) -> String {
        let text = Decimal.fixed(value, places: places)
        let isTiny = value > 0 && places > 2 && !text.contains { "123456789".contains($0) }
        return isTiny ? "under 0.\(String(repeating: "0", count: places - 1))1" : text
    }

    /// A target as a page prints it: a share as a percentage, anything else as it was set.
    static func target(_ progress: Progress) -> String {
        let value = progress.target
        guard progress.finding.metric.unit == .share else { return Decimal.grouped(Decimal.shortest(value)) }
        if let whole = progress.finding.figure.denominator, progress.finding.figure.state == .value {
            let aim = value * Double(whole)
            if (aim - aim.rounded()).magnitude < 1e-9 { return "\(Decimal.shortest(aim.rounded())) of \(whole)" }
        }
        return "\(Decimal.fixed(value * 100, places: value * 100 == (value * 100).rounded() ? 0 : 1))%"
    }

    /// How far a figure has come: `58% of the target of 24; 50% of the period has passed`.
    static func progress(_ progress: Progress) -> String {
        let figure = progress.finding.figure
        let gone = progress.gone >= 100 ? "period ended" : "\(progress.gone)% of the period has passed"
        guard progress.finding.metric.unit != .share, figure.state == .value, let value = figure.value,
            progress.target > 0
        else { return "target: \(target(progress)); \(gone)" }
        let percent = Decimal.fixed(value / progress.target * 100, places: 0)
        return "\(percent)% of the target of \(target(progress)); \(gone)"
    }

    /// Several remarks as one note, which begins with a capital.
    static func note(of remarks: [String]) -> String {
        let note = remarks.joined(separator: "; ")
        return note.prefix(1).uppercased() + note.dropFirst()
    }

    /// What is said of a count: `session[s]` is one "session" and several "sessions", `criteri[on|a]` one "criterion" and
    /// several "criteria"; the count stands where `#` does, and in front where there is none.
    static func counted(_ count: Int, _ what: String) -> String {
        var words = ""
        var rest = what[...]
        while let mark = rest.firstIndex(of: "[") {
            words += rest[..<mark]
            let end = rest[mark...].firstIndex(of: "]") ?? rest.index(before: rest.endIndex)
            let forms = rest[rest.index(after: mark)..<end].split(separator: "|", omittingEmptySubsequences: false)
            if count != 1 { words += forms.last ?? "" } else if forms.count > 1 { words += forms[0] }
            rest = rest[rest.index(after: end)...]
        }
        words += rest
        let number = Decimal.grouped(String(count))
        return words.contains("#") ? words.replacing("#", with: number) : "\(number) \(words)"
    }

    /// What stands beside a figure: why it is none, and what it lacks.
    static func note(_ finding: Finding) -> String {
        let figure = finding.figure
        var notes: [String] = []
        let remarks = finding.metric.words.remarks
        if let reason = figure.reason, reason != .notDivisible || remarks.isEmpty {
            notes.append(reason.words(of: figure, finding.metric))
        }
        if let note = figure.note { notes.append(note.words) }
        if figure.missing > 0 { notes.append(counted(figure.missing, finding.metric.words.missing)) }
        return (notes + remarks).filter { !$0.isEmpty }.joined(separator: "; ")
    }
}

extension Figure.Note {
    /// The note as a page words it.
    fileprivate var words: String {
        switch self {
        case .exact: "exact test"
        case .normal: "normal approximation"
        case .zeroVariance: "all answers are the same"
        case .unpaired: "two separate groups, not matched people"
        }
    }
}

extension Reason {
    /// The reason as a note words it; empty where the cell says it all.
    fileprivate func words(of figure: Figure, _ metric: Metric) -> String {
        switch self {
        case .zeroDenominator, .allNotApplicable, .notDue: return ""
        case .denominatorNotRecorded: return metric.words.total.map { "\($0) not recorded" } ?? ""
        case .fewerThanTwo: return "fewer than two answers"
        case .zeroVariance: return "all answers are the same"
        case .notDivisible: return "can't be split this way"
        case .aboveDenominator:
            guard let numerator = figure.numerator, let denominator = figure.denominator else {
                return "more than possible; please check the records"
            }
            return "\(numerator) of \(denominator) is more than possible; please check the records"
        }
    }
}
