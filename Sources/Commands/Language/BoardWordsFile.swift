import CommandLineKit
import Language
import Records

extension BoardWords {
    /// A board's own words from a file, one rule a line: `avoid: WORDS = PREFERRED`, `name: TITLE`, `leave out: TERM`.
    ///
    /// An empty line and one that begins with `#` say nothing. `= PREFERRED` may be left out.
    init(file: String) throws {
        var (phrases, names, leftOut) = ([Phrase](), [String](), Set<String>())
        let lines = try TextInput(file).text.split(separator: "\n", omittingEmptySubsequences: false)
        for (index, line) in lines.enumerated() {
            let rule = line.trimmed
            if rule.isEmpty || rule.hasPrefix("#") { continue }
            let parts = rule.split(separator: ":", maxSplits: 1).map { $0.trimmed }
            switch (parts.first?.lowercased(), parts.count == 2 ? parts[1] : "") {
            case ("avoid", let words) where !words.isEmpty:
                let sides = words.split(separator: "=", maxSplits: 1).map { $0.trimmed }
                phrases.append(Phrase(sides[0], preferred: sides.count == 2 ? sides[1] : nil))
            case ("name", let title) where !title.isEmpty: names.append(title)
            case ("leave out", let term) where !term.isEmpty:
                leftOut.insert(try Self.knownTerm(term, at: "\(TextInput.name(file)):\(index + 1)"))
            default:
                throw Failure(
                    "\(TextInput.name(file)):\(index + 1): this line is no rule",
                    advice: "Write avoid: WORDS = PREFERRED, or name: TITLE, or leave out: TERM.",
                    code: .dataError
                )
            }
        }
        self.init(phrases: phrases, names: names, leftOut: leftOut)
    }

    /// The id of a term of ours; one that we don't have would leave out nothing, unnoticed.
    private static func knownTerm(_ id: String, at place: String) throws -> String {
        let known = LanguageList.ours.terms.map(\.id)
        if known.contains(id) { return id }
        let near = nearest(id, among: known).map { "Did you mean \($0)? " } ?? ""
        throw Failure(
            "\(place): there is no term \(quoted(id))",
            advice: "\(near)groundwork lint --format csv prints them as term.",
            code: .dataError
        )
    }
}
