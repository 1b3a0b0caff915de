/// A character that no text of a record may hold: it steers a terminal, or lets text be read in another order than it
/// has.
///
/// Those are the control characters (C0, DEL and C1 of ISO/IEC 6429) and the bidirectional embeddings, overrides and
/// isolates of Unicode (UAX 9). What people say and write has line ends and tabs, and may mix scripts of both directions;
/// there an override alone, which shows a text backwards, is a stray.
package struct StrayCharacter: Equatable, Sendable {
    /// The character itself, of one of the ranges above; `words` names it for people.
    package let scalar: Unicode.Scalar

    /// The first one in a text; nil where there is none.
    ///
    /// - Parameter isOneLine: whether the text is a title, a name, a code: one line without tabs.
    package init?(in text: String, isOneLine: Bool) {
        var text = text
        let found = text.withUTF8 { StrayCharacter(in: UnsafeRawBufferPointer($0), isOneLine: isOneLine) }
        guard let found else { return nil }
        self = found
    }

    /// The first one in UTF-8.
    package init?(in bytes: UnsafeRawBufferPointer, isOneLine: Bool) {
        for (index, byte) in bytes.enumerated() where byte < 0x20 || byte == 0x7F || byte == 0xC2 || byte == 0xE2 {
            guard let scalar = Self.control(at: index, of: bytes) else { continue }
            if !isOneLine, Self.isLayout(scalar) || Self.isEmbedding(scalar) { continue }
            self.scalar = scalar
            return
        }
        return nil
    }

    /// What it is, in words that stand behind "there is": `a control character (U+001B)`.
    package var words: String {
        switch scalar {
        case "\t": "a tab"
        case "\n", "\r", "\u{2028}", "\u{2029}": "a line break"
        case "\u{202A}"..."\u{202E}", "\u{2066}"..."\u{2069}": "a character that changes text direction (\(code))"
        default: "a control character (\(code))"
        }
    }

    /// What is wrong with a text that holds it, and what to do.
    package var problem: String {
        Self.isLayout(scalar) ? "it has \(words). Write it on one line." : "it has \(words). Remove it."
    }

    private var code: String {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }

    /// Embeddings and isolates, which programs that write from right to left put around a phrase.
    private static func isEmbedding(_ scalar: Unicode.Scalar) -> Bool {
        0x202A...0x202C ~= scalar.value || 0x2066...0x2069 ~= scalar.value
    }

    private static func isLayout(_ scalar: Unicode.Scalar) -> Bool {
        ["\t", "\n", "\r", "\u{2028}", "\u{2029}"].contains(scalar)
    }

    /// The character that begins with a byte, where it is one of these.
    private static func control(at index: Int, of bytes: UnsafeRawBufferPointer) -> Unicode.Scalar? {
        func next(_ distance: Int) -> UInt8 { index + distance < bytes.count ? bytes[index + distance] : 0 }
        switch (bytes[index], next(1), next(2)) {
        case (0..<0x20, _, _), (0x7F, _, _): return Unicode.Scalar(bytes[index])
        case (0xC2, let second, _) where 0x80...0x9F ~= second: return Unicode.Scalar(second)
        case (0xE2, 0x80, let third) where 0xA8...0xAE ~= third: return Unicode.Scalar(0x2000 + UInt32(third) - 0x80)
        case (0xE2, 0x81, let third) where 0xA6...0xA9 ~= third: return Unicode.Scalar(0x2040 + UInt32(third) - 0x80)
        default: return nil
        }
    }
}
