/// A text cut into words as names are compared: without case, accents and punctuation.
///
/// `O’Brien` is one word, `Anne-Marie` is two, and `Ash’s` is `ash`. Letters of a script that has no accents to set aside
/// are compared as they are, whichever way they are encoded.
struct NameWords {
    /// One word, and where in the text it is.
    struct Word: Equatable {
        let key: String
        let range: Range<String.Index>
    }

    /// The words of a text, in order.
    static func all(in text: some StringProtocol) -> [Word] {
        var words: [Word] = []
        var (key, start, end) = ("", text.startIndex, text.startIndex)
        var index = text.startIndex
        while index < text.endIndex {
            let next = text.index(after: index)
            switch Piece(text[index]) {
            case .letters(let letters):
                if key.isEmpty { start = index }
                key += letters
                end = next
            case .invisible: break
            case .apostrophe where !key.isEmpty && joins(text[next...]): break
            case .apostrophe, .gap:
                if !key.isEmpty { words.append(Word(key: key, range: start..<end)) }
                key = ""
            }
            index = next
        }
        if !key.isEmpty { words.append(Word(key: key, range: start..<end)) }
        return words
    }

    /// Whether what follows an apostrophe goes on with the word: not the `s` of a possessive.
    private static func joins(_ rest: some StringProtocol) -> Bool {
        guard let first = rest.first, case .letters(let letters) = Piece(first) else { return false }
        guard letters == "s" else { return true }
        guard let second = rest.dropFirst().first else { return false }
        if case .letters = Piece(second) { return true }
        return false
    }

    /// What a character is to a name.
    enum Piece: Equatable {
        case letters(String)
        case apostrophe
        case invisible
        case gap

        init(_ character: Character) {
            guard let scalar = character.unicodeScalars.first else {
                self = .gap
                return
            }
            if scalar.isASCII {
                let letters = Ref.fold(scalar)
                self = letters.isEmpty ? scalar == "'" || scalar == "`" ? .apostrophe : .gap : .letters(letters)
            } else {
                self = Self.beyondASCII(character, scalar)
            }
        }

        private static func beyondASCII(_ character: Character, _ scalar: Unicode.Scalar) -> Piece {
            switch scalar.value {
            case 0xB4, 0x2BB, 0x2BC, 0x2018, 0x2019, 0x201B, 0x2032, 0xFF07: return .apostrophe
            // Soft hyphen, joiners, marks of direction, byte-order mark.
            case 0xAD, 0x200C...0x200F, 0x202A...0x202E, 0x2060, 0x2066...0x2069, 0xFEFF: return .invisible
            default: break
            }
            let latin = Ref.fold(scalar)
            if !latin.isEmpty { return .letters(latin) }
            let properties = scalar.properties
            // A mark without a letter before it.
            if properties.generalCategory == .nonspacingMark { return .invisible }
            guard properties.isAlphabetic || properties.numericType != nil else { return .gap }
            return .letters(Script.folded(character, scalar))
        }
    }
}

/// Scripts other than Latin: which have accents to set aside, and which write no spaces between words.
enum Script {
    /// A letter as it is compared.
    static func folded(_ character: Character, _ scalar: Unicode.Scalar) -> String {
        if let letter = fullWidth(scalar) { return letter }
        let lower = character.lowercased()
        if lower == "ё" { return "е" }
        guard hasAccents(scalar) else { return lower }
        let plain = lower == "ς" ? "σ" : scalar.properties.lowercaseMapping
        guard let only = plain.unicodeScalars.first, let name = only.properties.name else { return plain }
        // "GREEK SMALL LETTER ALPHA WITH TONOS" is the letter that has the name before "WITH".
        return name.firstRange(of: " WITH ").map { String(name[..<$0.lowerBound]) } ?? name
    }

    /// Whether a script is written without spaces between words, or with endings that are written to the word.
    static func isUnspaced(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x0E00...0x0EFF, 0x1000...0x109F, 0x1780...0x17FF, 0x3040...0x30FF, 0x3400...0x4DBF, 0x4E00...0x9FFF,
            0xAC00...0xD7A3, 0xF900...0xFAFF, 0x20000...0x323AF:
            true
        default: false
        }
    }

    /// Greek, Hebrew and Arabic: their marks are left out as often as they are written.
    private static func hasAccents(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x0370...0x03FF, 0x1F00...0x1FFF, 0x0590...0x05FF, 0x0600...0x06FF: true
        default: false
        }
    }

    /// A Latin letter or digit of full width.
    private static func fullWidth(_ scalar: Unicode.Scalar) -> String? {
        guard (0xFF10...0xFF5A).contains(scalar.value), let plain = Unicode.Scalar(scalar.value - 0xFEE0) else {
            return nil
        }
        return Ref.fold(plain)
    }
}
