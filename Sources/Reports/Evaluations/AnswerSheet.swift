import Measures
import Records
import SQLite

/// One returned form while it is counted; the next one is read into the same place.
struct AnswerSheet {
    /// What stands in an answer column.
    enum Kind: Sendable {
        case none, whole, real
        /// A choice that is no number.
        case name
    }

    private(set) var answered = 0
    /// Whether the attendees of its session are counted, so that it can be held against them.
    private(set) var isFromCounted = true
    private(set) var kinds: [Kind]
    private(set) var wholes: [Int]
    private(set) var reals: [Double]
    /// What became of each scale; one that asks whether any statement holds has none.
    private(set) var results: [ScaleKey.Result]
    /// The places of all statements of scales that ask whether any holds.
    let statementPlaces: [Int]
    private var scored: [[Int?]]

    init(_ plan: FormPlan) {
        kinds = Array(repeating: .none, count: plan.columns.count)
        wholes = Array(repeating: 0, count: plan.columns.count)
        reals = Array(repeating: 0, count: plan.columns.count)
        results = plan.scales.map { _ in .tooFew(answered: 0) }
        statementPlaces = plan.statements.places
        scored = plan.scales.map { Array(repeating: nil, count: $0.places.count) }
    }

    /// Reads the answer columns of a row that start at `first`, and scores them.
    mutating func read(
        _ row: borrowing Row,
        from first: Int,
        answered: Int = 0,
        isFromCounted: Bool = true,
        _ plan: FormPlan
    ) throws {
        self.answered = answered
        self.isFromCounted = isFromCounted
        for place in kinds.indices {
            switch try row.number(first + place) {
            case .none: kinds[place] = .none
            case .text: kinds[place] = .name
            case .whole(let value):
                kinds[place] = .whole
                wholes[place] = Int(value)
            case .real(let value):
                kinds[place] = .real
                reals[place] = value
            }
        }
        for place in plan.scales.indices where !plan.scales[place].isAny { score(place, plan.scales[place]) }
    }

    private mutating func score(_ place: Int, _ scale: FormPlan.Scale) {
        for (index, column) in scale.places.enumerated() { scored[place][index] = whole(column) }
        results[place] = scale.key.score(scored[place])
    }

    /// The whole number at a place; nil where there is none.
    func whole(_ place: Int) -> Int? { kinds[place] == .whole ? wholes[place] : nil }

    /// The whole numbers at these places.
    func whole(at places: [Int]) -> [Int?] { places.map(whole) }

    /// The number at a place, whole or not; nil where there is none.
    func number(_ place: Int) -> Double? {
        switch kinds[place] {
        case .whole: Double(wholes[place])
        case .real: reals[place]
        case .none, .name: nil
        }
    }

    /// The number at a place as its scale counts it: a reversed item is turned round.
    func score(of column: FormPlan.Column, at place: Int) -> Double? {
        guard let number = number(place) else { return nil }
        guard column.item.isReversed, let ends = column.item.range else { return number }
        return ends.lowerBound + ends.upperBound - number
    }
}
