/// One argument, option or flag of a command, with the names it has there.
struct Declaration {
    enum Kind {
        case argument
        case option
        case flag
    }

    /// The property's name in lower case with hyphens.
    let label: String
    /// The names it is given by; none for an argument.
    let names: [OptionName]
    /// The heading of the option group it came from; empty for none.
    let title: String
    let parameter: Parameter

    init(property: String, title: String, parameter: Parameter) {
        label = NameSpecification.hyphenated(property)
        names = parameter.kind == .argument ? [] : parameter.names.names(of: property)
        self.title = title
        self.parameter = parameter
    }

    var kind: Kind { parameter.kind }
    var isVisible: Bool { parameter.help.visibility == .default }
    var isMissing: Bool { parameter.isRequired && !parameter.wasGiven }
    var allowedValues: [String] { parameter.wordType?.allValueStrings ?? [] }

    /// `FILE`
    var valueName: String { (parameter.help.valueName ?? label).uppercased() }

    /// The name that errors use: the first long one, else the first.
    var preferredName: String {
        (names.first { $0.longName != nil } ?? names.first)?.description ?? valueName
    }

    /// `--names FILE`, `--yes`, `COURSE`: how errors and usage write the whole of it.
    var spelled: String {
        kind == .option ? "\(preferredName) \(valueName)" : preferredName
    }

    /// What a shell offers for its value.
    var completion: CompletionKind.Source {
        guard kind != .flag else { return .typed }
        if parameter.completion != .default { return parameter.completion.source }
        return (parameter.wordType?.defaultCompletionKind ?? .default).source
    }
}
