package import Measures

/// The name of something that SQL counts; each theme adds its own.
package struct Counted: Hashable, Sendable, RawRepresentable {
    /// The column under which the SQL returns it.
    package let rawValue: String

    /// A count under a column's name.
    package init(rawValue: String) { self.rawValue = rawValue }
}

/// What SQL counted for one group; nothing counted is 0.
package struct Counts: Hashable, Sendable {
    var values: [Counted: Int] = [:]
    private var lengths: [Counted: Waits] = [:]
    /// What was answered to each form, by the form's row.
    var answers: [Int64: FormAnswers] = [:]
    /// What matched pairs answered, by the rows of their two forms.
    var pairs: [String: PairedAnswers] = [:]
    /// Shows of hands by their list of principles.
    var hands: [String: PrincipleHands] = [:]

    /// Nothing counted yet.
    package init() {}

    /// The count, or 0.
    package subscript(_ counted: Counted) -> Int {
        get { values[counted] ?? 0 }
        set { values[counted] = newValue }
    }

    /// The waits that were counted by their length, or none.
    package subscript(waits counted: Counted) -> Waits {
        get { lengths[counted] ?? Waits() }
        set { lengths[counted] = newValue }
    }

    /// Takes over what another question counted for the same group.
    mutating func add(_ other: Counts) {
        values.merge(other.values) { _, new in new }
        lengths.merge(other.lengths) { _, new in new }
        answers.merge(other.answers) { _, new in new }
        pairs.merge(other.pairs) { _, new in new }
        hands.merge(other.hands) { _, new in new }
    }
}
