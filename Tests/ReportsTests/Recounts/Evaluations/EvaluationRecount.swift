/// The figures EV-01 to EV-15, counted from what was made by plain loops, by the definitions in sections 1 and 2 B with 9.6,
/// 9.9 to 9.11, 9.13, 9.14, 9.18, 9.20, 9b.6, 9b.15, 9b.16 and 9b.19 to 21.
struct EvaluationRecount {
    typealias Form = EvaluationRecord.Form
    typealias Item = EvaluationRecord.Item
    typealias Scale = EvaluationRecord.Scale
    typealias Response = EvaluationRecord.Response

    /// What was made, without rows that hold no answer.
    let record: EvaluationRecord
    /// The day up to which what came back counts.
    let asOf: String
    /// The days that are counted: those of the period, or of a month or quarter of it.
    let days: ClosedRange<String>
    /// Whether a session is counted, but for its day.
    let isMeant: (RawRecords.Session) -> Bool
    /// The held sessions that are counted.
    let sessions: Set<Int>
    /// The held sessions of the whole scope, of which these are a group.
    private(set) var whole: Set<Int>
    /// The forms that were answered in the whole scope, the oldest first.
    private(set) var forms: [Form]
    /// What came back of each form from the sessions that are counted, by the day.
    private let cameBack: [Int: [Response]]

    /// - Parameters:
    ///   - days: the days of the period.
    ///   - group: those of the month or quarter that is counted, in a report that is divided by them.
    ///   - all: whether a session is in the scope, whatever its day and its group.
    ///   - part: whether it is in the group that is counted.
    init(
        _ full: EvaluationRecord,
        asOf: String,
        days: ClosedRange<String>,
        group: ClosedRange<String>? = nil,
        in all: @escaping (RawRecords.Session) -> Bool = { _ in true },
        part: @escaping (RawRecords.Session) -> Bool = { _ in true }
    ) {
        var record = full
        record.responses.removeAll(where: \.isEmpty)
        self.record = record
        self.asOf = asOf
        let counted = group?.clamped(to: days) ?? days
        self.days = counted
        isMeant = { all($0) && part($0) }
        let held = record.raw.sessions.filter {
            $0.status == "held" && $0.day <= asOf && days.contains($0.day) && all($0)
        }
        whole = Set(held.map(\.id))
        sessions = Set(held.filter { counted.contains($0.day) && part($0) }.map(\.id))
        let answered = record.responses.filter { [whole] in whole.contains($0.session) }
        // Somebody filled in the form before elsewhere in the series, and the one after here.
        let pairs = Set(answered.filter { record.form(of: $0).wave == "after" }.compactMap(\.pair))
        let earlier = record.responses.filter { $0.pair.map(pairs.contains) ?? false }
        let asked = Set((answered + earlier).map(\.form))
        forms = record.forms.filter { asked.contains($0.id) }
        let back = record.responses.filter { [sessions] response in
            sessions.contains(response.session) && response.day.map { $0 <= asOf } ?? true
        }
        cameBack = Dictionary(grouping: back, by: \.form)
    }

    /// Every figure by its id, among them those that the forms give.
    var figures: [String: ExpectedFigure] {
        let figures = [
            responseRate, followupRate, matching, ratings, ["EV-06": recommendation], scores, alphas, change, knowledge,
            knowledgeTests, principles, hands, commitments, coverage, statements,
        ].reduce(into: [:]) { all, some in all.merge(some) { $1 } }
        guard days.lowerBound > asOf else { return figures }
        return Dictionary(uniqueKeysWithValues: figures.map { ($0, Self.ahead($0, $1)) })
    }

    /// A figure of days that are still to come: shares are not due, counts are 0, and of the rest there is nothing either.
    private static func ahead(_ id: String, _ figure: ExpectedFigure) -> ExpectedFigure {
        if id == "EV-13.made" || id.hasSuffix(".hands") { return .count(0) }
        let shares = ["EV-01", "EV-02", "EV-03", "EV-04", "EV-11", "EV-12", "EV-13", "EV-14", "EV-15"]
        let isShare =
            shares.contains { id.hasPrefix($0) } && ![".p", ".net", ".per_person"].contains { id.hasSuffix($0) }
        return isShare ? .notApplicable("not_due") : figure
    }

    /// The same count of this scope beside another one, whose forms have entries here too.
    func beside(_ other: EvaluationRecount) -> EvaluationRecount {
        var recount = self
        let asked = Set((forms + other.forms).map(\.id))
        recount.forms = record.forms.filter { asked.contains($0.id) }
        recount.whole.formUnion(other.whole)
        return recount
    }

    func isKnown(_ day: String?) -> Bool { day.map { $0 <= asOf } ?? true }

    func responses(to form: Form) -> [Response] { cameBack[form.id] ?? [] }

    func responses(_ wave: String, where isMeant: (Form) -> Bool = { _ in true }) -> [Response] {
        forms.filter { $0.wave == wave && isMeant($0) }.flatMap(responses(to:))
    }
}

// MARK: - What was asked

extension EvaluationRecount {
    /// An item of one code in all forms of a wave, as the newest of them asks it.
    struct Asked<Element> {
        let code: String
        let newest: Element
        var places: [(form: Form, element: Element)]
        /// Forms that ask it in another way: another kind, other ends, other choices where they have no order.
        var otherwise: [Form] = []
    }

    func items(_ wave: String) -> [Asked<Item>] {
        pooled(wave, { $0.counted }, \.code, Self.areAlike)
    }

    static func areAlike(_ left: Item, _ right: Item) -> Bool {
        let isUnordered = ["choice", "choices", "resonates", "challenges"].contains(left.kind)
        return left.kind == right.kind && left.low == right.low && left.high == right.high
            && (!isUnordered || left.choices.map(\.name) == right.choices.map(\.name))
    }

    /// Scales of one code, alike where they have as many items with the same ends, and are scored alike.
    func scales(_ wave: String) -> [Asked<ScaleOfForm>] {
        pooled(wave, { form in form.scales.map { ScaleOfForm($0, of: form) } }, \.scale.code, Self.areAlike)
    }

    static func areAlike(_ left: ScaleOfForm, _ right: ScaleOfForm) -> Bool {
        left.scale.scoring == right.scale.scoring && left.scale.direction == right.scale.direction
            && left.items.map(\.low) == right.items.map(\.low) && left.items.map(\.high) == right.items.map(\.high)
    }

    private func pooled<Element>(
        _ wave: String,
        _ elements: (Form) -> [Element],
        _ code: (Element) -> String,
        _ areAlike: (Element, Element) -> Bool
    ) -> [Asked<Element>] {
        var all: [Asked<Element>] = []
        for form in forms.reversed() where form.wave == wave {
            for element in elements(form) {
                let own = code(element)
                guard let place = all.firstIndex(where: { $0.code.lowercased() == own.lowercased() }) else {
                    all.append(Asked(code: own, newest: element, places: [(form, element)]))
                    continue
                }
                if areAlike(all[place].newest, element) {
                    all[place].places.append((form, element))
                } else {
                    all[place].otherwise.append(form)
                }
            }
        }
        return all
    }

    /// Those after a training, and those that only a form weeks later has.
    func last<Element>(_ asked: (String) -> [Asked<Element>]) -> [Asked<Element>] {
        let soon = asked("after")
        return soon
            + asked("followup").filter { late in !soon.contains { $0.code.lowercased() == late.code.lowercased() } }
    }

    func returned(_ forms: [Form]) -> Int { forms.reduce(0) { $0 + responses(to: $1).count } }
}

// MARK: - What was answered

extension EvaluationRecount {
    /// A scale with its items in one form.
    struct ScaleOfForm {
        let scale: Scale
        let items: [Item]

        init(_ scale: Scale, of form: Form) {
            self.scale = scale
            items = form.items.filter { $0.scale?.lowercased() == scale.code.lowercased() }
        }

        /// What somebody scored: reversed items are turned round first; the mean of what was answered stands for the rest.
        /// Nil where too little was.
        func score(_ response: Response) -> Fraction? {
            let values = items.compactMap { $0.number(in: response, isTurned: $0.isReversed) }
            let needed = max(1, scale.needed ?? (4 * items.count + 4) / 5)
            guard values.count >= needed, let mean = values.mean else { return nil }
            return scale.scoring == "mean" ? mean : mean * Fraction(items.count)
        }

        func isProrated(_ response: Response) -> Bool { answers(response).count < items.count }

        /// Whether somebody gave one answer to all of them although some are reversed.
        func isStraightLined(_ response: Response) -> Bool {
            let given = answers(response)
            return given.count > 1 && Set(given).count == 1 && items.contains(where: \.isReversed)
        }

        private func answers(_ response: Response) -> [Fraction] { items.compactMap { $0.number(in: response) } }

        /// Whether somebody agrees with any of them, or disagrees with a favorable one; nil where none was answered.
        func isAnyHeld(_ response: Response) -> Bool? {
            let held = items.compactMap { item -> Bool? in
                guard let low = item.low, let high = item.high, let answer = item.number(in: response) else {
                    return nil
                }
                let middle = Fraction(low + high, over: 2)
                return item.isReversed ? answer < middle : middle < answer
            }
            return held.isEmpty ? nil : held.contains(true)
        }
    }

    /// Whether less of an item's number is the better answer.
    func isTurned(_ item: Item, on form: Form) -> Bool {
        let scale = form.scales.first { $0.code.lowercased() == item.scale?.lowercased() }
        return item.isReversed != (scale?.direction == "lower_is_better")
    }
}

extension EvaluationRecord.Item {
    /// The number that somebody answered; nil where there is none.
    func number(in response: EvaluationRecord.Response, isTurned: Bool = false) -> Fraction? {
        guard case .tenths(let tenths)? = response.answers[code] else { return nil }
        guard isTurned, let low, let high else { return Fraction(tenths, over: 10) }
        return Fraction(10 * (low + high) - tenths, over: 10)
    }

    func isBlank(in response: EvaluationRecord.Response) -> Bool { response.answers[code] == nil }

    /// Whether an answer is the right one; a choice that is no number is wrong. Nil without an answer or a key.
    func isRight(in response: EvaluationRecord.Response) -> Bool? {
        guard let first = key.first, let answer = response.answers[code] else { return nil }
        switch answer {
        case .ticked(let places): return Set(places.map { choices[$0 - 1].name }) == Set(key)
        case .name: return false
        case .tenths(let tenths):
            if kind == "number" { return Double(first).map { Int(($0 * 10).rounded()) } == tenths }
            return choices.first { $0.name == first }?.value == tenths / 10
        }
    }
}
