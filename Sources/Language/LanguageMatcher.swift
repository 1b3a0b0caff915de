/// The terms of a list as rows of numbered words, found in one pass over the words of a text.
///
/// Every word of a text is looked up once; only rows that begin with it are compared, and none is longer than a
/// phrase: the time is linear in the text.
struct LanguageMatcher {
    /// A place of a row: the words that fit, by number.
    struct Place {
        let words: [Int]
        let isOptional: Bool
    }

    /// A row of words of a term, or of a name.
    struct Row {
        let places: [Place]
        let term: Int
        let cue: Cue
        let window: Int
    }

    /// A word of the text, with what the list knows of it.
    struct Known {
        let number: Int?
        /// The number of the word with its capitals; that of `#` for digits.
        let exactNumber: Int?
        let cue: Cue
        let joined: Bool
        let sentence: Int
    }

    /// A place in the text where a term was found.
    struct Hit: Equatable {
        let words: Range<Int>
        let term: Int
    }

    private var numbers: [String: Int] = [:]
    private var cues: [Cue] = []
    private var rows: [Int: [Row]] = [:]
    private var names: [Int: [Row]] = [:]
    private var exceptions: [[[Place]]] = []

    /// A matcher of `terms`; of two that find the same words the earlier one is taken.
    init(_ terms: [LanguageTerm], names known: [String]) {
        for cue in Cue.all {
            for word in WordPattern(Cue.words(cue)).places.flatMap(\.words) { cues[number(of: word)].formUnion(cue) }
        }
        for (index, term) in terms.enumerated() {
            for wording in term.wordings {
                add(
                    Row(
                        places: places(WordPattern(wording.pattern)),
                        term: index,
                        cue: wording.cue,
                        window: wording.window
                    )
                )
            }
            exceptions.append(term.exceptions.map { places(WordPattern($0)) })
        }
        for name in known { addName(places(WordPattern(plain: name))) }
    }

    private mutating func number(of word: String) -> Int {
        if let number = numbers[word] { return number }
        numbers[word] = cues.count
        cues.append([])
        return cues.count - 1
    }

    private mutating func places(_ pattern: WordPattern) -> [Place] {
        pattern.places.map { place in
            Place(words: place.words.map { number(of: $0) }, isOptional: place.isOptional)
        }
    }

    private mutating func add(_ row: Row) {
        for word in row.places.first?.words ?? [] { rows[word, default: []].append(row) }
    }

    private mutating func addName(_ places: [Place]) {
        for word in places.first?.words ?? [] {
            names[word, default: []].append(Row(places: places, term: -1, cue: [], window: 0))
        }
    }
}

// MARK: - Finding

extension LanguageMatcher {
    /// Where the terms are found, in the order of the text; no two places overlap.
    func hits(in words: [TextWord]) -> [Hit] {
        let known = words.map(known)
        var open = words.map { !$0.isExempt }
        for start in known.indices {
            if let end = longestName(at: start, in: known) { for at in start..<end { open[at] = false } }
        }
        var hits: [Hit] = []
        var at = 0
        while at < known.count {
            let hit = open[at] ? hit(at: at, in: known, open) : nil
            if let hit { hits.append(hit) }
            at = hit?.words.upperBound ?? at + 1
        }
        return hits
    }

    /// What the list knows of a word; of "user's" what it knows of "user", unless it has "user's" itself.
    private func known(_ word: TextWord) -> Known {
        var number = numbers[word.key]
        if number == nil, word.key.hasSuffix("'s") { number = numbers[String(word.key.dropLast(2))] }
        let isDigits = word.key.unicodeScalars.first?.isDigit ?? false
        return Known(
            number: number,
            exactNumber: isDigits ? numbers["#"] : word.capitals.flatMap { numbers[$0] },
            cue: number.map { cues[$0] } ?? [],
            joined: word.joint != .none,
            sentence: word.sentence
        )
    }

    private func longestName(at start: Int, in words: [Known]) -> Int? {
        guard let number = words[start].number else { return nil }
        return (names[number] ?? []).compactMap { end(of: $0.places[...], at: start, in: words) }.max()
    }

    /// The longest row that begins here and whose context holds.
    private func hit(at start: Int, in words: [Known], _ open: [Bool]) -> Hit? {
        let beginning = [words[start].number, words[start].exactNumber].compactMap { $0 }.flatMap { rows[$0] ?? [] }
        var best: Hit?
        for row in beginning {
            guard let end = end(of: row.places[...], at: start, in: words) else { continue }
            let place = start..<end
            if let best, best.words.count > place.count || (best.words.count == place.count && best.term <= row.term) {
                continue
            }
            guard open[place].allSatisfy({ $0 }), isNear(row, place, words) else { continue }
            guard !isException(row.term, place, words) else { continue }
            best = Hit(words: place, term: row.term)
        }
        return best
    }

    /// Where a row that begins at `start` ends; the longest way where a word may be missing.
    private func end(of places: ArraySlice<Place>, at start: Int, in words: [Known], isFirst: Bool = true) -> Int? {
        guard let place = places.first else { return start }
        let rest = places.dropFirst()
        if start < words.count, isFirst || words[start].joined, fits(words[start], place),
            let end = end(of: rest, at: start + 1, in: words, isFirst: false)
        {
            return end
        }
        return place.isOptional ? end(of: rest, at: start, in: words, isFirst: isFirst) : nil
    }

    private func fits(_ word: Known, _ place: Place) -> Bool {
        if let number = word.number, place.words.contains(number) { return true }
        return word.exactNumber.map { place.words.contains($0) } ?? false
    }

    /// Whether a word of the row's cue stands near enough in the same sentence, outside of the place itself.
    private func isNear(_ row: Row, _ place: Range<Int>, _ words: [Known]) -> Bool {
        if row.cue.isEmpty { return true }
        let sentence = words[place.lowerBound].sentence
        let before = max(0, place.lowerBound - row.window)..<place.lowerBound
        let after = place.upperBound..<min(words.count, place.upperBound + row.window)
        return [before, after].contains { side in
            words[side].contains { $0.sentence == sentence && !$0.cue.isDisjoint(with: row.cue) }
        }
    }

    /// Whether one of the term's exceptions lies over the place.
    private func isException(_ term: Int, _ place: Range<Int>, _ words: [Known]) -> Bool {
        exceptions[term].contains { places in
            (max(0, place.lowerBound - places.count + 1)..<place.upperBound).contains { start in
                end(of: places[...], at: start, in: words).map { $0 > place.lowerBound } ?? false
            }
        }
    }
}
