/// The help of one command.
struct HelpPage {
    private let outline: CommandOutline

    init(_ outline: CommandOutline) { self.outline = outline }

    /// The whole page, wrapped to `width` columns (40 at least), ending in a line feed. Examples are never broken.
    func text(width: Int) -> String {
        let width = max(width, 40)
        var blocks = wrappedParagraphs(outline.configuration.abstract, to: width)
        blocks.append("USAGE\n" + wrapped(outline.usage, to: width - 2, hanging: 4).indented(by: 2))
        blocks += wrappedParagraphs(outline.configuration.discussion, to: width)
        for sections in [commandSections, [argumentSection], optionSections] {
            let column = HelpRow.column(beside: sections.flatMap(\.rows))
            blocks += sections.filter { !$0.rows.isEmpty }.map { $0.text(column: column, width: width) }
        }
        if !outline.examples.isEmpty {
            blocks.append("EXAMPLES\n" + outline.examples.map { "  " + $0 }.joined(separator: "\n"))
        }
        if outline.configuration.isBranch {
            blocks.append("For help on a command, run '\(outline.path.joined(separator: " ")) COMMAND --help'.")
        }
        return blocks.joined(separator: "\n\n") + "\n"
    }

    private var commandSections: [HelpSection] {
        let configuration = outline.configuration
        let plain = CommandGroup(name: "Commands", subcommands: configuration.ungroupedSubcommands)
        return ([plain] + configuration.groupedSubcommands).map { group in
            HelpSection(
                title: group.name,
                rows: group.subcommands.filter { $0.configuration.shouldDisplay }.map {
                    HelpRow(term: $0.name, words: $0.configuration.abstract)
                }
            )
        }
    }

    private var argumentSection: HelpSection {
        let arguments = outline.signature.arguments.filter(\.isVisible)
        return HelpSection(title: "Arguments", rows: arguments.map { HelpRow(term: $0.valueName, words: $0.words) })
    }

    /// The options without a heading first, with the built-in ones; then one section for each heading.
    private var optionSections: [HelpSection] {
        let options = outline.signature.named.filter(\.isVisible)
        var titles: [String] = []
        for title in options.map(\.title) where !title.isEmpty && !titles.contains(title) { titles.append(title) }
        let plain = options.filter { $0.title.isEmpty }.map(HelpRow.init) + builtInRows
        return [HelpSection(title: "Options", rows: plain)]
            + titles.map { title in
                HelpSection(title: title, rows: options.filter { $0.title == title }.map(HelpRow.init))
            }
    }

    private var builtInRows: [HelpRow] {
        let help = HelpRow(term: "\(BuiltIn.shortHelp), \(BuiltIn.help)", words: "Show this help.")
        guard outline.path.count == 1 else { return [help] }
        let shells = CompletionShell.allCases.map(\.rawValue).joined(separator: ", ")
        let script = HelpRow(
            term: "    \(BuiltIn.completionScript) SHELL",
            words: "Print a completion script for your shell. One of: \(shells)."
        )
        let version = HelpRow(term: "    \(BuiltIn.version)", words: "Show the version.")
        return outline.configuration.version.isEmpty ? [help, script] : [help, version, script]
    }
}

/// A heading of a help page and the rows under it.
struct HelpSection {
    let title: String
    let rows: [HelpRow]

    func text(column: Int, width: Int) -> String {
        ([title.uppercased()] + rows.map { $0.text(column: column, width: width) }).joined(separator: "\n")
    }
}

/// A name and what it is for, in two columns.
struct HelpRow {
    let term: String
    let words: String

    init(term: String, words: String) {
        self.term = term
        self.words = words
    }

    init(_ option: Declaration) {
        let value = option.kind == .option ? " " + option.valueName : ""
        let names = option.names.filter { $0.longName == nil } + option.names.filter { $0.longName != nil }
        let indent = names.first?.longName == nil ? "" : "    "
        self.init(term: indent + names.map(\.description).joined(separator: ", ") + value, words: option.words)
    }

    /// Where the second column begins: behind the longest term that is not too long for it.
    static func column(beside rows: [HelpRow]) -> Int {
        (rows.map(\.term.count).filter { $0 <= 28 }.max() ?? 0) + 4
    }

    func text(column: Int, width: Int) -> String {
        let start = "  " + term
        guard !words.isEmpty else { return start }
        let lines = wrapped(words, to: width - column)
        guard start.count <= column - 2 else { return start + "\n" + lines.indented(by: column) }
        return start + String(repeating: " ", count: column - start.count)
            + String(lines.indented(by: column).dropFirst(column))
    }
}

extension Declaration {
    /// What help says of it: its own words, then the values allowed, the default, and whether it repeats.
    var words: String {
        var sentences = [parameter.help.abstract, parameter.help.discussion]
        if kind != .flag {
            if !allowedValues.isEmpty { sentences.append("One of: \(allowedValues.joined(separator: ", ")).") }
            if let text = parameter.defaultText, !text.isEmpty { sentences.append("Default: \(text).") }
            if kind == .option, parameter.isRepeating { sentences.append("May be repeated.") }
        }
        return sentences.filter { !$0.isEmpty }.map(Self.ended).joined(separator: " ")
    }

    private static func ended(_ sentence: String) -> String {
        sentence.last.map { ".!?:)".contains($0) } == true ? sentence : sentence + "."
    }
}
