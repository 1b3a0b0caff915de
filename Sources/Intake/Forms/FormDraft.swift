import Records

/// A form being made of its sheets: questions meet their choices, and get their places.
struct FormDraft {
    private let sheets: FormSheets
    private let principles: [Code]
    private(set) var items: [FormItem] = []
    private(set) var lists: [String: [FormChoice]] = [:]
    /// The line of each item.
    private(set) var lines: [Int] = []
    private(set) var issues = IssueList()
    private var slots = 0

    init(_ sheets: FormSheets, principles: [Code]) {
        self.sheets = sheets
        self.principles = principles
    }

    mutating func make() {
        makeLists()
        for question in sheets.survey.questions { append(question) }
    }

    /// The choices of each list that a question names.
    private mutating func makeLists() {
        var asked: [String: [SurveySheet.Question]] = [:]
        for question in sheets.survey.questions {
            guard let list = question.type.list else { continue }
            asked[list, default: []].append(question)
        }
        for (list, entries) in sheets.choices?.lists ?? [:] {
            guard let questions = asked[list]?.filter({ !isPrinciple($0) }), !questions.isEmpty else { continue }
            let likert = questions.filter { kind($0) == .likert }
            var choices = entries.choices(isLikert: !likert.isEmpty, start: start(likert, entries))
            let hasOther = choices.contains { $0.name.lowercased() == "other" }
            if !hasOther, questions.contains(where: \.type.hasOther) {
                let place = choices.count + 1
                let value = likert.isEmpty ? min(choices.compactMap(\.value).max() ?? 0, Form.greatestValue) + 1 : nil
                choices.append(FormChoice(place: place, name: "other", label: "Other", value: value))
            }
            lists[list] = choices
        }
    }

    /// The number of the first place: the least of the range that the places fill, else 1.
    private func start(_ questions: [SurveySheet.Question], _ entries: [ChoiceSheet.Entry]) -> Int {
        let least = questions.compactMap { question -> Int? in
            guard let min = question.min, let max = question.max, max - min + 1 == Double(entries.steps),
                min.magnitude <= Double(Form.greatestValue)
            else {
                return nil
            }
            return Int(exactly: min)
        }
        return least.first ?? 1
    }

    private func isPrinciple(_ question: SurveySheet.Question) -> Bool {
        question.type.type == .item(.resonates) || question.type.type == .item(.challenges)
    }

    /// What kind of item a question is. One choice of a list is a Likert item where anything says that it is reckoned with.
    private func kind(_ question: SurveySheet.Question) -> FormItem.Kind {
        switch question.type.type {
        case .item(let kind): return kind
        case .selectOne:
            if question.scale != nil || question.min != nil || question.max != nil || question.looksLikert {
                return .likert
            }
            let entries = question.type.list.flatMap { sheets.choices?.lists[$0] } ?? []
            return question.key.isEmpty && entries.isNumbered ? .likert : .choice
        case .range, .silent, .unkept: return .number
        }
    }

    private mutating func append(_ question: SurveySheet.Question) {
        let kind = kind(question)
        var item = FormItem(position: items.count + 1, code: question.code, kind: kind, label: question.label)
        item.list = question.type.list
        item.scale = question.scale.map { scaleCode($0) }
        item.isReversed = question.isReversed
        (item.min, item.max) = (question.min, question.max)
        item.isWhole = question.isWhole
        item.kirkpatrick = question.kirkpatrick
        item.digits = question.digits
        item.metric = question.metric
        if isPrinciple(question) {
            guard let list = principleList(question) else { return }
            item.list = list
        }
        if kind == .likert { widen(&item) }
        if kind == .recommend { (item.min, item.max) = (item.min ?? 0, item.max ?? 10) }
        item.key = key(question, of: item)
        append(item, line: question.line)
        guard question.type.hasOther else { return }
        let label = "\(question.label) (other)"
        let other = FormItem(position: items.count + 1, code: "\(question.code)_other", kind: .text, label: label)
        append(other, line: question.line)
    }

    private mutating func append(_ given: FormItem, line: Int) {
        var item = given
        if item.kind.isCounted {
            slots += 1
            item.slot = slots
        }
        items.append(item)
        lines.append(line)
    }

    /// The scale as its own sheet spells it.
    private func scaleCode(_ text: String) -> String {
        sheets.scales?.scales.first { $0.code.lowercased() == text.lowercased() }?.code ?? text
    }

    /// A Likert item goes from the least to the greatest value of its list unless it says otherwise.
    private func widen(_ item: inout FormItem) {
        let values = (item.list.flatMap { lists[$0] } ?? []).compactMap(\.value)
        item.min = item.min ?? values.min().map(Double.init)
        item.max = item.max ?? values.max().map(Double.init)
    }

    /// The names of the right choices; `all` means every choice, where none is named so.
    private func key(_ question: SurveySheet.Question, of item: FormItem) -> [String] {
        let names = (item.list.flatMap { lists[$0] } ?? []).map(\.name)
        if question.key == ["all"], item.kind == .choices, !names.contains("all") { return names }
        return question.key
    }

    /// The list of a version of the principles, its choices copied so that the form stays what it is.
    private mutating func principleList(_ question: SurveySheet.Question) -> String? {
        let version = question.type.list?.lowercased() ?? ""
        let codes = principles.filter { $0.version == version }
        guard !codes.isEmpty else {
            let known = Set(principles.map(\.version)).sorted().joined(separator: ", ")
            let what = "\(Repeating.named("principles", version)) doesn't exist. Use one of: \(known)."
            let column = sheets.survey.titles["type"]
            issues.append(ImportIssue(file: sheets.survey.name, line: question.line, column: column, what: what))
            return nil
        }
        let list = FormItem.principles(version)
        lists[list] = codes.enumerated().map { index, code in
            FormChoice(place: index + 1, name: code.code, label: code.title, value: index + 1)
        }
        return list
    }
}
