/// What the difference of two publications of the same figure gives away: one of them later, or about fewer.
///
/// A figure of one day and the same figure of another, or of a part and of its whole, are harmless each, and their
/// difference can be one person (metrics.md 4.4, EX-SDC-6). It holds two figures against each other; the figures of a
/// folder that was sent are compared in `Reports`, with everything sent before.
package struct Differencing: Sendable, Hashable {
    /// The earlier figure, or that of the whole, as it was published.
    package let first: Figure
    /// The later figure, or that of the part, as it would be published.
    package let second: Figure
    /// Smallest count of people that is published.
    package let threshold: Int

    /// Two publications of one figure.
    package init(_ first: Figure, _ second: Figure, threshold: Int) {
        (self.first, self.second, self.threshold) = (first, second, threshold)
    }

    /// The counts that can be subtracted from each other, the later less the earlier; none where one is withheld.
    package var differences: [Int] {
        guard first.state == .value, second.state == .value else { return [] }
        let earlier = Dictionary(uniqueKeysWithValues: first.told.map { ($0.part, $0.value) })
        return second.told.compactMap { told in
            guard told.part.isCount, let before = earlier[told.part] else { return nil }
            return Int(exactly: told.value - before)
        }
    }

    /// Whether any of them is a count of 1 to k-1 people: then the second is kept back, or rounded, until the next
    /// scheduled publication.
    package var discloses: Bool { differences.contains { (1..<max(1, threshold)).contains(abs($0)) } }
}
