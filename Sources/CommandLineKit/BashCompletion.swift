/// The completion script for bash: one function, which finds the command that the words name, then what fits there.
struct BashCompletion {
    private let root: CommandOutline
    private let commands: [CommandOutline]

    init(_ root: CommandOutline) {
        self.root = root
        commands = root.displayed
    }

    var script: String {
        let name = root.functionName
        return """
            _\(name)() {
                local IFS=$'\\n'
                local current="${COMP_WORDS[COMP_CWORD]}" previous="${COMP_WORDS[COMP_CWORD-1]}"
                local command=\(singleQuoted(root.key)) place=0 skip=0 index word words=''
                if [ "$current" = '=' ]; then
                    current=''
                elif [ "$previous" = '=' ] && [ "$COMP_CWORD" -gt 1 ]; then
                    previous="${COMP_WORDS[COMP_CWORD-2]}"
                fi
                for ((index = 1; index < COMP_CWORD; index++)); do
                    word="${COMP_WORDS[index]}"
                    if [ "$word" = '=' ]; then skip=1; continue; fi
                    if [ "$skip" = 1 ]; then skip=0; continue; fi
                    case "$command:$word" in
            \(cases(descents + valueOptions(then: "skip=1")))
                    *:-?*) ;;
                    *) place=$((place + 1)) ;;
                    esac
                done
                case "$command:$previous" in
            \(cases(optionValues))
                esac
                case "$current" in
                -*)
                    case "$command" in
            \(cases(optionNames))
                    esac
                    ;;
                *)
                    case "$command:$place" in
            \(cases(places))
                    esac
                    ;;
                esac
                COMPREPLY=($(compgen -W "$words" -- "$current"))
            }
            complete -o filenames -F _\(name) \(root.key)

            """
    }

    private func cases(_ lines: [String]) -> String {
        lines.map { "        " + $0 }.joined(separator: "\n")
    }

    private var descents: [String] {
        commands.flatMap { command in
            command.offered.map { next in
                let patterns = next.names.map { singleQuoted("\(command.key):\($0)") }.joined(separator: " | ")
                return "\(patterns)) command=\(singleQuoted("\(command.key) \(next.name)")); place=0 ;;"
            }
        }
    }

    private func valueOptions(then action: String) -> [String] {
        commands.compactMap { command in
            let names = command.offeredOptions.filter { $0.kind == .option }.flatMap(\.names)
            guard !names.isEmpty else { return nil }
            return names.map { singleQuoted("\(command.key):\($0)") }.joined(separator: " | ") + ") \(action) ;;"
        }
    }

    private var optionValues: [String] {
        commands.flatMap { command in
            command.offeredOptions.filter { $0.kind == .option }.map { option in
                let patterns = option.names.map { singleQuoted("\(command.key):\($0)") }.joined(separator: " | ")
                return "\(patterns)) \(reply(option.completion)) ;;"
            }
        }
    }

    private func reply(_ source: CompletionKind.Source) -> String {
        switch source {
        case .typed: "return"
        case .words(let words): "COMPREPLY=($(compgen -W \(list(words)) -- \"$current\")); return"
        case .files: "COMPREPLY=($(compgen -f -- \"$current\")); return"
        case .folders: "COMPREPLY=($(compgen -d -- \"$current\")); return"
        }
    }

    private var optionNames: [String] {
        commands.map { command in
            let names = command.offeredOptions.flatMap(\.names).map(\.description) + [BuiltIn.help]
            return "\(singleQuoted(command.key))) words=\(list(names)) ;;"
        }
    }

    private var places: [String] {
        commands.flatMap { command in
            var lines: [String] = []
            var firstWords = command.offered.map { $0.name }
            for (place, argument) in command.signature.arguments.enumerated() {
                let at = argument.parameter.isRepeating ? "*" : "\(place)"
                if place == 0, case .words(let words) = argument.completion {
                    firstWords += words
                } else if argument.completion != .typed {
                    lines.append("\(singleQuoted(command.key + ":"))\(at)) \(argumentReply(argument.completion)) ;;")
                }
            }
            guard !firstWords.isEmpty else { return lines }
            return ["\(singleQuoted(command.key + ":0"))) words=\(list(firstWords)) ;;"] + lines
        }
    }

    private func argumentReply(_ source: CompletionKind.Source) -> String {
        if case .words(let words) = source { return "words=\(list(words))" }
        return reply(source)
    }

    /// The words as one value of several lines, which `IFS` takes apart.
    private func list(_ words: [String]) -> String {
        let escaped = words.map { $0.replacing("\\", with: "\\\\").replacing("'", with: "\\'") }
        return "$'" + escaped.joined(separator: "\\n") + "'"
    }
}
