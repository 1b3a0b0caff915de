/// Subcommands that help shows together under a heading.
package struct CommandGroup: Sendable {
    /// The heading.
    package let name: String
    /// The commands, in the order of help.
    package let subcommands: [any ParsableCommand.Type]

    /// Puts commands under a heading.
    package init(name: String, subcommands: [any ParsableCommand.Type]) {
        self.name = name
        self.subcommands = subcommands
    }
}
