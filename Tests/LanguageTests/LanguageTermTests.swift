import Testing

@testable import Language

struct LanguageTermTests {
    @Test(arguments: TermSentences.all)
    func `a term is found in a sentence that should be looked at`(pair: TermSentences.Pair) throws {
        let flags = try #require(LanguageLint.ours.flags(in: pair.flagged, kind: .plain).flags)
        #expect(flags.contains { $0.term.id == pair.id }, "\(flags.map(\.term.id))")
    }

    @Test(arguments: TermSentences.all)
    func `a sentence with its words in another sense is left alone`(pair: TermSentences.Pair) throws {
        let flags = try #require(LanguageLint.ours.flags(in: pair.silent, kind: .plain).flags)
        #expect(flags.isEmpty, "\(flags.map { [$0.term.id, $0.found] })")
    }

    @Test func `every term has its two sentences, and no id comes twice`() {
        let ids = LanguageList.ours.terms.map(\.id)
        #expect(Set(ids).count == ids.count)
        #expect(Set(TermSentences.all.map(\.id)) == Set(ids))
    }

    @Test(arguments: LanguageList.ours.terms)
    func `what is proposed is never a diagnosis, and never flagged itself`(term: LanguageTerm) throws {
        let preferred = try #require(term.preferred)
        for word in ["disorder", "diagnos", "addict", "depend", "remission", "recovery", "abstinen", "patient"] {
            #expect(!preferred.lowercased().contains(word))
        }
        #expect(LanguageLint.ours.flags(in: preferred, kind: .plain).flags == [])
    }

    @Test(arguments: LanguageList.ours.terms)
    func `a term says why in one sentence, who says so, and where it is listed`(term: LanguageTerm) {
        #expect(term.reason.hasSuffix(".") && !term.reason.dropLast().contains("."))
        #expect(!term.sources.isEmpty && !term.lists.isEmpty && !term.wordings.isEmpty)
        #expect(!term.contextRule.isEmpty)
    }

    @Test(arguments: LanguageList.ours.terms)
    func `a pattern is made of words, and its first word is never missing`(term: LanguageTerm) {
        for pattern in term.wordings.map(\.pattern) + term.exceptions {
            let places = WordPattern(pattern).places
            #expect(places.first?.isOptional == false)
            for word in places.flatMap(\.words) {
                #expect(word == "#" || word.unicodeScalars.allSatisfy { $0.isASCIILetter || $0 == "'" }, "\(word)")
            }
        }
    }

    @Test func `a list holds the terms that belong to it, and ours all of them`() {
        let ours = LanguageList.ours.terms.map(\.id)
        let nhrc = LanguageList.named(.nhrc).terms.map(\.id)
        let agencies = LanguageList.named(.vaNida).terms.map(\.id)
        #expect(Set(nhrc).union(agencies) == Set(ours))
        #expect(nhrc.contains("needle-exchange") && !agencies.contains("needle-exchange"))
        #expect(agencies.contains("inner-city") && !nhrc.contains("inner-city"))
        #expect(LanguageList.Name(rawValue: "va-nida") == .vaNida)
    }

    @Test func `endings in braces make words, and alternatives are kept apart`() {
        let places = WordPattern("relaps{e,es} drug|opioid? user{,s}").places
        #expect(places.map(\.words) == [["relapse", "relapses"], ["drug", "opioid"], ["user", "users"]])
        #expect(places.map(\.isOptional) == [false, true, false])
    }
}

extension LanguageTerm: CustomTestStringConvertible {
    /// The id alone, so that a failure can be read.
    public var testDescription: String { id }
}
