/// A row of words to look for, written the way a person would write it down.
///
/// - `drug|substance user{,s}`: alternatives, and endings in braces as in a shell;
/// - `a?`: a word that may be missing, never the first one; `#`: a number in digits;
/// - a word with a capital letter is found only as it is written (`MAT`), any other in any case.
///
/// Two words may be joined by white space, also over the end of a line, or by a hyphen. There is no more to it: a
/// regular-expression engine would be built on every start, and could take more than linear time.
struct WordPattern {
    /// One place in the row.
    struct Place: Equatable {
        let words: [String]
        let isOptional: Bool
    }

    let places: [Place]

    init(_ text: String) {
        places = text.split(separator: " ").map { part in
            let isOptional = part.hasSuffix("?")
            let words = (isOptional ? part.dropLast() : part).split(separator: "|").flatMap(Self.inflections)
            return Place(words: words, isOptional: isOptional)
        }
    }

    /// Every word of `stem{ending,ending}`, or the word itself.
    private static func inflections(_ word: Substring) -> [String] {
        guard let open = word.firstIndex(of: "{"), word.last == "}" else { return [String(word)] }
        let endings = word[word.index(after: open)...].dropLast()
        return endings.split(separator: ",", omittingEmptySubsequences: false).map { String(word[..<open]) + $0 }
    }
}

extension WordPattern {
    /// The row of words of a name or a phrase, without any of the signs above.
    init(plain text: String) {
        places = TextWords.plainWords(of: text).map { Place(words: [$0], isOptional: false) }
    }
}
