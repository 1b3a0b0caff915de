import Testing

@testable import Language

struct BoardWordsTests {
    private let text = "The frequent flyer and the Drug-User Café met; a relapse was named in Step 12, not step 13."

    @Test func `a board's phrase is flagged with what it would rather read`() throws {
        let extra = BoardWords(phrases: [
            .init("Frequent Flyer", preferred: "person who comes often"), .init("step 12"),
        ])
        let flags = try #require(LanguageLint.flags(in: text, kind: .plain, extra: extra).flags)
        #expect(flags.map(\.found) == ["frequent flyer", "Drug-User", "relapse", "Step 12"])
        #expect(flags.first?.term.preferred == "person who comes often")
        #expect(flags.first?.term.id == "board:frequent-flyer" && flags.first?.term.sources == [.board])
        #expect(flags.last?.term.preferred == nil)
    }

    @Test func `a board's names are left alone, and the terms that it does without`() {
        let extra = BoardWords(names: ["Drug User Café"], leftOut: ["relapse", "no-such-term"])
        #expect(found(text, .plain, LanguageLint(extra: extra)) == [])
    }

    @Test func `a board's phrase goes before ours in the same place`() throws {
        let extra = BoardWords(phrases: [.init("relapse", preferred: "use again")])
        let flags = try #require(LanguageLint.flags(in: "A relapse.", kind: .plain, extra: extra).flags)
        #expect(flags.map(\.term.id) == ["board:relapse"])
    }

    @Test func `a board's words are read one rule a line`() throws {
        let text = "# ours\n\navoid: Frequent Flyer = person who comes often\nAvoid: step 12\nname: Drug User Café\n"
        #expect(
            try BoardWords(text: text + "leave out: relapse")
                == BoardWords(
                    phrases: [.init("Frequent Flyer", preferred: "person who comes often"), .init("step 12")],
                    names: ["Drug User Café"],
                    leftOut: ["relapse"]
                )
        )
    }

    @Test(arguments: ["avoid:", "avoid: =", "avoid: = use again", "name:", "leave out: ", ":", "words", "use: this"])
    func `a line that is no rule is told by its number`(line: String) {
        #expect(throws: BoardWordsProblem.noRule(line: 2)) { try BoardWords(text: "\n\(line)") }
    }

    @Test func `a term that is left out is one of ours`() {
        do {
            _ = try BoardWords(text: "leave out: relapsing")
            Issue.record("a term that there is not was left out")
        } catch BoardWordsProblem.unknownTerm(let line, let term, let known) {
            #expect(line == 1 && term == "relapsing" && known.contains("relapse"))
        } catch { Issue.record(error) }
    }

    @Test(arguments: [("a.MD", true), ("b.markdown", true), ("c.txt", false), ("md", false)])
    func `a file is Markdown by the end of its name`(name: String, isMarkdown: Bool) {
        #expect((LanguageLint.Kind(ofFile: name) == .markdown) == isMarkdown)
    }

    @Test(arguments: ["", " - ", "?", "{,}", "a|b"])
    func `signs in a board's phrase are no pattern`(phrase: String) {
        let extra = BoardWords(phrases: [.init(phrase)])
        #expect(found("It met by and by, all of them.", .plain, LanguageLint(extra: extra)) == [])
    }

    @Test func `phrases in other languages are found, however their accents are stored`() {
        let extra = BoardWords(phrases: [.init("drogadicción"), .init("наркоман")])
        let lint = LanguageLint(list: LanguageList(terms: []), extra: extra)
        #expect(found("La drogadiccio\u{301}n. НАРКОМАН пришел.", .plain, lint)?.count == 2)
    }
}
