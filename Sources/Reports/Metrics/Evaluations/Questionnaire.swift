import Measures
import Records
import SQLite

/// What the forms ask that were answered in a scope: the items and scales that have figures, pooled by their codes.
///
/// An item of one code counts together over the forms of a wave where it is of one kind and range; where they differ,
/// that of the newest form holds, and the others are named in `notPooled`.
struct Questionnaire: Sendable {
    /// A column or a scale of one of the forms.
    struct Place: Sendable, Hashable {
        /// The form's place in `plans`.
        let plan: Int
        let place: Int
    }

    /// An item with its places in the forms.
    struct Item: Sendable {
        let code: String
        let title: String
        let column: FormPlan.Column
        fileprivate(set) var places: [Place]
        /// Forms that ask it in another way, by their places among all: they are not counted with it.
        fileprivate(set) var leftOut: [Int] = []
        /// Refs of forms that ask it in other words than its title.
        fileprivate(set) var reworded: [String] = []
    }

    /// A scale with its places in the forms.
    struct Scale: Sendable {
        let code: String
        let title: String
        let scale: FormPlan.Scale
        fileprivate(set) var places: [Place]
        /// Forms that score it in another way, by their places among all.
        fileprivate(set) var leftOut: [Int] = []
    }

    /// The forms, the oldest first.
    let plans: [FormPlan]
    /// Items and scales of the forms for before, of those for after, and of those for some weeks later.
    let befores: (items: [Item], scales: [Scale])
    let afters: (items: [Item], scales: [Scale])
    let followups: (items: [Item], scales: [Scale])
    /// Forms for before beside forms for after, where their answers can be paired and were.
    let pairings: [Pairing]
    let principles: [PrincipleList]
    /// The topics of the courses that were taught.
    let topics: [CourseTopic]
    /// Items whose kind or range differs from that of the newest form: code and form.
    let notPooled: [(code: String, form: String)]

    /// Reads the forms that were answered at the held sessions of any of the scopes, and the lists of principles.
    init(_ scopes: [Scope], on bases: Bases = Bases(), from database: borrowing DatabaseReader) throws {
        var found: [Int64: FormPlan] = [:]
        for scope in scopes {
            let answered = try bases.of(scope.undivided).forms(in: database)
            for plan in answered { found[plan.form.id] = plan }
            for id in try Pairing.formsElsewhere(answered, scope.undivided, from: database) where found[id] == nil {
                found[id] = FormPlan(try Form.reading(id, from: database))
            }
        }
        let plans = found.values.sorted { $0.form.id < $1.form.id }
        self.plans = plans
        var pool = Pool(plans)
        befores = pool.asked(.before)
        afters = pool.asked(.after)
        followups = pool.asked(.followup)
        notPooled = pool.notPooled
        pairings = try Pairing.all(plans, from: database)
        principles = try PrincipleList.all(asked: plans, scopes.map(\.undivided), from: database)
        topics = try CourseTopic.all(scopes, from: database)
    }

    /// The questions that read the answers to these forms, each once.
    func questions(_ places: some Sequence<Place>) -> [Question] { questions(of: places.map(\.plan)) }

    /// The questions that read the answers to the forms at these places among all.
    func questions(of forms: some Sequence<Int>) -> [Question] {
        Set(forms).sorted().map { Question.answers(plans[$0]) }
    }

    /// The questions that read the answers to an item, and to the forms that ask it in another way.
    func questions(_ item: Item) -> [Question] { questions(of: item.places.map(\.plan) + item.leftOut) }

    /// The questions that read the scores on a scale, and the forms that score it in another way.
    func questions(_ scale: Scale) -> [Question] { questions(of: scale.places.map(\.plan) + scale.leftOut) }

    /// The items of forms for after, and behind them those that only a follow-up form asks.
    var askedLast: [Item] {
        let known = Set(afters.items.map { $0.code.lowercased() })
        return afters.items + followups.items.filter { !known.contains($0.code.lowercased()) }
    }

    /// The scales of forms for after, and behind them those that only a follow-up form has.
    var scoredLast: [Scale] {
        let known = Set(afters.scales.map { $0.code.lowercased() })
        return afters.scales + followups.scales.filter { !known.contains($0.code.lowercased()) }
    }

    /// Whether answers at these places were given some weeks later.
    func isLate(_ places: [Place]) -> Bool {
        places.first.map { plans[$0.plan].form.wave == .followup } ?? false
    }

    /// The title of an item in figures that count it turned round.
    func titleAsCounted(_ item: Item) -> String {
        let isTurned = item.places.first.map { plans[$0.plan].isTurned(item.column) } ?? false
        return isTurned ? "\(item.title) (reversed)" : item.title
    }

    /// The question as each form words it, where they word it otherwise; empty where all have the same words.
    func wordings(_ item: Item) -> [String] {
        guard !item.reworded.isEmpty else { return [] }
        return item.places.map { place in
            let plan = plans[place.plan]
            return "Wording on \(plan.form.ref): \(plan.columns[place.place].item.label.oneLine)"
        }
    }

    /// The forms of a wave, by their places among all.
    func forms(_ wave: Form.Wave) -> [Int] { plans.indices.filter { plans[$0].form.wave == wave } }

    /// Whether any form asks for the elements of a code.
    var hasElements: Bool { plans.contains { !$0.form.elements.isEmpty } }
}

/// Items and scales while they are put together by their codes.
private struct Pool {
    let plans: [FormPlan]
    var notPooled: [(code: String, form: String)] = []

    init(_ plans: [FormPlan]) { self.plans = plans }

    mutating func asked(_ wave: Form.Wave) -> (items: [Questionnaire.Item], scales: [Questionnaire.Scale]) {
        var (items, scales): ([Questionnaire.Item], [Questionnaire.Scale]) = ([], [])
        for form in plans.indices.reversed() where plans[form].form.wave == wave {
            for (place, column) in plans[form].columns.enumerated() {
                add(column, .init(plan: form, place: place), &items)
            }
            for (place, scale) in plans[form].scales.enumerated() {
                add(scale, .init(plan: form, place: place), &scales)
            }
        }
        return (items, scales)
    }

    private mutating func add(
        _ column: FormPlan.Column,
        _ place: Questionnaire.Place,
        _ items: inout [Questionnaire.Item]
    ) {
        let code = column.item.code.lowercased()
        guard let index = items.firstIndex(where: { $0.code.lowercased() == code }) else {
            items.append(.init(code: column.item.code, title: column.item.label, column: column, places: [place]))
            return
        }
        if items[index].column.isAskedAlike(column) {
            items[index].places.append(place)
            if column.item.label.oneLine != items[index].title.oneLine {
                items[index].reworded.append(plans[place.plan].form.ref)
            }
        } else {
            items[index].leftOut.append(place.plan)
            notPooled.append((column.item.code, plans[place.plan].form.ref))
        }
    }

    private mutating func add(
        _ scale: FormPlan.Scale,
        _ place: Questionnaire.Place,
        _ scales: inout [Questionnaire.Scale]
    ) {
        let code = scale.scale.code.lowercased()
        guard let index = scales.firstIndex(where: { $0.code.lowercased() == code }) else {
            scales.append(.init(code: scale.scale.code, title: scale.scale.title, scale: scale, places: [place]))
            return
        }
        if scales[index].scale.isScoredAlike(scale) {
            scales[index].places.append(place)
        } else {
            scales[index].leftOut.append(place.plan)
            notPooled.append((scale.scale.code, plans[place.plan].form.ref))
        }
    }
}

extension FormPlan.Column {
    /// Whether answers to both mean the same: one kind, one range, and the same choices where they have no order.
    func isAskedAlike(_ other: FormPlan.Column) -> Bool {
        guard item.kind == other.item.kind, range == other.range else { return false }
        switch item.kind {
        case .choice, .choices, .resonates, .challenges: return choices.map(\.name) == other.choices.map(\.name)
        case .number: return item.min == other.item.min && item.max == other.item.max
        default: return true
        }
    }
}

extension FormPlan.Scale {
    /// Whether scores of both are on one scale: as many items with the same ranges, scored alike.
    func isScoredAlike(_ other: FormPlan.Scale) -> Bool {
        scale.scoring == other.scale.scoring && scale.direction == other.scale.direction
            && key.items.map(\.range) == other.key.items.map(\.range)
    }
}

extension FormPlan {
    /// Whether less of an item's number is the better answer: it is reversed in a scale of which more is better, or
    /// stands as it is in one of which less is better.
    func isTurned(_ column: Column) -> Bool {
        let code = column.item.scale?.lowercased()
        let scale = form.scales.first { $0.code.lowercased() == code }
        return column.item.isReversed != (scale?.direction == .lowerIsBetter)
    }

    /// What more of an item's number means once a reversed one is turned round: what more of its scale means. A
    /// reversed number without ends can't be turned, so that more of it means the opposite.
    func direction(of column: Column) -> FormScale.Direction {
        let code = column.item.scale?.lowercased()
        let direction = form.scales.first { $0.code.lowercased() == code }?.direction ?? .higherIsBetter
        guard column.item.isReversed, column.item.range == nil else { return direction }
        return switch direction {
        case .higherIsBetter: .lowerIsBetter
        case .lowerIsBetter: .higherIsBetter
        case .neutral: .neutral
        }
    }
}

extension String {
    /// The words with one blank between them.
    fileprivate var oneLine: String { split { $0.isWhitespace }.joined(separator: " ") }
}
