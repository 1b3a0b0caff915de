/// CSV's text forms, appended as bytes (RFC 4180).
extension ByteBuffer {
    /// A field, in quotes only where it holds a quote, a comma or a line end; its bytes are not judged.
    ///
    /// For Excel a formula is guarded, and `;` and tab ask for quotes too, since Excel splits there in some countries.
    mutating func appendCSV(_ text: UnsafeRawBufferPointer, forExcel: Bool = false) {
        let guarded = forExcel && FormulaGuard.isNeeded(text)
        guard text.contains(where: { forExcel ? Self.isSpecialForExcel($0) : Self.isSpecial($0) }) else {
            if guarded { append(UInt8(ascii: "'")) }
            append(text)
            return
        }
        append(UInt8(ascii: "\""))
        if guarded { append(UInt8(ascii: "'")) }
        var start = 0
        for index in text.indices where text[index] == UInt8(ascii: "\"") {
            append(UnsafeRawBufferPointer(rebasing: text[start...index]))
            start = index
        }
        append(UnsafeRawBufferPointer(rebasing: text[start...]))
        append(UInt8(ascii: "\""))
    }

    mutating func appendCSV(_ text: String, forExcel: Bool = false) {
        var text = text
        text.withUTF8 { appendCSV(UnsafeRawBufferPointer($0), forExcel: forExcel) }
    }

    private static func isSpecial(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || byte == 0x0A || byte == 0x0D
    }

    private static func isSpecialForExcel(_ byte: UInt8) -> Bool {
        isSpecial(byte) || byte == UInt8(ascii: ";") || byte == 0x09
    }
}
