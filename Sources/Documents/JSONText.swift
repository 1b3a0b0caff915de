/// JSON's text forms, appended as bytes (RFC 8259).
extension ByteBuffer {
    /// A JSON value; with an indentation each member stands on a line of its own, two spaces deeper.
    mutating func append(_ value: JSON, indentation: Int?) {
        switch value {
        case .null, .next: append("null")
        case .bool(let value): append(value ? "true" : "false")
        case .integer(let value): append(decimal: value)
        case .double(let value): appendJSON(value)
        case .string(let text): appendJSON(text)
        case .array(let values):
            append(opening: "[", closing: "]", count: values.count, indentation: indentation) { buffer, index, deeper in
                buffer.append(values[index], indentation: deeper)
            }
        case .object(let members):
            append(opening: "{", closing: "}", count: members.count, indentation: indentation) {
                buffer,
                index,
                deeper in
                buffer.appendJSON(members[index].key)
                buffer.append(deeper == nil ? ":" : ": ")
                buffer.append(members[index].value, indentation: deeper)
            }
        }
    }

    private mutating func append(
        opening: StaticString,
        closing: StaticString,
        count: Int,
        indentation: Int?,
        each: (inout ByteBuffer, Int, Int?) -> Void
    ) {
        append(opening)
        let deeper = indentation.map { $0 + 1 }
        for index in 0..<count {
            if index > 0 { append(",") }
            appendLine(deeper)
            each(&self, index, deeper)
        }
        if count > 0 { appendLine(indentation) }
        append(closing)
    }

    private mutating func appendLine(_ depth: Int?) {
        guard let depth else { return }
        append("\n")
        for _ in 0..<depth { append("  ") }
    }

    /// The shortest number that reads back the same; null where it is not finite.
    mutating func appendJSON(_ value: Double) {
        value.isFinite ? append(Decimal.shortest(value)) : append("null")
    }

    mutating func appendJSON(_ text: String) {
        var text = text
        text.withUTF8 { appendJSON(UnsafeRawBufferPointer($0)) }
    }

    /// UTF-8 in quotes; bytes that are not UTF-8 become U+FFFD.
    ///
    /// Beside what RFC 8259 demands, it escapes U+007F to U+009F, U+2028 to U+202E, U+2066 to U+2069 and U+FEFF, so that data
    /// shown in a terminal or pasted into a script stays data.
    mutating func appendJSON(_ text: UnsafeRawBufferPointer) {
        append(UInt8(ascii: "\""))
        var start = 0
        var index = 0
        while index < text.count {
            let byte = text[index]
            if byte >= 0x20, byte < 0x7F, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\") {
                index += 1
                continue
            }
            let (scalar, length) = UTF8Scalar.decode(text, at: index)
            if let scalar, !Self.escapesInJSON(scalar) {
                index += length
                continue
            }
            append(UnsafeRawBufferPointer(rebasing: text[start..<index]))
            appendEscape(scalar ?? "\u{FFFD}", known: scalar != nil)
            index += length
            start = index
        }
        append(UnsafeRawBufferPointer(rebasing: text[start...]))
        append(UInt8(ascii: "\""))
    }

    private static func escapesInJSON(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0..<0x20, 0x22, 0x5C, 0x7F...0x9F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF: true
        default: false
        }
    }

    private mutating func appendEscape(_ scalar: Unicode.Scalar, known: Bool) {
        switch scalar {
        case "\"": append("\\\"")
        case "\\": append("\\\\")
        case "\n": append("\\n")
        case "\r": append("\\r")
        case "\t": append("\\t")
        case _ where !known: append("\u{FFFD}")
        default:
            let digits = String(scalar.value, radix: 16)
            append("\\u" + String(repeating: "0", count: 4 - digits.count) + digits)
        }
    }
}
