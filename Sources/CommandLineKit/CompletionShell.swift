/// A shell that can be taught to complete the program's words.
package enum CompletionShell: String, CaseIterable, Sendable {
    /// GNU Bash, from 3.2 on.
    case bash
    /// Z shell.
    case zsh
    /// fish, from 3.0 on.
    case fish

    /// The script that teaches it the whole tree of commands.
    package func script(for root: any ParsableCommand.Type) -> String {
        script(for: CommandOutline(root: root))
    }

    func script(for root: CommandOutline) -> String {
        switch self {
        case .bash: BashCompletion(root).script
        case .zsh: ZshCompletion(root).script
        case .fish: FishCompletion(root).script
        }
    }
}

extension CommandOutline {
    /// The command's words in one string, by which a completion script knows it.
    var key: String { path.joined(separator: " ") }

    /// The subcommands that a shell offers.
    var offered: [any ParsableCommand.Type] { configuration.subcommands.filter { $0.configuration.shouldDisplay } }

    /// The options that a shell offers.
    var offeredOptions: [Declaration] { options.filter(\.isVisible) }

    /// The root's name as part of a shell function's name.
    var functionName: String {
        String(path.joined(separator: "_").map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "_" })
    }
}

/// A word between single quotes, for bash and zsh.
func singleQuoted(_ word: String) -> String {
    "'" + word.replacing("'", with: "'\\''") + "'"
}
