/// What a board adds to a list: words or phrases of its own, names that are never flagged, terms it does without.
package struct BoardWords: Sendable, Equatable {
    /// A word or phrase that the board does not want to read, in plain letters; case and hyphens don't matter.
    package struct Phrase: Sendable, Equatable {
        /// The words, exactly as inflected: a plural is a phrase of its own.
        package let words: String
        /// What the board would rather read.
        package let preferred: String?

        /// A phrase, with the preferred one where the board has one.
        package init(_ words: String, preferred: String? = nil) {
            self.words = words
            self.preferred = preferred
        }
    }

    /// The board's own phrases. One of them goes before a term of ours that is found in the same place.
    package let phrases: [Phrase]
    /// Names of organizations, programs and instruments that may contain a flagged word.
    package let names: [String]
    /// The ids of terms of ours that the board does without.
    package let leftOut: Set<String>

    /// What a board adds; nothing unless it is said.
    package init(phrases: [Phrase] = [], names: [String] = [], leftOut: Set<String> = []) {
        self.phrases = phrases
        self.names = names
        self.leftOut = leftOut
    }
}

extension BoardWords.Phrase {
    /// The phrase as a term, so that a flag has one shape.
    var term: LanguageTerm {
        LanguageTerm(
            "board:" + TextWords.plainWords(of: words).joined(separator: "-"),
            .board,
            [.any(TextWords.plainWords(of: words).joined(separator: " "))],
            write: preferred,
            because: "It is on the board's own list.",
            [.board],
            in: []
        )
    }
}
