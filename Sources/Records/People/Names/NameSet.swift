/// Several names that are looked for together, in many texts.
struct NameSet {
    private let keys: Set<[String]>
    /// The orders of each name's words, by the first of them.
    private var orders: [String: [[String]]] = [:]
    /// Names in scripts without spaces.
    private var unspaced: [[String]] = []
    /// The first letters with which a word of plain ASCII can begin one of them.
    private var starts: Set<UInt8> = []

    init(_ names: some Sequence<FullName>) {
        keys = Set(names.map(\.key))
        for name in names {
            if name.isUnspaced {
                if name.isTelling { unspaced.append(name.words[0].map { String($0) }) }
                continue
            }
            for order in name.rotations where orders[order[0]]?.contains(order) != true {
                orders[order[0], default: []].append(order)
                if let first = order[0].utf8.first { starts.insert(first) }
            }
        }
    }

    var isEmpty: Bool { keys.isEmpty }

    /// Whether a text is one of the names, and nothing else.
    func isWhole(_ text: String) -> Bool { FullName(text).map { keys.contains($0.key) } ?? false }

    /// Whether a text holds one of the names as whole words.
    func isIn(_ text: String) -> Bool { !ranges(in: text).isEmpty }

    /// Where a text holds one of the names as whole words, one after the other.
    func ranges(in text: String) -> [Range<String.Index>] {
        guard mayHold(text) else { return [] }
        let words = NameWords.all(in: text)
        return spacedRanges(words, text) + unspacedRanges(words, text)
    }

    /// The text with `other` where it holds one of the names; nil where it holds none.
    func replaced(in text: String, by other: String) -> String? {
        let found = ranges(in: text).sorted { $0.lowerBound < $1.lowerBound }
        if found.isEmpty { return nil }
        var (result, index) = ("", text.startIndex)
        for range in found where range.lowerBound >= index {
            result += text[index..<range.lowerBound] + other
            index = range.upperBound
        }
        return result + text[index...]
    }

    /// A quick look: false only where no word of the text can begin one of the names.
    private func mayHold(_ text: String) -> Bool {
        var isInWord = false
        for byte in text.utf8 {
            if byte >= 0x80 { return true }
            let letter = byte | 0x20
            let isLetter = (0x61...0x7A).contains(letter) || (0x30...0x39).contains(byte)
            if isLetter, !isInWord, starts.contains((0x30...0x39).contains(byte) ? byte : letter) { return true }
            isInWord = isLetter
        }
        return false
    }

    private func spacedRanges(_ words: [NameWords.Word], _ text: String) -> [Range<String.Index>] {
        var ranges: [Range<String.Index>] = []
        var index = 0
        while index < words.count {
            let fitting = orders[words[index].key]?.first { order in
                index + order.count <= words.count
                    && order.indices.allSatisfy { words[index + $0].key == order[$0] }
                    && order.indices.dropFirst().allSatisfy { isOneName(words, index + $0, text) }
            }
            guard let order = fitting else {
                index += 1
                continue
            }
            ranges.append(words[index].range.lowerBound..<words[index + order.count - 1].range.upperBound)
            index += order.count
        }
        return ranges
    }

    /// Whether so little stands between a word and the one before that both can be one name; a stop and a space only
    /// after an initial or an abbreviation.
    private func isOneName(_ words: [NameWords.Word], _ index: Int, _ text: String) -> Bool {
        let before = words[index - 1]
        let between = text[before.range.upperBound..<words[index].range.lowerBound]
        if between.count > 3 || between.contains(where: { "!?;:\"".contains($0) }) { return false }
        return between.first != "." || between.count == 1 || before.key.count <= 3
    }

    /// Letters are compared one by one, whatever stands before and behind them.
    private func unspacedRanges(_ words: [NameWords.Word], _ text: String) -> [Range<String.Index>] {
        if unspaced.isEmpty { return [] }
        var letters: [(letter: String, range: Range<String.Index>)] = []
        for word in words {
            for index in text[word.range].indices {
                guard let first = text[index].unicodeScalars.first, Script.isUnspaced(first) else { continue }
                letters.append((Script.folded(text[index], first), index..<text.index(after: index)))
            }
        }
        return unspaced.flatMap { name -> [Range<String.Index>] in
            guard letters.count >= name.count else { return [] }
            return (0...letters.count - name.count).compactMap { start in
                guard name.indices.allSatisfy({ letters[start + $0].letter == name[$0] }) else { return nil }
                return letters[start].range.lowerBound..<letters[start + name.count - 1].range.upperBound
            }
        }
    }
}
