/// What a shell offers where a value is typed.
package struct CompletionKind: Sendable, Hashable {
    enum Source: Hashable {
        case typed
        case words([String])
        case files
        case folders
    }

    let source: Source

    /// The allowed values where they are known, else nothing.
    package static var `default`: CompletionKind { CompletionKind(source: .typed) }
    /// These words.
    package static func list(_ words: [String]) -> CompletionKind { CompletionKind(source: .words(words)) }
    /// Files and folders.
    package static func file() -> CompletionKind { CompletionKind(source: .files) }
    /// Folders.
    package static var directory: CompletionKind { CompletionKind(source: .folders) }
}
