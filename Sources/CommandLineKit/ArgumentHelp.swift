/// The words that help has for one argument, option or flag. A string literal is its abstract.
package struct ArgumentHelp: Sendable, ExpressibleByStringInterpolation {
    /// One line: what it is for.
    package var abstract: String
    /// Further sentences, printed after the abstract.
    package var discussion: String
    /// The name of the value in usage and errors, printed in capitals; nil takes the property's name.
    package var valueName: String?
    /// Whether help and completions show it.
    package var visibility: ArgumentVisibility

    /// Makes the words for one declaration.
    package init(
        _ abstract: String = "",
        discussion: String = "",
        valueName: String? = nil,
        visibility: ArgumentVisibility = .default
    ) {
        self.abstract = abstract
        self.discussion = discussion
        self.valueName = valueName
        self.visibility = visibility
    }

    /// Takes a literal as the abstract.
    package init(stringLiteral value: String) { self.init(value) }

    /// Accepted, and shown nowhere.
    package static var hidden: ArgumentHelp { ArgumentHelp(visibility: .hidden) }
}

/// Whether a declaration is shown in help and offered by completions.
package enum ArgumentVisibility: Sendable {
    /// Shown.
    case `default`
    /// Accepted, and shown nowhere.
    case hidden
}
