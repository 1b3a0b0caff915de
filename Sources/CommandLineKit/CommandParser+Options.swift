extension CommandParser {
    /// Whether the word names options rather than being a value: a dash and a letter, or two dashes.
    ///
    /// A lone `-` and a dash before anything else are values; so is a negative number, unless the command declares an
    /// option of that digit.
    func isOption(_ word: String) -> Bool {
        guard word.first == "-", let second = word.dropFirst().first else { return false }
        if second == "-" || second.isLetter { return true }
        return leaf.signature.declaration(named: .short(second)) != nil
    }

    /// Takes one word of options, and the value behind it; answers the text that a built-in option asks for.
    mutating func readOption(_ word: String) throws(UsageError) -> String? {
        if word.hasPrefix("--") { return try readLong(word.dropFirst(2)) }
        return try readShorts(word.dropFirst())
    }

    private mutating func readLong(_ word: Substring) throws(UsageError) -> String? {
        let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map { String($0) }
        let name = parts.first ?? ""
        let attached = parts.count > 1 ? parts[1] : nil
        if let declaration = find(.long(name)) ?? find(.long(americanSpelling(name))) {
            try take(declaration, attached: attached)
            return nil
        }
        return try builtIn("--" + name, attached: attached)
    }

    /// Reads `-abc`: flags, the last of which may be an option with its value attached or as the next word.
    private mutating func readShorts(_ word: Substring) throws(UsageError) -> String? {
        var letters = word
        while let letter = letters.popFirst() {
            guard let declaration = find(.short(letter)) else {
                let isFirst = letters.count + 1 == word.count
                return try builtIn("-" + (isFirst ? word.prefix { $0 != "=" } : [letter]), attached: nil)
            }
            if declaration.kind == .flag, letters.first != "=" {
                try take(declaration, attached: nil)
                continue
            }
            if letters.first == "=" {
                try take(declaration, attached: String(letters.dropFirst()))
            } else {
                try take(declaration, attached: letters.isEmpty ? nil : String(letters))
            }
            return nil
        }
        return nil
    }

    /// The declaration of this name here, or in a command above, or in the default subcommand, which is then entered.
    private mutating func find(_ name: OptionName) -> Declaration? {
        for step in steps.reversed() {
            if let known = step.signature.declaration(named: name) { return known }
        }
        guard let fallback = leaf.configuration.defaultSubcommand, fallback != leaf.type,
            Signature(of: fallback.init()).declaration(named: name) != nil
        else { return nil }
        enter(fallback, byDefault: true)
        return leaf.signature.declaration(named: name)
    }

    private mutating func take(_ declaration: Declaration, attached: String?) throws(UsageError) {
        let start = position
        if declaration.kind == .flag {
            guard attached == nil else { throw refusal(.unexpectedValue(of: declaration), at: start) }
            return try fill(declaration, with: "", at: start)
        }
        let value = if let attached { attached } else { try nextWord(for: declaration) }
        guard declaration.parameter.isRepeating || !declaration.parameter.wasGiven else {
            throw refusal(.givenTwice(declaration), at: start)
        }
        try fill(declaration, with: value, at: position)
    }

    private mutating func nextWord(for declaration: Declaration) throws(UsageError) -> String {
        let next = position + 1 < words.count ? words[position + 1] : nil
        guard let next, !isFollowingOption(next) else {
            throw refusal(.missingValue(of: declaration, next: next), at: position)
        }
        position += 1
        return next
    }

    /// As ``isOption(_:)``, but a number is a value here whatever is declared.
    private func isFollowingOption(_ word: String) -> Bool {
        guard word.first == "-", let second = word.dropFirst().first else { return false }
        return second == "-" || second.isLetter
    }

    /// Gives a word to a property. A listed value is also known by its British spelling.
    func fill(_ declaration: Declaration, with word: String, at position: Int) throws(UsageError) {
        do {
            if try declaration.parameter.fill(with: word) { return }
            let spelled = americanSpelling(word)
            if spelled != word, declaration.allowedValues.contains(spelled),
                try declaration.parameter.fill(with: spelled)
            {
                return
            }
        } catch {
            throw refusal(thrown: error, at: position)
        }
        throw refusal(.malformed(declaration, word: word), at: position)
    }

    /// The answer to an option that nothing declares.
    private mutating func builtIn(_ name: String, attached: String?) throws(UsageError) -> String {
        if attached == nil, BuiltIn.isHelp(name) { return help() }
        if attached == nil, name == BuiltIn.version, let version = version { return version + "\n" }
        if name == BuiltIn.completionScript, steps.count == 1 { return try completionScript(attached) }
        let declared = steps.reversed().flatMap(\.signature.named).filter(\.isVisible)
        let names = declared.flatMap(\.names).compactMap(\.longName)
        let typed = String(name.drop { $0 == "-" })
        let near = nearest(typed, among: names + builtInNames).map { "--" + $0 }
        throw refusal(.unknownOption(name, nearest: near), at: position)
    }

    private var version: String? {
        steps.last { !$0.configuration.version.isEmpty }?.configuration.version
    }

    private var builtInNames: [String] { version == nil ? ["help"] : ["help", "version"] }

    private mutating func completionScript(_ attached: String?) throws(UsageError) -> String {
        if attached == nil { position += 1 }
        let word = attached ?? (position < words.count ? words[position] : nil)
        guard let shell = word.flatMap({ CompletionShell(rawValue: $0) }) else {
            throw refusal(.unknownShell(word), at: min(position, words.count - 1))
        }
        return shell.script(for: CommandOutline(leaf.type, path: path))
    }
}
