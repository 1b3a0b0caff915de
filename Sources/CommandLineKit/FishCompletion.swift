/// The completion script for fish: a function that finds the command and place, and one line for each word offered.
struct FishCompletion {
    private let root: CommandOutline
    private let commands: [CommandOutline]

    init(_ root: CommandOutline) {
        self.root = root
        commands = root.displayed
    }

    var script: String {
        let name = root.functionName
        return """
            function __\(name)_place
                set -l command \(quote(root.key))
                set -l place 0
                set -l skip 0
                set -l words (commandline -opc)
                set -e words[1]
                for word in $words
                    if test $skip = 1
                        set skip 0
                        continue
                    end
                    switch "$command:$word"
            \((descents + valueOptions).joined(separator: "\n"))
                        case '*:-?*'
                        case '*'
                            set place (math $place + 1)
                    end
                end
                echo "$command:$place"
            end
            function __\(name)_at
                string match -q -- $argv[1] (__\(name)_place)
            end
            complete -c \(root.key) -f
            \(offers.joined(separator: "\n"))

            """
    }

    private var descents: [String] {
        commands.flatMap { command in
            command.offered.map { next in
                caseLine(command, next.names)
                    + "\n                set command \(quote("\(command.key) \(next.name)"))\n                set place 0"
            }
        }
    }

    private var valueOptions: [String] {
        commands.compactMap { command in
            let names = command.offeredOptions.filter { $0.kind == .option }.flatMap(\.names).map(\.description)
            return names.isEmpty ? nil : caseLine(command, names) + "\n                set skip 1"
        }
    }

    private func caseLine(_ command: CommandOutline, _ words: [String]) -> String {
        "            case " + words.map { quote("\(command.key):\($0)") }.joined(separator: " ")
    }

    private var offers: [String] {
        commands.flatMap { command in
            subcommands(of: command) + arguments(of: command) + options(of: command)
        }
    }

    private func subcommands(of command: CommandOutline) -> [String] {
        command.offered.map { next in
            "\(start(command, at: "0")) -a \(quote(next.name)) -d \(quote(next.configuration.abstract))"
        }
    }

    private func arguments(of command: CommandOutline) -> [String] {
        command.signature.arguments.enumerated().compactMap { place, argument in
            let values = values(argument.completion)
            guard !values.isEmpty else { return nil }
            return "\(start(command, at: argument.parameter.isRepeating ? "*" : "\(place)")) \(values)"
        }
    }

    private func options(of command: CommandOutline) -> [String] {
        command.offeredOptions.map { option in
            var parts = [start(command, at: "*")]
            for name in option.names {
                switch name {
                case .long(let word): parts.append("-l \(quote(word))")
                case .short(let letter): parts.append("-s \(quote(String(letter)))")
                }
            }
            if option.kind == .option { parts += ["-r", values(option.completion)] }
            parts.append("-d \(quote(option.parameter.help.abstract))")
            return parts.filter { !$0.isEmpty }.joined(separator: " ")
        } + ["\(start(command, at: "*")) -s h -l help -d 'Show this help.'"]
    }

    private func values(_ source: CompletionKind.Source) -> String {
        switch source {
        case .typed: ""
        case .words(let words): "-a \(quote(words.joined(separator: " ")))"
        case .files: "-F"
        case .folders: "-a '(__fish_complete_directories)'"
        }
    }

    private func start(_ command: CommandOutline, at place: String) -> String {
        "complete -c \(root.key) -n \(quote("__\(root.functionName)_at \(quote("\(command.key):\(place)"))"))"
    }

    /// A word between single quotes; fish knows only two escapes inside of them.
    private func quote(_ word: String) -> String {
        "'" + word.replacing("\\", with: "\\\\").replacing("'", with: "\\'") + "'"
    }
}
