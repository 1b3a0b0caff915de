import Measures
import Records
import SQLite

/// How the answers to one form are counted: its counted items in the order of the form, and the scales made of them.
struct FormPlan: Sendable {
    /// An item with an answer column.
    struct Column: Sendable {
        let item: FormItem
        let choices: [FormChoice]
        /// The whole numbers that are told apart; nil for a number without ends, whose values are kept as they are.
        let range: ClosedRange<Int>?
        /// The right answer; nil where the item has no key.
        let right: RowNumber?

        /// Whether each answer stands for several choices, a bit each.
        var isMask: Bool { item.kind == .choices }
    }

    /// A scale with the places of its items among the columns.
    struct Scale: Sendable {
        let scale: FormScale
        let places: [Int]
        /// How its score is made; of a scale that asks whether any statement holds it is not used.
        let key: ScaleKey
        /// The statements of a scale that asks whether any holds.
        let statements: [AnyOf.Statement]

        var isAny: Bool { scale.scoring == .any }
    }

    let form: Form
    let columns: [Column]
    let scales: [Scale]

    init(_ form: Form) {
        self.form = form
        let columns = form.items.filter { $0.slot != nil }.map { Column($0, of: form) }
        self.columns = columns
        scales = form.scales.map { Scale($0, of: form, columns) }
    }

    /// The place of the item of this code among the columns.
    func place(of code: String) -> Int? {
        let wanted = code.lowercased()
        return columns.firstIndex { $0.item.code.lowercased() == wanted }
    }

    /// The place of the scale of this code among the scales.
    func scalePlace(of code: String) -> Int? {
        let wanted = code.lowercased()
        return scales.firstIndex { $0.scale.code.lowercased() == wanted }
    }

    /// All statements of its scales that ask whether any holds, with their places among the columns.
    var statements: (places: [Int], statements: [AnyOf.Statement]) {
        let all = scales.filter(\.isAny)
        return (all.flatMap(\.places), all.flatMap(\.statements))
    }
}

extension FormPlan.Column {
    /// Most numbers that are told apart; beyond them values are kept as they are.
    private static let mostBins = 1_000

    fileprivate init(_ item: FormItem, of form: Form) {
        self.item = item
        choices = form.choices(of: item)
        let values = choices.compactMap(\.value)
        switch item.kind {
        case .choices: range = 1...max(1, choices.count)
        case .number: range = nil
        case .choice, .resonates, .challenges: range = Self.range(values.min(), values.max())
        default:
            range =
                item.range.flatMap { Self.range(Int(exactly: $0.lowerBound), Int(exactly: $0.upperBound)) }
                ?? Self.range(values.min(), values.max())
        }
        right = Self.right(item, choices)
    }

    private static func range(_ low: Int?, _ high: Int?) -> ClosedRange<Int>? {
        guard let low, let high, low <= high else { return nil }
        let (width, isTooWide) = high.subtractingReportingOverflow(low)
        return isTooWide || width >= mostBins ? nil : low...high
    }

    /// The number that a right answer stands by: the value of the choice, the sum of the bits of several, the number.
    private static func right(_ item: FormItem, _ choices: [FormChoice]) -> RowNumber? {
        guard let first = item.key.first else { return nil }
        let keyed = choices.filter { item.key.contains($0.name) }
        switch item.kind {
        case .choices where keyed.allSatisfy({ (1...62).contains($0.place) }):
            return .whole(keyed.reduce(0) { $0 | 1 << ($1.place - 1) })
        case .choice, .likert: return keyed.first?.value.map { .whole(Int64($0)) }
        case .number: return Double(first).map { number in Int64(exactly: number).map { .whole($0) } ?? .real(number) }
        default: return nil
        }
    }

    /// The whole numbers of a Likert item as its scale counts them.
    var likert: ClosedRange<Int>? { item.kind == .likert ? range : nil }
}

extension FormPlan.Scale {
    fileprivate init(_ scale: FormScale, of form: Form, _ columns: [FormPlan.Column]) {
        let codes = Set(form.items(of: scale).map(\.code))
        let places = columns.indices.filter { codes.contains(columns[$0].item.code) && columns[$0].scored != nil }
        let items = places.compactMap { columns[$0].scored.map { ScaleKey.Item($0.range, isReversed: $0.isReversed) } }
        self.scale = scale
        self.places = places
        key = ScaleKey(
            items,
            scoring: scale.scoring == .mean ? .mean : .sum,
            fewestAnswered: scale.needed(of: items.count)
        )
        statements = items.map { AnyOf.Statement($0.range, isFavorable: $0.isReversed) }
    }
}

extension FormPlan.Column {
    /// What a scale needs to know of an item: its whole numbers, and whether they are turned round.
    var scored: (range: ClosedRange<Int>, isReversed: Bool)? {
        let ends =
            range
            ?? item.range.flatMap { ends in
                Int(exactly: ends.lowerBound).flatMap { low in Int(exactly: ends.upperBound).map { low...$0 } }
            }
        switch item.kind {
        case .likert, .number, .recommend: return ends.map { ($0, item.isReversed) }
        default: return nil
        }
    }
}
