/// The names that an option or a flag is given by.
package struct NameSpecification: Sendable, Hashable, ExpressibleByArrayLiteral {
    /// One way to name it.
    package enum Element: Sendable, Hashable {
        /// `--` and the property's name in lower case with hyphens.
        case long
        /// `-` and the first letter of the property's name.
        case short
        /// `--` and this name.
        case customLong(String)
        /// `-` and this letter.
        case customShort(Character)
    }

    let elements: [Element]

    /// Names it in several ways.
    package init(arrayLiteral elements: Element...) { self.elements = elements }

    /// Two dashes and the property's words with dashes between them: `--dry-run` for `dryRun`.
    package static var long: NameSpecification { [.long] }
    /// `-p`
    package static var short: NameSpecification { [.short] }
    /// `-p` and `--property-name`
    package static var shortAndLong: NameSpecification { [.short, .long] }
    /// `--` and this name, whatever the property is called.
    package static func customLong(_ name: String) -> NameSpecification { [.customLong(name)] }
    /// `-` and this letter, whatever the property is called.
    package static func customShort(_ letter: Character) -> NameSpecification { [.customShort(letter)] }

    /// The names as typed, for a property of this name.
    func names(of property: String) -> [OptionName] {
        elements.compactMap { element in
            switch element {
            case .long: .long(Self.hyphenated(property))
            case .short: property.first.map { .short($0) }
            case .customLong(let name): .long(name)
            case .customShort(let letter): .short(letter)
            }
        }
    }

    /// A Swift name as a word of a command line: `dryRun` is `dry-run`.
    static func hyphenated(_ name: String) -> String {
        var word = ""
        var wasUpper = true
        for character in name {
            if character.isUppercase && !wasUpper { word.append("-") }
            wasUpper = character.isUppercase
            word += character.lowercased()
        }
        return word
    }
}

/// A name as it is typed: `--long` or `-s`.
enum OptionName: Hashable, CustomStringConvertible {
    case long(String)
    case short(Character)

    var description: String {
        switch self {
        case .long(let name): "--" + name
        case .short(let letter): "-" + String(letter)
        }
    }
}

extension OptionName {
    /// The name without its dashes, where it is a long one.
    var longName: String? {
        if case .long(let name) = self { name } else { nil }
    }
}
