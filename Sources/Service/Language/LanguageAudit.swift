package import Language
package import Records

/// What an audit of several texts found, each finding with its place.
///
/// It flags and never rewrites; a person decides about each place.
package struct LanguageAudit: Sendable {
    /// A flag, and the text in which it is: a file, or kind, ref and field of a record.
    package struct Finding: Sendable {
        /// The file's name alone, or three words: kind, ref and field of a record.
        package let place: [String]
        /// Where in the text, which words, and what may be written in their place.
        package let flag: LanguageFlag
    }

    /// A text that can't be judged, because the letters of its words stand apart.
    package struct Refused: Sendable {
        /// As in `Finding`.
        package let place: [String]
        /// How many words it has.
        package let words: Int
        /// How long they are on average, in letters.
        package let meanLength: Double
    }

    /// In the order in which the texts were read.
    package private(set) var findings: [Finding] = []
    /// Texts of which nothing can be said; they are counted in `texts`, and have no findings.
    package private(set) var refused: [Refused] = []
    /// How many texts were read.
    package private(set) var texts = 0

    /// How many words were read, of texts that can be judged.
    package private(set) var words = 0

    /// An audit of no text yet.
    package init() {}

    /// Reads one more text, which stands at `place`.
    package mutating func read(_ text: String, _ kind: LanguageLint.Kind, at place: [String], with lint: LanguageLint) {
        texts += 1
        switch lint.flags(in: text, kind: kind) {
        case .read(let read):
            findings += read.flags.map { Finding(place: place, flag: $0) }
            words += read.words
        case .letterSpaced(let words, let meanLength):
            refused.append(Refused(place: place, words: words, meanLength: meanLength))
        }
    }
}

/// Looks for wordings that stigmatize in what staff wrote in the record: titles, summaries, answers, actions.
package struct LintRecord: Operation {
    /// One list of wordings alone; nil for all of ours.
    package var list: LanguageList.Name?
    /// What a board adds to the list.
    package var words = BoardWords()

    package let id = OperationID(rawValue: "lint")
    package let role = Role.manager
    package let access = Access.read

    package init() {}

    package var parameters: [Parameter<Self>] {
        [
            Parameter(name: "list", isRequired: false) { operation, text in
                guard let list = LanguageList.Name(rawValue: text.trimmed.lowercased()) else {
                    throw RecordError.unknown("list", text, known: LanguageList.Name.allCases.map(\.rawValue))
                }
                operation.list = list
            }
        ]
    }

    package func run(_ context: Context, in store: Store) throws -> LanguageAudit {
        let lint = LanguageLint(list: list.map { LanguageList.named($0) } ?? .ours, extra: words)
        var audit = LanguageAudit()
        try store.forEachStaffText { text in
            try context.interruption.check()
            audit.read(text.text, .plain, at: [text.noun.rawValue, text.ref, text.field], with: lint)
        }
        return audit
    }
}
