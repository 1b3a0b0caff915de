/// How a file separates its cells and ends its records.
///
/// Quotation marks are always `"`, written twice inside a quoted cell (RFC 4180, section 2).
package struct Dialect: Equatable, Sendable {
    /// The byte between two cells; never a quotation mark, a line end or NUL.
    package let delimiter: UInt8
    /// Whether a carriage return alone ends a record.
    ///
    /// True only where the first line end of the file is one. Elsewhere LF and CRLF both end a record, whichever came
    /// first, and a lone CR is text, as Papa Parse reads it; at the end of the file it is a line end cut short.
    package let carriageReturnEnds: Bool

    /// A dialect; `delimiter` must be usable.
    package init(delimiter: UInt8 = UInt8(ascii: ","), carriageReturnEnds: Bool = false) {
        precondition(Self.isUsable(delimiter: delimiter), "a quotation mark, line end or NUL cannot separate cells")
        self.delimiter = delimiter
        self.carriageReturnEnds = carriageReturnEnds
    }

    /// Whether a byte can separate cells: one ASCII character other than a quotation mark, line end or NUL.
    package static func isUsable(delimiter: UInt8) -> Bool {
        delimiter < 0x80 && ![0, 10, 13, UInt8(ascii: "\"")].contains(delimiter)
    }

    /// The delimiter in words: `comma`, `semicolon`, `tab`, `vertical bar`, else the character in quotation marks.
    package var words: String {
        switch delimiter {
        case UInt8(ascii: ","): "comma"
        case UInt8(ascii: ";"): "semicolon"
        case UInt8(ascii: "\t"): "tab"
        case UInt8(ascii: "|"): "vertical bar"
        case ..<0x20, 0x7F: "control character \(delimiter)"
        case let other: "\"\(Character(Unicode.Scalar(other)))\""
        }
    }
}
