/// The apostrophe that Groundwork's export for spreadsheets puts before text that they would run as a formula.
///
/// The inverse of `FormulaGuard` in Documents, for files that carry a byte-order mark, as that export does.
enum Guard {
    /// Whether the first byte is such an apostrophe: behind it, any more of them, blanks and characters that nobody sees
    /// comes `=`, `+`, `-`, `@`, tab, CR, LF or one of the four signs in full width (U+FF1D, U+FF0B, U+FF0D, U+FF20).
    static func isGuarded(_ text: UnsafeRawBufferPointer) -> Bool {
        guard text.first == UInt8(ascii: "'") else { return false }
        // Most texts that begin with one go on with a letter.
        if text.count > 1, text[1] < 0x7F, text[1] > 0x40 { return false }
        for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
            switch scalar {
            case "=", "+", "-", "@", "\t", "\n", "\r", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}": return true
            case "'": continue
            case _ where scalar.isASCII: if scalar.value > 0x20, scalar.value < 0x7F { return false }
            default: if !isUnseen(scalar) { return false }
            }
        }
        return false
    }

    private static func isUnseen(_ scalar: Unicode.Scalar) -> Bool {
        let properties = scalar.properties
        return properties.isWhitespace || properties.isDefaultIgnorableCodePoint
            || properties.generalCategory == .control
    }
}

extension CSVReader {
    /// The text of a cell without a guard, where the file may have them.
    func bytes(_ index: Int, guarded: Bool) -> UnsafeRawBufferPointer {
        let bytes = unsafeBytes(index)
        guard guarded, Guard.isGuarded(bytes) else { return bytes }
        return UnsafeRawBufferPointer(rebasing: bytes.dropFirst())
    }

    /// Whether the record has more cells than `width`, and nothing in them.
    func hasOnlyBlanks(from width: Int) -> Bool {
        count > width && (width..<count).allSatisfy { Trimming.isBlank(unsafeBytes($0)) }
    }

    /// Whether no cell has anything but white space: what a spreadsheet leaves behind.
    var isBlank: Bool {
        (0..<count).allSatisfy { Trimming.isBlank(unsafeBytes($0)) }
    }
}

/// White space at the ends of bytes.
enum Trimming {
    /// The text without white space at its ends, as `String.trimmed` takes it off.
    @inline(__always)
    static func trimmed(_ text: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer {
        guard let first = text.first, let last = text.last else { return text }
        if first > 32, first < 128, last > 32, last < 128 { return text }
        return trimmedSlowly(text)
    }

    static func isBlank(_ text: UnsafeRawBufferPointer) -> Bool {
        trimmed(text).isEmpty
    }

    private static func trimmedSlowly(_ text: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer {
        let scalars = String(decoding: text, as: UTF8.self).unicodeScalars
        var (start, end) = (scalars.startIndex, scalars.endIndex)
        var (front, back) = (0, 0)
        while start < end, isInvisible(scalars[start]) {
            front += UTF8.width(scalars[start])
            start = scalars.index(after: start)
        }
        while start < end, isInvisible(scalars[scalars.index(before: end)]) {
            end = scalars.index(before: end)
            back += UTF8.width(scalars[end])
        }
        guard front + back <= text.count else { return text }
        return UnsafeRawBufferPointer(rebasing: text[front..<text.count - back])
    }

    private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isWhitespace || [0x200B, 0xFEFF, 0x2060].contains(scalar.value)
    }
}
