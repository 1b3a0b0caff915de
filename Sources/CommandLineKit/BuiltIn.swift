/// The options that every program understands without declaring them.
enum BuiltIn {
    static let help = "--help"
    static let shortHelp = "-h"
    static let version = "--version"
    static let completionScript = "--generate-completion-script"

    /// The command that prints the help of another.
    static let helpCommand = "help"

    static func isHelp(_ word: String) -> Bool { word == help || word == shortHelp }
}
