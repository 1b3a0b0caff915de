/// A command line as a person would paste it, taken apart as a shell would.
///
/// Single and double quotes, backslashes, `|` between commands, and `<`, `>` with a file are known; nothing is expanded.
struct ExampleLine {
    /// The words of each command between pipes, without redirections.
    private(set) var commands: [[String]] = [[]]
    /// Whether every quote is closed.
    private(set) var isWhole = true

    private var word: String?
    private var skipsNext = false

    init(_ line: String) {
        var quote: Character?
        var isEscaped = false
        for character in line {
            if isEscaped {
                word = (word ?? "") + String(character)
                isEscaped = false
            } else if character == "\\", quote != "'" {
                isEscaped = true
            } else if let open = quote {
                if character == open { quote = nil } else { word?.append(character) }
            } else {
                quote = take(character)
            }
        }
        isWhole = quote == nil && !isEscaped
        endWord()
    }

    /// Takes a character outside of quotes; answers the quote that it opens.
    private mutating func take(_ character: Character) -> Character? {
        switch character {
        case "'", "\"":
            word = word ?? ""
            return character
        case " ": endWord()
        case "|":
            endWord()
            commands.append([])
        case "<", ">":
            endWord()
            skipsNext = true
        default: word = (word ?? "") + String(character)
        }
        return nil
    }

    private mutating func endWord() {
        guard let ended = word else { return }
        word = nil
        if skipsNext { skipsNext = false } else { commands[commands.count - 1].append(ended) }
    }
}
