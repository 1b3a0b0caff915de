import Testing

@testable import Language

struct MarkdownLintTests {
    @Test(arguments: [
        "Write `addict` nowhere.", "Write ``addict ` junkie`` nowhere.", "```\naddict\n\njunkie\n```",
        "~~~ text\naddict",
        "Text\n\n    addict in code\n\n    junkie\n", "[a text](https://example.org/junkie \"addicts\")",
        "![a picture](junkie.png)", "[a text][addict]\n\n[addict]: junkie.html", "<https://example.org/junkie>",
        "<span title=\"addict\">text</span>", "<!-- addict -->", "<!--\naddict\n\njunkie\n-->",
        "> All addicts,\nthey said, and junkies.", "- > Addicts", "A study, *Lapse and relapse*, was read.",
        "A study, _Drug abuse in towns_, was read.", "“Addicts”", "[“addicts”](x.md)",
        "- item\n\n  ```\n  addict\n  ```",
    ])
    func `code, targets, quotations and cited titles are passed over`(text: String) {
        #expect(found(text, .markdown) == [])
    }

    @Test(arguments: [
        ("**Addicts** came", "Addicts"), ("a **drug** user", "drug user"), ("[drug users](x.md) came", "drug users"),
        ("# The addicts", "The"), ("- addicts", ""), ("| a | addicts |", ""), ("> a quotation\n\naddicts", ""),
        ("```\ncode\n```\naddicts", ""), ("one ` mark and addicts", ""), ("5 * 3 addicts * 2", ""),
        ("a_b addicts c_d", ""),
        ("***addicts***", ""), ("- item\n\n    addicts, further set in", ""), ("[x](y addicts", ""),
        ("<3 addicts >", ""),
        ("<!-- a --> \n\naddicts", ""), ("Title\n=====\naddicts", ""), ("> a\n# addicts", ""),
        ("[addicts](https://a.org)", ""),
        ("~~~\ncode\n~~~~\naddicts", ""), ("\\*addicts\\*", ""), ("\\`addicts\\`", ""),
    ])
    func `prose around them is read`(text: String, note: String) throws {
        let flags = try #require(found(text, .markdown))
        #expect(flags.count == 1, "\(flags)")
    }

    @Test(arguments: [
        "addicts `code` here", "junkies ``` here", "drug\n> quoted\n\nuser", "drug `code` user",
    ])
    func `no phrase reaches across code or a quotation`(text: String) throws {
        let flags = try #require(found(text, .markdown))
        #expect(!flags.contains("drug user"))
    }

    @Test func `a flag in Markdown stands at its line and column`() throws {
        let text = "# Title\n\n> Addicts\n\n- one\n- the **drug users** met, see [junkies](x)\n"
        let flags = try #require(LanguageLint.ours.flags(in: text, kind: .markdown).flags)
        #expect(flags.map { [$0.line, $0.column] } == [[6, 9], [6, 32]])
    }

    @Test func `code and markup are not counted as words, quotations are`() throws {
        let text = "Four words of *prose* and `let code = 1`.\n\n> Three quoted words\n"
        guard case .read(let flags) = LanguageLint.ours.flags(in: text, kind: .markdown) else {
            Issue.record("refused")
            return
        }
        #expect(flags.words == 8)
    }

    @Test func `the same marks mean nothing in plain text`() {
        #expect(found("> addicts\n*addicts* `addicts`", .plain)?.count == 3)
    }
}
