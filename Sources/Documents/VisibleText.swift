/// Text in which nothing is hidden: what would move a cursor or turn the direction of others is spelled out.
package enum VisibleText {
    /// The text with control characters (a line end is `\n`, an escape `\u{1B}`), line and paragraph separators,
    /// bidirectional embeddings, overrides and isolates (as in CVE-2021-42574) and the byte-order mark spelled out.
    package static func of(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: isHidden) else { return text }
        var shown = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            if isHidden(scalar) { shown += spelled(scalar).unicodeScalars } else { shown.append(scalar) }
        }
        return String(shown)
    }

    static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0..<0x20, 0x7F...0x9F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF: true
        default: false
        }
    }

    private static func spelled(_ scalar: Unicode.Scalar) -> String {
        switch scalar {
        case "\n": "\\n"
        case "\r": "\\r"
        case "\t": "\\t"
        default: "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
        }
    }
}
