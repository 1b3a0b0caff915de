import Records

/// What the cells of one item mean: every spelling is worked out once and then found by its bytes.
final class ItemAnswers {
    /// What a cell came to.
    struct Found {
        let answer: Answer
        /// Whether something was answered that the form does not list: its words are kept.
        let keepsWords: Bool
    }

    let item: FormItem
    let place: AnswerMap.Place
    let other: Int?
    let choices: [FormChoice]
    private let words: ChoiceWords
    private let values: AnswerValues
    private let new: NewEvaluations
    /// By the one byte of a cell, its answer in full; nil is not worked out yet.
    private var bytes: [Answer?] = Array(repeating: nil, count: 256)
    private var seen = ByteTable()
    private var kept: [Found] = []
    /// Spellings that are remembered at most.
    private static let memory = 20_000

    /// - Parameter new: what the answers are for, empty.
    init(
        _ item: FormItem,
        of new: NewEvaluations,
        at place: AnswerMap.Place,
        other: Int?,
        values: AnswerValues,
        separatedBySpaces: Bool
    ) {
        self.item = item
        self.place = place
        self.other = other
        self.values = values
        self.new = new
        choices = new.form.choices(of: item)
        words = ChoiceWords(item, choices, separatedBySpaces: separatedBySpaces)
    }

    /// Whether words are kept as they are, and no number.
    var isText: Bool { item.slot == nil }

    /// What a trimmed cell that is not empty means; nil where it means nothing.
    @inline(__always)
    func answer(_ cell: UnsafeRawBufferPointer) -> Found? {
        if cell.count == 1, let known = bytes[Int(cell[0])] { return Found(answer: known, keepsWords: false) }
        if let index = seen.value(cell) { return kept[Int(index)] }
        return work(cell)
    }

    private func work(_ cell: UnsafeRawBufferPointer) -> Found? {
        guard let found = meaning(values.text(String(decoding: cell, as: UTF8.self))) else { return nil }
        if cell.count == 1, !found.keepsWords {
            bytes[Int(cell[0])] = found.answer
        } else if kept.count < Self.memory {
            seen.set(cell, Int64(kept.count))
            kept.append(found)
        }
        return found
    }

    /// The text of a cell of words, with what the mapping makes of it; nil where that is nothing.
    func text(_ cell: UnsafeRawBufferPointer) -> String? {
        let text = values.exact(String(decoding: cell, as: UTF8.self))
        return text.isEmpty ? nil : text
    }

    private func meaning(_ text: String) -> Found? {
        if text.isEmpty { return Found(answer: .none, keepsWords: false) }
        switch item.kind {
        case .likert, .choice, .resonates, .challenges: return one(text)
        case .choices: return several(text)
        case .number, .recommend: return number(text).map { Found(answer: $0, keepsWords: false) }
        case .text, .commitment, .reflection, .element: return nil
        }
    }

    private func one(_ text: String) -> Found? {
        if let choice = words.choice(text) { return Found(answer: answer(choice), keepsWords: false) }
        guard let other = words.other else { return nil }
        return Found(answer: answer(other), keepsWords: true)
    }

    /// The answer that choosing one is.
    func answer(_ choice: FormChoice) -> Answer { item.kind == .choices ? Self.sum([choice]) : new.answer(choice) }

    private func several(_ text: String) -> Found? {
        let split = words.split(text)
        guard split.isWhole || words.other != nil else { return nil }
        let chosen = split.isWhole ? split.choices : split.choices + [words.other].compactMap { $0 }
        return Found(answer: Self.sum(chosen), keepsWords: !split.isWhole)
    }

    /// The sum of 2^(place - 1) over the choices.
    static func sum(_ choices: [FormChoice]) -> Answer {
        Answer(whole: choices.reduce(0) { $0 | 1 << ($1.place - 1) })
    }

    private func number(_ text: String) -> Answer? {
        guard text.utf8.allSatisfy({ Self.digits.contains($0) }), let number = Double(text), number.isFinite,
            number >= item.min ?? -Form.greatestAnswer, number <= item.max ?? Form.greatestAnswer,
            item.kind == .number && !item.isWhole || number == number.rounded()
        else { return nil }
        return Answer(number: number)
    }

    /// What a number is written with: neither `inf` nor `0x10` is one.
    private static let digits = Array("0123456789.+-eE".utf8)

    /// Whether the words behind "other" make it chosen.
    var otherChoice: FormChoice? { words.other }

    /// Whether a cell of a choice's own column says that it was chosen; nil where it says neither.
    func isChosen(_ text: String, _ choice: FormChoice) -> Bool? {
        let plain = AnswerSpelling.folded(values.text(text))
        switch plain {
        case "", "0", "false", "no", "0.0": return false
        case "1", "true", "yes", "x", "1.0", "selected", "checked": return true
        default:
            if words.choice(plain) == choice { return true }
            return choice == words.other ? true : nil
        }
    }

    /// What the item accepts, for a problem.
    var accepted: String {
        switch item.kind {
        case .number, .recommend:
            let ends = [item.min, item.max].map { $0.map { Int64(exactly: $0).map(String.init) ?? "\($0)" } }
            let what = item.kind == .recommend || item.isWhole ? "a whole number" : "a number"
            switch (ends[0], ends[1]) {
            case (let low?, let high?): return "\(what) from \(low) to \(high)"
            case (let low?, nil): return "\(what), \(low) or more"
            case (nil, let high?): return "\(what), \(high) or less"
            default: return "\(what) of at most twelve digits"
            }
        default:
            let words = choices.map { Int($0.name) != nil && $0.label != $0.name ? "\($0.name) \($0.label)" : $0.label }
            let more = words.count > 10 ? " and \(words.count - 10) more" : ""
            let joint = words.contains { $0.contains(",") } ? "; " : ", "
            return words.prefix(10).joined(separator: joint) + more
        }
    }
}

/// Words of a file that stand for others, as a mapping says.
struct AnswerValues {
    private let byText: [String: String]
    private let bySpelling: [String: String]

    /// The values of a field, those of every field behind them.
    init(_ mapping: Mapping, _ field: String) {
        let own = mapping.values[field] ?? [:]
        byText = (mapping.values[Mapping.every] ?? [:]).merging(own) { $1 }
        bySpelling = Dictionary(byText.map { (AnswerSpelling.folded($0.key), $0.value) }) { first, _ in first }
    }

    var isEmpty: Bool { byText.isEmpty }

    /// What stands for a text, however it is spelled; the text itself where nothing does.
    func text(_ text: String) -> String {
        byText.isEmpty ? text : byText[text] ?? bySpelling[AnswerSpelling.folded(text)] ?? text
    }

    /// What stands for just this text.
    func exact(_ text: String) -> String { byText[text] ?? text }
}
