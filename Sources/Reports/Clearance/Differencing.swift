/// Whether figures of two publications, held against each other, disclose a small count.
///
/// The same figure published twice, or a figure and one that lies within it (fewer days, or limited further), give away
/// what lies between them. Counts of people are compared number by number: a difference from 1 to k - 1 is of so few that
/// it must not be known.
package enum Differencing {
    /// What would be disclosed.
    package struct Disclosure: Hashable, Sendable {
        /// The figure of the new publication.
        package let new: PublishedFigures.Figure
        /// The figure of the earlier one.
        package let earlier: PublishedFigures.Figure
        /// How many people lie between them.
        package let people: Int
    }

    /// What a new publication would disclose beside an earlier one, in the order of its figures.
    package static func disclosed(by new: PublishedFigures, beside earlier: PublishedFigures) -> [Disclosure] {
        let k = max(new.threshold, earlier.threshold)
        guard k > 1 else { return [] }
        let known = Dictionary(grouping: earlier.figures.filter(\.isOfPeople), by: \.name.id)
        return new.figures.filter(\.isOfPeople).compactMap { figure in
            let comparable = (known[figure.name.id] ?? []).filter { $0.name.isComparable(with: figure.name) }
            return comparable.lazy.compactMap { other -> Disclosure? in
                figure.smallDifference(from: other, below: k).map {
                    Disclosure(new: figure, earlier: other, people: $0)
                }
            }.first
        }
    }
}

extension PublishedFigures.Figure {
    /// Whether it is about people, and has a value.
    fileprivate var isOfPeople: Bool { sensitivity != "S0" && state == "value" }

    /// The smallest difference of any of its counts that is of fewer than k people; nil where there is none.
    fileprivate func smallDifference(from other: Self, below k: Int) -> Int? {
        let differences = zip(people, other.people).map { Int(abs($0 - $1)) }
        return differences.filter { $0 > 0 && $0 < k }.min()
    }

    /// The counts of people that it gives: of a share its parts, of a mean how many answered, else the count itself.
    private var people: [Double] {
        if let numerator, let denominator { return [denominator, numerator, denominator - numerator] }
        if let n { return [Double(n)] }
        return [value, low, high].compactMap(\.self)
    }
}

extension PublishedFigures.Figure.Name {
    /// Whether one lies within the other: days within days, limits among limits.
    fileprivate func isComparable(with other: Self) -> Bool { isWithin(other) || other.isWithin(self) }

    private func isWithin(_ other: Self) -> Bool {
        from >= other.from && to <= other.to && other.limits.allSatisfy { limits[$0.key] == $0.value }
    }
}
