/// A command as help, completions and the checks of declarations see it: never filled.
struct CommandOutline {
    let type: any ParsableCommand.Type
    /// Its words from the program's name on.
    let path: [String]
    let configuration: CommandConfiguration
    /// What it declares itself.
    let own: Signature
    /// What can be written behind its path: its own, and what a default subcommand lends that is not displayed.
    let signature: Signature
    /// The options of the commands above, which are accepted here too.
    private let inherited: [Declaration]

    init(_ type: any ParsableCommand.Type, path: [String], inherited: [Declaration] = []) {
        self.type = type
        self.path = path
        configuration = type.configuration
        own = Signature(of: type.init())
        var lent = own
        if let fallback = configuration.defaultSubcommand, !fallback.configuration.shouldDisplay, fallback != type {
            lent.lend(Signature(of: fallback.init()))
        }
        signature = lent
        self.inherited = inherited
    }

    init(root: any ParsableCommand.Type) { self.init(root, path: [root.name]) }

    /// Every option that is accepted behind its path.
    var options: [Declaration] { Self.joined(signature.named, inherited) }

    /// Options, and those of the commands above whose names they do not take.
    private static func joined(_ options: [Declaration], _ above: [Declaration]) -> [Declaration] {
        let taken = Set(options.flatMap(\.names))
        return options + above.filter { taken.isDisjoint(with: $0.names) }
    }

    /// The commands below; made anew at each call.
    var subcommands: [CommandOutline] {
        let inherited = Self.joined(own.named, inherited)
        return configuration.subcommands.map { CommandOutline($0, path: path + [$0.name], inherited: inherited) }
    }

    /// This command and all below it that are displayed, from the top.
    var displayed: [CommandOutline] {
        [self] + subcommands.filter(\.configuration.shouldDisplay).flatMap(\.displayed)
    }

    /// This command and all below it.
    var all: [CommandOutline] { [self] + subcommands.flatMap(\.all) }

    /// How it is written: `groundwork log COURSE DATE [COUNT] [OPTIONS]`.
    var usage: String {
        if let usage = configuration.usage { return usage }
        let needed = signature.named.filter { $0.parameter.isRequired && $0.isVisible }.map(\.spelled)
        let arguments = signature.arguments.filter(\.isVisible).map(Self.usage)
        return (path + commandWord(arguments) + needed + arguments + ["[OPTIONS]"]).joined(separator: " ")
    }

    private func commandWord(_ arguments: [String]) -> [String] {
        guard configuration.isBranch, arguments.isEmpty else { return [] }
        return [configuration.defaultSubcommand == nil ? "COMMAND" : "[COMMAND]"]
    }

    private static func usage(of argument: Declaration) -> String {
        let name = argument.valueName + (argument.parameter.isRepeating ? "…" : "")
        return argument.parameter.isRequired ? name : "[\(name)]"
    }

    /// Its example lines, or those of the commands below it, one each for the first three.
    var examples: [String] {
        guard configuration.examples.isEmpty else { return configuration.examples }
        let below = subcommands.filter(\.configuration.shouldDisplay).lazy.compactMap(\.examples.first)
        return Array(below.prefix(3))
    }
}
