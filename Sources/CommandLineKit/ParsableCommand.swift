/// A command: its properties are what it is told, ``run()`` is what it does.
package protocol ParsableCommand: ParsableArguments {
    /// The command's name, its words for help, and the commands below it.
    static var configuration: CommandConfiguration { get }

    /// Does the work. Throws an ``ExitCode`` to end with that code and no message.
    mutating func run() throws
}

extension ParsableCommand {
    /// A command that is named after its type and has no words for help.
    package static var configuration: CommandConfiguration { CommandConfiguration() }

    /// Does nothing: right for a command that only holds others, which is answered with its help and never run.
    package mutating func run() throws {}

    /// The command that the words ask for, filled and validated, or the text that they ask for.
    ///
    /// `arguments` are the words after the program's name. Only the commands on the chosen path are made. Help, version
    /// and completion scripts come back as text: the caller prints it and ends with 0.
    ///
    /// - Parameter width: the columns that help is wrapped to.
    package static func parseAsRoot(_ arguments: [String], width: Int = 80) throws(UsageError) -> Parsed {
        var parser = CommandParser(root: Self.self, words: arguments, width: width)
        return try parser.parse()
    }

    /// The help of the command at `path`, which are the words after the program's name; empty is the program itself.
    package static func helpText(for path: [String] = [], width: Int = 80) throws(UsageError) -> String {
        var parser = CommandParser(root: Self.self, words: ["help"] + path, width: width)
        guard case .text(let text) = try parser.parse() else { return "" }
        return text
    }

    /// The name that is typed: the configured one, else the type's name in lower case with hyphens.
    static var name: String {
        configuration.commandName ?? NameSpecification.hyphenated(String(describing: Self.self))
    }

    /// Every word that is accepted as this command's name.
    static var names: [String] { [name] + configuration.aliases }
}
