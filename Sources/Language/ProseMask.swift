/// What of a text is prose that may be flagged: a mark for each scalar.
struct ProseMask {
    /// What a scalar is besides prose.
    struct Mark: OptionSet {
        let rawValue: UInt8

        /// Whether it has any of `others`. (`OptionSet`'s own way makes an array for each scalar.)
        func has(_ others: Mark) -> Bool { rawValue & others.rawValue != 0 }

        /// In a quotation, a cited title or an address: counted, never flagged.
        static let exempt = Mark(rawValue: 1)
        /// Markup or the target of a link: passed over as if it were not there.
        static let markup = Mark(rawValue: 2)
        /// Code: passed over, and no phrase reaches across it.
        static let code = Mark(rawValue: 4)
        /// What is no prose at all.
        static let passedOver = Mark(rawValue: 2 | 4)
        /// The first of a paragraph, an item or a row.
        static let block = Mark(rawValue: 8)
    }

    private var marks: [Mark]

    init(count: Int) { marks = Array(repeating: [], count: count) }

    subscript(_ place: Int) -> Mark { marks[place] }

    /// Adds `mark` to each scalar of `range`.
    mutating func add(_ mark: Mark, to range: Range<Int>) {
        for place in range { marks[place] = Mark(rawValue: marks[place].rawValue | mark.rawValue) }
    }

    /// Adds `mark` to one scalar.
    mutating func add(_ mark: Mark, at place: Int) { add(mark, to: place..<place + 1) }
}

extension ProseMask {
    /// The mask of a text in its format.
    init(_ scalars: [Unicode.Scalar], _ kind: LanguageLint.Kind) {
        self.init(count: scalars.count)
        let lines = TextLine.all(in: scalars)
        switch kind {
        case .plain: PlainBlocks.mark(lines, in: scalars, &self)
        case .markdown:
            var blocks = MarkdownBlocks(scalars)
            blocks.mark(lines, &self)
            for block in blocks.prose { MarkdownSpans.mark(block, in: scalars, &self) }
        }
        WebAddresses.mark(scalars, &self)
        Quotations.mark(scalars, &self)
    }
}

/// A line of a text, without what ends it.
struct TextLine {
    let range: Range<Int>
    /// Where its first visible scalar is; the end where there is none.
    let content: Int
    /// How far it is set in, a tab going to the next fourth column.
    let indentation: Int

    var isBlank: Bool { content == range.upperBound }

    init(_ range: Range<Int>, in scalars: [Unicode.Scalar]) {
        var (content, indentation) = (range.lowerBound, 0)
        while content < range.upperBound, scalars[content].isSpace {
            indentation = scalars[content] == "\t" ? (indentation / 4 + 1) * 4 : indentation + 1
            content += 1
        }
        (self.range, self.content, self.indentation) = (range, content, indentation)
    }

    /// The lines of a text, ended by LF, CR or both.
    static func all(in scalars: [Unicode.Scalar]) -> [TextLine] {
        var lines: [TextLine] = []
        var start = 0
        for (at, scalar) in scalars.enumerated() where scalar.isLineEnd {
            if scalar == "\n", at > 0, scalars[at - 1] == "\r" {
                start = at + 1
                continue
            }
            lines.append(TextLine(start..<at, in: scalars))
            start = at + 1
        }
        if start < scalars.count { lines.append(TextLine(start..<scalars.count, in: scalars)) }
        return lines
    }

    /// Where the text of a list item begins when its marker begins at `start`; nil where no marker does.
    func itemContent(from start: Int, in scalars: [Unicode.Scalar]) -> Int? {
        var at = start
        if at < range.upperBound, "-*+•●◦▪‣»".unicodeScalars.contains(scalars[at]) {
            at += 1
        } else {
            while at < range.upperBound, scalars[at].isDigit, at - start < 9 { at += 1 }
            guard at > start, at < range.upperBound, scalars[at] == "." || scalars[at] == ")" else { return nil }
            at += 1
        }
        guard at < range.upperBound, scalars[at].isSpace else { return nil }
        while at < range.upperBound, scalars[at].isSpace { at += 1 }
        return at
    }
}

/// Where the paragraphs and items of a plain text begin.
enum PlainBlocks {
    static func mark(_ lines: [TextLine], in scalars: [Unicode.Scalar], _ mask: inout ProseMask) {
        var afterBlank = true
        for line in lines {
            if line.isBlank {
                afterBlank = true
                continue
            }
            let isItem = line.itemContent(from: line.content, in: scalars) != nil
            if afterBlank || isItem { mask.add(.block, at: line.range.lowerBound) }
            afterBlank = false
        }
    }
}
