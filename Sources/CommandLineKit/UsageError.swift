/// A command line that can't be followed: what is wrong, what to do next, and where.
///
/// Words of the command line stand in it as ``quoted(_:)`` writes them.
package struct UsageError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What is wrong, with what was probably meant: `There is no command "sesion". Did you mean "session"?`
    package let message: String
    /// What to do next, as one line, where more can be said than to see the help.
    package let suggestion: String?
    /// The command that refused, from the program's name on.
    package let path: [String]
    /// The index of the offending word among the words after the program's name, where there is one.
    package let position: Int?

    /// Says what is wrong with the words of a command.
    package init(_ message: String, suggestion: String? = nil, path: [String], position: Int? = nil) {
        self.message = message
        self.suggestion = suggestion
        self.path = path
        self.position = position
    }

    init(_ refusal: Refusal, path: [String], position: Int?) {
        self.init(refusal.message, suggestion: refusal.suggestion, path: path, position: position)
    }

    /// What to do next: the suggestion, else where the help is.
    package var nextStep: String { suggestion ?? "See '\(path.joined(separator: " ")) --help'." }

    /// The message and the next step, one line each.
    package var lines: [String] { [message, nextStep] }

    /// The two lines.
    package var description: String { lines.joined(separator: "\n") }
}
