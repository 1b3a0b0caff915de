/// The apostrophe that keeps a spreadsheet from running text as a formula, and its exact inverse.
///
/// Text is guarded when, behind any apostrophes of its own, blanks and characters that nobody sees, it begins with `=`,
/// `+`, `-`, `@` or the full-width forms of the four signs, and when tab, CR or LF stand there (OWASP, "CSV Injection";
/// spreadsheets drop what they take for blanks before they look). Counting the text's own apostrophes in makes
/// `remove(add(text))` the text, whatever it is. Numbers are no text and are never guarded.
package enum FormulaGuard {
    /// The text as it is written for a spreadsheet.
    package static func add(_ text: String) -> String { isNeeded(text) ? "'" + text : text }

    /// The text as it was before `add`; for files that were written for a spreadsheet only.
    package static func remove(_ text: String) -> String {
        text.utf8.first == UInt8(ascii: "'") && isNeeded(text) ? String(text.unicodeScalars.dropFirst()) : text
    }

    /// Whether the bytes of a field begin with a guard that `add` may have put there; it is its first byte.
    package static func isGuarded(_ text: UnsafeRawBufferPointer) -> Bool {
        text.first == UInt8(ascii: "'") && isNeeded(text)
    }

    static func isNeeded(_ text: UnsafeRawBufferPointer) -> Bool {
        var index = 0
        while index < text.count {
            let (scalar, length) = UTF8Scalar.decode(text, at: index)
            guard let scalar else { return false }
            switch scalar {
            case "=", "+", "-", "@", "\t", "\n", "\r", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}": return true
            case "'": break
            case _ where scalar.isASCII: if scalar.value > 0x20, scalar.value < 0x7F { return false }
            default: if !isUnseen(scalar) { return false }
            }
            index += length
        }
        return false
    }

    /// Blanks of every width, byte-order marks, joiners, marks of direction and the like.
    private static func isUnseen(_ scalar: Unicode.Scalar) -> Bool {
        let properties = scalar.properties
        return properties.isWhitespace || properties.isDefaultIgnorableCodePoint
            || properties.generalCategory == .control
    }

    private static func isNeeded(_ text: String) -> Bool {
        var text = text
        return text.withUTF8 { isNeeded(UnsafeRawBufferPointer($0)) }
    }
}
