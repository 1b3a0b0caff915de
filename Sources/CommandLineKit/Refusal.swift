/// Why the parser refuses a command line. The words are all here.
enum Refusal {
    case unknownCommand([String], nearest: [String]?)
    case unknownOption(String, nearest: String?)
    case missing([String], usage: String)
    case missingValue(of: Declaration, next: String?)
    case unexpectedValue(of: Declaration)
    case malformed(Declaration, word: String)
    case givenTwice(Declaration)
    case extra(String, takesText: Bool, usage: String)
    case unknownShell(String?)
    case invalid(ValidationError)

    var message: String {
        switch self {
        case .unknownCommand(let words, let nearest):
            "Unknown command \(Self.phrase(words))." + Self.question(nearest.map { Self.phrase($0) })
        case .unknownOption(let name, let nearest):
            "Unknown option \(quoted(name))." + Self.question(nearest.map { quoted($0) })
        case .missing(let names, _): "Missing: \(Self.list(names))."
        case .missingValue(let option, _): "\(option.preferredName) needs a value: \(option.valueName)."
        case .unexpectedValue(let flag): "\(flag.preferredName) doesn't take a value."
        case .malformed(let declaration, let word): Self.malformed(declaration, word)
        case .givenTwice(let option): "\(option.preferredName) can be used only once."
        case .extra(let word, _, _): Self.tooMany(word)
        case .unknownShell(let word): Self.unknownShell(word)
        case .invalid(let error): error.message
        }
    }

    var suggestion: String? {
        switch self {
        case .missing(_, let usage): "Usage: \(usage)"
        case .missingValue(let option, let next?) where next.hasPrefix("-"):
            "If the value starts with a dash, write \(option.preferredName)=\(option.valueName)."
        case .extra(_, let takesText, let usage):
            "Usage: \(usage)" + (takesText ? " (put text with spaces in quotation marks)" : "")
        case .invalid(let error): error.hint
        default: nil
        }
    }

    private static func malformed(_ declaration: Declaration, _ word: String) -> String {
        let start = "\(declaration.preferredName) is \(quoted(word)). "
        if let form = declaration.parameter.wordType?.acceptedForm { return start + "Use \(form)." }
        let allowed = declaration.allowedValues
        guard !allowed.isEmpty else { return start + "It isn't accepted." }
        let near = nearest(word, among: allowed).map { quoted($0) }
        return start + "Use one of: " + allowed.joined(separator: ", ") + "." + question(near)
    }

    /// A word that may be anything: only one that looks like a ref, a number or an option is repeated, never a name.
    private static func tooMany(_ word: String) -> String {
        let isPlain = word.utf8.allSatisfy { byte in
            switch byte {
            case 0x30...0x39, 0x61...0x7A, 0x2D, 0x2E, 0x5F: true
            default: false
            }
        }
        return isPlain && !word.isEmpty ? "Unexpected argument \(quoted(word))." : "Unexpected argument."
    }

    private static func unknownShell(_ word: String?) -> String {
        let known = CompletionShell.allCases.map(\.rawValue).joined(separator: ", ")
        guard let word else { return "\(BuiltIn.completionScript) needs a value: SHELL, one of \(known)." }
        return "\(BuiltIn.completionScript) is \(quoted(word)). Use one of: \(known)."
    }

    private static func question(_ nearest: String?) -> String {
        nearest.map { " Did you mean \($0)?" } ?? ""
    }

    /// `"session add"`: the last word may be anything, the ones before it are names of commands.
    private static func phrase(_ words: [String]) -> String {
        quoted(words.joined(separator: " "))
    }

    private static func list(_ names: [String]) -> String {
        guard names.count > 1, let last = names.last else { return names.first ?? "" }
        return names.dropLast().joined(separator: ", ") + " and " + last
    }
}
