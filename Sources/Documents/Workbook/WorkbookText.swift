import PlainText

/// Text that a cell of a workbook shows as it is.
enum WorkbookText {
    /// How many UTF-16 units a cell holds (Excel specifications and limits).
    static let limit = 32_767

    /// The text for people: hidden characters spelled out, lines kept, clipped with … where a cell can't hold it.
    static func shown(_ text: String) -> String {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let visible =
            lines.count == 1 ? VisibleText.of(text) : lines.map { VisibleText.of(String($0)) }.joined(separator: "\n")
        let whole = escaped(visible)
        guard whole.utf16.count > limit else { return whole }
        var room = limit - 1
        while room > 0 {
            let clipped = escaped(clipped(visible, to: room) + "…")
            if clipped.utf16.count <= limit { return clipped }
            room -= max(1, clipped.utf16.count - limit)
        }
        return "…"
    }

    /// The text as the library takes it. What looks like its escape for a control character (`_x000A_`, ECMA-376,
    /// 22.9.2.19) is escaped itself, and what XML can't hold is replaced.
    static func escaped(_ text: String) -> String {
        var text = text
        if text.unicodeScalars.contains(where: { $0.value == 0 || $0.value == 0xFFFE || $0.value == 0xFFFF }) {
            let scalars = text.unicodeScalars.map { scalar -> Unicode.Scalar in
                scalar.value == 0 || scalar.value == 0xFFFE || scalar.value == 0xFFFF ? "\u{FFFD}" : scalar
            }
            text = String(String.UnicodeScalarView(scalars))
        }
        return text.utf8.contains(UInt8(ascii: "_")) ? escapedEscapes(text) : text
    }

    private static func escapedEscapes(_ text: String) -> String {
        let bytes = Array(text.utf8)
        var escaped: [UInt8] = []
        for (index, byte) in bytes.enumerated() {
            escaped.append(byte)
            if byte == UInt8(ascii: "_"), isEscape(bytes, at: index) { escaped += Array("x005F_".utf8) }
        }
        return String(decoding: escaped, as: UTF8.self)
    }

    /// Whether `_xHHHH_` begins there.
    private static func isEscape(_ bytes: [UInt8], at index: Int) -> Bool {
        guard index + 6 < bytes.count, bytes[index + 1] == UInt8(ascii: "x") else { return false }
        guard bytes[index + 6] == UInt8(ascii: "_") else { return false }
        return bytes[index + 2...index + 5].allSatisfy { Character(Unicode.Scalar($0)).isHexDigit }
    }

    /// As many whole characters as fit into so many UTF-16 units.
    static func clipped(_ text: String, to units: Int) -> String {
        var used = 0
        var kept = ""
        for character in text {
            used += character.utf16.count
            if used > units { break }
            kept.append(character)
        }
        return kept
    }
}
