/// The candidate that was most likely meant, or nil when none is near.
///
/// Nearest by edit distance (insertions, deletions, substitutions, transpositions of neighbors: Damerau 1964, in the
/// restricted form of optimal string alignment), without case: one edit for words of up to four characters, two up to
/// seven, three above. Failing that, the only candidate that begins with the word, if it has two characters or more.
/// Of equally near ones the first wins. Words of over 60 characters are near nothing.
package func nearest(_ word: String, among candidates: [String]) -> String? {
    let typed = Array(word.lowercased())
    guard !typed.isEmpty, typed.count <= 60 else { return nil }
    let limit = typed.count <= 4 ? 1 : typed.count <= 7 ? 2 : 3
    var best: (distance: Int, candidate: String)?
    for candidate in candidates {
        let letters = Array(candidate.lowercased())
        guard abs(letters.count - typed.count) <= limit else { continue }
        let distance = editDistance(typed, letters)
        if distance <= limit, distance < letters.count, distance < best?.distance ?? .max {
            best = (distance, candidate)
        }
    }
    return best?.candidate ?? onlyCandidate(beginningWith: typed, among: candidates)
}

private func onlyCandidate(beginningWith typed: [Character], among candidates: [String]) -> String? {
    let longer = candidates.filter { $0.lowercased().starts(with: typed) }
    return typed.count >= 2 && longer.count == 1 ? longer.first : nil
}

/// Optimal string alignment distance, with three rows of the table.
private func editDistance(_ a: [Character], _ b: [Character]) -> Int {
    var beforeLast: [Int] = []
    var last = Array(0...b.count)
    for i in 0..<a.count {
        var row = [i + 1]
        for j in 0..<b.count {
            let substituted = last[j] + (a[i] == b[j] ? 0 : 1)
            var distance = min(last[j + 1] + 1, row[j] + 1, substituted)
            if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { distance = min(distance, beforeLast[j - 1] + 1) }
            row.append(distance)
        }
        beforeLast = last
        last = row
    }
    return last[b.count]
}
