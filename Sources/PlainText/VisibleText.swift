/// Text in which nothing is hidden: what would move a cursor or turn the direction of others is spelled out.
///
/// The one place that makes text safe for a terminal: tables, CSV, remarks, errors, prompts and progress go through it.
package enum VisibleText {
    /// The text with control characters (a line end is `\n`, an escape `\u{1B}`), line and paragraph separators,
    /// bidirectional embeddings, overrides and isolates (as in CVE-2021-42574) and the byte-order mark spelled out.
    package static func of(_ text: String) -> String { spelledOut(text) { isHidden($0) } }

    /// Rows on their way to a terminal: as `of`, but for tabs and line ends, and a byte-order mark in front of all.
    package static func ofRows(_ bytes: [UInt8]) -> [UInt8] {
        guard bytes.contains(where: mayBeginHidden) else { return bytes }
        let text = String(decoding: bytes, as: UTF8.self)
        var before: Unicode.Scalar?
        var shown = String.UnicodeScalarView()
        for (scalar, next) in zip(text.unicodeScalars, text.unicodeScalars.dropFirst().map(Optional.some) + [nil]) {
            let isRowEnd = scalar == "\n" || scalar == "\r" && next == "\n"
            let isMark = before == nil && scalar == "\u{FEFF}"
            if isRowEnd || isMark || scalar == "\t" || !isHidden(scalar) {
                shown.append(scalar)
            } else {
                shown += spelled(scalar).unicodeScalars
            }
            before = scalar
        }
        return Array(String(shown).utf8)
    }

    /// The text in one line of at most so many bytes, its end cut off where there is more.
    package static func line(_ text: String, bytes limit: Int) -> String {
        // What is cut off need not be spelled out: a cell may have a million bytes.
        let beginning = text.utf8.count > 2 * limit ? String(text.unicodeScalars.prefix(limit)) : text
        let shown = of(beginning)
        guard shown.utf8.count > limit || beginning.utf8.count < text.utf8.count else { return shown }
        var cut = String.UnicodeScalarView()
        var bytes = 3
        for scalar in shown.unicodeScalars {
            bytes += UTF8.width(scalar)
            if bytes > limit { break }
            cut.append(scalar)
        }
        return String(cut) + "…"
    }

    /// Whether nobody sees it, or it changes how what stands around it is seen.
    package static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0..<0x20, 0x7F...0x9F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF: true
        default: false
        }
    }

    /// A character as a text shows it: `\n`, `\u{1B}`.
    package static func spelled(_ scalar: Unicode.Scalar) -> String {
        switch scalar {
        case "\n": "\\n"
        case "\r": "\\r"
        case "\t": "\\t"
        default: "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
        }
    }

    private static func spelledOut(_ text: String, _ isSpelled: (Unicode.Scalar) -> Bool) -> String {
        guard text.unicodeScalars.contains(where: isSpelled) else { return text }
        var shown = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            if isSpelled(scalar) { shown += spelled(scalar).unicodeScalars } else { shown.append(scalar) }
        }
        return String(shown)
    }

    /// Whether a byte may be the first one of a hidden character that is neither a tab nor a line feed.
    private static func mayBeginHidden(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x09, 0x0A: false
        case 0..<0x20, 0x7F, 0xC2, 0xE2, 0xEF: true
        default: false
        }
    }
}
