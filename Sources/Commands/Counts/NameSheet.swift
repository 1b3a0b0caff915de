import CommandLineKit
import Intake
import Records

/// A paper sign-in sheet, typed off: one name a line.
struct NameSheet {
    /// The names, trimmed and without pronouns in brackets; empty lines are left out.
    let names: [String]

    /// Reads the sheet at `path`; `-` is standard input.
    init(_ path: String) throws {
        let input = try TextInput(path)
        var names: [String] = []
        try Self.refuseOthers(input)
        for (index, line) in input.text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            if line.trimmed.isEmpty { continue }
            let name = PronounRule.name(without: Self.withoutOrdinal(line.trimmed))
            guard !name.isEmpty, name.utf8.count <= 400, !name.unicodeScalars.contains(where: { $0.value < 0x20 })
            else {
                throw Failure(
                    "\(input.name):\(index + 1): there is no name in this line, or it is too long",
                    advice: "Put one name on each line. Nothing was stored.",
                    code: .dataError
                )
            }
            names.append(name)
        }
        guard !names.isEmpty else {
            throw Failure("\(input.name): there are no names in it", advice: "Nothing was stored.", code: .dataError)
        }
        self.names = names
    }

    /// Refuses lines that are no names: headings and totals, and rows of a table, of which the whole would be a name.
    private static func refuseOthers(_ input: TextInput) throws {
        var problems: [String] = []
        for (index, line) in input.text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            if holdsEmail(line) {
                throw Failure(
                    "\(input.name):\(index + 1): there is an e-mail in this line, and --names takes names only",
                    advice:
                        "Nothing was stored. Put a header over its columns, such as name,email, and: groundwork import attendance FILE --session REF",
                    code: .dataError
                )
            }
            if let what = NoPerson.line(withoutOrdinal(line.trimmed)) {
                problems.append("\(input.name):\(index + 1): this line is \(what), and no name")
            }
        }
        guard let first = problems.first else { return }
        let count = problems.count > 1 ? "\(problems.count) problems. " : ""
        var failure = Failure(first, advice: "\(count)Nothing was stored. Take out these lines.", code: .dataError)
        failure.details = Array(problems.dropFirst().prefix(19))
        throw failure
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
