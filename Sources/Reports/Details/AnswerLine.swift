import Documents
import Measures
import Records
import SQLite

/// What is printed of the answers to one item, and what that tells.
struct AnswerLine {
    private let item: Questionnaire.Item
    /// Its table, under which its cells are cleared.
    private let detail: DetailID
    /// Ids of the figures that are counted from the same answers start with these, if there are any.
    private let hasFigures: Bool
    private let reading: Reading
    private let questionnaire: Questionnaire
    private let disclosure: Disclosure
    /// Codes of items whose counts would tell a share that is withheld.
    private let withheld: Set<String>
    private let items: [FormAnswers.Item]
    private let answered: Int
    private let unscored: Int
    private let blank: Int
    private let bins: [Int]

    fileprivate init?(
        _ item: Questionnaire.Item,
        _ detail: DetailID,
        hasFigures: Bool,
        _ reading: Reading,
        _ disclosure: Disclosure,
        _ withheld: Set<String>
    ) {
        guard let questionnaire = reading.questionnaire else { return nil }
        let found = item.places.compactMap { place in
            reading.whole.answers[questionnaire.plans[place.plan].form.id].map { ($0, place.place) }
        }
        let items = found.map { $0.0.items[$0.1] }
        (self.item, self.hasFigures, self.items) = (item, hasFigures, items)
        (self.reading, self.questionnaire, self.disclosure, self.withheld) = (
            reading, questionnaire, disclosure, withheld
        )
        self.detail = detail
        answered = items.reduce(0) { $0 + $1.answered }
        unscored = items.reduce(0) { $0 + $1.unscored }
        blank = found.reduce(0) { $0 + $1.0.blank($1.1) }
        var bins = Array(repeating: 0, count: item.column.range?.count ?? 0)
        for item in items { for bin in bins.indices where bin < item.bins.count { bins[bin] += item.bins[bin] } }
        self.bins = bins
    }

    // MARK: - What is printed

    /// The cells of its row. Who gave no answer said nothing: how many did is no secret, unless the
    /// forms less them tell how few answered.
    var row: [Documents.Cell] {
        let places = item.column.item.kind == .number ? 1 : 2
        let (mean, median) = middle
        let often = often
        let isKept = isKept || often.content == Documents.Cell.withheld.content
        let hidesMiddle = isMeanKept || reading.suppresses(meanName)
        let count = cell(answered, countName)
        return [
            .text(item.code), .text(item.title), count,
            count.content == Documents.Cell.withheld.content ? .withheld : .whole(blank),
            cell(unscored, unscoredName), hidesMiddle ? .withheld : disclosure.cell(mean, places),
            isKept || hidesMiddle ? .withheld : disclosure.cell(spread, places),
            hidesMiddle ? .withheld : disclosure.cell(median, 1),
            isKept ? .withheld : often,
        ]
    }

    /// The share of favorable answers to a Likert item; empty for any other.
    var favorable: Documents.Cell {
        guard let top, item.column.right == nil else { return .empty }
        if withheld.contains(item.code.lowercased()) || reading.suppresses(favorableName) { return .withheld }
        return .figure(DisclosureRule.sensitiveRate.cleared(top.topFigure(), for: disclosure))
    }

    private func id(_ column: ColumnKey) -> CellID { .detail(detail, row: [.code(item.code)], column: column) }

    private var countName: CellID { id(.column("n")) }
    private var unscoredName: CellID { id(.unscored) }
    private var meanName: CellID { id(.column("mean")) }
    private var favorableName: CellID { id(.favorable) }
    private var name: CellID { id(.distribution) }

    private func cell(_ count: Int, _ name: CellID) -> Documents.Cell {
        reading.suppresses(name) ? .withheld : disclosure.cell(.count(count))
    }

    /// The answers of a Likert item, the favorable ones on top.
    private var top: Likert? {
        item.column.likert == nil ? nil : questionnaire.likert(reading.whole, item.places)
    }

    private var middle: (mean: Figure?, median: Figure?) {
        guard item.column.likert != nil || item.column.item.kind == .recommend else {
            guard item.column.item.kind == .number else { return (nil, nil) }
            let sample = Sample(items.flatMap(\.values))
            return (
                sample.figure.noted(ifEqual: sample),
                sample.median.map { .mean($0, n: sample.n).noted(ifEqual: sample) }
            )
        }
        guard let likert = questionnaire.given(reading.whole, item.places) else { return (nil, nil) }
        func noted(_ figure: Figure) -> Figure { likert.deviation == 0 ? figure.noting(.zeroVariance) : figure }
        return (noted(likert.meanFigure()), likert.median.map { noted(.mean($0, n: likert.n)) })
    }

    /// The standard deviation, under the rule for means.
    private var spread: Figure? {
        if item.column.likert != nil || item.column.item.kind == .recommend {
            let likert = questionnaire.given(reading.whole, item.places)
            return likert.flatMap { likert in likert.deviation.map { Self.spread($0, likert.n) } }
        }
        guard item.column.item.kind == .number else { return nil }
        let sample = Sample(items.flatMap(\.values))
        return sample.deviation.map { Self.spread($0, sample.n) }
    }

    private static func spread(_ deviation: Double, _ n: Int) -> Figure {
        let figure = Figure.mean(deviation, n: n)
        return deviation == 0 ? figure.noting(.zeroVariance) : figure
    }

    /// Whether no count of an item may stand on the page: its share of favorable answers is withheld, or everybody
    /// gave the same answer to what is no knowledge question.
    private var isKept: Bool {
        guard disclosure.withholds, answered > 0 else { return false }
        return withheld.contains(item.code.lowercased()) || isKeptItself
    }

    private var isKeptItself: Bool {
        guard item.column.right == nil else { return false }
        switch item.column.item.kind {
        case .resonates, .challenges: return false
        case .likert:
            let top = top?.topFigure()
            return top.map { DisclosureRule.sensitiveRate.cleared($0, for: disclosure).state == .withheld } ?? true
        default: return bins.contains(answered)
        }
    }

    /// With few choices the mean, beside the top box and its n, tells how often each of them was given.
    private var isMeanKept: Bool {
        guard disclosure.withholds, answered > 0, bins.count < 5 else { return false }
        return isKeptItself
            || bins.contains {
                !disclosure.allows(count: $0) || item.column.isMask && !disclosure.allows(count: answered - $0)
            }
    }

    private var often: Documents.Cell {
        let column = item.column
        guard let range = column.range, !bins.isEmpty, answered > 0 else { return .empty }
        guard counted.allSatisfy({ !$0.isSuppressed && !reading.suppresses($0.cell) }) else { return .withheld }
        let counts = bins.enumerated().map { (value: range.lowerBound + $0.offset, count: $0.element) }
        let line = counts.map { "\(column.name(of: $0.value)): \($0.count)" }.joined(separator: " · ")
        return .text(line).told(
            as: .array(
                counts.map { value, count in
                    [
                        "value": .integer(value), "label": .string(column.choice(of: value)?.label),
                        "count": .integer(count),
                    ]
                }
            )
        )
    }

    // MARK: - What that tells

    /// Everything that the row tells, with what adds up among it and with the figures of the same answers.
    var told: [Detail.Told] {
        let counts = [
            Detail.Told(countName, .count(answered), .people, disclosure),
            Detail.Told(unscoredName, .count(unscored), .people, disclosure),
        ]
        let mean = middle.mean.map {
            Detail.Told(meanName, $0, .mean.related(meanRelations), disclosure, isSuppressed: isMeanKept)
        }
        return counts + [mean].compactMap(\.self) + counted + favorablesTold
    }

    /// How often each answer was given; of several that can be ticked, each with those who left it.
    private var counted: [Detail.Told] {
        guard !bins.isEmpty else { return [] }
        if item.column.isMask {
            return bins.enumerated().map { place, count in
                let cell = id(.option(place))
                let rule = DisclosureRule.rate.related([.same(.init(cell, .denominator), .init(countName, .count))])
                let share = Figure.share(numerator: count, denominator: answered)
                return Detail.Told(cell, share, rule, disclosure, isSuppressed: isKept)
            }
        }
        let figure = Figure.distribution(bins)
        let isSensitive = item.column.right == nil && item.column.item.kind == .likert
        let rule = (isSensitive ? DisclosureRule.sensitiveRate : .rate).related(relations)
        return [Detail.Told(name, figure, rule, disclosure, isSuppressed: isKept)]
    }

    private func kinds(_ values: some Sequence<Int>) -> [Relation.Term] {
        guard let range = item.column.range else { return [] }
        return values.filter(range.contains).map { Relation.Term(name, .kind($0 - range.lowerBound)) }
    }

    private var relations: [Relation] {
        var relations = [Relation.repeating(.init(name, .answers), .init(countName, .count))]
        let code = item.code
        guard hasFigures else { return relations }
        switch item.column.item.kind {
        case .likert where item.column.right == nil:
            relations.append(.sum(.init(Metric.topBox.id.companion(code), .numerator), of: kinds(favorableAnswers)))
            relations.append(.same(.init(Metric.topBox.id.companion(code), .denominator), .init(countName, .count)))
            relations.append(
                .sum(.init(Metric.netAgreement.id.companion(code), .kind(2)), of: kinds(unfavorableAnswers))
            )
        case .resonates, .challenges:
            let prompt = item.column.item.kind == .resonates ? "resonates" : "challenges"
            relations += (item.column.range ?? 1...1).compactMap { value in
                item.column.choice(of: value).map {
                    .sum(
                        .init(Metric.principleTally.id.companion("\($0.name.lowercased()).\(prompt)"), .numerator),
                        of: kinds([value])
                    )
                }
            }
        default: break
        }
        if !item.column.isMask, case .some(.whole(let right)) = item.column.right {
            relations.append(.sum(.init(Metric.knowledge.id.companion(code), .numerator), of: kinds([Int(right)])))
            relations.append(.same(.init(Metric.knowledge.id.companion(code), .denominator), .init(countName, .count)))
        }
        return relations
    }

    private var isTurned: Bool {
        item.places.first.map { questionnaire.plans[$0.plan].isTurned(item.column) } ?? false
    }

    private var favorableAnswers: [Int] { box(isUpper: !isTurned) }
    private var unfavorableAnswers: [Int] { box(isUpper: isTurned) }

    private func box(isUpper: Bool) -> [Int] {
        guard let range = item.column.likert else { return [] }
        let size = Likert(range).box
        return isUpper ? Array(range.suffix(size)) : Array(range.prefix(size))
    }

    /// The sum behind the mean is that of the answers, each as often as it was given.
    private var meanRelations: [Relation] {
        guard let range = item.column.range, !item.column.isMask else { return [] }
        let terms = range.filter { $0 != 0 }.map { Relation.Term(name, .kind($0 - range.lowerBound), times: $0) }
        return [
            .sum(.init(meanName, .amount), of: terms), .repeating(.init(meanName, .answers), .init(countName, .count)),
        ]
    }

    /// The share of favorable answers to a form some weeks later, which is no figure of its own.
    private var favorablesTold: [Detail.Told] {
        guard !hasFigures, let top, item.column.right == nil else { return [] }
        let relations = [
            Relation.sum(.init(favorableName, .numerator), of: kinds(favorableAnswers)),
            .same(.init(favorableName, .denominator), .init(countName, .count)),
        ]
        return [Detail.Told(favorableName, top.topFigure(), .sensitiveRate.related(relations), disclosure)]
    }
}

extension Reading {
    /// The items of forms for after, in their order.
    func lines(_ disclosure: Disclosure) -> [AnswerLine] {
        let withheld = itemsWithheld
        return (questionnaire?.afters.items ?? []).compactMap { item in
            AnswerLine(item, .answers, hasFigures: true, self, disclosure, withheld)
        }
    }

    /// The items of follow-up forms. What no form for after asks has figures of its own.
    func laterLines(_ disclosure: Disclosure) -> [AnswerLine] {
        let soon = Set((questionnaire?.afters.items ?? []).map { $0.code.lowercased() })
        let withheld = itemsWithheld.subtracting(soon)
        return (questionnaire?.followups.items ?? []).compactMap { item in
            let isFirst = !soon.contains(item.code.lowercased())
            return AnswerLine(item, .followup, hasFigures: isFirst, self, disclosure, withheld)
        }
    }
}
