/// A person's name as it is looked for: whole, without case, accents and punctuation, its words in any of the orders in
/// which people write them ("Ash Sample", "Sample, Ash").
///
/// What stands around a name and is no part of it is set aside: pronouns and other words in brackets, `Dr.`, and degrees
/// behind a comma.
package struct FullName: Hashable, Sendable {
    /// The words, in the order in which they were written.
    let words: [String]
    /// The same for every order: of all rotations of the words the first in the alphabet.
    package let key: [String]

    /// The name that a text is; nil where it holds no letter and no digit.
    package init?(_ text: String) {
        let bare = Self.withoutBrackets(text)
        var words = Self.keys(Self.withoutDegrees(bare))
        if words.isEmpty { words = Self.keys(text) }
        while words.count > 1, let first = words.first, Self.titles.contains(first) { words.removeFirst() }
        if words.isEmpty { return nil }
        if words.allSatisfy({ $0.unicodeScalars.allSatisfy(Script.isUnspaced) }) { words = [words.joined()] }
        self.words = words
        key = Self.rotations(of: words).min { $0.lexicographicallyPrecedes($1) } ?? words
    }

    /// The words of an e-mail address, to be looked for in texts.
    init?(email: String) {
        let words = Self.keys(email)
        if words.count < 2 { return nil }
        self.words = words
        key = words
    }

    /// Whether a text is this name, and nothing else.
    package func isWhole(_ text: String) -> Bool { FullName(text)?.key == key }

    /// Whether it is written in a script without spaces.
    var isUnspaced: Bool { words.count == 1 && words[0].unicodeScalars.allSatisfy(Script.isUnspaced) }

    /// Whether a text that holds it can hardly mean anything else: a single word may be any word.
    var isTelling: Bool { words.count > 1 || isUnspaced && words[0].count > 1 }

    /// Every order in which the words go round: "a b c", "b c a", "c a b".
    var rotations: [[String]] { Self.rotations(of: words) }

    private static func rotations(of words: [String]) -> [[String]] {
        words.indices.map { Array(words[$0...] + words[..<$0]) }
    }

    private static func keys(_ text: some StringProtocol) -> [String] { NameWords.all(in: text).map(\.key) }

    /// The text without what stands in brackets.
    private static func withoutBrackets(_ text: String) -> String {
        var (kept, depth) = ("", 0)
        for character in text {
            switch character {
            case "(", "[", "（", "{": depth += 1
            case ")", "]", "）", "}": depth = max(0, depth - 1)
            default: if depth == 0 { kept.append(character) }
            }
        }
        return kept
    }

    /// The text without degrees behind a comma: `Ash Sample, MSW, LCSW-C` is `Ash Sample`, and `Sample, AJ` stays.
    private static func withoutDegrees(_ text: String) -> String {
        var parts = text.split(separator: ",", omittingEmptySubsequences: false)
        guard let first = parts.first, keys(first).count > 1 else { return text }
        while parts.count > 1, let last = parts.last, isDegree(last) { parts.removeLast() }
        return parts.joined(separator: ",")
    }

    /// Whether each word is an abbreviation: it has at least two capitals, and few letters.
    private static func isDegree(_ text: Substring) -> Bool {
        text.split(separator: " ").allSatisfy { word in
            let letters = word.filter(\.isLetter)
            return letters.isEmpty || letters.count <= 6 && letters.count { $0.isUppercase } >= 2
        }
    }

    private static let titles: Set<String> = [
        "dr", "mr", "mrs", "ms", "mx", "miss", "prof", "professor", "rev", "sr", "sra", "srta", "dra", "hr", "fr",
        "mme",
    ]
}

extension FullName {
    /// Whether a file's name holds all words of the name: `Hesperia_Lindqvist-signin.csv`, `HesperiaLindqvist2.csv`,
    /// `signin lindqvist hesperia.csv`. Initials need not stand in it.
    package func isIn(fileName: String) -> Bool {
        let long = words.filter { $0.count > 1 }
        let needed = long.count > 1 ? long : words
        if needed.count == 1, needed[0].utf8.allSatisfy({ (0x30...0x39).contains($0) }) { return false }
        let whole = NameWords.all(in: fileName)
        let joined = whole.map(\.key).joined()
        if isUnspaced { return words[0].count > 1 ? joined.contains(words[0]) : whole.contains { $0.key == words[0] } }
        var parts = Set(whole.map(\.key))
        for word in whole { parts.formUnion(Self.pieces(of: fileName[word.range])) }
        if needed.allSatisfy(parts.contains) { return true }
        guard needed.count > 1, needed.joined().count > 5 else { return false }
        return Self.rotations(of: needed).contains { joined.contains($0.joined()) }
    }

    /// A word taken apart where a capital or a digit begins: `HesperiaLindqvist2` is hesperia, lindqvist, 2.
    private static func pieces(of word: Substring) -> [String] {
        var pieces: [Substring] = []
        var start = word.startIndex
        var index = start
        while index < word.endIndex {
            let next = word.index(after: index)
            if next < word.endIndex, divides(word[index], word[next], after: word[word.index(after: next)...].first) {
                pieces.append(word[start..<next])
                start = next
            }
            index = next
        }
        pieces.append(word[start...])
        return pieces.flatMap { keys($0) }
    }

    private static func divides(_ left: Character, _ right: Character, after: Character?) -> Bool {
        if left.isNumber != right.isNumber { return true }
        if left.isLowercase && right.isUppercase { return true }
        return left.isUppercase && right.isUppercase && after?.isLowercase == true
    }
}
