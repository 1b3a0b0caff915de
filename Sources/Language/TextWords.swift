/// The words of a text, and what the audit counts of them.
///
/// A counted word is a letter with all letters, apostrophes and hyphens that follow it, and its length counts them
/// all: the definition behind the counts of EX-LANG-1. Numbers are not counted. A writing without spaces, such as
/// Chinese, has its phrases counted as words: there our terms find nothing, and a board's own only between signs.
struct TextWords {
    private(set) var words: [TextWord] = []
    /// How many words are counted.
    private(set) var count = 0
    /// The length of all counted words.
    private(set) var length = 0
    /// How many counted words are one letter between two spaces, and neither "a" nor "I".
    private(set) var loneLetters = 0

    private let scalars: [Unicode.Scalar]
    private let mask: ProseMask
    private var gap = WordGap()
    private var sentence = 0

    init(_ scalars: [Unicode.Scalar], _ mask: ProseMask) {
        self.scalars = scalars
        self.mask = mask
        var at = 0
        while at < scalars.count { at = next(at) }
    }

    /// The words of a phrase in lower case: a board's own, or a name.
    static func plainWords(of phrase: String) -> [String] {
        let scalars = Array(phrase.unicodeScalars)
        return TextWords(scalars, ProseMask(count: scalars.count)).words.map(\.key)
    }

    /// Reads what begins at `at`, and says where the next thing begins.
    private mutating func next(_ at: Int) -> Int {
        let (scalar, mark) = (scalars[at], mask[at])
        if mark.has(.block) { gap.endsSentence = true }
        if mark.has(.markup) { return at + 1 }
        if mark.has(.code) {
            gap.isBroken = true
            return at + 1
        }
        if scalar.isLetter { return readWord(at) }
        if scalar.isDigit {
            let end = end(from: at) { $0.isDigit }
            return readSign(String(String.UnicodeScalarView(scalars[at..<end])), at, to: end)
        }
        if scalar == "&" { return readSign("and", at, to: at + 1) }
        gap.add(scalar, atLineStart: at == 0 || scalars[at - 1].isLineEnd)
        return at + 1
    }

    /// Where what fits ends.
    private func end(from start: Int, while fits: (Unicode.Scalar) -> Bool) -> Int {
        var end = start
        while end < scalars.count, fits(scalars[end]), !mask[end].has(.passedOver) { end += 1 }
        return end
    }

    private mutating func readSign(_ key: String, _ start: Int, to end: Int) -> Int {
        begin(with: scalars[start])
        let isExempt = mask[start].has(.exempt)
        words.append(
            TextWord(sign: key, at: start..<end, joint: gap.joint, sentence: sentence, isExempt: isExempt)
        )
        gap = WordGap()
        return end
    }

    /// Reads one counted word, which is several words where it has hyphens.
    private mutating func readWord(_ start: Int) -> Int {
        let end = end(from: start) { $0.isLetter || $0.isApostrophe || $0.isHyphen || $0.isWithoutRoom }
        tally(start..<end)
        var part = start
        for at in start...end where at == end || scalars[at].isHyphen {
            append(part..<at)
            if at < end { gap.add(scalars[at], atLineStart: false) }
            part = at + 1
        }
        return end
    }

    private mutating func append(_ place: Range<Int>) {
        var place = place
        while let first = place.first, scalars[first].isApostrophe { place.removeFirst() }
        while let last = place.last, scalars[last].isApostrophe { place.removeLast() }
        guard let first = place.first else { return }
        begin(with: scalars[first])
        let isExempt = mask[first].has(.exempt)
        words.append(TextWord(scalars[place], joint: gap.joint, sentence: sentence, isExempt: isExempt))
        gap = WordGap()
    }

    private mutating func begin(with first: Unicode.Scalar) {
        if gap.beginsSentence(with: first) {
            sentence += 1
            gap.endsSentence = true
        }
    }

    private mutating func tally(_ place: Range<Int>) {
        count += 1
        length += place.count { !scalars[$0].isWithoutRoom }
        guard place.count == 1, !["a", "A", "i", "I"].contains(scalars[place.lowerBound]) else { return }
        let before = place.lowerBound == 0 || scalars[place.lowerBound - 1].isSpace
        let after = place.upperBound == scalars.count || scalars[place.upperBound].isSpace
        if before && after { loneLetters += 1 }
    }
}

extension TextWords {
    /// The mean length of the counted words; nil where there are none.
    var meanLength: Double? { count == 0 ? nil : Double(length) / Double(count) }

    /// Whether letters were torn apart, as some PDF extractions do, so that no word can be found in the text.
    ///
    /// The rule of AS-05 is a mean under 3.5. Under 20 words that is no evidence ("Q&A at 6"), and at least one word in
    /// five must also be a lone letter.
    var isLetterSpaced: Bool {
        guard let meanLength, meanLength < LanguageLint.shortestMeanLength else { return false }
        return count >= 20 || (count >= 4 && loneLetters * 5 >= count)
    }
}
