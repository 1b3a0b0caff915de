import Documents

/// A field of a form as markup: a label, a hint, what was typed, and what is wrong with it.
struct Field {
    let name: String
    let label: String
    var hint: String?
    /// What stands in it.
    var value = ""
    /// What is wrong with it.
    var problem: String?
    var kind = Kind.line
    var isRequired = false
    /// Whether the keyboard is in it when the page opens.
    var isFirst = false

    /// How it is filled in.
    enum Kind: Sendable {
        case line
        /// A line with suggestions, from the list of this id.
        case suggested(String)
        case day, time, number(ClosedRange<Int>)
        case lines(Int)
        /// One of these: what is sent, and what it says.
        case choice([(value: String, label: String)])
    }

    var html: HTML {
        let about = [hint == nil ? nil : "\(name)-hint", problem == nil ? nil : "\(name)-problem"].compactMap { $0 }
        let described: HTML = about.isEmpty ? "" : " aria-describedby=\"\(about.joined(separator: " "))\""
        let invalid: HTML = problem == nil ? "" : " aria-invalid=\"true\""
        let required: HTML = isRequired ? " required" : ""
        let first: HTML = isFirst ? " autofocus" : ""
        let marks: HTML = "id=\"\(name)\" name=\"\(name)\"\(described)\(invalid)\(required)\(first)"
        // A choice always has a value.
        let isOptional = if case .choice = kind { false } else { !isRequired }
        let optional: HTML = isOptional ? " <span class=\"optional\">(optional)</span>" : ""
        let said: HTML = hint.map { "<p class=\"hint\" id=\"\(name)-hint\">\($0)</p>\n" } ?? ""
        let wrong: HTML = problem.map { "<p class=\"wrong\" id=\"\(name)-problem\">\($0)</p>\n" } ?? ""
        return """
            <div class="field">
            <label for="\(name)">\(label)\(optional)</label>
            \(said)\(wrong)\(input(marks))
            </div>

            """
    }

    private func input(_ marks: HTML) -> HTML {
        switch kind {
        case .line: "<input type=\"text\" \(marks) value=\"\(value)\" autocomplete=\"off\">"
        case .suggested(let list):
            "<input type=\"text\" \(marks) value=\"\(value)\" list=\"\(list)\" autocomplete=\"off\">"
        case .day: "<input type=\"date\" \(marks) value=\"\(value)\">"
        case .time: "<input type=\"time\" \(marks) value=\"\(value)\">"
        case .number(let range):
            """
            <input type="number" class="short" \(marks) value="\(value)" inputmode="numeric" step="1" \
            min="\(range.lowerBound)" max="\(range.upperBound)">
            """
        case .lines(let count): "<textarea rows=\"\(count)\" \(marks)>\n\(value)</textarea>"
        case .choice(let choices):
            "<select \(marks)>\n\(choices.map { option($0.value, $0.label) }.joined())</select>"
        }
    }

    private func option(_ value: String, _ label: String) -> HTML {
        let chosen: HTML = value == self.value ? " selected" : ""
        return "<option value=\"\(value)\"\(chosen)>\(label)</option>\n"
    }

    /// Suggestions for fields that name this list.
    static func suggestions(_ id: String, _ titles: [String]) -> HTML {
        "<datalist id=\"\(id)\">\n\(titles.map { "<option value=\"\($0)\"></option>\n" as HTML }.joined())</datalist>\n"
    }
}
