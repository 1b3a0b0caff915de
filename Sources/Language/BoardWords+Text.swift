/// A line of a board's own words that can't be read, from 1.
package enum BoardWordsProblem: Error, Equatable {
    /// It is none of the rules that there are.
    case noRule(line: Int)
    /// It leaves out a term that is none of those `known`, which would leave out nothing, unnoticed.
    case unknownTerm(line: Int, term: String, known: [String])
}

extension BoardWords {
    /// A board's own words from a text, one rule a line: `avoid: WORDS = PREFERRED`, `name: TITLE`, `leave out: TERM`.
    ///
    /// An empty line and one that begins with `#` say nothing. `= PREFERRED` may be left out. Lines end with a line feed.
    package init(text: String) throws(BoardWordsProblem) {
        var (phrases, names, leftOut) = ([Phrase](), [String](), Set<String>())
        let known = LanguageList.ours.terms.map(\.id)
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let rule = line.withoutSpace
            if rule.isEmpty || rule.hasPrefix("#") { continue }
            let parts = rule.split(separator: ":", maxSplits: 1).map(\.withoutSpace)
            switch (parts.first?.lowercased(), parts.count == 2 ? parts[1] : "") {
            case ("avoid", let words) where !words.isEmpty:
                let sides = words.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
                    .map(\.withoutSpace)
                guard !sides[0].isEmpty else { throw .noRule(line: index + 1) }
                let preferred = sides.count == 2 && !sides[1].isEmpty ? sides[1] : nil
                phrases.append(Phrase(sides[0], preferred: preferred))
            case ("name", let title) where !title.isEmpty: names.append(title)
            case ("leave out", let term) where !term.isEmpty:
                guard known.contains(term) else { throw .unknownTerm(line: index + 1, term: term, known: known) }
                leftOut.insert(term)
            default: throw .noRule(line: index + 1)
            }
        }
        self.init(phrases: phrases, names: names, leftOut: leftOut)
    }
}

extension LanguageLint.Kind {
    /// How a file of this name is marked up: as Markdown where it ends in .md or .markdown.
    package init(ofFile name: String) {
        let plain = name.lowercased()
        self = plain.hasSuffix(".md") || plain.hasSuffix(".markdown") ? .markdown : .plain
    }
}

extension StringProtocol {
    /// The text without white space and invisible characters at its ends.
    fileprivate var withoutSpace: String {
        let inner = drop { $0.isSpace }
        let end = inner.lastIndex { !$0.isSpace }
        return end.map { String(inner[...$0]) } ?? ""
    }
}

extension Character {
    fileprivate var isSpace: Bool { isWhitespace || ["\u{200B}", "\u{FEFF}", "\u{2060}"].contains(self) }
}
