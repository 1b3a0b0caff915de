/// Reads words from left to right, and makes only the commands that they name.
///
/// A word that begins with a dash is an option, up to `--`; any other is a subcommand while there are some, and an
/// argument from then on. `CommandParser+Options.swift` reads options.
struct CommandParser {
    /// One command of the chosen path.
    struct Step {
        let type: any ParsableCommand.Type
        var command: any ParsableCommand
        let configuration: CommandConfiguration
        let signature: Signature
        /// Its name in the path; nil for a default subcommand that is not displayed.
        let name: String?
    }

    let words: [String]
    let width: Int
    var position = 0
    private(set) var steps: [Step] = []
    private var arguments: [(word: String, position: Int)] = []
    private var optionsEnded = false
    private var isLost = false

    init(root: any ParsableCommand.Type, words: [String], width: Int) {
        self.words = words
        self.width = width
        enter(root)
    }

    /// The command that is being read.
    var leaf: Step { steps[steps.count - 1] }

    /// The commands so far, from the program's name on.
    var path: [String] { steps.compactMap(\.name) }

    mutating func parse() throws(UsageError) -> Parsed {
        do throws(UsageError) {
            if let text = try readWords() { return .text(text) }
            while let next = leaf.configuration.defaultSubcommand, next != leaf.type { enter(next, byDefault: true) }
            if leaf.configuration.isBranch { return .text(help()) }
            try fillArguments()
            try requireAll()
            try validate()
            return .command(leaf.command, path: path)
        } catch {
            let rest = words[min(position, words.count)...].prefix { $0 != "--" }
            guard !isLost, rest.contains(where: BuiltIn.isHelp) else { throw error }
            return .text(help())
        }
    }

    /// Takes every word; answers the text that one of them asks for.
    private mutating func readWords() throws(UsageError) -> String? {
        while position < words.count {
            let word = words[position]
            if !optionsEnded, word == "--" {
                optionsEnded = true
            } else if !optionsEnded, isOption(word) {
                if let text = try readOption(word) { return text }
            } else if leaf.configuration.isBranch {
                if let text = try readCommand(word) { return text }
            } else {
                arguments.append((word, position))
            }
            position += 1
        }
        return nil
    }

    /// Goes down by one word; answers the help that `help` asks for.
    private mutating func readCommand(_ word: String) throws(UsageError) -> String? {
        if let next = Self.subcommand(word, of: leaf.configuration) {
            enter(next)
        } else if word == BuiltIn.helpCommand {
            return try helpOfRest()
        } else if let fallback = leaf.configuration.defaultSubcommand, fallback != leaf.type,
            !Signature(of: fallback.init()).arguments.isEmpty
        {
            enter(fallback, byDefault: true)
            position -= 1
        } else {
            throw unknownCommand(word)
        }
        return nil
    }

    private mutating func helpOfRest() throws(UsageError) -> String {
        position += 1
        while position < words.count {
            let word = words[position]
            if !isOption(word) {
                guard let next = Self.subcommand(word, of: leaf.configuration) else { throw unknownCommand(word) }
                enter(next)
            }
            position += 1
        }
        return help()
    }

    /// The subcommand of this name, alias, or name in British spelling.
    private static func subcommand(
        _ word: String,
        of configuration: CommandConfiguration
    ) -> (any ParsableCommand.Type)? {
        let subcommands = configuration.subcommands
        if let exact = subcommands.first(where: { $0.names.contains(word) }) { return exact }
        let spelled = americanSpelling(word)
        return spelled == word ? nil : subcommands.first { $0.names.contains(spelled) }
    }

    private mutating func unknownCommand(_ word: String) -> UsageError {
        isLost = true
        let above = Array(path.dropFirst())
        let candidates = leaf.configuration.subcommands.filter { $0.configuration.shouldDisplay }.flatMap { $0.names }
        let near = nearest(word, among: candidates).map { above + [$0] }
        return refusal(.unknownCommand(above + [word], nearest: near), at: position)
    }

    mutating func enter(_ type: any ParsableCommand.Type, byDefault: Bool = false) {
        let command = type.init()
        let configuration = type.configuration
        steps.append(
            Step(
                type: type,
                command: command,
                configuration: configuration,
                signature: Signature(of: command, sharing: steps.last?.signature.shared ?? [:]),
                name: byDefault && !configuration.shouldDisplay ? nil : type.name
            )
        )
    }

    private func fillArguments() throws(UsageError) {
        var rest = arguments[...]
        for argument in leaf.signature.arguments {
            repeat {
                guard let (word, position) = rest.popFirst() else { break }
                try fill(argument, with: word, at: position)
            } while argument.parameter.isRepeating
        }
        guard let (word, position) = rest.first else { return }
        let usage = CommandOutline(leaf.type, path: path).usage
        throw refusal(.extra(word, takesText: !leaf.signature.arguments.isEmpty, usage: usage), at: position)
    }

    private func requireAll() throws(UsageError) {
        let missing = steps.flatMap(\.signature.declarations).filter(\.isMissing)
        guard !missing.isEmpty else { return }
        let ordered = missing.filter { $0.kind == .argument } + missing.filter { $0.kind != .argument }
        var names: [String] = []
        for name in ordered.map(\.spelled) where !names.contains(name) { names.append(name) }
        throw refusal(.missing(names, usage: CommandOutline(leaf.type, path: path).usage), at: nil)
    }

    private mutating func validate() throws(UsageError) {
        for index in steps.indices {
            do {
                for group in steps[index].signature.groups { try group.validate() }
                try steps[index].command.validate()
            } catch {
                throw refusal(thrown: error, at: nil)
            }
        }
    }

    func help() -> String { HelpPage(CommandOutline(leaf.type, path: path)).text(width: width) }

    func refusal(_ refusal: Refusal, at position: Int?) -> UsageError {
        UsageError(refusal, path: path, position: position)
    }

    /// An error of a command's own code as a usage error; one that is no ``ValidationError`` is described by itself.
    func refusal(thrown error: any Error, at position: Int?) -> UsageError {
        if let error = error as? UsageError { return error }
        let error = error as? ValidationError ?? ValidationError("\(error)")
        return refusal(.invalid(error), at: position)
    }
}
