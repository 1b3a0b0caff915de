/// Names and values of a form, or of what stands behind a question mark.
///
/// Format: <https://url.spec.whatwg.org/#urlencoded-parsing>. What it leaves open is refused: a `%` without two digits,
/// bytes that are no UTF-8, a NUL.
package struct Form: Sendable, Equatable {
    /// In the order in which they came.
    package let fields: [Field]

    /// One field.
    package struct Field: Sendable, Equatable {
        /// What the page calls it.
        package let name: String
        /// What was typed, lines ending with a line feed.
        package let value: String

        /// A field with what was typed into it.
        package init(_ name: String, _ value: String) {
            self.name = name
            self.value = value
        }
    }

    /// The most fields of a form.
    private static let most = 300

    /// A form with these fields.
    package init(_ fields: [Field] = []) { self.fields = fields }

    /// Nil where `text` is no form.
    package init?(encoded text: String) {
        var fields: [Field] = []
        for part in text.split(separator: "&") {
            let halves = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard fields.count < Self.most, let name = Self.decoded(halves[0]),
                let value = Self.decoded(halves.count == 2 ? halves[1] : "")
            else { return nil }
            fields.append(Field(name, value))
        }
        self.fields = fields
    }

    /// What was typed into a field, without white space around it; nothing where it was left empty.
    package subscript(_ name: String) -> String? {
        guard let value = fields.first(where: { $0.name == name })?.value.trimmingWhiteSpace else { return nil }
        return value.isEmpty ? nil : value
    }

    /// A text as it was typed, lines and all; empty where there is none.
    package func text(_ name: String) -> String { fields.first { $0.name == name }?.value ?? "" }

    /// As it stands in an address.
    package var encoded: String {
        fields.map { "\(PercentEncoding.encoded($0.name))=\(PercentEncoding.encoded($0.value))" }
            .joined(separator: "&")
    }

    /// A browser sends lines that end with CRLF.
    private static func decoded(_ text: some StringProtocol) -> String? {
        guard let value = PercentEncoding.decoded(text, plusIsSpace: true), !value.utf8.contains(0) else { return nil }
        return value.replacing("\r\n", with: "\n")
    }
}

/// `%41` and the like.
package enum PercentEncoding {
    /// Nil where a `%` is not followed by two digits, or the bytes are no UTF-8.
    package static func decoded(_ text: some StringProtocol, plusIsSpace: Bool) -> String? {
        var bytes: [UInt8] = []
        var rest = text.utf8[...]
        while let byte = rest.popFirst() {
            switch byte {
            case 0x25:
                guard let high = rest.popFirst()?.hexadecimalDigit, let low = rest.popFirst()?.hexadecimalDigit else {
                    return nil
                }
                bytes.append(high << 4 | low)
            case 0x2B where plusIsSpace: bytes.append(0x20)
            default: bytes.append(byte)
            }
        }
        return String(validating: bytes, as: UTF8.self)
    }

    /// A text as it may stand in a segment or a query: letters, digits and `-._~` as they are.
    package static func encoded(_ text: String) -> String {
        let digits = Array("0123456789ABCDEF")
        return text.utf8.reduce(into: "") { result, byte in
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E:
                result.unicodeScalars.append(Unicode.Scalar(byte))
            default:
                result.append("%")
                result.append(digits[Int(byte >> 4)])
                result.append(digits[Int(byte & 15)])
            }
        }
    }
}

extension UInt8 {
    fileprivate var hexadecimalDigit: UInt8? {
        switch self {
        case 0x30...0x39: self - 0x30
        case 0x41...0x46: self - 0x41 + 10
        case 0x61...0x66: self - 0x61 + 10
        default: nil
        }
    }
}

extension StringProtocol {
    /// Without white space at both ends.
    var trimmingWhiteSpace: String {
        let front = drop(while: \.isWhitespace)
        guard let last = front.lastIndex(where: { !$0.isWhitespace }) else { return "" }
        return String(front[...last])
    }
}
