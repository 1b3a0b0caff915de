import Documents
import Measures
import Records
import SQLite

extension Detail {
    /// The items of forms for after: how often each answer was given, mean and median. Never what people wrote.
    ///
    /// The counts of an item stand there only where each of them is 0 or large enough, and never where the top box is
    /// suppressed; what else they would disclose is decided over everything that is published together.
    static let answers = Detail(
        key: "answers",
        title: "Answers by question",
        counted: { reading, disclosure in
            Table(columns: answerColumns, rows: reading.lines(disclosure).map(\.row))
        },
        told: { reading, disclosure in reading.lines(disclosure).flatMap(\.told) }
    )

    /// The columns of a table of items; a follow-up has more of them in front of the last.
    static let answerColumns = [
        Column(key: "item", title: "Item"), Column(key: "question", title: "Question"),
        Column(key: "n", title: "Answers", alignment: .right),
        Column(key: "no_answer", title: "No answer", alignment: .right),
        Column(key: "does_not_apply", title: "Doesn't apply", alignment: .right),
        Column(key: "mean", title: "Mean", alignment: .right),
        Column(key: "sd", title: "SD", alignment: .right),
        Column(key: "median", title: "Median", alignment: .right),
        Column(key: "answers", title: "How many gave each answer"),
    ]

    /// Hands by question and option. Most programs never keep one: their sessions need not be gone through for it.
    private static func handsShown(
        _ scope: Scope,
        in database: borrowing DatabaseReader
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
    ///
    /// All hands to a question are taken for known, and so are the answers on forms, of which the shares of a list of
    /// principles are. On pages for others stand only questions and answers that are declared, as a
    /// list of principles or on a form: what else was typed may be somebody's own words.
    static let hands = Detail(
        key: "hands",
        title: "Shows of hands and polls",
        guarded: Guarded(id: .hands, columns: [2, 3], rows: hands) { rows, cell in
            let table = rows.table
            func terms(_ row: Int, _ columns: [Int]) -> [Relation.Term] {
                columns.filter { table.rows[row][$0].number != nil }.map { Relation.Term(cell(row, $0), .count) }
            }
            let questions = Dictionary(grouping: table.rows.indices) { table.rows[$0][0].printed.lowercased() }
            let sums = questions.sorted { $0.key < $1.key }.flatMap { _, rows in
                [2, 3].map { column in Relation(rows.flatMap { terms($0, [column]) }) }
            }
            let shares = table.rows.indices.flatMap { row in
                let (question, option) = (table.rows[row][0].printed, table.rows[row][1].printed)
                let id = Metric.principleTally.id.companion("\(option.lowercased()).\(question.lowercased())")
                return [
                    Relation.sum(Relation.Term(id, .numerator), of: terms(row, [3])),
                    Relation.sum(Relation.Term(id.companion("hands"), .count), of: terms(row, [2])),
                ]
            }
            return sums + shares
        }
    )

    private static func hands(
        _ scope: Scope,
        _ disclosure: Disclosure,
        _ database: borrowing DatabaseReader
    ) throws -> Guarded.Rows {
        let all = try Detail.handsShown(scope, in: database)
        let asked = try all.isEmpty ? nil : Questionnaire([scope], from: database)
        let rows = all.filter { row in
            disclosure.isForTeam || asked?.declares(row.option, of: row.question) ?? false
        }
        let left = Set(all.map { $0.question.lowercased() }).subtracting(rows.map { $0.question.lowercased() }).count
        let onForms = try asked?.counts(of: rows.map(\.question), scope, database) ?? Counts()
        let table = Table(
            columns: [
                Column(key: "question", title: "Question"), Column(key: "option", title: "Answer"),
                Column(key: "hands", title: "Hands", alignment: .right),
                Column(key: "forms", title: "On forms", alignment: .right),
            ],
            rows: rows.map { row in
                let onForms = asked?.count(of: row.option, to: row.question, onForms)
                return [.text(row.question), .text(row.option), .whole(row.count), .whole(onForms)]
            },
            notes: left == 0
                ? []
                : [
                    "\(Printed.counted(left, "question[s]")) added by the program \(left == 1 ? "is" : "are") not shown here."
                ]
        )
        return Guarded.Rows(
            table: table,
            keys: rows.map { [.typed($0.question.lowercased()), .typed($0.option.lowercased())] }
        )
    }

    /// Before and after of everybody who answered, whether matched or not.
    static let waves = Detail(
        key: "waves",
        title: "Everyone who answered, before and after",
        counted: { reading, disclosure in
            let rows = (reading.questionnaire?.waves ?? []).map { wave in wave.row(reading, disclosure) }
            return Table(
                columns: [
                    Column(key: "code", title: "Code"), Column(key: "title", title: "Scale or question"),
                    Column(key: "before_n", title: "Answers before", alignment: .right),
                    Column(key: "before_mean", title: "Mean before", alignment: .right),
                    Column(key: "after_n", title: "Answers after", alignment: .right),
                    Column(key: "after_mean", title: "Mean after", alignment: .right),
                    Column(key: "difference", title: "Difference", alignment: .right),
                ],
                rows: rows,
                notes: [
                    "Two separate groups, not matched people. The difference may come from who answered, so it has no "
                        + "confidence interval."
                ]
            )
        },
        told: { reading, disclosure in
            (reading.questionnaire?.waves ?? []).flatMap { $0.told(reading, disclosure) }
        },
        questions: { asked in asked.questions(of: asked.forms(.before) + asked.forms(.after)) }
    )
}

// MARK: - What was answered

extension FormPlan.Column {
    /// What an answer is called in a short line: a number of an ordered item, else the choice's name.
    func name(of value: Int) -> String {
        guard item.kind != .likert, item.kind != .recommend else { return String(value) }
        return choice(of: value)?.name ?? String(value)
    }

    /// The choice that a number stands for.
    func choice(of value: Int) -> FormChoice? {
        isMask ? choices.first { $0.place == value } : choices.first { $0.value == value }
    }
}

extension Disclosure {
    func cell(_ count: Figure) -> Documents.Cell { .figure(DisclosureRule.people.cleared(count, for: self)) }

    /// A mean, a deviation or a median; empty where there is none.
    func cell(_ mean: Figure?, _ places: Int) -> Documents.Cell {
        guard let mean, mean.state == .value else { return .empty }
        return .figure(DisclosureRule.mean.cleared(mean, for: self)) {
            $0.value.map { Decimal.fixed($0, places: places) } ?? ""
        }
    }
}

extension Questionnaire {
    /// The answers of a Likert item as they were given.
    func given(_ counts: Counts, _ places: [Place]) -> Likert? {
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
        _ database: borrowing DatabaseReader
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

    /// Whether an answer to a question of a show of hands stands on a list of principles, or among the choices of a form.
    fileprivate func declares(_ option: String, of question: String) -> Bool {
        let wanted = option.lowercased()
        if let asked = principlePlaces(question) { return asked.contains { $0.list.codes.contains(wanted) } }
        return item(question)?.column.choices.contains {
            $0.name.lowercased() == wanted || $0.label.lowercased() == wanted
        } ?? false
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
    let isScale: Bool
    /// What an answer and the one that it is turned into come to; nil where none is turned round.
    var turned: Int?
    let before: @Sendable (Counts) -> Sample
    let after: @Sendable (Counts) -> Sample

    fileprivate func row(_ reading: Reading, _ disclosure: Disclosure) -> [Documents.Cell] {
        let change = GroupChange(before: before(reading.whole), after: after(reading.whole))
        let first = figure(change.before, names.before, reading)
        let second = figure(change.after, names.after, reading)
        let areShown = first.state == .value && second.state == .value
        return [
            .text(code), .text(title), count(change.before, disclosure), cell(first), count(change.after, disclosure),
            cell(second),
            areShown ? change.mean.map { .decimal($0, printed: Decimal.fixed($0, places: places)) } ?? .empty : .empty,
        ]
    }

    private func figure(_ sample: Sample, _ cell: CellID, _ reading: Reading) -> Figure {
        reading.shown(sample.figure.noted(ifEqual: sample), of: cell, .mean)
    }

    private var names: (before: CellID, after: CellID) {
        func cell(_ column: String) -> CellID { .detail(.waves, row: [.code(code)], column: .column(column)) }
        return (cell("before"), cell("after"))
    }

    /// Both means. That after is the score or the mean of the same forms elsewhere, an item turned round or not.
    fileprivate func told(_ reading: Reading, _ disclosure: Disclosure) -> [Detail.Told] {
        let score = Metric.scaleScore.id.companion(code)
        let mean = CellID.detail(.answers, row: [.code(code)], column: .column("mean"))
        let relations =
            isScale
            ? [
                Relation.same(.init(names.after, .amount), .init(score, .amount)),
                .same(.init(names.after, .answers), .init(score, .answers)),
            ]
            : [
                turned.map { ends in
                    Relation([
                        .init(names.after, .amount), .init(mean, .amount), .init(mean, .answers, times: -ends),
                    ])
                } ?? .same(.init(names.after, .amount), .init(mean, .amount)),
                .same(.init(names.after, .answers), .init(mean, .answers)),
            ]
        return [(names.before, before(reading.whole), []), (names.after, after(reading.whole), relations)].map {
            cell,
            sample,
            relations in
            Detail.Told(cell, sample.figure.noted(ifEqual: sample), .mean.related(relations), disclosure)
        }
    }

    private func count(_ sample: Sample, _ disclosure: Disclosure) -> Documents.Cell {
        .figure(DisclosureRule.people.cleared(.count(sample.n), for: disclosure))
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
                    isScale: true,
                    before: { scores($0, before).sample },
                    after: { scores($0, after).sample }
                )
            }
            let (before, after) = (places(befores.items, key), places(afters.items, key))
            return Wave(
                code: compared.code,
                title: compared.title,
                places: 2,
                isScale: false,
                turned: after.first.flatMap { place in
                    let item = plans[place.plan].columns[place.place].item
                    return item.isReversed ? item.range.map { Int($0.lowerBound + $0.upperBound) } : nil
                },
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
