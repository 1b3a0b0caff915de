/// What is wrong with the declarations of a tree of commands, one line each; empty when all is well.
///
/// For tests: names that are taken twice, arguments in an impossible order, properties that are not wrapped, visible
/// commands and properties without words for help, example lines that are missing or do not parse. Examples are parsed
/// with their `validate()`, and not run.
package func problems(in root: any ParsableCommand.Type) -> [String] {
    CommandOutline(root: root).all.flatMap { outline in
        let found =
            unwrappedProperties(outline) + nameClashes(outline) + badOrder(outline) + missingWords(outline)
            + subcommandClashes(outline) + badExamples(outline, root)
        return found.map { "\(outline.key): \($0)" }
    }
}

private func unwrappedProperties(_ outline: CommandOutline) -> [String] {
    outline.own.unwrapped.map { "\($0) is not wrapped in @Argument, @Option, @Flag or @OptionGroup" }
}

private func nameClashes(_ outline: CommandOutline) -> [String] {
    var found: [String] = []
    var seen: Set<String> = [BuiltIn.help, BuiltIn.shortHelp]
    for declaration in outline.own.named {
        if declaration.names.isEmpty { found.append("\(declaration.label) has no name") }
        for name in declaration.names.map(\.description) where !seen.insert(name).inserted {
            found.append("\(name) is declared twice")
        }
    }
    return found
}

private func badOrder(_ outline: CommandOutline) -> [String] {
    var found: [String] = []
    let arguments = outline.own.arguments
    if outline.configuration.isBranch, let first = arguments.first {
        found.append("\(first.valueName) is an argument of a command that has subcommands")
    }
    for (before, after) in zip(arguments, arguments.dropFirst()) {
        if before.parameter.isRepeating {
            found.append("\(before.valueName) takes all words and is not the last argument")
        }
        if !before.parameter.isRequired && after.parameter.isRequired {
            found.append(
                "\(after.valueName) must be given and stands behind \(before.valueName), which may be left out"
            )
        }
    }
    return found
}

private func missingWords(_ outline: CommandOutline) -> [String] {
    var found: [String] = []
    if outline.configuration.shouldDisplay, outline.configuration.abstract.isEmpty { found.append("has no abstract") }
    for declaration in outline.own.declarations
    where declaration.isVisible && declaration.parameter.help.abstract.isEmpty {
        found.append("\(declaration.preferredName) has no help")
    }
    return found
}

private func subcommandClashes(_ outline: CommandOutline) -> [String] {
    var found: [String] = []
    var seen: Set<String> = [BuiltIn.helpCommand]
    let names = outline.configuration.subcommands.flatMap { $0.names }
    for name in names where !seen.insert(name).inserted {
        found.append("there are two commands \"\(name)\"")
    }
    if let fallback = outline.configuration.defaultSubcommand,
        !outline.configuration.subcommands.contains(where: { $0 == fallback })
    {
        found.append("its default subcommand \"\(fallback.name)\" is not among its subcommands")
    }
    return found
}

private func badExamples(_ outline: CommandOutline, _ root: any ParsableCommand.Type) -> [String] {
    guard outline.configuration.shouldDisplay else { return [] }
    if outline.examples.isEmpty { return ["has no example"] }
    return outline.configuration.examples.compactMap { line in
        complaint(about: line, root).map { "example \"\(line)\": \($0)" }
    }
}

private func complaint(about line: String, _ root: any ParsableCommand.Type) -> String? {
    let example = ExampleLine(line)
    guard example.isWhole else { return "a quote is not closed" }
    let own = example.commands.filter { $0.first == root.name }
    if own.isEmpty { return "does not call \(root.name)" }
    for words in own {
        var parser = CommandParser(root: root, words: Array(words.dropFirst()), width: 80)
        do { _ = try parser.parse() } catch { return error.message }
    }
    return nil
}
