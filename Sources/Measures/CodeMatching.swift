/// Which forms before and after came from the same person, told from the elements of self-generated codes (metrics.md
/// section 3), within one session or series.
///
/// First the codes that agree in every element, then those of which one element is off (Yurek, Vasey and Havens 2008).
/// A pair is made only where each code is the other's only candidate in the whole pool, those already paired among
/// them; whatever is ambiguous is left alone. The elements are compared and nothing else, so they can be keyed hashes.
package struct CodeMatching: Sendable, Hashable {
    /// How far codes may differ.
    package enum Tolerance: String, Sendable, Hashable, CaseIterable {
        /// Not at all: a code counts where it occurs exactly once on both sides.
        case strict
        /// In one element.
        case oneOff = "one_off"
    }

    /// Two forms of one person, by their places among the befores and the afters.
    package struct Pair: Sendable, Hashable {
        /// Place among the befores.
        package let before: Int
        /// Place among the afters.
        package let after: Int
        /// Whether all elements agree; else one is off.
        package let isExact: Bool

        /// The pair of these places.
        package init(before: Int, after: Int, isExact: Bool) {
            self.before = before
            self.after = after
            self.isExact = isExact
        }
    }

    /// The pairs, in the order of the afters.
    package let pairs: [Pair]
    /// Places of the afters that could belong to several befores, or to one that others could belong to too.
    package let ambiguous: [Int]
    /// Places of the afters that nobody before could be.
    package let unmatched: [Int]
    /// Places of the befores that are in no pair.
    package let unmatchedBefores: [Int]

    /// Matches codes of equally many elements; an element that was not answered is nil and agrees with none.
    package init<Element: Hashable>(
        befores: [[Element?]],
        afters: [[Element?]],
        tolerance: Tolerance = .oneOff
    ) {
        let (earlier, later) = (CodeIndex(befores, tolerance), CodeIndex(afters, tolerance))
        var pairs: [Pair] = []
        var ambiguous: [Int] = []
        var unmatched: [Int] = []
        for (place, code) in afters.enumerated() {
            let candidates = earlier.candidates(for: code)
            guard candidates.count > 0 else {
                unmatched.append(place)
                continue
            }
            guard candidates.count == 1, let before = candidates.first,
                later.isOnlyCandidate(for: befores[before], exactly: candidates.areExact)
            else {
                ambiguous.append(place)
                continue
            }
            pairs.append(Pair(before: before, after: place, isExact: candidates.areExact))
        }
        let paired = Set(pairs.map(\.before))
        self.pairs = pairs
        self.ambiguous = ambiguous
        self.unmatched = unmatched
        unmatchedBefores = befores.indices.filter { !paired.contains($0) }
    }

    /// Number of pairs in which all elements agree.
    package var exact: Int { pairs.count(where: \.isExact) }
    /// Number of pairs in which one element is off.
    package var oneOff: Int { pairs.count - exact }
}

/// Codes by all of their elements, and by all but each one, so that candidates are found without comparing every pair.
private struct CodeIndex<Element: Hashable> {
    /// What may belong to a code: how many, and the first of them.
    struct Candidates {
        var count = 0
        var first: Int?
        /// Whether they agree in every element.
        var areExact = false
    }

    /// The elements that stay, and which was left out.
    private struct Key: Hashable {
        let elements: [Element]
        let leftOut: Int?
    }

    private var places: [Key: (count: Int, first: Int)] = [:]
    private let tolerance: CodeMatching.Tolerance

    init(_ codes: [[Element?]], _ tolerance: CodeMatching.Tolerance) {
        self.tolerance = tolerance
        for (place, code) in codes.enumerated() {
            for key in Self.keys(code, tolerance) {
                places[key] = places[key].map { ($0.count + 1, $0.first) } ?? (1, place)
            }
        }
    }

    /// The codes equal to this one; where there are none, those of which exactly one element differs.
    func candidates(for code: [Element?]) -> Candidates {
        var near = Candidates()
        for key in Self.keys(code, tolerance) {
            guard let found = places[key] else { continue }
            if key.leftOut == nil { return Candidates(count: found.count, first: found.first, areExact: true) }
            // Nothing here is equal to the code, so what agrees in the rest differs in the one left out.
            near.count += found.count
            near.first = near.first ?? found.first
        }
        return near
    }

    /// Whether a code that a candidate was found for has no other candidate here, as exact as that one.
    func isOnlyCandidate(for code: [Element?], exactly: Bool) -> Bool {
        let candidates = candidates(for: code)
        return candidates.count == 1 && candidates.areExact == exactly
    }

    /// The key of the whole code first, then those with one element left out; a nil must be the one left out.
    private static func keys(_ code: [Element?], _ tolerance: CodeMatching.Tolerance) -> [Key] {
        let known = code.compactMap(\.self)
        guard !code.isEmpty else { return [] }
        let whole = known.count == code.count ? [Key(elements: known, leftOut: nil)] : []
        guard tolerance == .oneOff, code.count > 1 else { return whole }
        return whole
            + code.indices.compactMap { place in
                var rest = code
                rest.remove(at: place)
                let elements = rest.compactMap(\.self)
                return elements.count == rest.count ? Key(elements: elements, leftOut: place) : nil
            }
    }
}
