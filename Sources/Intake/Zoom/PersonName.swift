import Records

/// What a display name in a video meeting gives away beyond a name.
enum PersonName {
    /// The name that was shown: without what stands in brackets behind it ("Name (Original Name)"), and without
    /// pronouns in brackets anywhere.
    static func shown(_ name: String) -> String {
        var rest = name.trimmed
        while let cut = withoutLastBracket(rest) { rest = cut }
        return PronounRule.name(without: rest)
    }

    /// Lends a name as it may be stored, without pronouns in brackets: `Kit Moss (they/them)` is Kit Moss. What else
    /// stands in brackets is part of a name that somebody typed.
    @inline(__always)
    static func withStored<R>(
        _ name: UnsafeRawBufferPointer,
        _ body: (UnsafeRawBufferPointer) throws -> R
    ) rethrows -> R {
        guard mayHaveBrackets(name) else { return try body(name) }
        var stored = PronounRule.name(without: String(decoding: name, as: UTF8.self))
        return try stored.withUTF8 { try body(UnsafeRawBufferPointer($0)) }
    }

    /// Whether there is a bracket among the bytes, or the first byte of a full-width one.
    @inline(__always)
    private static func mayHaveBrackets(_ name: UnsafeRawBufferPointer) -> Bool {
        name.contains { $0 == UInt8(ascii: "(") || $0 == UInt8(ascii: "[") || $0 == 0xEF }
    }

    private static let brackets: [Character: Character] = [")": "(", "）": "（", "]": "["]

    /// The text before the brackets at its end; nil where there are none.
    private static func withoutLastBracket(_ text: String) -> String? {
        guard let last = text.last, let opening = brackets[last] else { return nil }
        if last == "]", !PronounRule.isPronouns(lastGroup(text, opening, last) ?? "") { return nil }
        var depth = 0
        for index in text.indices.reversed() {
            if text[index] == last { depth += 1 }
            if text[index] == opening { depth -= 1 }
            if depth == 0 { return String(text[..<index]).trimmed }
        }
        return nil
    }

    private static func lastGroup(_ text: String, _ opening: Character, _ closing: Character) -> String? {
        text.lastIndex(of: opening).map { String(text[text.index(after: $0)...].dropLast()) }
    }
}
