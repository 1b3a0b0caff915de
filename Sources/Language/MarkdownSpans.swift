/// What stands within a block of Markdown prose: code, targets of links, tags, emphasis, cited titles.
///
/// Each mark is looked at once; whatever has no partner within its block is taken as it is written. As in CommonMark
/// 0.31 chapter 6, simplified: one `*` or `_` on each side is italic, which is how titles are cited, two or three are
/// not, and no mark is looked for within code.
struct MarkdownSpans {
    private let scalars: [Unicode.Scalar]
    private let block: Range<Int>
    /// For each run of backticks, by its place: where the next one of the same length is.
    private var closings: [Int: Int] = [:]
    /// Where italics were opened, by their mark.
    private var italics: [Unicode.Scalar: Int] = [:]
    /// From where on no `>` comes any more.
    private var endOfTags = Int.max

    static func mark(_ block: Range<Int>, in scalars: [Unicode.Scalar], _ mask: inout ProseMask) {
        var spans = MarkdownSpans(scalars: scalars, block: block)
        spans.pairBackticks()
        var at = block.lowerBound
        while at < block.upperBound { at = spans.next(at, &mask) }
    }

    private init(scalars: [Unicode.Scalar], block: Range<Int>) {
        self.scalars = scalars
        self.block = block
    }

    private mutating func pairBackticks() {
        var at = block.lowerBound
        var open: [Int: Int] = [:]
        while at < block.upperBound {
            guard scalars[at] == "`" else {
                at += 1
                continue
            }
            let length = run(at)
            if let earlier = open[length] { closings[earlier] = at }
            open[length] = at
            at += length
        }
    }

    /// How often the scalar at `at` is repeated.
    private func run(_ at: Int) -> Int {
        var end = at
        while end < block.upperBound, scalars[end] == scalars[at] { end += 1 }
        return end - at
    }

    /// Marks what begins at `at`, and says where to go on.
    private mutating func next(_ at: Int, _ mask: inout ProseMask) -> Int {
        switch scalars[at] {
        case "\\":
            mask.add(.markup, at: at)
            return at + 2
        case "`": return code(at, &mask)
        case "[", "~":
            mask.add(.markup, at: at)
            return at + 1
        case "!" where at + 1 < block.upperBound && scalars[at + 1] == "[":
            mask.add(.markup, at: at)
            return at + 1
        case "]":
            let end = linkEnd(at)
            mask.add(.markup, to: at..<end)
            return end
        case "<": return tag(at, &mask)
        case "*", "_": return emphasis(at, &mask)
        default: return at + 1
        }
    }

    private func code(_ at: Int, _ mask: inout ProseMask) -> Int {
        let length = run(at)
        guard let closing = closings[at] else { return at + length }
        mask.add(.code, to: at..<closing + length)
        return closing + length
    }

    // MARK: - Links and tags

    /// The end of a link whose text closes at `at`: behind its target, its label, or the bracket itself.
    private func linkEnd(_ at: Int) -> Int {
        guard at + 1 < block.upperBound else { return at + 1 }
        switch scalars[at + 1] {
        case "(": return targetEnd(at + 2) ?? at + 1
        case "[":
            let limit = min(block.upperBound, at + 1_000)
            return (scalars[at + 1..<limit].firstIndex(of: "]")).map { $0 + 1 } ?? at + 1
        default: return at + 1
        }
    }

    /// The end of a target with its title; nil where there is no closing parenthesis, or more than 32 within.
    private func targetEnd(_ start: Int) -> Int? {
        var depth = 1
        var quote: Unicode.Scalar?
        for at in start..<min(block.upperBound, start + 4_000) {
            switch scalars[at] {
            case "\"" where quote == nil && scalars[at - 1].isSpace: quote = "\""
            case "\"" where quote != nil: quote = nil
            case "(" where quote == nil: depth += 1
            case ")" where quote == nil: depth -= 1
            default: break
            }
            if depth == 0 { return at + 1 }
            if depth > 32 { return nil }
        }
        return nil
    }

    private mutating func tag(_ at: Int, _ mask: inout ProseMask) -> Int {
        guard at + 1 < min(block.upperBound, endOfTags) else { return at + 1 }
        let first = scalars[at + 1]
        guard first.isASCIILetter || first == "/" || first == "!" else { return at + 1 }
        guard let end = scalars[at..<block.upperBound].firstIndex(of: ">") else {
            endOfTags = at
            return at + 1
        }
        mask.add(.markup, to: at..<end + 1)
        return end + 1
    }

    // MARK: - Emphasis

    private mutating func emphasis(_ at: Int, _ mask: inout ProseMask) -> Int {
        let length = run(at)
        let end = at + length
        mask.add(.markup, to: at..<end)
        guard length == 1 else { return end }
        let before = at > block.lowerBound ? scalars[at - 1] : " "
        let after = end < block.upperBound ? scalars[end] : " "
        let isInWord = scalars[at] == "_" && (before.isLetter || before.isDigit) && (after.isLetter || after.isDigit)
        if isInWord { return end }
        if let open = italics[scalars[at]], !before.isSpace {
            mask.add(.exempt, to: open..<end)
            italics[scalars[at]] = nil
        } else if !after.isSpace {
            italics[scalars[at]] = at
        }
        return end
    }
}
