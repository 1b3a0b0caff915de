import Intake
import Records

/// The names of a paper sign-in sheet, typed off one a line: what a file or a text box holds.
package struct NameSheet: Sendable {
    /// The names without pronouns in brackets and numbers of a list; empty lines are left out.
    package let names: [String]

    /// The longest name, in bytes.
    private static let longest = 400

    /// - Parameter text: lines that end with a line feed.
    package init(_ text: String) throws(NameSheetProblem) {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(\.trimmed)
        try Self.refuseOthers(lines)
        var names: [String] = []
        for (index, line) in lines.enumerated() where !line.isEmpty {
            let name = PronounRule.name(without: Self.withoutOrdinal(line))
            guard !name.isEmpty, name.utf8.count <= Self.longest,
                !name.unicodeScalars.contains(where: { $0.value < 0x20 })
            else { throw .noName(line: index + 1) }
            names.append(name)
        }
        guard !names.isEmpty else { throw .empty }
        self.names = names
    }

    /// Refuses lines that are no names: headings and totals, and rows of a table, of which the whole would be a name.
    private static func refuseOthers(_ lines: [String]) throws(NameSheetProblem) {
        if let row = lines.firstIndex(where: holdsEmail) { throw .email(line: row + 1) }
        let others = lines.enumerated().compactMap { index, line in
            NoPerson.line(withoutOrdinal(line)).map { NameSheetProblem.Line(number: index + 1, what: $0) }
        }
        if !others.isEmpty { throw .others(others) }
    }

    /// Whether some word of a line is an e-mail address.
    private static func holdsEmail(_ line: some StringProtocol) -> Bool {
        let words = line.split { $0.isWhitespace || ",;|<>\"'".contains($0) }
        return words.contains { word in
            guard let at = word.firstIndex(of: "@"), at != word.startIndex else { return false }
            return word[word.index(after: at)...].contains(".")
        }
    }

    /// A line without its number in a list: `2. `, `3) `.
    private static func withoutOrdinal(_ line: String) -> String {
        let digits = line.prefix { $0.isASCII && $0.isNumber }
        let rest = line.dropFirst(digits.count)
        guard (1...3).contains(digits.count), let mark = rest.first, mark == "." || mark == ")",
            rest.dropFirst().first?.isWhitespace == true
        else { return line }
        return rest.dropFirst().trimmed
    }
}

/// Why a text is no sheet of names. It names lines, from 1, and repeats none of them.
package enum NameSheetProblem: Error, Equatable {
    /// There are no names in it.
    case empty
    /// A line is no name, or too long for one.
    case noName(line: Int)
    /// An e-mail stands in a line, so the text is a table.
    case email(line: Int)
    /// Lines that are headings or totals.
    case others([Line])

    /// A line that is no name.
    package struct Line: Equatable, Sendable {
        /// The line's place in the text, from 1, empty lines counted.
        package let number: Int
        /// What it is: "a heading", "a total".
        package let what: String
    }
}
