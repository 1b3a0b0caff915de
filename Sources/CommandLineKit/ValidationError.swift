/// What `validate()` or a `transform` throws when the words do not make sense; the parser makes a ``UsageError`` of it.
package struct ValidationError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What is wrong, as one sentence. Words taken from the command line go in through ``quoted(_:)``.
    package let message: String
    /// What to do next, as one line.
    package let hint: String?

    /// Says what is wrong and, where that can be said, what to do next.
    package init(_ message: String, hint: String? = nil) {
        self.message = message
        self.hint = hint
    }

    /// The message.
    package var description: String { message }
}
