import Measures
import Records
import SQLite

/// What was answered to one form in one group while the responses are read: a few flat arrays of counts, so that a
/// response costs no allocation and no look-up.
struct AnswerTally {
    private let layout: AnswerLayout
    /// How many forms came back.
    private var returned = 0
    /// How many of them came from trainings whose attendees are counted, and how many of all, by how far they go.
    private var counted: [ResponseRate.Completeness: Int] = [:]
    private var all: [ResponseRate.Completeness: Int] = [:]
    /// Counts as the layout has them: of each item, then of its answers.
    private var counts: [Int]
    /// How often each sum of a scale came of so many answers, as the layout has them.
    private var sums: [Int]
    /// Responses that the layout has no place for.
    private var scores: [ScaleScores]
    private var anyOf: [AnyOf]
    private var anyAtAll: AnyOf
    /// By item, the numbers that are not told apart by bins.
    private var values: [[Double]]
    /// By scale with a score, its items beside each other.
    private var alphas: [CronbachAlpha]
    /// The sessions that they came from, and what was counted there of each rated item.
    private var clusterSessions: [Int64] = []
    private var clusterCounts: [Int32] = []

    init(_ layout: AnswerLayout) {
        self.layout = layout
        let plan = layout.plan
        counts = Array(repeating: 0, count: layout.size)
        sums = Array(repeating: 0, count: layout.sumSize)
        scores = plan.scales.map { _ in ScaleScores() }
        anyOf = plan.scales.map { AnyOf($0.isAny ? $0.statements : []) }
        anyAtAll = AnyOf(plan.statements.statements)
        values = plan.columns.map { _ in [] }
        alphas = layout.scales.map { CronbachAlpha(items: $0.items.count) }
    }

    /// Takes over what was counted at a session, of which all forms are in this group.
    mutating func add(_ clusters: AnswerClusters, at place: Int, of session: Int64) {
        clusterSessions.append(session)
        clusterCounts += clusters.counts(at: place)
    }

    /// Counts one more form.
    mutating func add(_ sheet: AnswerSheet, _ completeness: ResponseRate.Completeness, isFromCounted: Bool) {
        returned += 1
        all[completeness, default: 0] += 1
        if isFromCounted { counted[completeness, default: 0] += 1 }
        for place in layout.columns.indices { count(sheet.numbers.cells[place], place, layout.columns[place]) }
        for (index, scale) in layout.scales.enumerated() {
            score(sheet.numbers.cells, scale)
            if layout.plan.form.wave == .after, scale.items.count > 1 { hold(sheet.numbers.cells, scale, index) }
        }
        if layout.asksForAny { countAny(sheet) }
    }

    @inline(__always)
    private mutating func count(_ cell: RowNumber, _ place: Int, _ column: AnswerLayout.Column) {
        switch cell {
        case .none: return
        case .text: counts[column.start + AnswerLayout.unscored] += 1
        case .whole(let number):
            counts[column.start + AnswerLayout.answered] += 1
            count(Int(number), place, column)
        case .real(let number):
            counts[column.start + AnswerLayout.answered] += 1
            if column.keepsValues { values[place].append(number) }
        }
        if let right = column.right, right == cell { counts[column.start + AnswerLayout.right] += 1 }
    }

    @inline(__always)
    private mutating func count(_ answer: Int, _ place: Int, _ column: AnswerLayout.Column) {
        let bins = column.start + AnswerLayout.bins
        if column.isMask {
            for bit in 0..<min(column.bins, 62) where answer & (1 << bit) != 0 { counts[bins + bit] += 1 }
        } else if answer >= column.low, answer <= column.high {
            counts[bins + answer - column.low] += 1
        } else if column.keepsValues {
            values[place].append(Double(answer))
        }
    }

    /// Holds the items of a scale beside each other where all of them are answered with a number that they take.
    private mutating func hold(_ cells: [RowNumber], _ scale: AnswerLayout.Scale, _ index: Int) {
        for place in scale.items {
            let item = layout.items[place]
            guard let number = cells[item.column].number, number >= Double(item.low), number <= Double(item.high) else {
                return
            }
        }
        alphas[index].add { offset in
            let item = layout.items[scale.items.lowerBound + offset]
            let number = cells[item.column].number ?? 0
            return item.isReversed ? Double(item.low + item.high) - number : number
        }
    }

    /// A response of which the sum has no place in the layout, or of one and the same answer throughout, is rare enough to
    /// be scored by itself; so is one of numbers with fractions.
    private mutating func score(_ cells: [RowNumber], _ scale: AnswerLayout.Scale) {
        var (sum, answered) = (0, 0)
        var (lowest, highest) = (Int.max, Int.min)
        for place in scale.items {
            let item = layout.items[place]
            let answer: Int
            switch cells[item.column] {
            case .whole(let number): answer = Int(number)
            case .real: return scoreAlone(cells, scale)
            case .none, .text: continue
            }
            guard answer >= item.low, answer <= item.high else { return scoreAlone(cells, scale) }
            sum += item.isReversed ? item.low + item.high - answer : answer
            answered += 1
            (lowest, highest) = (min(lowest, answer), max(highest, answer))
        }
        if scale.width > 0, !scale.hasReversed || lowest != highest {
            sums[scale.start + answered * scale.width + sum - scale.least] += 1
        } else {
            let key = layout.plan.scales[scale.place].key
            let result = key.result(sum: Double(sum), answered: answered, isOneAnswer: lowest == highest)
            scores[scale.place].add(result)
        }
    }

    private mutating func scoreAlone(_ cells: [RowNumber], _ scale: AnswerLayout.Scale) {
        let answers = layout.items[scale.items].map { cells[$0.column].number }
        scores[scale.place].add(layout.plan.scales[scale.place].key.score(numbers: answers))
    }

    private mutating func countAny(_ sheet: AnswerSheet) {
        for (place, scale) in layout.plan.scales.enumerated() where scale.isAny {
            anyOf[place].add { sheet.number(scale.places[$0]) }
        }
        let places = layout.statementPlaces
        if !places.isEmpty { anyAtAll.add { sheet.number(places[$0]) } }
    }
}

extension AnswerTally {
    /// What was counted.
    var answers: FormAnswers {
        var scores = scores
        for scale in layout.scales { addScores(of: scale, to: &scores[scale.place]) }
        return FormAnswers(
            returned: returned,
            counted: counted,
            all: all,
            items: layout.columns.indices.map(item),
            scores: scores,
            anyOf: anyOf,
            anyAtAll: anyAtAll,
            alphas: Dictionary(uniqueKeysWithValues: zip(layout.scales.map(\.place), alphas)),
            clusters: FormAnswers.Clusters(
                places: layout.plan.ratedPlaces,
                sessions: clusterSessions,
                counts: clusterCounts
            )
        )
    }

    private func item(_ place: Int) -> FormAnswers.Item {
        let column = layout.columns[place]
        let bins = column.start + AnswerLayout.bins
        return FormAnswers.Item(
            bins: Array(counts[bins..<bins + column.bins]),
            answered: counts[column.start + AnswerLayout.answered],
            unscored: counts[column.start + AnswerLayout.unscored],
            right: counts[column.start + AnswerLayout.right],
            values: values[place]
        )
    }

    private func addScores(of scale: AnswerLayout.Scale, to scores: inout ScaleScores) {
        let key = layout.plan.scales[scale.place].key
        guard scale.width > 0 else { return }
        for answered in 0...scale.items.count {
            for step in 0..<scale.width {
                let count = sums[scale.start + answered * scale.width + step]
                if count == 0 { continue }
                // What is counted here is not straight-lined.
                let result = key.result(sum: Double(scale.least + step), answered: answered, isOneAnswer: false)
                scores.add(result, count: count)
            }
        }
    }
}
