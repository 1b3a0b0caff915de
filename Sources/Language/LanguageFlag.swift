/// A place in a text that somebody should look at.
package struct LanguageFlag: Sendable, Equatable {
    /// The line, from 1; LF, CR and CRLF end one.
    package let line: Int
    /// The column, from 1, in characters as a reader counts them.
    package let column: Int
    /// The words as they are written, a line end between them as a space.
    package let found: String
    /// The term, with what may be written in its place and why.
    package let term: LanguageTerm
}

/// What an audit of one text found, with its denominator.
package struct LanguageFlags: Sendable, Equatable {
    /// The flags in the order of the text. None is confirmed until a person says so.
    package let flags: [LanguageFlag]
    /// The words of the text, without code and markup; quotations are counted, though never flagged.
    package let words: Int

    /// Flags per 1,000 words (AS-05 before anyone confirmed them); nil for a text without words.
    package var perThousandWords: Double? { words == 0 ? nil : Double(flags.count) * 1_000 / Double(words) }
}

/// How an audit of a text ended.
package enum LanguageReading: Sendable, Equatable {
    /// The text was read.
    case read(LanguageFlags)
    /// The text's letters are torn apart ("d ru g us e"), so nothing can be said about it: it is refused, not passed.
    case letterSpaced(words: Int, meanLength: Double)

    /// The flags; nil where the text was refused.
    package var flags: [LanguageFlag]? {
        if case .read(let found) = self { found.flags } else { nil }
    }
}
