/// The apostrophe that keeps a spreadsheet from running text as a formula, and its exact inverse.
///
/// Text is guarded when, after any apostrophes of its own, it begins with `=`, `+`, `-`, `@`, tab, CR or LF, or with
/// the full-width forms of the four signs (OWASP, "CSV Injection"). Counting the text's own apostrophes in makes
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
        while index < text.count, text[index] == UInt8(ascii: "'") { index += 1 }
        guard index < text.count else { return false }
        switch text[index] {
        case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), 0x09, 0x0A, 0x0D: return true
        case 0xEF: return isFullWidthSign(UnsafeRawBufferPointer(rebasing: text[index...]))
        default: return false
        }
    }

    private static func isNeeded(_ text: String) -> Bool {
        var text = text
        return text.withUTF8 { isNeeded(UnsafeRawBufferPointer($0)) }
    }

    /// U+FF1D, U+FF0B, U+FF0D and U+FF20.
    private static func isFullWidthSign(_ text: UnsafeRawBufferPointer) -> Bool {
        guard text.count >= 3, text[1] == 0xBC else { return false }
        return text[2] == 0x9D || text[2] == 0x8B || text[2] == 0x8D || text[2] == 0xA0
    }
}
