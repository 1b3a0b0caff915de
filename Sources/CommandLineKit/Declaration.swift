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
    let cell: any Fillable

    init(property: String, title: String, cell: any Fillable) {
        label = NameSpecification.hyphenated(property)
        names = cell.kind == .argument ? [] : cell.names.names(of: property)
        self.title = title
        self.cell = cell
    }

    var kind: Kind { cell.kind }
    var isVisible: Bool { cell.help.visibility == .default }
    var isMissing: Bool { cell.isRequired && !cell.wasGiven }
    var allowedValues: [String] { cell.wordType?.allValueStrings ?? [] }

    /// `FILE`
    var valueName: String { (cell.help.valueName ?? label).uppercased() }

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
        if cell.completion != .default { return cell.completion.source }
        return (cell.wordType?.defaultCompletionKind ?? .default).source
    }
}
