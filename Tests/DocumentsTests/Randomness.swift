import Support

/// A generator that repeats itself from its seed, with texts that are hard on formats.
struct Randomness: RandomNumberGenerator {
    /// Two fixed seeds, and one that is new in each run; a failure prints it as the argument of its test.
    static let seeds: [UInt64] = [1, 20_261_110, .random(in: 0...UInt64.max)]

    private var generator: SeededGenerator

    init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

    mutating func next() -> UInt64 { generator.next() }

    private static let pieces = [
        "a", "Harbor", " ", ",", "\"", "\n", "\r", "\r\n", "\t", ";", "|", "*", "_", "'", "=", "+", "-", "@", "<b>",
        "&amp;", "\\", "`", "#", "1.", "\u{0}", "\u{1B}[31m", "\u{202E}", "\u{2066}", "\u{2028}", "é", "e\u{301}", "東京",
        "👩‍👩‍👧‍👦", "🇨🇦", "👍🏽", "שלום", "\u{FEFF}", "＝", "https://example.org", "$x$", "]", "[",
    ]

    mutating func text() -> String {
        (0..<Int.random(in: 0...6, using: &self)).map { _ in Self.pieces.randomElement(using: &self) ?? "" }.joined()
    }

    mutating func real() -> Double {
        let value = Double(bitPattern: next())
        return Bool.random(using: &self) ? Double(Int.random(in: -9999...9999, using: &self)) / 8 : value
    }
}
