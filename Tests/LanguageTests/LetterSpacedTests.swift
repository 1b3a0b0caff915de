import Testing

@testable import Language

struct LetterSpacedTests {
    @Test(arguments: [
        "d ru g us e rs", "d r u g  a b u s e", "Na t ion a l Ha rm Re du c t ion Coa lit ion c re a t e s s pa c e s",
        "Drug ab us er s a re no t we lc om e he r e",
        String(repeating: "we do it as is ", count: 5),
    ])
    func `a text whose letters are torn apart is refused, not passed`(text: String) {
        guard case .letterSpaced(let words, let meanLength) = LanguageLint.ours.flags(in: text, kind: .plain) else {
            Issue.record("passed")
            return
        }
        #expect(words >= 4 && meanLength < LanguageLint.shortestMeanLength)
        #expect(LanguageLint.ours.flags(in: text, kind: .plain).flags == nil)
    }

    @Test(arguments: [
        "", "Q&A at 6", "Is it OK to go on?", "I am a bit off", "12:30", "We do it as is, all of us here",
    ])
    func `a short title of short words is read`(text: String) {
        #expect(LanguageLint.ours.flags(in: text, kind: .plain).flags == [])
    }

    @Test func `only the prose of Markdown counts toward the mean length`() {
        let text =
            "Harm reduction services for everybody.\n\n```\n" + String(repeating: "a b c d ", count: 50) + "\n```\n"
        #expect(LanguageLint.ours.flags(in: text, kind: .markdown).flags == [])
    }
}
