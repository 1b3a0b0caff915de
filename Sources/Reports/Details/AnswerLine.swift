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
        _ disclosure: Disclosure
    ) {
        guard let questionnaire = reading.questionnaire else { return nil }
        let found = item.places.compactMap { place in
            reading.whole.answers[questionnaire.plans[place.plan].form.id].map { ($0, place.place) }
        }
        let items = found.map { $0.0.items[$0.1] }
        (self.item, self.hasFigures, self.items) = (item, hasFigures, items)
        (self.reading, self.questionnaire, self.disclosure) = (reading, questionnaire, disclosure)
        self.detail = detail
        answered = items.reduce(0) { $0 + $1.answered }
        unscored = items.reduce(0) { $0 + $1.unscored }
        blank = found.reduce(0) { $0 + $1.0.blank($1.1) }
        var bins = Array(repeating: 0, count: item.column.range?.count ?? 0)
        for item in items { for bin in bins.indices where bin < item.bins.count { bins[bin] += item.bins[bin] } }
        self.bins = bins
    }

    // MARK: - What is printed

    /// The cells of its row. Who gave no answer said nothing: how many did is no secret, unless the forms less them
    /// disclose how few answered.
    var row: [Documents.Cell] {
        let places = item.column.item.kind == .number ? 1 : 2
        let (mean, median) = middle
        let count = reading.shown(.count(answered), of: countID, .people)
        return [
            .text(item.code), .text(item.title), .figure(count),
            count.state == .withheld ? .withheld : .whole(blank),
            .figure(reading.shown(.count(unscored), of: unscoredID, .people)),
            cell(mean, meanID, middleRule, places), cell(spread, id(.column("sd")), spreadRule, places),
            cell(median, meanID, middleRule, 1), often,
        ]
    }

    /// The share of favorable answers to a Likert item; empty for any other.
    var favorable: Documents.Cell {
        guard let top, item.column.right == nil else { return .empty }
        var rule = DisclosureRule.sensitiveRate
        rule.suppressedWith = shares
        return .figure(reading.shown(top.topFigure(), of: favorableID, rule))
    }

    /// A mean, a deviation or a median; empty where there is none.
    private func cell(_ figure: Figure?, _ cell: CellID, _ rule: DisclosureRule, _ places: Int) -> Documents.Cell {
        let value = figure.flatMap { $0.state == .value ? $0 : nil } ?? .notCollected
        let shown = reading.shown(value, of: cell, rule)
        if shown.state == .notCollected { return .empty }
        return .figure(shown) { $0.value.map { Decimal.fixed($0, places: places) } ?? "" }
    }

    private func id(_ column: ColumnKey) -> CellID { .detail(detail, row: [.code(item.code)], column: column) }

    private var countID: CellID { id(.column("n")) }
    private var unscoredID: CellID { id(.unscored) }
    private var meanID: CellID { id(.column("mean")) }
    private var favorableID: CellID { id(.favorable) }
    private var distributionID: CellID { id(.distribution) }

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

    // MARK: - How that is protected

    /// What the counts of an item disclose: its share of favorable answers, or what everybody answered. What is right
    /// in a knowledge question is no secret, and neither is which principle resonates.
    private var disclosed: [Disclosed] {
        guard answered > 0, item.column.right == nil else { return [] }
        switch item.column.item.kind {
        case .resonates, .challenges: return []
        case .likert: return [.share(top?.topFigure() ?? .withheld())]
        default: return [.unanimity(bins, of: answered)]
        }
    }

    /// The share of favorable answers among the figures, which the counts of an item would give away.
    private var shares: [CellID] { hasFigures ? [.metric(Metric.topBox.id.companion(item.code))] : [] }

    /// With few choices the mean, beside the top box and its n, discloses how often each of them was given.
    private var middleRule: DisclosureRule {
        var rule = DisclosureRule.mean.related(meanRelations)
        if answered > 0, bins.count < 5 {
            let others = item.column.isMask ? bins.map { answered - $0 } : []
            rule.discloses = disclosed + [.counts(bins + others)]
        }
        return rule
    }

    /// A deviation is given away by the mean and by how often each answer was given.
    private var spreadRule: DisclosureRule {
        var rule = middleRule
        rule.discloses += disclosed
        rule.suppressedWith = [meanID] + counted.map(\.cell) + shares
        return rule
    }

    private func distributionRule(_ rule: DisclosureRule, _ relations: [Relation]) -> DisclosureRule {
        var rule = rule.related(relations)
        rule.discloses = disclosed
        rule.suppressedWith = shares
        return rule
    }

    private var often: Documents.Cell {
        let column = item.column
        guard let range = column.range, !bins.isEmpty, answered > 0 else { return .empty }
        let isShown = counted.allSatisfy { reading.shown($0).state != .withheld }
        let known = isShown ? [] : known
        guard isShown || !known.isEmpty else { return .withheld }
        let counts = bins.enumerated().map { place, count in
            let value = range.lowerBound + place
            return (value: value, count: isShown || known.contains(value) ? count : nil)
        }
        let line = counts.map { "\(column.name(of: $0.value)): \($0.count.map { String($0) } ?? "*")" }
            .joined(separator: " · ")
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
            Detail.Told(countID, .count(answered), .people, disclosure),
            Detail.Told(unscoredID, .count(unscored), .people, disclosure),
        ]
        let mean = middle.mean.map {
            Detail.Told(meanID, $0, middleRule, disclosure)
        }
        return counts + [mean].compactMap(\.self) + counted + favorablesTold
    }

    /// How often each answer was given; of several that can be ticked, each with those who left it.
    private var counted: [Detail.Told] {
        guard !bins.isEmpty else { return [] }
        if item.column.isMask {
            return bins.enumerated().map { place, count in
                let cell = id(.option(place))
                let relation = Relation.same(.init(cell, .denominator), .init(countID, .count))
                let share = Figure.share(numerator: count, denominator: answered)
                return Detail.Told(cell, share, distributionRule(.rate, [relation]), disclosure)
            }
        }
        let figure = Figure.distribution(bins)
        let isSensitive = item.column.right == nil && item.column.item.kind == .likert
        let rule = distributionRule(isSensitive ? .sensitiveRate : .rate, relations)
        return [Detail.Told(distributionID, figure, rule, disclosure)]
    }

    private func kinds(_ values: some Sequence<Int>) -> [Relation.Term] {
        guard let range = item.column.range else { return [] }
        return values.filter(range.contains).map { Relation.Term(distributionID, .kind($0 - range.lowerBound)) }
    }

    private var relations: [Relation] {
        var relations = [Relation.repeating(.init(distributionID, .answers), .init(countID, .count))]
        let code = item.code
        guard hasFigures else { return relations }
        switch item.column.item.kind {
        case .likert where item.column.right == nil:
            relations.append(.sum(.init(Metric.topBox.id.companion(code), .numerator), of: kinds(favorableAnswers)))
            relations.append(.same(.init(Metric.topBox.id.companion(code), .denominator), .init(countID, .count)))
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
            relations.append(.same(.init(Metric.knowledge.id.companion(code), .denominator), .init(countID, .count)))
        }
        return relations
    }

    private var isTurned: Bool {
        item.places.first.map { questionnaire.plans[$0.plan].isTurned(item.column) } ?? false
    }

    /// The answers whose counts are known from the figures that are printed, whatever else is suppressed: the one that is
    /// favorable or right, or what both sides leave for the one between them.
    private var known: Set<Int> {
        guard hasFigures, !item.column.isMask else { return [] }
        if case .some(.whole(let right)) = item.column.right { return isPrinted(.knowledge) ? [Int(right)] : [] }
        guard item.column.right == nil, let range = item.column.likert, isPrinted(.topBox) else { return [] }
        var sides = [favorableAnswers]
        if isPrinted(.netAgreement) {
            sides.append(unfavorableAnswers)
            sides.append(range.filter { value in !sides.contains { $0.contains(value) } })
        }
        return Set(sides.filter { $0.count == 1 }.joined())
    }

    /// Whether a figure about the item is printed.
    private func isPrinted(_ metric: Metric) -> Bool { reading.prints(metric.id.companion(item.code)) }

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
        let terms = range.filter { $0 != 0 }.map {
            Relation.Term(distributionID, .kind($0 - range.lowerBound), times: $0)
        }
        return [
            .sum(.init(meanID, .amount), of: terms), .repeating(.init(meanID, .answers), .init(countID, .count)),
        ]
    }

    /// The share of favorable answers to a form some weeks later, which is no figure of its own.
    private var favorablesTold: [Detail.Told] {
        guard !hasFigures, let top, item.column.right == nil else { return [] }
        let relations = [
            Relation.sum(.init(favorableID, .numerator), of: kinds(favorableAnswers)),
            .same(.init(favorableID, .denominator), .init(countID, .count)),
        ]
        return [Detail.Told(favorableID, top.topFigure(), .sensitiveRate.related(relations), disclosure)]
    }
}

extension Reading {
    /// The items of forms for after, in their order.
    func lines(_ disclosure: Disclosure) -> [AnswerLine] {
        (questionnaire?.afters.items ?? []).compactMap { item in
            AnswerLine(item, .answers, hasFigures: true, self, disclosure)
        }
    }

    /// The items of follow-up forms. What no form for after asks has figures of its own.
    func laterLines(_ disclosure: Disclosure) -> [AnswerLine] {
        let soon = Set((questionnaire?.afters.items ?? []).map { $0.code.lowercased() })
        return (questionnaire?.followups.items ?? []).compactMap { item in
            let isFirst = !soon.contains(item.code.lowercased())
            return AnswerLine(item, .followup, hasFigures: isFirst, self, disclosure)
        }
    }
}
