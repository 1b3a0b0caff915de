import Documents
import Measures
import Records
import SQLite

extension Detail {
    /// The items of forms for after: how often each answer was given, mean and median. Never what people wrote.
    ///
    /// Beside the top box and its n a single small count could be found by subtraction, so the counts of an item stand
    /// there only where each of them is 0 or large enough, and never where the top box or the net is withheld.
    static let answers = Detail(
        key: "answers",
        title: "What was answered",
        counted: { reading, disclosure in
            let withheld = reading.itemsWithheld
            let rows = (reading.questionnaire?.afters.items ?? []).compactMap { item in
                reading.answerRow(item, disclosure, withheld)
            }
            return Table(columns: answerColumns, rows: rows)
        }
    )

    /// The columns of a table of items; a follow-up has more of them in front of the last.
    static let answerColumns = [
        Column(key: "item", title: "Item"), Column(key: "question", title: "Question"),
        Column(key: "n", title: "Answers", alignment: .right),
        Column(key: "no_answer", title: "None", alignment: .right),
        Column(key: "does_not_apply", title: "Not a number", alignment: .right),
        Column(key: "mean", title: "Mean", alignment: .right),
        Column(key: "sd", title: "SD", alignment: .right),
        Column(key: "median", title: "Median", alignment: .right),
        Column(key: "answers", title: "How often"),
    ]

    /// Hands by question and option. Most programs never keep one: their sessions need not be gone through for it.
    private static func handsShown(
        _ scope: Scope,
        in database: borrowing Database
    ) throws -> [(question: String, option: String, count: Int)] {
        guard try database.value("SELECT EXISTS (SELECT 1 FROM tally)", as: Bool.self) == true else { return [] }
        return try database.all(
            """
            WITH \(scope.clause), \(scope.heldClause)
            SELECT trim(tally.question), trim(tally.option), sum(tally.count)
            FROM sat CROSS JOIN tally ON tally.session_id = sat.session_id
            GROUP BY lower(trim(tally.question)), lower(trim(tally.option))
            ORDER BY lower(trim(tally.question)), min(tally.id)
            """
        ) { row in (question: try row.text(0), option: try row.text(1), count: try row[2] as Int) }
    }

    /// Shows of hands and polls, beside what came by form to the question of the same name.
    static let hands = Detail(key: "hands", title: "Shows of hands and polls") { scope, disclosure, database in
        let rows = try Detail.handsShown(scope, in: database)
        let asked = try rows.isEmpty ? nil : Questionnaire([scope], from: database)
        let onForms = try asked?.counts(of: rows.map(\.question), scope, database) ?? Counts()
        let published = Dictionary(grouping: rows.indices) { rows[$0].question.lowercased() }.values.reduce(
            into: [Int: (Documents.Cell, Documents.Cell)]()
        ) { cells, places in
            let hands = places.map { rows[$0].count }
            let forms = places.map { asked?.count(of: rows[$0].option, to: rows[$0].question, onForms) }
            let handCells = disclosure.cells(hands)
            let formCells = forms.contains(nil) ? nil : disclosure.cells(forms.map { $0 ?? 0 })
            for (index, place) in places.enumerated() { cells[place] = (handCells[index], formCells?[index] ?? .empty) }
        }
        return Table(
            columns: [
                Column(key: "question", title: "Question"), Column(key: "option", title: "Answer"),
                Column(key: "hands", title: "Hands", alignment: .right),
                Column(key: "forms", title: "On forms", alignment: .right),
            ],
            rows: rows.enumerated().map { place, row in
                [.text(row.question), .text(row.option), published[place]?.0 ?? .empty, published[place]?.1 ?? .empty]
            }
        )
    }

    /// Before and after of everybody who answered, whether matched or not.
    static let waves = Detail(
        key: "waves",
        title: "Everybody who answered, before and after",
        counted: { reading, disclosure in
            let rows = (reading.questionnaire?.waves ?? []).map { wave in wave.row(reading, disclosure) }
            return Table(
                columns: [
                    Column(key: "code", title: "Code"), Column(key: "title", title: "Scale or item"),
                    Column(key: "before_n", title: "n before", alignment: .right),
                    Column(key: "before_mean", title: "Mean before", alignment: .right),
                    Column(key: "after_n", title: "n after", alignment: .right),
                    Column(key: "after_mean", title: "Mean after", alignment: .right),
                    Column(key: "difference", title: "Difference", alignment: .right),
                ],
                rows: rows,
                notes: [
                    "Two groups, not the same people matched: the difference can be one of who answered, and has no interval "
                        + "here."
                ]
            )
        },
        questions: { asked in asked.questions(of: asked.forms(.before) + asked.forms(.after)) }
    )
}

extension Disclosure {
    /// The cells of counts that together make up a published total.
    fileprivate func cells(_ counts: [Int]) -> [Documents.Cell] {
        let withheld = Complement.withheld(of: counts, threshold: threshold)
        return counts.indices.map { withheld.contains($0) ? .withheld : .whole(counts[$0]) }
    }
}

// MARK: - What was answered

extension Reading {
    /// Codes of items, in lower case, whose share of favorable answers is withheld: its counts would tell it.
    var itemsWithheld: Set<String> {
        let (all, start) = (total, "EV-04.")
        return Set(
            all.filter { $0.metric.id.hasPrefix(start) && $0.figure.state == .withheld }.map {
                $0.metric.id.dropFirst(start.count).lowercased()
            }
        )
    }

    /// The row of an item.
    ///
    /// - Parameter withheld: codes of items whose counts would tell a share that is withheld.
    func answerRow(
        _ item: Questionnaire.Item,
        _ disclosure: Disclosure,
        _ withheld: Set<String>
    ) -> [Documents.Cell]? {
        guard let questionnaire else { return nil }
        let found = item.places.compactMap { place in
            whole.answers[questionnaire.plans[place.plan].form.id].map { ($0, place.place) }
        }
        let items = found.map { $0.0.items[$0.1] }
        let answered = items.reduce(0) { $0 + $1.answered }
        let unscored = items.reduce(0) { $0 + $1.unscored }
        let blank = found.reduce(0) { $0 + $1.0.blank($1.1) }
        var bins = Array(repeating: 0, count: item.column.range?.count ?? 0)
        for item in items { for bin in bins.indices where bin < item.bins.count { bins[bin] += item.bins[bin] } }
        let (mean, median) = middle(item, questionnaire, items)
        let places = item.column.item.kind == .number ? 1 : 2
        let often = self.often(item.column, bins, answered, disclosure)
        let isKept =
            self.isKept(item, bins, answered, withheld, disclosure) || often.content == Documents.Cell.withheld.content
        // With few choices the mean, beside the top box and its n, tells how often each of them was given.
        let hidesMiddle = isKept && bins.count < 5
        return [
            .text(item.code), .text(item.title), disclosure.cell(.count(answered)), disclosure.cell(.count(blank)),
            disclosure.cell(.count(unscored)), hidesMiddle ? .withheld : disclosure.cell(mean, places),
            isKept ? .withheld : disclosure.cell(spread(item, questionnaire, items), places),
            hidesMiddle ? .withheld : disclosure.cell(median, 1),
            isKept ? .withheld : often,
        ]
    }

    private func middle(
        _ item: Questionnaire.Item,
        _ questionnaire: Questionnaire,
        _ items: [FormAnswers.Item]
    ) -> (mean: Figure?, median: Figure?) {
        guard item.column.likert != nil || item.column.item.kind == .recommend else {
            guard item.column.item.kind == .number else { return (nil, nil) }
            let sample = Sample(items.flatMap(\.values))
            return (
                sample.figure.noted(ifEqual: sample),
                sample.median.map { .mean($0, n: sample.n).noted(ifEqual: sample) }
            )
        }
        guard let likert = questionnaire.given(whole, item.places) else { return (nil, nil) }
        func noted(_ figure: Figure) -> Figure { likert.deviation == 0 ? figure.noting(.zeroVariance) : figure }
        return (noted(likert.meanFigure()), likert.median.map { noted(.mean($0, n: likert.n)) })
    }

    /// The standard deviation, under the rule for means.
    private func spread(
        _ item: Questionnaire.Item,
        _ questionnaire: Questionnaire,
        _ items: [FormAnswers.Item]
    ) -> Figure? {
        if item.column.likert != nil || item.column.item.kind == .recommend {
            let likert = questionnaire.given(whole, item.places)
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
    private func isKept(
        _ item: Questionnaire.Item,
        _ bins: [Int],
        _ n: Int,
        _ withheld: Set<String>,
        _ disclosure: Disclosure
    ) -> Bool {
        guard disclosure.withholds, n > 0 else { return false }
        if withheld.contains(item.code.lowercased()) { return true }
        guard item.column.right == nil else { return false }
        switch item.column.item.kind {
        case .resonates, .challenges: return false
        case .likert:
            let top = questionnaire?.likert(whole, item.places)?.topFigure()
            return top.map { disclosure.publish($0, class: .rate, homogeneity: true).state == .withheld } ?? true
        default: return bins.contains(n)
        }
    }

    private func often(_ column: FormPlan.Column, _ bins: [Int], _ n: Int, _ disclosure: Disclosure) -> Documents.Cell {
        guard let range = column.range, !bins.isEmpty, n > 0 else { return .empty }
        guard bins.allSatisfy({ disclosure.allows(count: $0) && (!column.isMask || disclosure.allows(count: n - $0)) })
        else { return .withheld }
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
}

extension FormPlan.Column {
    /// What an answer is called in a short line: a number of an ordered item, else the choice's name.
    fileprivate func name(of value: Int) -> String {
        guard item.kind != .likert, item.kind != .recommend else { return String(value) }
        return choice(of: value)?.name ?? String(value)
    }

    /// The choice that a number stands for.
    fileprivate func choice(of value: Int) -> FormChoice? {
        isMask ? choices.first { $0.place == value } : choices.first { $0.value == value }
    }
}

extension Disclosure {
    func cell(_ count: Figure) -> Documents.Cell { .figure(publish(count, class: .people)) }

    /// A mean, a deviation or a median; empty where there is none.
    func cell(_ mean: Figure?, _ places: Int) -> Documents.Cell {
        guard let mean, mean.state == .value else { return .empty }
        return .figure(publish(mean, class: .mean)) { $0.value.map { Decimal.fixed($0, places: places) } ?? "" }
    }
}

extension Questionnaire {
    /// The answers of a Likert item as they were given.
    fileprivate func given(_ counts: Counts, _ places: [Place]) -> Likert? {
        var together: Likert?
        for place in places {
            let plan = plans[place.plan]
            guard let answers = counts.answers[plan.form.id],
                let likert = answers.likert(place.place, plan.columns[place.place])
            else { continue }
            var sum = together ?? Likert(likert.range)
            for answer in likert.range { sum.add(answer, count: likert.count(of: answer)) }
            together = sum
        }
        return together
    }

    // MARK: Hands beside forms

    /// The item of forms for after that asks a question of this name.
    private func item(_ question: String) -> Item? {
        let wanted = question.lowercased()
        return afters.items.first { $0.code.lowercased() == wanted || $0.title.lowercased() == wanted }
    }

    /// The answers to the forms that ask any of the questions.
    fileprivate func counts(
        of questions: [String],
        _ scope: Scope,
        _ database: borrowing Database
    ) throws -> Counts {
        let places = Set(questions.map { $0.lowercased() }).flatMap { question in
            principlePlaces(question)?.flatMap(\.places) ?? item(question)?.places ?? []
        }
        var counts = Counts()
        let basis = Basis(scope.undivided)
        for question in self.questions(places) {
            if let answers = try question.answers(basis, in: database)[""] { counts.add(answers) }
        }
        return counts
    }

    /// The questions about principles that a show of hands of this name asks, by what they choose and where.
    private func principlePlaces(_ question: String) -> [(list: PrincipleList, places: [Place])]? {
        switch question.lowercased() {
        case "resonates": principles.map { ($0, $0.resonates) }
        case "challenges": principles.map { ($0, $0.challenges) }
        default: nil
        }
    }

    /// How many chose an option on forms; nil where no form asks.
    fileprivate func count(of option: String, to question: String, _ counts: Counts) -> Int? {
        if let asked = principlePlaces(question) {
            let wanted = option.lowercased()
            let found = asked.first { $0.list.codes.contains(wanted) && !$0.places.isEmpty }
            return found.map { $0.list.chosen($0.places, counts, plans)[wanted] ?? 0 }
        }
        guard let item = item(question), let range = item.column.range else { return nil }
        let wanted = option.lowercased()
        let choice = item.column.choices.first { $0.name.lowercased() == wanted || $0.label.lowercased() == wanted }
        guard let choice, let value = item.column.isMask ? choice.place : choice.value, range.contains(value) else {
            return nil
        }
        return item.places.reduce(0) { sum, place in
            let bins = counts.answers[plans[place.plan].form.id]?.items[place.place].bins
            return sum + (bins?[value - range.lowerBound] ?? 0)
        }
    }
}

// MARK: - Before and after of everybody

/// A scale or item that both waves ask, over everybody who answered.
struct Wave: Sendable {
    let code: String
    let title: String
    let places: Int
    let before: @Sendable (Counts) -> Sample
    let after: @Sendable (Counts) -> Sample

    fileprivate func row(_ reading: Reading, _ disclosure: Disclosure) -> [Documents.Cell] {
        let change = GroupChange(before: before(reading.whole), after: after(reading.whole))
        let (first, second) = (figure(change.before, disclosure), figure(change.after, disclosure))
        let areShown = first.state == .value && second.state == .value
        return [
            .text(code), .text(title), count(change.before, disclosure), cell(first), count(change.after, disclosure),
            cell(second),
            areShown ? change.mean.map { .decimal($0, printed: Decimal.fixed($0, places: places)) } ?? .empty : .empty,
        ]
    }

    private func figure(_ sample: Sample, _ disclosure: Disclosure) -> Figure {
        disclosure.publish(sample.figure.noted(ifEqual: sample), class: .mean)
    }

    private func count(_ sample: Sample, _ disclosure: Disclosure) -> Documents.Cell {
        .figure(disclosure.publish(.count(sample.n), class: .people))
    }

    private func cell(_ figure: Figure) -> Documents.Cell {
        .figure(figure) { $0.value.map { Decimal.fixed($0, places: places) } ?? "" }
    }
}

extension Questionnaire {
    /// What both waves ask, scales first.
    fileprivate var waves: [Wave] {
        compared.map { compared in
            let key = compared.key
            if compared.scale != nil {
                let (before, after) = (places(befores.scales, key), places(afters.scales, key))
                return Wave(
                    code: compared.code,
                    title: compared.title,
                    places: compared.scale?.scale.scoring == .mean ? 2 : 1,
                    before: { scores($0, before).sample },
                    after: { scores($0, after).sample }
                )
            }
            let (before, after) = (places(befores.items, key), places(afters.items, key))
            return Wave(
                code: compared.code,
                title: compared.title,
                places: 2,
                before: { numbers($0, before) },
                after: { numbers($0, after) }
            )
        }
    }

    private func places(_ scales: [Scale], _ key: String) -> [Place] {
        scales.first { $0.code.lowercased() == key }?.places ?? []
    }

    private func places(_ items: [Item], _ key: String) -> [Place] {
        items.first { $0.code.lowercased() == key }?.places ?? []
    }

    /// The numbers that were answered to an item, a reversed one turned round.
    private func numbers(_ counts: Counts, _ places: [Place]) -> Sample {
        var numbers: [Double: Int] = [:]
        for place in places {
            let column = plans[place.plan].columns[place.place]
            guard let item = counts.answers[plans[place.plan].form.id]?.items[place.place] else { continue }
            let ends = column.item.isReversed ? column.item.range : nil
            func add(_ number: Double, _ count: Int) {
                numbers[ends.map { $0.lowerBound + $0.upperBound - number } ?? number, default: 0] += count
            }
            let lowest = column.range?.lowerBound ?? 0
            for (bin, count) in item.bins.enumerated() { add(Double(lowest + bin), count) }
            for value in item.values { add(value, 1) }
        }
        return Sample(counting: numbers)
    }
}
