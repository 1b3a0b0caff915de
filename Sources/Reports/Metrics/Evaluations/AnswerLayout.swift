import Measures
import SQLite

/// Where the counts of the answers to a form stand in one flat array, and the sums of its scales in another.
final class AnswerLayout: Sendable {
    /// The counts of one item: `answered`, `unscored` and `right` from `start`, behind them its answers.
    struct Column: Sendable {
        let start: Int
        /// The answers that are told apart; none where `high` is below `low`.
        let low: Int
        let high: Int
        let isMask: Bool
        /// The right answer; nil where there is no key.
        let right: RowNumber?
        /// Whether its answers are numbers that are not told apart by bins.
        let keepsValues: Bool
    }

    /// One item of a scale.
    struct Item: Sendable {
        let column: Int
        let low: Int
        let high: Int
        let isReversed: Bool
    }

    /// A scale that has a score: for each number of answers a row of `width` sums, `least` the first.
    struct Scale: Sendable {
        /// Its place among all scales of the form.
        let place: Int
        let items: Range<Int>
        let hasReversed: Bool
        let start: Int
        let least: Int
        /// 0 where there are too many different sums to count each.
        let width: Int
    }

    static let answered = 0
    static let unscored = 1
    static let right = 2
    static let bins = 3
    /// Sums by number of answers that are counted at most for a scale.
    private static let mostSums = 1 << 14

    let plan: FormPlan
    let columns: [Column]
    let size: Int
    let items: [Item]
    let scales: [Scale]
    let sumSize: Int
    /// The places of all statements of scales that ask whether any holds.
    let statementPlaces: [Int]
    let asksForAny: Bool

    init(_ plan: FormPlan) {
        self.plan = plan
        var (columns, size) = ([Column](), 0)
        for column in plan.columns {
            columns.append(Column(column, start: size))
            size += Self.bins + columns[columns.count - 1].bins
        }
        (self.columns, self.size) = (columns, size)
        var (items, scales, sumSize) = ([Item](), [Scale](), 0)
        for (place, scale) in plan.scales.enumerated() where !scale.isAny {
            let start = items.count
            items += zip(scale.places, scale.key.items).map { Item($0, $1) }
            scales.append(Scale(place, items[start...], start: sumSize, most: Self.mostSums))
            sumSize += (items.count - start + 1) * scales[scales.count - 1].width
        }
        (self.items, self.scales, self.sumSize) = (items, scales, sumSize)
        statementPlaces = plan.statements.places
        asksForAny = plan.scales.contains(where: \.isAny)
    }
}

extension AnswerLayout.Column {
    /// How many answers are told apart.
    var bins: Int { high - low + 1 }

    fileprivate init(_ column: FormPlan.Column, start: Int) {
        self.start = start
        low = column.range?.lowerBound ?? 0
        high = column.range?.upperBound ?? -1
        isMask = column.isMask
        right = column.right
        keepsValues = column.range == nil
    }
}

extension AnswerLayout.Item {
    fileprivate init(_ column: Int, _ item: ScaleKey.Item) {
        self.column = column
        low = item.range.lowerBound
        high = item.range.upperBound
        isReversed = item.isReversed
    }
}

extension AnswerLayout.Scale {
    fileprivate init(_ place: Int, _ items: ArraySlice<AnswerLayout.Item>, start: Int, most: Int) {
        self.place = place
        self.items = items.indices
        hasReversed = items.contains(where: \.isReversed)
        self.start = start
        // Not every item has to be answered, so 0 is among the sums that each of them may add.
        least = items.reduce(0) { $0 + min(0, $1.low) }
        let sums = items.reduce(1) { $0 + max(0, $1.high) } - least
        width = sums <= most / (items.count + 1) ? sums : 0
    }
}
