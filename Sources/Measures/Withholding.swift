/// Decides, over everything that is published together, which figures are withheld beside those that are small, so that
/// none can be told from the others.
///
/// As long as the auditor finds a withheld count exposed, the figures are added that make it uncertain at the least
/// cost: with one total the smallest count that is not 0 (ties by order), with margins in two directions the rectangle
/// of the least withheld sum; both are the cheapest movement of counts that leaves every published sum as it is. Where
/// none is enough, since there are few altogether, the sum's zeros are withheld too, then all that hangs together.
package struct Withholding: Sendable {
    /// A figure, and the counts that it tells.
    package struct Entry: Sendable {
        /// Whether it is printed.
        package enum State: Sendable, Hashable {
            /// Printed, whatever it gives away: a fact about an organization's own activity.
            case open
            /// Printed, unless it would give something away.
            case published
            /// Withheld for its own sake.
            case withheld
        }

        let places: [Int]
        let state: State
        let rank: Int
        let weight: Double

        /// A figure that tells the counts at these places. The smaller the `rank`, the earlier it is decided, and the
        /// last it is withheld: a total comes before its parts. `weight` is what withholding it costs.
        package init(_ places: [Int], _ state: State, rank: Int = 0, weight: Int) {
            (self.places, self.state, self.rank, self.weight) = (places, state, rank, Double(weight))
        }
    }

    /// What was decided.
    package struct Decision: Sendable, Hashable {
        /// The entries that are withheld, by index.
        package fileprivate(set) var withheld: Set<Int> = []
        /// The places that are still exposed; none, unless what gives them away is open.
        package fileprivate(set) var exposed: [Int] = []
        /// Those of them that are exposed by sums which every reader knows.
        package fileprivate(set) var certain: [Int] = []
    }

    private let linked: LinkedCounts
    private let entries: [Entry]
    private let threshold: Int

    /// The counts, how they hang together, and the figures that tell them.
    package init(_ linked: LinkedCounts, _ entries: [Entry], threshold: Int) {
        (self.linked, self.entries, self.threshold) = (linked, entries, threshold)
    }

    /// Decides each tangle of counts by itself: nothing in one tells of another.
    package func decide() -> Decision {
        var decision = Decision()
        for (places, figures, sums) in tangles {
            var tangle = Tangle(
                linked.only(places, sums),
                figures.map { entries[$0].moved(into: places) },
                threshold: threshold
            )
            let (withheld, exposed, certain) = tangle.decide()
            decision.withheld.formUnion(withheld.map { figures[$0] })
            decision.exposed += exposed.map { places[$0] }
            decision.certain += certain.map { places[$0] }
        }
        decision.exposed.sort()
        return decision
    }

    /// The places that hang together through sums and figures, in their order, with both.
    private var tangles: [(places: [Int], figures: [Int], sums: [Int])] {
        var roots = Array(linked.counts.indices)
        func root(_ place: Int) -> Int {
            var place = place
            while roots[place] != place {
                roots[place] = roots[roots[place]]
                place = roots[place]
            }
            return place
        }
        func join(_ places: some Collection<Int>) {
            guard let first = places.first else { return }
            for place in places.dropFirst() { roots[root(place)] = root(first) }
        }
        for entry in entries { join(entry.places) }
        for sum in linked.sums { join(sum.map(\.place)) }
        let figures = Dictionary(grouping: entries.indices.filter { !entries[$0].places.isEmpty }) {
            root(entries[$0].places[0])
        }
        let sums = Dictionary(grouping: linked.sums.indices) { root(linked.sums[$0][0].place) }
        return Dictionary(grouping: linked.counts.indices, by: root).values.sorted { $0[0] < $1[0] }.map { places in
            let top = root(places[0])
            return (places, figures[top] ?? [], sums[top] ?? [])
        }
    }
}

extension Withholding.Entry {
    /// The same figure, its places counted within these, which are in order.
    fileprivate func moved(into order: [Int]) -> Self {
        Self(places.map { order.place(of: $0) }, state, rank: rank, weight: weight)
    }

    private init(_ places: [Int], _ state: State, rank: Int, weight: Double) {
        (self.places, self.state, self.rank, self.weight) = (places, state, rank, weight)
    }
}

extension [Int] {
    /// Where a number stands in an order that has it.
    fileprivate func place(of number: Int) -> Int {
        var (low, high) = (0, count - 1)
        while low < high {
            let middle = (low + high) / 2
            if self[middle] < number { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
