import Documents
import PlainText
import Testing

@Suite struct `Widths on a terminal` {
    @Test(arguments: [
        ("", 0), ("Harbor", 6), ("é", 1), ("e\u{301}", 1), ("東京", 4), ("ｶﾅ", 2), ("Ａ", 2), ("한국", 4),
        ("\u{1112}\u{1161}\u{11AB}", 2), ("か\u{3099}", 2), ("👩‍👩‍👧‍👦", 2), ("👩🏽‍⚕️", 2), ("👍🏽", 2), ("🇨🇦", 2), ("🇨🇦🇫🇷", 4),
        ("\u{1F1E8}", 1), ("🏴󠁧󠁢󠁥󠁮󠁧󠁿", 2), ("❤", 1), ("❤️", 2), ("⌚︎", 1), ("⌚", 2), ("1️⃣", 2), ("☝🏽", 2), ("🏳️‍🌈", 2), ("שלום", 4),
        ("שָׁלוֹם", 4), ("مَرْحَبًا", 5), ("का", 1), ("กำ", 2), ("a\u{200B}b", 2), ("…", 1), ("–", 1), ("·", 1), ("─", 1),
        ("𝒜", 1), ("𠀀", 2),
        ("〿", 1), ("\u{3000}", 2), ("a\u{301}\u{302}\u{303}", 1), ("§ 4", 3),
    ])
    func `a reader sees so many columns`(text: String, width: Int) {
        #expect(TextWidth.of(text) == width)
    }

    @Test(arguments: Randomness.seeds) func `text is as wide as its graphemes together`(seed: UInt64) {
        var random = Randomness(seed: seed)
        for _ in 0..<200 {
            let text = VisibleText.of(random.text())
            #expect(TextWidth.of(text) == text.reduce(0) { $0 + TextWidth.of($1) }, "seed \(seed)")
        }
    }
}
