/// The text with lines of at most `width` characters, broken at spaces; a longer word keeps a line of its own.
///
/// Lines after the first of each are indented by `hanging`. Line feeds stay.
func wrapped(_ text: String, to width: Int, hanging: Int = 0) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
        .map { wrappedLine($0, to: width, hanging: hanging) }
        .joined(separator: "\n")
}

/// The paragraphs of a text, each wrapped; empty ones left out.
func wrappedParagraphs(_ text: String, to width: Int) -> [String] {
    text.split(separator: "\n\n").map { wrapped(String($0), to: width) }
}

private func wrappedLine(_ line: Substring, to width: Int, hanging: Int) -> String {
    var lines: [String] = []
    var current = ""
    for word in line.split(separator: " ") {
        if current.isEmpty {
            current = String(word)
        } else if current.count + 1 + word.count <= width {
            current += " " + word
        } else {
            lines.append(current)
            current = String(repeating: " ", count: hanging) + word
        }
    }
    return (lines + [current]).joined(separator: "\n")
}

extension String {
    /// Every line that is not empty, moved to the right.
    func indented(by columns: Int) -> String {
        split(separator: "\n", omittingEmptySubsequences: false)
            .map { $0.isEmpty ? "" : String(repeating: " ", count: columns) + $0 }
            .joined(separator: "\n")
    }
}
