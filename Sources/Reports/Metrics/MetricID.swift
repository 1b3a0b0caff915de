/// The id of a metric in the metric dictionary: `TR-03`, and with a suffix that of a companion: `TR-04.named`.
///
/// It is written once, in the metric's own element. Everything else that needs it asks the element, so that a metric that
/// is renamed or removed leaves no reference behind that compiles.
package struct MetricID: Hashable, Sendable {
    /// The id as people and programs read it.
    package let text: String

    private init(text: String) { self.text = text }

    /// The id of an element of the catalogue.
    init(_ text: StaticString) { self.init(text: "\(text)") }

    /// The id of what this metric has for an item, a scale or a part.
    func companion(_ suffix: String) -> MetricID { MetricID(text: "\(text).\(suffix)") }

    /// The metric that it is, or that it is a companion of.
    var family: MetricID { MetricID(text: String(text.prefix { $0 != "." })) }

    /// Whether it is a companion of another, in however many steps.
    func isCompanion(of other: MetricID) -> Bool { text.hasPrefix(other.text + ".") }

    /// What stands behind another's id; nil for what is no companion of it.
    func suffix(behind other: MetricID) -> String? {
        isCompanion(of: other) ? String(text.dropFirst(other.text.count + 1)) : nil
    }

    /// Whether somebody means it, who types without regard to case.
    func isMeant(by typed: some StringProtocol) -> Bool { text.lowercased() == typed.lowercased() }
}

extension MetricID: CustomStringConvertible {
    package var description: String { text }
}

extension [MetricID] {
    /// The ids in a line, those of one theme with their numbers only: `TR-03, 04, 10`.
    var inShort: String {
        var letters: Substring?
        return map { id in
            let parts = id.text.split(separator: "-", maxSplits: 1)
            defer { letters = parts.first }
            return parts.count == 2 && parts.first == letters ? String(parts[1]) : id.text
        }.joined(separator: ", ")
    }
}
