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

    /// A line to paste: the path, the arguments in their order, then the options in the order of `known` and `asked`.
    ///
    /// - Parameters:
    ///   - known: parameters by their names in lower case with hyphens or underscores, and what is typed for them; a flag
    ///     is written for any value but "no".
    ///   - asked: parameters that the person fills in, written as the name of their value in capitals.
    /// - Returns: nil where the command has no such parameter.
    package func line(known: [(name: String, value: String)], asked: [String]) -> String? {
        var values: [String: String] = [:]
        var order: [Declaration] = []
        for (name, value) in known.map({ ($0.name, Optional($0.value)) }) + asked.map({ ($0, nil) }) {
            guard let declaration = declarations.first(where: { $0.label == hyphenated(name) }) else { return nil }
            order.append(declaration)
            values[declaration.label] = value ?? declaration.placeholder
        }
        let arguments = declarations.filter { $0.kind == .argument }.compactMap { argument -> String? in
            guard let value = values[argument.label] else {
                return argument.cell.isRequired ? argument.placeholder : nil
            }
            return order.contains { $0.label == argument.label && !asked.contains { hyphenated($0) == argument.label } }
                ? value.asArgument : value
        }
        let options = order.filter { $0.kind != .argument }.compactMap { option -> String? in
            let value = values[option.label] ?? ""
            if option.kind == .flag { return value == "no" ? nil : option.preferredName }
            let isAsked = asked.contains { hyphenated($0) == option.label }
            return "\(option.preferredName) \(isAsked ? value : value.asArgument)"
        }
        return (path + arguments + options).joined(separator: " ")
    }
}

private func hyphenated(_ name: String) -> String { name.replacing("_", with: "-") }

extension Declaration {
    /// What stands for a value that is still to be given: `COUNT`, `"WHAT WE DID"`.
    fileprivate var placeholder: String { valueName.contains(" ") ? "\"\(valueName)\"" : valueName }
}

extension String {
    /// The word as a shell takes it: in single quotation marks where a character of it would mean something.
    package var asArgument: String {
        let isPlain = allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "/._-+:@%,".contains($0)) }
        return isPlain && !isEmpty ? self : "'\(replacing("'", with: "'\\''"))'"
    }
}
