package import Calendar
import PlainText
package import Records

/// One form that was filled in on paper, as somebody types it off: an answer to a question at a time, read as an import
/// reads a cell.
package struct ReturnedForm {
    /// What was asked; an answer goes by the code of an item.
    package let form: Form
    private let readers: [Int: ItemAnswers]
    private var answers: [Int: Answer] = [:]
    private var words: [Int: String] = [:]
    private var elements: [Int: String] = [:]
    /// What was typed for the questions that are answered, by their names.
    package private(set) var texts: [String: String] = [:]

    /// A form on which nothing is answered yet.
    package init(_ form: Form) {
        self.form = form
        let new = NewEvaluations(of: form)
        let plain = AnswerValues(Mapping(), "")
        readers = Dictionary(
            uniqueKeysWithValues: form.items.map { item in
                let reader = ItemAnswers(
                    item,
                    of: new,
                    at: .nowhere,
                    other: nil,
                    values: plain,
                    separatedBySpaces: true
                )
                return (item.position, reader)
            }
        )
    }

    /// Takes the answer to a question; one that is blank takes back what was answered before.
    ///
    /// - Returns: nil where it was taken, else what the question accepts.
    package mutating func answer(_ item: FormItem, _ text: String) -> String? {
        let text = text.trimmed
        let refusal = read(item, text)
        texts[item.code] = text.isEmpty || refusal != nil ? nil : text
        return refusal
    }

    private mutating func read(_ item: FormItem, _ text: String) -> String? {
        (answers[item.position], words[item.position], elements[item.position]) = (nil, nil, nil)
        guard !text.isEmpty, let reader = readers[item.position] else { return nil }
        if item.kind == .element {
            elements[item.position] = CodeElement.normalized(text, digits: item.digits)
            return elements[item.position] == nil ? "letters or digits" : nil
        }
        if StrayCharacter(in: text, isOneLine: false) != nil { return "text without control characters" }
        guard !reader.isText else {
            words[item.position] = text
            return nil
        }
        var copy = named(text, item)
        guard let found = copy.withUTF8({ reader.answer(UnsafeRawBufferPointer($0)) }) else { return accepted(item) }
        answers[item.position] = found.answer
        if found.keepsWords { words[item.position] = text }
        return nil
    }

    /// What a question accepts: numbers with what they stand for, or a range.
    package func accepted(_ item: FormItem) -> String { readers[item.position]?.accepted ?? "text" }

    /// Whether no question is answered: the parts of a code alone are no answer.
    package var isEmpty: Bool { answers.isEmpty && words.isEmpty }

    /// What was answered to a question, as people read it; nil where it was left blank.
    package func shown(_ item: FormItem) -> String? {
        if elements[item.position] != nil { return "given (stored scrambled)" }
        let new = evaluation(session: 0, day: nil)
        let answer = new.counted.firstIndex { $0.position == item.position }.map { new.value(0, $0) }
        let label = answer.flatMap { form.label(of: $0, at: item) }
        return [label, words[item.position]].compactMap { $0 }.joined(separator: ": ").nonEmpty
    }

    /// The form as it is stored.
    package func evaluation(session: Int64, day: Day?) -> NewEvaluations {
        var new = NewEvaluations(of: form)
        add(to: &new, session: session, day: day)
        return new
    }

    /// Adds the form to others of its kind that are stored together.
    package func add(to new: inout NewEvaluations, session: Int64, day: Day?) {
        new.append(session: session, day: day, answers: new.counted.map { answers[$0.position] ?? .none })
        for (position, text) in words.sorted(by: { $0.key < $1.key }) {
            var copy = text
            copy.withUTF8 { new.append(words: UnsafeRawBufferPointer($0), position: position) }
        }
        let places = form.elementPlaces
        for (position, element) in elements.sorted(by: { $0.key < $1.key }) {
            new.append(element: element, place: places[position] ?? 1)
        }
    }

    /// The names of choices for their numbers in the list, where choices are not numbers themselves.
    private func named(_ text: String, _ item: FormItem) -> String {
        let choices = form.choices(of: item)
        guard item.kind.hasChoices, item.kind != .likert, !choices.contains(where: { Int($0.name) != nil }) else {
            return text
        }
        let parts = text.split { $0 == "," || $0 == ";" || $0 == " " }
        let numbers = parts.compactMap { Int($0) }.filter { (1...choices.count).contains($0) }
        guard numbers.count == parts.count, item.kind == .choices || numbers.count == 1 else { return text }
        return numbers.map { choices[$0 - 1].name }.joined(separator: ";")
    }
}

extension String {
    fileprivate var nonEmpty: String? { isEmpty ? nil : self }
}
