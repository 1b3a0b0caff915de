/// Text broken into lines that fit a width.
enum LineWrapping {
    /// Lines of at most `width` columns, broken at spaces, though not before a percent sign; a word that is longer than
    /// a line is broken behind a hyphen of its own, else between graphemes. One grapheme wider than the width stands
    /// alone. Without a width it is one line.
    static func lines(_ text: String, width: Int?) -> [String] {
        guard let width, TextWidth.of(text) > width else { return [text] }
        var lines: [String] = []
        var line = Line()
        for word in words(text) {
            let length = TextWidth.of(word)
            if line.isEmpty || line.width + 1 + length <= width {
                line.add(word, length)
            } else {
                lines.append(line.text)
                line = Line()
                line.add(word, length)
            }
            while line.width > width, let (head, rest) = split(line, width: width) {
                lines.append(head)
                line = rest
            }
        }
        return line.isEmpty ? lines : lines + [line.text]
    }

    /// The widest piece of a text that is better not broken: a word, or of one of more than `limit` columns what stands
    /// between its hyphens.
    static func widestPiece(_ text: String, limit: Int) -> Int {
        words(text).map { word in
            let width = TextWidth.of(word)
            return width > limit ? pieces(word).map { TextWidth.of($0) }.max() ?? width : width
        }.max() ?? 0
    }

    private static func words(_ text: String) -> [String] {
        var words: [String] = []
        for word in text.split(separator: " ", omittingEmptySubsequences: true) {
            if word.first == "%", let last = words.popLast() {
                words.append(last + " " + word)
            } else {
                words.append(String(word))
            }
        }
        return words
    }

    /// A word in pieces that end in a hyphen, though not within a date.
    private static func pieces(_ word: String) -> [String] {
        var pieces = [""]
        for index in word.indices {
            pieces[pieces.count - 1].append(word[index])
            if canBreak(word, after: index) { pieces.append("") }
        }
        return pieces
    }

    private static func canBreak(_ word: String, after index: String.Index) -> Bool {
        let next = word.index(after: index)
        guard word[index] == "-", index > word.startIndex, next < word.endIndex, word[next] != "-" else { return false }
        let before = word[word.index(before: index)]
        return before != "-" && !(before.isNumber && word[next].isNumber)
    }

    private struct Line {
        var text = ""
        var width = 0
        var isEmpty: Bool { text.isEmpty }

        mutating func add(_ word: String, _ length: Int) {
            text += isEmpty ? word : " " + word
            width += isEmpty ? length : length + 1
        }
    }

    /// As much as fits, up to its last hyphen if it has one, and the rest; nil where nothing is left over.
    private static func split(_ line: Line, width: Int) -> (String, Line)? {
        let text = line.text
        var used = 0
        var hyphen: (end: String.Index, used: Int)?
        for index in text.indices {
            let own = TextWidth.of(text[index])
            if used + own > width, index > text.startIndex {
                let (end, taken) = hyphen ?? (index, used)
                return (String(text[..<end]), Line(text: String(text[end...]), width: line.width - taken))
            }
            used += own
            if canBreak(text, after: index) { hyphen = (text.index(after: index), used) }
        }
        return nil
    }
}
