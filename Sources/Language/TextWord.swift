/// A word of a text as the matcher sees it: parted from others by white space, signs and hyphens, not by apostrophes.
struct TextWord {
    /// How a word hangs on the one before it; only words joined by a space or a hyphen make a phrase.
    enum Joint { case none, space, hyphen }

    /// Where it stands among the scalars of the text.
    let place: Range<Int>
    /// Its letters in lower case, without invisible marks; the digits of a number, `and` for an ampersand.
    let key: String
    /// Its letters as they are, where two or more of them are capitals.
    let capitals: String?
    let joint: Joint
    /// The number of its sentence.
    let sentence: Int
    /// Whether it stands in a quotation, a cited title or an address.
    let isExempt: Bool
}

extension TextWord {
    init(_ scalars: ArraySlice<Unicode.Scalar>, joint: Joint, sentence: Int, isExempt: Bool) {
        var key = String.UnicodeScalarView()
        var capitalCount = 0
        for scalar in scalars where !scalar.isIgnorable {
            if scalar.isCapital { capitalCount += 1 }
            key.appendLowercase(scalar)
        }
        self.key = String(key)
        capitals = capitalCount > 1 ? String(String.UnicodeScalarView(scalars)) : nil
        place = scalars.startIndex..<scalars.endIndex
        self.joint = joint
        self.sentence = sentence
        self.isExempt = isExempt
    }

    /// A number or an ampersand, which has a place in phrases and is not counted as a word.
    init(sign key: String, at place: Range<Int>, joint: Joint, sentence: Int, isExempt: Bool) {
        self.place = place
        self.key = key
        capitals = nil
        self.joint = joint
        self.sentence = sentence
        self.isExempt = isExempt
    }
}

/// What stands between two words.
struct WordGap {
    private var hasSpace = false
    private var hasHyphen = false
    private var hasStop = false
    private var hasStrongStop = false
    /// Whether a sign parts the words.
    var isBroken = false
    /// Whether the sentence surely ends here.
    var endsSentence = false

    /// Takes in one more scalar.
    mutating func add(_ scalar: Unicode.Scalar, atLineStart: Bool) {
        switch scalar {
        case "\t" where !atLineStart: (isBroken, endsSentence) = (true, true)
        case "|", "•", "●", "◦", "▪": (isBroken, endsSentence) = (true, true)
        case ".": (isBroken, hasStop) = (true, true)
        case "!", "?", "…": (isBroken, hasStrongStop) = (true, true)
        case _ where scalar.isSpace: hasSpace = true
        case _ where scalar.isHyphen && !hasSpace && !hasHyphen: hasHyphen = true
        case _ where scalar.isWithoutRoom: break
        default: isBroken = true
        }
    }

    /// Whether a word that begins with `first` begins a sentence. "e.g. this" does not.
    func beginsSentence(with first: Unicode.Scalar) -> Bool {
        if endsSentence { return true }
        guard hasSpace else { return false }
        return hasStrongStop || (hasStop && !first.isSmall)
    }

    var joint: TextWord.Joint {
        if isBroken || endsSentence { return .none }
        if hasHyphen { return .hyphen }
        return hasSpace ? .space : .none
    }
}
