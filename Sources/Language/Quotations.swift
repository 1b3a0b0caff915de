/// Text in quotation marks: somebody's words, which nobody edits.
///
/// A quotation ends within its paragraph. The one exception is the printers' custom that each paragraph of a long
/// quotation opens with `“` and only the last one closes. A mark that has no partner quotes nothing.
struct Quotations {
    private enum Style: Int, CaseIterable { case straight, curly, low, angle, single, straightSingle }

    private let scalars: [Unicode.Scalar]
    private var opened = [Int?](repeating: nil, count: Style.allCases.count)
    private var spacesAtOpening = 0
    private var spaces = 0

    private init(_ scalars: [Unicode.Scalar]) { self.scalars = scalars }

    static func mark(_ scalars: [Unicode.Scalar], _ mask: inout ProseMask) {
        var quotations = Quotations(scalars)
        for at in scalars.indices {
            if mask[at].has(.block) { quotations.beginBlock(at, &mask) }
            if !mask[at].has(.passedOver) { quotations.read(at, &mask) }
        }
    }

    private mutating func beginBlock(_ at: Int, _ mask: inout ProseMask) {
        let next = scalars[at...].first { !$0.isSpace }
        if let start = opened[Style.curly.rawValue], next == "“" { mask.add(.exempt, to: start..<at) }
        for style in Style.allCases { opened[style.rawValue] = nil }
    }

    private mutating func read(_ at: Int, _ mask: inout ProseMask) {
        switch scalars[at] {
        case "\"": isOpen(.straight) ? closeStraight(at, &mask) : openIfLeading(.straight, at)
        case "“": isOpen(.low) ? close(.low, at, &mask) : open(.curly, at)
        case "”": close(isOpen(.curly) ? .curly : .low, at, &mask)
        case "„": open(.low, at)
        case "«": open(.angle, at)
        case "»": close(.angle, at, &mask)
        case "‘": open(.single, at)
        case "’" where isTrailing(at): close(.single, at, &mask)
        case "'": readStraightSingle(at, &mask)
        case _ where scalars[at].isSpace: spaces += 1
        default: break
        }
    }

    private func isOpen(_ style: Style) -> Bool { opened[style.rawValue] != nil }

    private mutating func open(_ style: Style, _ at: Int) {
        // The outermost stays: a mark of the same kind within a quotation does not begin it anew.
        if opened[style.rawValue] == nil { opened[style.rawValue] = at }
    }

    private mutating func close(_ style: Style, _ at: Int, _ mask: inout ProseMask) {
        guard let start = opened[style.rawValue] else { return }
        mask.add(.exempt, to: start..<at + 1)
        opened[style.rawValue] = nil
    }

    private mutating func openIfLeading(_ style: Style, _ at: Int) {
        if isLeading(at) { open(style, at) }
    }

    private mutating func closeStraight(_ at: Int, _ mask: inout ProseMask) {
        if at > 0, !scalars[at - 1].isSpace { close(.straight, at, &mask) }
    }

    /// A straight single mark is an apostrophe more often than not: it quotes at most a phrase of nine words.
    private mutating func readStraightSingle(_ at: Int, _ mask: inout ProseMask) {
        if isLeading(at) {
            (opened[Style.straightSingle.rawValue], spacesAtOpening) = (at, spaces)
        } else if isTrailing(at), spaces - spacesAtOpening <= 8 {
            close(.straightSingle, at, &mask)
        }
    }

    /// Whether a mark stands before a word and after none.
    private func isLeading(_ at: Int) -> Bool {
        let before = at > 0 && (scalars[at - 1].isLetter || scalars[at - 1].isDigit)
        return !before && at + 1 < scalars.count && !scalars[at + 1].isSpace
    }

    /// Whether a mark stands after something and before no word.
    private func isTrailing(_ at: Int) -> Bool {
        let after = at + 1 < scalars.count && (scalars[at + 1].isLetter || scalars[at + 1].isDigit)
        return at > 0 && !scalars[at - 1].isSpace && !after
    }
}
