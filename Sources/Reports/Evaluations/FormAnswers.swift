import Measures
import Records

/// What was answered to one form in one group: how often each answer was given, and the scores of its scales.
///
/// It holds no answer of one person beside another of the same person.
struct FormAnswers: Sendable, Hashable {
    /// What was answered to one item.
    struct Item: Sendable, Hashable {
        /// How often each whole number of the item's range was given, or each of several choices was ticked.
        var bins: [Int]
        /// How often it was answered with a number.
        var answered = 0
        /// How often with a choice that is no number, such as "does not apply".
        var unscored = 0
        /// How often right, where it has a key.
        var right = 0
        /// The numbers themselves, where they are not told apart by bins.
        var values: [Double] = []
    }

    /// How many forms came back.
    private(set) var returned = 0
    /// How many of them came from sessions whose attendees are counted, by how far they go.
    private(set) var complete = 0
    private(set) var partial = 0
    private(set) var refused = 0
    private(set) var items: [Item]
    private(set) var scores: [ScaleScores]
    private(set) var anyOf: [AnyOf]
    /// Over the statements of all its scales that ask whether any holds.
    private(set) var anyAtAll: AnyOf

    init(_ plan: FormPlan) {
        items = plan.columns.map { Item(bins: Array(repeating: 0, count: $0.range?.count ?? 0)) }
        scores = plan.scales.map { _ in ScaleScores() }
        anyOf = plan.scales.map { AnyOf($0.isAny ? $0.statements : []) }
        anyAtAll = AnyOf(plan.statements.statements)
    }

    /// Counts one more form.
    mutating func add(_ sheet: AnswerSheet, _ plan: FormPlan) {
        returned += 1
        if sheet.isFromCounted {
            switch ResponseRate.Completeness(answered: sheet.answered, of: plan.columns.count) {
            case .complete: complete += 1
            case .partial: partial += 1
            case .refused: refused += 1
            }
        }
        for place in plan.columns.indices { items[place].add(sheet, place, plan.columns[place]) }
        for place in plan.scales.indices {
            if plan.scales[place].isAny {
                anyOf[place].add(sheet.whole(at: plan.scales[place].places))
            } else {
                scores[place].add(sheet.results[place])
            }
        }
        let all = sheet.statementPlaces
        if !all.isEmpty { anyAtAll.add(sheet.whole(at: all)) }
    }

    /// Takes what was answered to the same form elsewhere together with this.
    mutating func add(_ other: FormAnswers) {
        returned += other.returned
        complete += other.complete
        partial += other.partial
        refused += other.refused
        for place in items.indices { items[place].add(other.items[place]) }
        for place in scores.indices { scores[place].add(other.scores[place]) }
        for place in anyOf.indices { anyOf[place].add(other.anyOf[place]) }
        anyAtAll.add(other.anyAtAll)
    }

    /// How many forms lack an answer to the item at this place.
    func blank(_ place: Int) -> Int { returned - items[place].answered - items[place].unscored }

    /// The Likert answers of the item at this place, as they were given.
    func likert(_ place: Int, _ column: FormPlan.Column) -> Likert? {
        guard let range = column.likert ?? (column.item.kind == .recommend ? column.range : nil) else { return nil }
        var likert = Likert(range)
        for (offset, count) in items[place].bins.enumerated() { likert.add(range.lowerBound + offset, count: count) }
        return likert
    }
}

extension FormAnswers.Item {
    fileprivate mutating func add(_ other: Self) {
        for bin in bins.indices { bins[bin] += other.bins[bin] }
        answered += other.answered
        unscored += other.unscored
        right += other.right
        values += other.values
    }

    fileprivate mutating func add(_ sheet: AnswerSheet, _ place: Int, _ column: FormPlan.Column) {
        switch sheet.kinds[place] {
        case .none: return
        case .name: unscored += 1
        case .whole:
            answered += 1
            let value = sheet.wholes[place]
            if let right = column.right, right == .whole(value) { self.right += 1 }
            guard let range = column.range else { return values.append(Double(value)) }
            if column.isMask {
                for bit in bins.indices where bit < 62 && value & (1 << bit) != 0 { bins[bit] += 1 }
            } else if range.contains(value) {
                bins[value - range.lowerBound] += 1
            }
        case .real:
            answered += 1
            let value = sheet.reals[place]
            if let right = column.right, right == .real(value) { self.right += 1 }
            if column.range == nil { values.append(value) }
        }
    }
}
