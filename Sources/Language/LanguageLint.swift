/// Looks through text that staff wrote for wordings of a list. It flags and never rewrites.
///
/// Not for the words of participants: quotations, block quotations, cited titles in italics, names, addresses and code
/// are passed over. Make one and use it for many texts: its rows of words are built once, in the initializer.
package struct LanguageLint: Sendable {
    /// How a text is marked up.
    package enum Kind: Sendable {
        case plain, markdown
    }

    /// Under this mean length of its words a text is taken for letter-spaced (AS-05).
    package static let shortestMeanLength = 3.5

    private let terms: [LanguageTerm]
    private let matcher: LanguageMatcher

    /// An audit by `list` and what a board adds to it.
    package init(list: LanguageList = .ours, extra: BoardWords = BoardWords()) {
        terms = extra.phrases.map(\.term) + list.without(extra.leftOut).terms
        matcher = LanguageMatcher(terms, names: ProperName.known + extra.names)
    }

    /// The flags of one text: `init` and `flags(in:kind:)` at once.
    package static func flags(
        in text: String,
        kind: Kind,
        list: LanguageList = .ours,
        extra: BoardWords = BoardWords()
    ) -> LanguageReading {
        LanguageLint(list: list, extra: extra).flags(in: text, kind: kind)
    }

    /// The flags of one text, in time linear in its length.
    package func flags(in text: String, kind: Kind) -> LanguageReading {
        let scalars = Array(text.unicodeScalars)
        let words = TextWords(scalars, ProseMask(scalars, kind))
        if words.isLetterSpaced, let meanLength = words.meanLength {
            return .letterSpaced(words: words.count, meanLength: meanLength)
        }
        var position = TextPosition(scalars)
        let flags = matcher.hits(in: words.words).map { hit in
            let found = words.words[hit.words]
            position.advance(to: found[hit.words.lowerBound].place.lowerBound)
            return LanguageFlag(
                line: position.line,
                column: position.column,
                found: written(found, in: scalars),
                term: terms[hit.term]
            )
        }
        return .read(LanguageFlags(flags: flags, words: words.count))
    }

    /// The words as they are written, without the markup between them.
    private func written(_ words: ArraySlice<TextWord>, in scalars: [Unicode.Scalar]) -> String {
        var text = ""
        for (index, word) in words.enumerated() {
            if index > 0 { text += word.joint == .hyphen ? "-" : " " }
            text.unicodeScalars.append(contentsOf: scalars[word.place])
        }
        return text
    }
}

/// A place in a text that only goes forward, so that all lines and columns are found in one pass.
struct TextPosition {
    private(set) var line = 1
    private(set) var column = 1
    private var at = 0
    private let scalars: [Unicode.Scalar]

    init(_ scalars: [Unicode.Scalar]) { self.scalars = scalars }

    /// Goes on to `place`, which must not lie before the present one.
    mutating func advance(to place: Int) {
        var start = at
        for next in at..<max(at, place) where scalars[next].isLineEnd {
            // The line ends behind the second of CR and LF.
            if scalars[next] == "\r", next + 1 < scalars.count, scalars[next + 1] == "\n" { continue }
            (line, column, start) = (line + 1, 1, next + 1)
        }
        var passed = String.UnicodeScalarView()
        passed.append(contentsOf: scalars[start..<max(start, place)])
        column += String(passed).count
        at = max(at, place)
    }
}
