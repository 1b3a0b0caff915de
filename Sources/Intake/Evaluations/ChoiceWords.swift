import Records

/// The choices of an item by every spelling that is taken for one of them.
struct ChoiceWords {
    private var bySpelling: [String: FormChoice] = [:]
    /// Spellings, the longest first, so that an option that holds a comma is found before what stands before the comma.
    private let spellings: [(text: [Character], choice: FormChoice)]
    private let separators: Set<Character>
    /// The choice for what is not listed.
    let other: FormChoice?

    init(_ item: FormItem, _ choices: [FormChoice], separatedBySpaces: Bool) {
        let isNumbered = choices.contains { Int($0.name) != nil }
        // A name goes before a label, a label before another spelling, and a value comes last.
        for spelling in [\FormChoice.names, \.labels, \.others] {
            for choice in choices {
                for text in choice[keyPath: spelling] {
                    let folded = AnswerSpelling.folded(text)
                    if !folded.isEmpty, bySpelling[folded] == nil { bySpelling[folded] = choice }
                }
            }
        }
        if item.kind == .likert, !isNumbered {
            for choice in choices {
                if let value = choice.value, bySpelling[String(value)] == nil { bySpelling[String(value)] = choice }
            }
        }
        other = choices.first { ["other", "others", "_other"].contains($0.name.lowercased()) }
        separators = separatedBySpaces ? [",", ";", " "] : [",", ";"]
        spellings =
            item.kind != .choices
            ? []
            : bySpelling.map { (Array($0.key), $0.value) }.sorted {
                ($1.text.count, String($0.text)) < ($0.text.count, String($1.text))
            }
    }

    /// The choice that a text is.
    func choice(_ text: String) -> FormChoice? {
        let folded = AnswerSpelling.folded(text)
        if let choice = bySpelling[folded] { return choice }
        // Spreadsheets and data frames turn 4 into 4.0.
        guard let point = folded.firstIndex(of: "."), folded[folded.index(after: point)...].allSatisfy({ $0 == "0" })
        else { return nil }
        return bySpelling[String(folded[..<point])]
    }

    /// The choices that a cell of several joins; not whole where something else stands among them.
    func split(_ text: String) -> (choices: [FormChoice], isWhole: Bool) {
        let cell = Array(AnswerSpelling.folded(text))
        var (found, isWhole, index) = ([FormChoice](), true, 0)
        while index < cell.count {
            if cell[index] == " " || separators.contains(cell[index]) {
                index += 1
            } else if let match = longest(in: cell, at: index) {
                if !found.contains(match.choice) { found.append(match.choice) }
                index = match.end
            } else {
                isWhole = false
                index = nextPart(of: cell, after: index)
            }
        }
        return (found, isWhole)
    }

    private func longest(in cell: [Character], at start: Int) -> (choice: FormChoice, end: Int)? {
        for spelling in spellings where cell.count - start >= spelling.text.count {
            let end = start + spelling.text.count
            guard end == cell.count || separators.contains(cell[end]) || isGap(cell, end) else { continue }
            if cell[start..<end].elementsEqual(spelling.text) { return (spelling.choice, end) }
        }
        return nil
    }

    /// Whether blanks stand before the next separator.
    private func isGap(_ cell: [Character], _ index: Int) -> Bool {
        cell[index] == " " && index + 1 < cell.count && separators.contains(cell[index + 1])
    }

    /// Where the next part begins: behind a semicolon where the cell has any, since words of one's own have commas.
    private func nextPart(of cell: [Character], after start: Int) -> Int {
        let rest = cell[start...]
        let isJoinedBySemicolons = cell.contains(";")
        let end = rest.firstIndex { isJoinedBySemicolons ? $0 == ";" : separators.contains($0) }
        return end.map { $0 + 1 } ?? cell.count
    }
}

extension FormChoice {
    fileprivate var names: [String] { [name] }
    fileprivate var labels: [String] { [label] }
    fileprivate var others: [String] { also }
}
