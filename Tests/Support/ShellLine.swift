/// A command line as a transcript has it, taken apart as a shell would: words, quotes, and where input comes from.
package struct ShellLine: Equatable, Sendable {
    /// The words, the program's name first.
    package private(set) var words: [String] = []
    /// The file that standard input is read from.
    package private(set) var input: String?
    /// The file that standard output goes to.
    package private(set) var output: String?

    private var word: String?
    private var target = Target.word

    private enum Target { case word, input, output }

    /// Takes a line apart; quotes that are not closed end with it.
    package init(_ line: String) {
        var quote: Character?
        var isEscaped = false
        for character in line {
            if isEscaped {
                word = (word ?? "") + String(character)
                isEscaped = false
            } else if character == "\\", quote != "'" {
                isEscaped = true
            } else if let open = quote {
                if character == open { quote = nil } else { word = (word ?? "") + String(character) }
            } else if character == "'" || character == "\"" {
                quote = character
                word = word ?? ""
            } else if character == " " {
                endWord()
            } else if character == "<" || character == ">" {
                endWord()
                target = character == "<" ? .input : .output
            } else {
                word = (word ?? "") + String(character)
            }
        }
        endWord()
    }

    private mutating func endWord() {
        guard let ended = word else { return }
        word = nil
        switch target {
        case .word: words.append(ended)
        case .input: input = ended
        case .output: output = ended
        }
        target = .word
    }
}
