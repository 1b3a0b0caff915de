/// A wording that the trainings ask us to avoid, what to write in its place, and why.
///
/// A term flags; it never rewrites. A person decides about each place (AS-05 counts only what a person confirmed).
package struct LanguageTerm: Sendable, Equatable {
    /// The stable name, which a board uses to leave the term out.
    package let id: String
    /// What kind of wording it is.
    package let category: LanguageCategory
    /// What may be written in its place, in our own words: never a diagnosis. Nil where a board gave none.
    package let preferred: String?
    /// Why, in one sentence.
    package let reason: String
    /// Who says so; `LanguageSource.title` is the long form.
    package let sources: [LanguageSource]
    /// The names of the lists that it belongs to.
    package let lists: Set<LanguageList.Name>
    /// What is looked for, each with the words that have to be near it.
    package let wordings: [Wording]
    /// Wordings that contain the term in another sense, and silence it: "pros and cons".
    package let exceptions: [String]

    init(
        _ id: String,
        _ category: LanguageCategory,
        _ wordings: [Wording],
        except exceptions: [String] = [],
        write preferred: String?,
        because reason: String,
        _ sources: [LanguageSource],
        in lists: Set<LanguageList.Name> = [.nhrc, .vaNida]
    ) {
        self.id = id
        self.category = category
        self.wordings = wordings
        self.exceptions = exceptions
        self.preferred = preferred
        self.reason = reason
        self.sources = sources
        self.lists = lists
    }

    /// The rule of its context, as a sentence for the page that prints the list.
    package var contextRule: String {
        let near = wordings.reduce(into: Cue()) { $0.formUnion($1.cue) }
        if near.isEmpty { return "Anywhere." }
        let words = near.titles.joined(separator: " or ")
        let all = wordings.allSatisfy { !$0.cue.isEmpty }
        return all ? "Only near a word about \(words)." : "Some of its wordings only near a word about \(words)."
    }
}

/// One wording of a term: a pattern of words, and what has to stand near it in the same sentence.
package struct Wording: Sendable, Equatable {
    /// The words, as `WordPattern` reads them.
    package let pattern: String
    /// The kinds of word of which one must be near; none where the wording is enough.
    package let cue: Cue
    /// How many words away, at most, before or after.
    package let window: Int

    /// A wording that is flagged wherever it stands.
    static func any(_ pattern: String) -> Wording { Wording(pattern: pattern, cue: [], window: 0) }

    /// A wording that is flagged only where a word of `cue` is within `window` words of it in the same sentence.
    static func near(_ cue: Cue, _ window: Int, _ pattern: String) -> Wording {
        Wording(pattern: pattern, cue: cue, window: window)
    }
}

/// What kind of wording a term is.
package enum LanguageCategory: String, Sendable, CaseIterable {
    case personLabel = "person label"
    case use, state, toxicology, equipment, treatment, legal, framing, sensational, identity
    case drugName = "drug name"
    case board
}
