/// Text broken into lines that fit a width.
enum LineWrapping {
    /// Lines of at most `width` columns, broken at spaces; a longer word is broken between graphemes. One grapheme
    /// wider than the width stands alone. Without a width it is one line.
    static func lines(_ text: String, width: Int?) -> [String] {
        guard let width, TextWidth.of(text) > width else { return [text] }
        var lines: [String] = []
        var line = Line()
        for word in text.split(separator: " ", omittingEmptySubsequences: true) {
            let length = TextWidth.of(String(word))
            if line.isEmpty || line.width + 1 + length <= width {
                line.add(String(word), length)
            } else {
                lines.append(line.text)
                line = Line()
                line.add(String(word), length)
            }
            while line.width > width, let (head, rest) = split(line.text, width: width) {
                lines.append(head)
                line = Line()
                line.add(rest, TextWidth.of(rest))
            }
        }
        return line.isEmpty ? lines : lines + [line.text]
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

    /// As many graphemes as fit, one at least, and the rest; nil where nothing is left over.
    private static func split(_ text: String, width: Int) -> (String, String)? {
        var used = 0
        for index in text.indices {
            used += TextWidth.of(text[index])
            if used > width, index > text.startIndex { return (String(text[..<index]), String(text[index...])) }
        }
        return nil
    }
}
