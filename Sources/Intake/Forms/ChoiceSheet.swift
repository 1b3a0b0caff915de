import Records

/// The choices of a form as they stand in their sheet, list by list.
struct ChoiceSheet {
    /// A choice before its value is known.
    struct Entry {
        let line: Int
        let name: String
        let label: String
        /// What the column `value` says.
        let value: Int?
        let also: [String]
    }

    /// The file as it was named.
    let name: String
    private(set) var lists: [String: [Entry]] = [:]
    let passedOver: [String]

    /// Reads the rows; what is wrong goes to `issues`.
    init(_ sheet: Sheet, _ issues: inout IssueList) {
        name = sheet.name
        passedOver = sheet.columns.passedOver
        var overfull: Set<String> = []
        for row in sheet.rows {
            func fault(_ column: String, _ what: String) {
                issues.append(ImportIssue(file: sheet.name, line: row.line, column: sheet.title(column), what: what))
            }
            guard let list = sheet[row, "list_name"] else {
                fault("list_name", "the choice has no list name")
                continue
            }
            // Looked at first: what follows compares each choice with the others.
            if (lists[list]?.count ?? 0) >= Form.mostChoices {
                if overfull.insert(list).inserted { fault("list_name", Form.tooManyChoices) }
                continue
            }
            if list.contains(where: \.isWhitespace) {
                fault("list_name", "a list name can't have spaces")
                continue
            }
            let name = sheet[row, "name"] ?? ""
            let text = sheet[row, "value"]
            let value = text.flatMap { Int($0) }.flatMap { $0.magnitude > Form.greatestValue ? nil : $0 }
            if let text, value == nil {
                fault("value", "\(Repeating.stated(text)). Use a whole number with at most seven digits.")
            }
            let also = (sheet[row, "also"] ?? "").split(separator: "|").map { spelling in
                String(spelling.trimmed.map { $0.isNewline ? " " : $0 })
            }
            lists[list, default: []].append(
                Entry(
                    line: row.line,
                    name: name,
                    label: sheet[row, "label"] ?? name,
                    value: value,
                    also: also.filter { !$0.isEmpty }
                )
            )
        }
    }
}

extension [ChoiceSheet.Entry] {
    /// Names that are an answer and no number.
    private static let outside: Set<String> = [
        "na", "n_a", "not_applicable", "dont_know", "don't_know", "prefer_not", "prefer_not_to_say",
    ]

    /// Whether the column `value` is filled for this list.
    private var isValued: Bool { contains { $0.value != nil } }

    /// The choices that count as a number in a Likert item.
    private var counted: Self {
        let isValued = isValued
        return filter { isValued ? $0.value != nil : !Self.outside.contains($0.name.lowercased()) }
    }

    /// Whether it reads as a scale of numbers: three or more, and every name a whole one.
    var isNumbered: Bool { counted.count >= 3 && counted.allSatisfy { Int($0.name) != nil } }

    /// How many numbers a range must have for the places of the list to fill it.
    var steps: Int { counted.count }

    /// The choices with what each counts as; in a Likert list from `start` on, where neither values nor names say it.
    func choices(isLikert: Bool, start: Int) -> [FormChoice] {
        let (isValued, counted) = (isValued, counted)
        let areNames = (isLikert ? counted : self).allSatisfy { Int($0.name) != nil }
        let lines = Set(counted.map(\.line))
        var place = 0
        return enumerated().map { index, entry in
            let counts = !isLikert || lines.contains(entry.line)
            if counts { place += 1 }
            let value = areNames ? Int(entry.name) : isLikert ? start + place - 1 : index + 1
            return FormChoice(
                place: index + 1,
                name: entry.name,
                label: entry.label,
                value: isValued ? entry.value : counts ? value : nil,
                also: entry.also
            )
        }
    }
}
