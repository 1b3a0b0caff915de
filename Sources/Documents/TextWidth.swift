import PlainText

/// Columns that text takes on a terminal, judged grapheme by grapheme.
///
/// `wcwidth` sums scalars and so takes a joined family for eight columns; here an emoji of any length takes two. Wide
/// are the W and F of Unicode's East Asian Width (UAX #11, 14.0); ambiguous ones take one column.
package enum TextWidth {
    /// Columns of a text that holds no control characters; see `VisibleText`.
    package static func of(_ text: String) -> Int {
        let isPlain = text.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F }
        return isPlain ? text.utf8.count : text.reduce(0) { $0 + of($1) }
    }

    /// Columns of what a reader sees as one character: 0, 1 or 2, more only where letters are fused.
    package static func of(_ character: Character) -> Int {
        let scalars = character.unicodeScalars
        return isEmoji(scalars) ? 2 : scalars.reduce(0) { $0 + of($1) }
    }

    private static func isEmoji(_ scalars: Character.UnicodeScalarView) -> Bool {
        guard let first = scalars.first else { return false }
        let others = scalars.dropFirst()
        if isRegional(first) { return others.first.map(isRegional) ?? false }
        if others.contains("\u{FE0F}") { return first.properties.isEmoji }
        if others.contains("\u{FE0E}") { return false }
        return first.properties.isEmojiPresentation
            || first.properties.isEmoji && others.contains { $0.properties.isEmojiModifier }
    }

    private static func isRegional(_ scalar: Unicode.Scalar) -> Bool {
        (0x1F1E6...0x1F1FF).contains(scalar.value)
    }

    private static func of(_ scalar: Unicode.Scalar) -> Int {
        switch scalar.value {
        case 0x20..<0x7F: return 1
        // A soft hyphen is drawn by terminals; medial vowels and finals of Hangul join the syllable before.
        case 0xAD: return 1
        case 0x1160...0x11FF, 0xD7B0...0xD7FB: return 0
        default: break
        }
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .spacingMark, .format, .control: return 0
        case .lineSeparator, .paragraphSeparator: return 0
        default: return isWide(scalar.value) ? 2 : 1
        }
    }

    private static func isWide(_ value: UInt32) -> Bool {
        guard value >= 0x1100 else { return false }
        return wide.contains { $0.contains(value) }
    }

    /// East Asian Width W and F, without those that are emoji by themselves.
    private static let wide: [ClosedRange<UInt32>] = [
        0x1100...0x115F, 0x2329...0x232A, 0x2E80...0x303E, 0x3041...0x3247, 0x3250...0x4DBF, 0x4E00...0xA4C6,
        0xA960...0xA97C, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6B, 0xFF01...0xFF60,
        0xFFE0...0xFFE6, 0x16FE0...0x18D08, 0x1AFF0...0x1B2FB, 0x1F200...0x1F265, 0x1F3FB...0x1F3FF,
        0x20000...0x2FFFD, 0x30000...0x3FFFD,
    ]
}
