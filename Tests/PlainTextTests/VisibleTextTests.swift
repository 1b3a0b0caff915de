import Testing

@testable import PlainText

@Suite struct VisibleTextTests {
    /// A character of each kind that steers a terminal or turns the direction of text.
    static let hidden: [Unicode.Scalar] = [
        "\u{0}", "\u{7}", "\u{8}", "\u{B}", "\u{C}", "\u{1B}", "\u{1F}", "\u{7F}", "\u{80}", "\u{9B}", "\u{9F}",
        "\u{2028}", "\u{2029}", "\u{202A}", "\u{202E}", "\u{2066}", "\u{2069}",
    ]

    @Test(arguments: hidden) func `what nobody sees is spelled out`(scalar: Unicode.Scalar) {
        let text = "Fern\(scalar)House"
        #expect(VisibleText.of(text) == "Fern\(VisibleText.spelled(scalar))House")
        #expect(VisibleText.ofRows(Array("a,\(text)\nb\n".utf8)) == Array("a,\(VisibleText.of(text))\nb\n".utf8))
    }

    @Test func `rows keep their line ends and tabs, and a mark in front of all`() {
        let rows = "\u{FEFF}a\tb\r\nÉ,ж,🎉\r\n"
        #expect(VisibleText.ofRows(Array(rows.utf8)) == Array(rows.utf8))
        #expect(VisibleText.ofRows(Array("a\rb\u{FEFF}\n".utf8)) == Array("a\\rb\\u{FEFF}\n".utf8))
    }

    @Test(arguments: ["é", "e\u{301}", "🎉", "a", "\u{1B}"]) func `a line has at most so many bytes`(unit: String) {
        for count in [1, 5, 40, 5_000] {
            let text = String(repeating: unit, count: count)
            let line = VisibleText.line(text, bytes: 60)
            #expect(line.utf8.count <= 60)
            if VisibleText.of(text).utf8.count <= 60 {
                #expect(line == VisibleText.of(text))
            } else {
                #expect(line.hasSuffix("…") && line.utf8.count > 50)
            }
        }
    }

    @Test func `one letter with a million marks is cut too`() {
        let text = "e" + String(repeating: "\u{301}", count: 1_000_000)
        #expect(text.count == 1)
        #expect(VisibleText.line(text, bytes: 60).utf8.count <= 60)
    }
}
