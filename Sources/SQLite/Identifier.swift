/// The name of a table or column that is safe to write into a statement.
///
/// It is made from a literal of our source, or by `Database` from a name that the schema holds; never from input.
package struct Identifier: Hashable, Sendable, ExpressibleByStringLiteral {
    /// The bare name.
    package let name: String

    package init(stringLiteral name: StaticString) {
        self.name = name.description
    }

    /// A name that the schema itself returned.
    init(fromSchema name: String) {
        self.name = name
    }

    /// The name in double quotes, its own doubled.
    ///
    /// Source: <https://sqlite.org/lang_keywords.html>
    var quoted: String {
        var text = "\""
        for character in name.unicodeScalars {
            if character == "\"" { text.unicodeScalars.append(character) }
            text.unicodeScalars.append(character)
        }
        return text + "\""
    }
}
