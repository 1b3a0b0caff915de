/// A statement, or a part of one, with its values apart: interpolation binds.
///
/// Only literals of our source become text. `"… WHERE ref = \(ref)"` holds a `?` and the value; `\(part)` of another
/// `SQL` is written in place; `\(identifier: column)` is quoted. A `String` is no `SQL`, and does not compile as one.
package struct SQL: Sendable, Hashable, ExpressibleByStringInterpolation {
    /// The text, `?` in place of each value.
    package private(set) var text: String
    /// The values, in the order of their `?`.
    package private(set) var values: [SQLValue]

    package init(stringLiteral text: StaticString) {
        self.text = text.description
        values = []
    }

    package init(stringInterpolation parts: Interpolation) {
        text = parts.text
        values = parts.values
    }

    private init(text: String, values: [SQLValue]) {
        self.text = text
        self.values = values
    }

    /// Collects the parts of an interpolated statement.
    package struct Interpolation: StringInterpolationProtocol {
        fileprivate var text = ""
        fileprivate var values: [SQLValue] = []

        package init(literalCapacity: Int, interpolationCount: Int) {
            text.reserveCapacity(literalCapacity + interpolationCount)
            values.reserveCapacity(interpolationCount)
        }

        /// Text of our own source.
        package mutating func appendLiteral(_ literal: StaticString) {
            text += literal.description
        }

        /// A value, bound.
        package mutating func appendInterpolation(_ value: some Bindable) {
            text += "?"
            values.append(value.sqlValue)
        }

        /// Another statement's text and values, in place.
        package mutating func appendInterpolation(_ sql: SQL) {
            text += sql.text
            values += sql.values
        }

        /// A name, quoted.
        package mutating func appendInterpolation(identifier: Identifier) {
            text += identifier.quoted
        }
    }

    package typealias StringInterpolation = Interpolation
}

extension SQL {
    /// Nothing.
    package static let empty: SQL = ""

    /// Whether there is no text.
    package var isEmpty: Bool { text.isEmpty }

    /// One after the other, without a space between.
    package static func + (left: SQL, right: SQL) -> SQL {
        SQL(text: left.text + right.text, values: left.values + right.values)
    }

    /// Appends `right`.
    package static func += (left: inout SQL, right: SQL) {
        left.text += right.text
        left.values += right.values
    }

    /// `(?, ?, …)` for `IN`, each value bound; `()` for none, which SQLite reads as an empty list.
    ///
    /// Source: <https://sqlite.org/lang_expr.html#in_op>
    package static func list(_ values: some Sequence<some Bindable>) -> SQL {
        "(" + values.map { "\($0)" as SQL }.joined(separator: ", ") + ")"
    }
}

extension Sequence<SQL> {
    /// All of them, `separator` between each two.
    package func joined(separator: SQL) -> SQL {
        var result = SQL.empty
        var isFirst = true
        for part in self {
            if !isFirst { result += separator }
            result += part
            isFirst = false
        }
        return result
    }
}
