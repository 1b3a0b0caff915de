/// A text as words that can be compared: without case, punctuation and accents.
///
/// `Zoë's` and `zoe` are one word. In writings without spaces between words (Han, kana, Hangul) each character is one.
enum PlainWords {
    /// The words of a text, in order.
    static func of(_ text: some StringProtocol) -> [String] {
        var words: [String] = []
        var word = ""
        func end() {
            if word.hasSuffix("'s") { word.removeLast(2) }
            let plain = word.filter { $0 != "'" }
            if !plain.isEmpty { words.append(plain) }
            word = ""
        }
        for character in text {
            if character.isApostrophe {
                word.append("'")
            } else if character.standsAlone {
                end()
                words.append(String(character))
            } else if character.isLetter || character.isNumber {
                word += character.plain
            } else if !character.isInvisible {
                end()
            }
        }
        end()
        return words
    }

    /// Whether a text holds so many words of another one in a row; of a shorter one, all of its words.
    static func run(of count: Int, from source: String, isIn text: String) -> Bool {
        let source = of(source)
        let text = of(text)
        let length = min(count, source.count)
        // One or two words can be said by chance, unless nothing else is said.
        if length < 3 { return length > 0 && source == text }
        let runs = Set((0...source.count - length).map { Array(source[$0..<$0 + length]) })
        guard text.count >= length else { return false }
        return (0...text.count - length).contains { runs.contains(Array(text[$0..<$0 + length])) }
    }
}

extension Character {
    fileprivate var isApostrophe: Bool { "'’‘ʼ＇".contains(self) }

    /// A soft hyphen, a joiner: it changes no word.
    fileprivate var isInvisible: Bool {
        unicodeScalars.allSatisfy { [0xAD, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF].contains($0.value) }
    }

    fileprivate var standsAlone: Bool {
        guard let value = unicodeScalars.first?.value else { return false }
        return (0x3041...0x30FF).contains(value) || (0x3400...0x9FFF).contains(value)
            || (0xAC00...0xD7A3).contains(value) || (0xF900...0xFAFF).contains(value)
            || (0x20000...0x3FFFF).contains(value)
    }

    /// In lower case, a Latin letter without its accents, a digit of any writing as one of ours.
    fileprivate var plain: String {
        if let digit = wholeNumberValue { return String(digit) }
        guard let first = unicodeScalars.first else { return "" }
        let base = Ref.skeleton(of: String(first))
        return base.isEmpty ? lowercased() : base
    }
}
