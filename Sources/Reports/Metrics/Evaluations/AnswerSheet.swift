import Measures
import Records
import SQLite

/// One returned form while it is counted; the next one is read into the same place.
struct AnswerSheet {
    /// What stands in the answer columns, in the order of the form's plan.
    private(set) var numbers: RowNumbers

    init(_ plan: FormPlan) { numbers = RowNumbers(count: plan.columns.count) }

    /// Reads the answer columns of a row that start at `first`.
    mutating func read(_ row: borrowing Row, from first: Int) throws { try numbers.read(row, from: first) }

    /// The number at a place, whole or not; nil where there is none.
    func number(_ place: Int) -> Double? { numbers.cells[place].number }

    /// The number at a place as its scale counts it: a reversed item is turned round.
    func score(of column: FormPlan.Column, at place: Int) -> Double? {
        guard let number = number(place) else { return nil }
        guard column.item.isReversed, let ends = column.item.range else { return number }
        return ends.lowerBound + ends.upperBound - number
    }

    /// The score on a scale that has one; nil where it can't be made.
    func score(on scale: FormPlan.Scale) -> Double? { scale.key.score(numbers: scale.places.map(number)).score?.value }

    /// Whether the answer at a place is the right one, which a choice of no number is not; nil without an answer or a key.
    func isRight(_ column: FormPlan.Column, at place: Int) -> Bool? {
        guard let right = column.right, numbers.cells[place] != .none else { return nil }
        return numbers.cells[place] == right
    }
}

extension RowNumber {
    /// The number, whole or not; nil where there is none.
    var number: Double? {
        switch self {
        case .whole(let number): Double(number)
        case .real(let number): number
        case .none, .text: nil
        }
    }
}
