/// A list of wordings to look for: ours whole, or one of the lists that its terms belong to.
///
/// Health agencies write "person with a substance use disorder" where harm reduction writes "person who uses drugs",
/// for use is not by itself a disorder. The lists differ in what they flag; what ours proposes is never a diagnosis.
package struct LanguageList: Sendable {
    /// The lists that can be chosen.
    package enum Name: String, Sendable, CaseIterable {
        /// What harm-reduction organizations ask for.
        case nhrc
        /// What the guides of two federal agencies ask for.
        case vaNida = "va-nida"
    }

    /// The terms, in the order in which they are printed.
    package let terms: [LanguageTerm]

    init(terms: [LanguageTerm]) { self.terms = terms }

    /// Every term of ours. Built when it is first asked for.
    package static let ours = LanguageList(
        terms: LanguageTerm.people + LanguageTerm.use + LanguageTerm.states + LanguageTerm.tests
            + LanguageTerm.equipment + LanguageTerm.treatment + LanguageTerm.law + LanguageTerm.framing
    )

    /// The terms of ours that belong to the list called `name`.
    package static func named(_ name: Name) -> LanguageList {
        LanguageList(terms: ours.terms.filter { $0.lists.contains(name) })
    }

    /// This list without the terms whose ids are given; an id that it doesn't have changes nothing.
    package func without(_ ids: Set<String>) -> LanguageList {
        LanguageList(terms: terms.filter { !ids.contains($0.id) })
    }
}
