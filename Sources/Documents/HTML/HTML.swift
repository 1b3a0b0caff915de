import PlainText

/// Markup, or a part of it, in which text can't become markup: interpolation escapes.
///
/// Only literals of our source become markup. `"<td>\(title)</td>"` holds the title with its special characters
/// escaped, in content and in a quoted attribute alike; `\(part)` of another `HTML` is written in place. A `String` is
/// no `HTML`, and does not compile as one. It is to markup what `SQL` is to statements.
///
/// Source: <https://html.spec.whatwg.org/multipage/syntax.html#attributes-2>
package struct HTML: Sendable, Hashable, ExpressibleByStringInterpolation {
    /// The markup.
    package private(set) var text: String

    package init(stringLiteral text: StaticString) { self.text = text.description }

    package init(stringInterpolation parts: Interpolation) { text = parts.text }

    private init(text: String) { self.text = text }

    /// Collects the parts of interpolated markup.
    package struct Interpolation: StringInterpolationProtocol {
        fileprivate var text = ""

        package init(literalCapacity: Int, interpolationCount: Int) {
            text.reserveCapacity(literalCapacity + interpolationCount * 16)
        }

        /// Markup of our own source.
        package mutating func appendLiteral(_ literal: StaticString) { text += literal.description }

        /// Text, escaped; what would hide or turn the direction of other text is spelled out.
        package mutating func appendInterpolation(_ words: String) { HTML.escape(words, into: &text) }

        /// A whole number.
        package mutating func appendInterpolation(_ number: Int) { text += String(number) }

        /// Other markup, in place.
        package mutating func appendInterpolation(_ html: HTML) { text += html.text }
    }

    package typealias StringInterpolation = Interpolation

    private static func escape(_ words: String, into text: inout String) {
        for scalar in VisibleText.of(words).unicodeScalars {
            switch scalar {
            case "&": text += "&amp;"
            case "<": text += "&lt;"
            case ">": text += "&gt;"
            case "\"": text += "&quot;"
            case "'": text += "&#39;"
            default: text.unicodeScalars.append(scalar)
            }
        }
    }
}

extension HTML {
    /// Nothing.
    package static let empty: HTML = ""

    /// Whether there is no markup.
    package var isEmpty: Bool { text.isEmpty }

    /// One after the other.
    package static func + (left: HTML, right: HTML) -> HTML { HTML(text: left.text + right.text) }

    /// Appends `right`.
    package static func += (left: inout HTML, right: HTML) { left.text += right.text }
}

extension Sequence<HTML> {
    /// All of them, `separator` between each two.
    package func joined(separator: HTML = "") -> HTML {
        var result = HTML.empty
        var isFirst = true
        for part in self {
            if !isFirst { result += separator }
            result += part
            isFirst = false
        }
        return result
    }
}
