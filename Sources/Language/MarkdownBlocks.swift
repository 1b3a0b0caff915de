/// The blocks of a Markdown text: which lines are prose, which are code, a quotation, or a definition.
///
/// As in CommonMark 0.31 chapters 4 and 5, as far as a reader of prose needs them: fences, indented code outside of
/// lists, block quotations with their lazy lines, headings, list items, definitions of links, and rows of tables.
/// A fence that no other closes runs to the end of the text.
struct MarkdownBlocks {
    /// The blocks of prose, in which marks have to be paired.
    private(set) var prose: [Range<Int>] = []

    private let scalars: [Unicode.Scalar]
    private var fence: (mark: Unicode.Scalar, length: Int)?
    private var isInComment = false
    private var isInList = false
    private var isQuoted = false
    private var isIndentedCode = false
    /// Whether the next line of prose begins a block.
    private var begins = true
    private var afterBlank = true

    init(_ scalars: [Unicode.Scalar]) { self.scalars = scalars }

    /// Marks every line.
    mutating func mark(_ lines: [TextLine], _ mask: inout ProseMask) {
        for line in lines { mark(line, &mask) }
    }

    private mutating func mark(_ line: TextLine, _ mask: inout ProseMask) {
        if continuesFence(line) || continuesComment(line) {
            mask.add(.code, to: line.range)
        } else if line.isBlank {
            (begins, afterBlank, isQuoted) = (true, true, false)
        } else if isCode(line) {
            mask.add(.code, to: line.range)
            (isIndentedCode, begins) = (true, true)
        } else {
            isIndentedCode = false
            markProse(line, &mask)
            afterBlank = false
        }
    }

    private mutating func markProse(_ line: TextLine, _ mask: inout ProseMask) {
        var content = line.content
        var isItem = false
        while let next = line.itemContent(from: content, in: scalars) { (content, isItem) = (next, true) }
        isInList = isItem || (isInList && (line.indentation >= 2 || !afterBlank))
        if opensFence(content..<line.range.upperBound) {
            mask.add(.code, to: content..<line.range.upperBound)
            endParagraph()
        } else if opensComment(content..<line.range.upperBound) || isDefinition(content..<line.range.upperBound) {
            mask.add(.code, to: content..<line.range.upperBound)
            endParagraph()
        } else if content < line.range.upperBound, scalars[content] == ">" {
            quote(line, opens: !isQuoted, &mask)
        } else if isQuoted && !isItem && !isHeading(content, line) {
            quote(line, opens: false, &mask)
        } else {
            addProse(line, content, isItem: isItem, &mask)
        }
    }

    private mutating func quote(_ line: TextLine, opens: Bool, _ mask: inout ProseMask) {
        if opens { mask.add(.block, at: line.range.lowerBound) }
        mask.add(.exempt, to: line.range)
        (isQuoted, begins) = (true, true)
    }

    private mutating func endParagraph() { (begins, isQuoted) = (true, false) }

    private mutating func addProse(_ line: TextLine, _ content: Int, isItem: Bool, _ mask: inout ProseMask) {
        let isHeading = isHeading(content, line)
        let isRow = content < line.range.upperBound && scalars[content] == "|"
        let isUnderline = isUnderline(line)
        if begins || isItem || isHeading || isRow || isUnderline {
            mask.add(.block, at: line.range.lowerBound)
            prose.append(line.range)
        } else if let last = prose.indices.last {
            prose[last] = prose[last].lowerBound..<line.range.upperBound
        }
        begins = isHeading || isUnderline
        isQuoted = false
    }

    // MARK: - Kinds of line

    private func isHeading(_ content: Int, _ line: TextLine) -> Bool {
        content < line.range.upperBound && scalars[content] == "#"
    }

    /// A line of only `=`, `-`, `*` or `_`: the underline of a heading, or a rule.
    private func isUnderline(_ line: TextLine) -> Bool {
        let visible = scalars[line.content..<line.range.upperBound].filter { !$0.isSpace }
        return visible.count >= 2 && "=-*_".unicodeScalars.contains(visible[0])
            && visible.allSatisfy { $0 == visible[0] }
    }

    private func isCode(_ line: TextLine) -> Bool {
        line.indentation >= 4 && !isInList && !isQuoted && (isIndentedCode || afterBlank)
    }

    /// The mark of a fence and its length at the beginning of `range`.
    private func fenceMark(_ range: Range<Int>) -> (mark: Unicode.Scalar, length: Int)? {
        guard let first = range.first, scalars[first] == "`" || scalars[first] == "~" else { return nil }
        let length = range.prefix { scalars[$0] == scalars[first] }.count
        return length >= 3 ? (scalars[first], length) : nil
    }

    private mutating func opensFence(_ range: Range<Int>) -> Bool {
        guard let opening = fenceMark(range) else { return false }
        // A run of backticks with another one on its line is code within a line.
        if opening.mark == "`", scalars[range].dropFirst(opening.length).contains("`") { return false }
        fence = opening
        return true
    }

    private mutating func continuesFence(_ line: TextLine) -> Bool {
        guard let open = fence else { return false }
        let content = line.content..<line.range.upperBound
        if let mark = fenceMark(content), mark.mark == open.mark, mark.length >= open.length,
            scalars[content].dropFirst(mark.length).allSatisfy(\.isSpace)
        {
            fence = nil
            endParagraph()
        }
        return true
    }

    private mutating func opensComment(_ range: Range<Int>) -> Bool {
        guard scalars[range].starts(with: "<!--".unicodeScalars) else { return false }
        isInComment = !closesComment(range)
        return true
    }

    private mutating func continuesComment(_ line: TextLine) -> Bool {
        guard isInComment else { return false }
        isInComment = !closesComment(line.range)
        return true
    }

    private func closesComment(_ range: Range<Int>) -> Bool {
        range.contains { scalars[$0] == "-" && scalars[$0..<range.upperBound].starts(with: "-->".unicodeScalars) }
    }

    /// `[label]: target`.
    private func isDefinition(_ range: Range<Int>) -> Bool {
        guard begins, let first = range.first, scalars[first] == "[",
            let close = scalars[range].firstIndex(of: "]"), close + 1 < range.upperBound
        else { return false }
        return scalars[close + 1] == ":"
    }
}
