/// Which counts must be withheld beside the small ones, so that none can be found by subtracting from their total.
///
/// The rule is that of metrics.md 4.3 for one dimension. A reader knows the total, the published counts and that a
/// withheld one is not 0, since zeros are published.
package enum Complement {
    /// The places of the counts to withhold, of parts whose total is published: those from 1 to `threshold` - 1, and
    /// as many of the smallest others as make each of them uncertain.
    ///
    /// Each withheld count can be anything from 1 to what the others leave; that range must reach up to the threshold.
    /// Where that is not enough, since there are few altogether, everything is withheld, zeros among it.
    package static func withheld(of counts: [Int], threshold: Int) -> Set<Int> {
        var places = Set(counts.indices.filter { (1..<max(1, threshold)).contains(counts[$0]) })
        guard !places.isEmpty else { return [] }
        let others = counts.indices.filter { counts[$0] > 0 && !places.contains($0) }
            .sorted { (counts[$0], $0) < (counts[$1], $1) }
        for place in others where !isSafe(places, counts, threshold) { places.insert(place) }
        return isSafe(places, counts, threshold) ? places : Set(counts.indices)
    }

    /// Whether the largest that each withheld count can be is at the threshold or above it.
    private static func isSafe(_ places: Set<Int>, _ counts: [Int], _ threshold: Int) -> Bool {
        let sum = places.reduce(0) { $0 + counts[$1] }
        return places.count > 1 && sum - (places.count - 1) >= threshold
    }
}
