/// How a command is written when its values are known: which of them stand by their place, which behind an option.
///
/// Made from the command's own declarations, so that a line it writes is one that the parser reads.
package struct CommandLineForm {
    private let path: [String]
    private let declarations: [Declaration]

    /// The form of the command at `words`, which are those behind the program's name; nil where there is no such command.
    package init?(_ words: [String], under root: any ParsableCommand.Type) {
        var type = root
        var path = [root.name]
        for word in words {
            guard let next = type.configuration.subcommands.first(where: { $0.name == word }) else { return nil }
            type = next
            path.append(word)
        }
        self.path = path
        declarations = Signature(of: type.init()).declarations
    }

    /// The form of a command that was parsed.
    package init(_ command: any ParsableCommand) {
        path = []
        declarations = Signature(of: command).declarations
    }

    /// How a parameter is named where it was typed: `DATE`, `--at`; nil where the command has none of this name.
    package func spelled(_ parameter: String) -> String? {
        declaration(of: parameter)?.preferredName
    }

    /// A line to paste: the path, the arguments in their order, then the options in the order of `known` and `asked`.
    ///
    /// - Parameters:
    ///   - known: parameters by their names in lower case with hyphens or underscores, and what is typed for them; a flag
    ///     is written for any value but "no".
    ///   - asked: parameters that the person fills in, written as the name of their value in capitals.
    /// - Returns: nil where the command has no such parameter.
    package func line(known: [(name: String, value: String)], asked: [String]) -> String? {
        var written: [String: String] = [:]
        var options: [Declaration] = []
        for (name, value) in known.map({ ($0.name, Optional($0.value)) }) + asked.map({ ($0, nil) }) {
            guard let declaration = declaration(of: name) else { return nil }
            if declaration.kind == .flag, value == "no" { continue }
            if declaration.kind != .argument { options.append(declaration) }
            written[declaration.label] = value?.asArgument ?? declaration.placeholder
        }
        let arguments = declarations.filter { $0.kind == .argument }.compactMap { argument in
            written[argument.label] ?? (argument.parameter.isRequired ? argument.placeholder : nil)
        }
        let named = options.map { option in
            let value = option.kind == .flag ? nil : written[option.label]
            return [option.preferredName, value].compactMap { $0 }.joined(separator: " ")
        }
        return (path + arguments + named).joined(separator: " ")
    }

    /// The declaration of a parameter; an argument that stands for an option goes first, known by the name of its value.
    private func declaration(of parameter: String) -> Declaration? {
        let label = hyphenated(parameter)
        return declarations.first { $0.kind == .argument && $0.valueName == label.uppercased() }
            ?? declarations.first { $0.label == label }
    }
}

private func hyphenated(_ name: String) -> String { name.replacing("_", with: "-") }

extension Declaration {
    /// What stands for a value that is still to be given: `COUNT`, `"WHAT WE DID"`, and where a few short words are all
    /// that it can be, these: `yes|no`.
    fileprivate var placeholder: String {
        let choices = choices.joined(separator: "|")
        if !choices.isEmpty, choices.count <= 44 { return choices }
        return valueName.contains(" ") ? "\"\(valueName)\"" : valueName
    }

    private var choices: [String] {
        if case .words(let words) = completion { return words }
        return allowedValues
    }
}

extension String {
    /// The word as a shell takes it: in single quotation marks where a character of it would mean something.
    package var asArgument: String {
        let isPlain = allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "/._-+:@%,".contains($0)) }
        return isPlain && !isEmpty ? self : "'\(replacing("'", with: "'\\''"))'"
    }
}
