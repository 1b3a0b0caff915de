import Measures
import Records

/// What a page says of forms that are not counted, or not matched: as it may be published, each by itself.
extension Reading {
    /// Forms after that were matched with one before, of all; nil where half of them were, or more.
    var fewMatched: Figure? {
        let pairs = whole.matchedPairs
        guard pairs.needsCaution else { return nil }
        let rule = DisclosureRule(discloses: [.counts([pairs.pairs, pairs.afters - pairs.pairs])])
        return rule.cleared(.share(numerator: pairs.pairs, denominator: pairs.afters), for: disclosure)
    }

    /// Forms after with a code that could belong to several before; nil where there are none.
    var ambiguousForms: Figure? { cleared(whole[.ambiguousAfter]) }

    /// Forms after that are under half answered, which the response rate takes for refused; nil where there are none.
    var refusedForms: Figure? {
        guard let questionnaire else { return nil }
        let forms = questionnaire.forms(.after).map { questionnaire.plans[$0].form.id }
        return cleared(forms.reduce(0) { $0 + (whole.answers[$1]?.refused ?? 0) })
    }

    private func cleared(_ forms: Int) -> Figure? {
        forms == 0 ? nil : DisclosureRule.people.cleared(.count(forms), for: disclosure)
    }
}
