/// What a command says about itself, and the commands below it.
///
/// Parameters stand in swift-argument-parser's order; `examples` is the one addition.
package struct CommandConfiguration: Sendable {
    /// The word that is typed; nil takes the type's name.
    package var commandName: String?
    /// One sentence: what the command does.
    package var abstract: String
    /// The usage line in place of the one that is made from the declarations.
    package var usage: String?
    /// Paragraphs between usage and arguments, separated by empty lines.
    package var discussion: String
    /// Whole command lines that work when pasted; help prints them, and ``problems(in:)`` parses them.
    package var examples: [String]
    /// What `--version` answers, at this command and below; empty for none.
    package var version: String
    /// Whether help and completions show the command.
    package var shouldDisplay: Bool
    /// The commands below, outside of any group.
    package var ungroupedSubcommands: [any ParsableCommand.Type]
    /// The commands below that help shows under headings.
    package var groupedSubcommands: [CommandGroup]
    /// The command that takes over when no subcommand is named. One that is not displayed lends its arguments and
    /// options to the help of the command above it.
    package var defaultSubcommand: (any ParsableCommand.Type)?
    /// Other words for the same command; not shown.
    package var aliases: [String]

    /// Makes a configuration; everything may be left out.
    package init(
        commandName: String? = nil,
        abstract: String = "",
        usage: String? = nil,
        discussion: String = "",
        examples: [String] = [],
        version: String = "",
        shouldDisplay: Bool = true,
        subcommands ungroupedSubcommands: [any ParsableCommand.Type] = [],
        groupedSubcommands: [CommandGroup] = [],
        defaultSubcommand: (any ParsableCommand.Type)? = nil,
        aliases: [String] = []
    ) {
        self.commandName = commandName
        self.abstract = abstract
        self.usage = usage
        self.discussion = discussion
        self.examples = examples
        self.version = version
        self.shouldDisplay = shouldDisplay
        self.ungroupedSubcommands = ungroupedSubcommands
        self.groupedSubcommands = groupedSubcommands
        self.defaultSubcommand = defaultSubcommand
        self.aliases = aliases
    }

    /// All commands below, in the order of help.
    package var subcommands: [any ParsableCommand.Type] {
        ungroupedSubcommands + groupedSubcommands.flatMap(\.subcommands)
    }

    /// Whether there are commands below.
    var isBranch: Bool { !ungroupedSubcommands.isEmpty || !groupedSubcommands.isEmpty }
}
