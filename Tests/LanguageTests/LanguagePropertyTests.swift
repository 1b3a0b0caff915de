import Testing

@testable import Language

struct LanguagePropertyTests {
    private static let pieces = [
        "drug", "user", "addicts", "clean", "test", "was", "heroin", " ", " ", " ", "\n", "\n\n", "\r\n", "-", "*", "_",
        "`",
        "``", "```", "\n```\n", "~~~", "[", "](", "]", ")", "<", ">", "<!--", "-->", "\"", "“", "”", "'", "’", "‘", "«",
        "»",
        "\\", "#", "> ", "- ", "1. ", "|", "\t", "    ", ".", "!", "é", "e\u{301}", "👩‍⚕️", "薬", "ﬁ", "\u{AD}", "&", "12",
        "https://", "@", "MAT", "\u{FEFF}", "İ", "ß",
    ]

    @Test(arguments: 1...200)
    func `any text is read, and a flag points at the words that it shows`(seed: UInt64) {
        var generator = Steps(state: seed)
        let text = (0..<Int.random(in: 0..<120, using: &generator))
            .map { _ in Self.pieces.randomElement(using: &generator) ?? "" }.joined()
        let lines = text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" || $0 == "\r" }
        for kind in [LanguageLint.Kind.plain, .markdown] {
            for flag in LanguageLint.ours.flags(in: text, kind: kind).flags ?? [] {
                let line = lines[flag.line - 1]
                let first = flag.found.split { " -".contains($0) }.first ?? ""
                #expect(line.dropFirst(flag.column - 1).hasPrefix(first), "seed \(seed): \(text.debugDescription)")
            }
        }
    }

    @Test(arguments: [
        "[", "](", "](a \"", "`", "*a ", "<a", "“", "\"a ", "'a ", "drug ", "- ", "> ", "&", "<!--", "a@",
    ])
    func `a text of one mark many times over is read`(mark: String) {
        let text = String(repeating: mark, count: 5_000)
        for kind in [LanguageLint.Kind.plain, .markdown] { _ = LanguageLint.ours.flags(in: text, kind: kind) }
    }

    @Test(arguments: 1...20)
    func `to repeat a paragraph is to repeat its flags`(count: Int) {
        let paragraph = "The addicts met. Bad drugs were named, and the date slipped.\n\n"
        let once = LanguageLint.ours.flags(in: paragraph, kind: .markdown).flags?.count ?? 0
        let text = String(repeating: paragraph, count: count)
        #expect(once == 2 && LanguageLint.ours.flags(in: text, kind: .markdown).flags?.count == once * count)
    }

    /// A small generator, so that a seed is a text.
    private struct Steps: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
            mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
            return mixed ^ (mixed >> 31)
        }
    }
}
