import PlainText

/// Text that Markdown shows as it is (GitHub Flavored Markdown 0.29).
enum MarkdownText {
    /// Text within a line or a table cell: markup, HTML and automatic links are escaped, hidden characters spelled out.
    static func inline(_ text: String) -> String {
        let scalars = Array(VisibleText.of(text).unicodeScalars)
        var escaped = String.UnicodeScalarView()
        for (index, scalar) in scalars.enumerated() {
            switch scalar {
            case "<": escaped += "&lt;".unicodeScalars
            case ">": escaped += "&gt;".unicodeScalars
            case _ where isMarkup(scalar) || isLink(scalars, at: index): escaped += ["\\", scalar]
            default: escaped.append(scalar)
            }
        }
        return String(escaped)
    }

    /// Text that begins a line: what would make it a heading, a list, a quotation or code is escaped as well.
    static func block(_ text: String) -> String {
        let text = inline(String(text.drop { $0 == " " }))
        guard let first = text.unicodeScalars.first else { return "" }
        if ["#", "+", "-", "="].contains(first) { return "\\" + text }
        let digits = text.prefix { $0.isASCII && $0.isNumber }
        let after = text.dropFirst(digits.count)
        guard !digits.isEmpty, let mark = after.first, mark == "." || mark == ")" else { return text }
        return digits + "\\" + after
    }

    private static func isMarkup(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "\\", "`", "*", "_", "[", "]", "|", "~", "&", "$", "@": true
        default: false
        }
    }

    /// `http://` and `www.` make links by themselves (section 6.9), unless their colon or point is escaped.
    private static func isLink(_ scalars: [Unicode.Scalar], at index: Int) -> Bool {
        if scalars[index] == ":" { return scalars.count > index + 2 && scalars[index + 1...index + 2] == ["/", "/"] }
        guard scalars[index] == ".", index >= 3 else { return false }
        return scalars[index - 3..<index].allSatisfy { $0 == "w" || $0 == "W" }
    }
}
