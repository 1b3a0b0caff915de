/// The completion script for zsh: the same walk as in bash, with a description beside each word.
struct ZshCompletion {
    private let root: CommandOutline
    private let commands: [CommandOutline]

    init(_ root: CommandOutline) {
        self.root = root
        commands = root.displayed
    }

    var script: String {
        let name = root.functionName
        return """
            #compdef \(root.key)
            _\(name)() {
                local command=\(singleQuoted(root.key)) word previous="${words[CURRENT-1]}"
                local -i place=0 skip=0 index
                local -a offers
                for ((index = 2; index < CURRENT; index++)); do
                    word="${words[index]}"
                    if ((skip)); then skip=0; continue; fi
                    case "$command:$word" in
            \(lines(descents + valueOptions))
                    (*:-?*) ;;
                    (*) place+=1 ;;
                    esac
                done
                if [[ "${words[CURRENT]}" == --*=* ]]; then
                    previous="${words[CURRENT]%%=*}"
                    compset -P '*='
                fi
                case "$command:$previous" in
            \(lines(optionValues))
                (*) ;;
                esac
                if [[ "$PREFIX" == -* ]]; then
                    case "$command" in
            \(lines(optionNames))
                    esac
                    _describe -o option offers
                    return
                fi
                case "$command:$place" in
            \(lines(places))
                (*) ;;
                esac
            }
            if [[ "${funcstack[1]}" == "_\(name)" ]]; then
                _\(name) "$@"
            else
                compdef _\(name) \(root.key)
            fi

            """
    }

    private func lines(_ lines: [String]) -> String {
        lines.map { "        " + $0 }.joined(separator: "\n")
    }

    private func pattern(_ command: CommandOutline, _ words: [String]) -> String {
        "(" + words.map { singleQuoted("\(command.key):\($0)") }.joined(separator: "|") + ")"
    }

    private var descents: [String] {
        commands.flatMap { command in
            command.offered.map { next in
                "\(pattern(command, next.names)) command=\(singleQuoted("\(command.key) \(next.name)")); place=0 ;;"
            }
        }
    }

    private var valueOptions: [String] {
        commands.compactMap { command in
            let names = command.offeredOptions.filter { $0.kind == .option }.flatMap(\.names).map(\.description)
            return names.isEmpty ? nil : pattern(command, names) + " skip=1 ;;"
        }
    }

    private var optionValues: [String] {
        commands.flatMap { command in
            command.offeredOptions.filter { $0.kind == .option }.map { option in
                "\(pattern(command, option.names.map(\.description))) \(offer(option.completion)); return ;;"
            }
        }
    }

    private func offer(_ source: CompletionKind.Source) -> String {
        switch source {
        case .typed: ":"
        case .words(let words): "compadd -- " + words.map(singleQuoted).joined(separator: " ")
        case .files: "_files"
        case .folders: "_files -/"
        }
    }

    private var optionNames: [String] {
        commands.map { command in
            let offers = command.offeredOptions.flatMap { option in
                option.names.map { described($0.description, option.parameter.help.abstract) }
            }
            let help = described(BuiltIn.help, "Show this help.")
            return "(\(singleQuoted(command.key))) offers=(\((offers + [help]).joined(separator: " "))) ;;"
        }
    }

    private var places: [String] {
        commands.flatMap { command in
            let arguments = command.signature.arguments
            let commandOffer = command.offered.isEmpty ? nil : subcommandOffer(command)
            var lines: [String] = []
            if arguments.isEmpty, let commandOffer { lines.append("\(pattern(command, ["0"])) \(commandOffer) ;;") }
            for (place, argument) in arguments.enumerated() {
                let offers = [place == 0 ? commandOffer : nil, offer(argument.completion)].compactMap { $0 }
                let at = singleQuoted("\(command.key):") + (argument.parameter.isRepeating ? "*" : "\(place)")
                lines.append("(\(at)) \(offers.joined(separator: "; ")) ;;")
            }
            return lines
        }
    }

    private func subcommandOffer(_ command: CommandOutline) -> String {
        let offers = command.offered.map { described($0.name, $0.configuration.abstract) }
        return "offers=(\(offers.joined(separator: " "))); _describe command offers"
    }

    private func described(_ word: String, _ text: String) -> String {
        singleQuoted(word.replacing(":", with: "\\:") + ":" + text)
    }
}
