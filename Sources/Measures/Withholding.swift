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
    }

    /// More cells than this in a part that hangs together are not solved but withheld.
    static let mostCells = 2_000_000

    private var linked: LinkedCounts
    private let entries: [Entry]
    private let threshold: Int
    private var withheld: Set<Int>
    private var tellers: [Int: [Int]] = [:]
    private var sumsOf: [Int: [Int]] = [:]
    private var rank = 0
    /// Entries below this rank stay as they were decided.
    private var floor = 0
    private var pressed: [Int: Int] = [:]
    private var hopeless: Set<Int> = []

    /// The counts, how they hang together, and the figures that tell them.
    package init(_ linked: LinkedCounts, _ entries: [Entry], threshold: Int) {
        self.linked = linked
        self.entries = entries
        self.threshold = threshold
        withheld = Set(entries.indices.filter { entries[$0].state == .withheld })
        for (index, entry) in entries.enumerated() {
            for place in entry.places { tellers[place, default: []].append(index) }
        }
        for (index, sum) in linked.sums.enumerated() {
            for term in sum { sumsOf[term.place, default: []].append(index) }
        }
    }

    /// Decides rank by rank: what is decided of a total does not depend on how it is divided, unless it must.
    package mutating func decide() -> Decision {
        let isEverythingPrinted = linked.counts.indices.allSatisfy { tellers[$0] != nil }
        guard !withheld.isEmpty || !isEverythingPrinted else { return Decision() }
        for rank in Set(entries.map(\.rank)).sorted() {
            (self.rank, floor) = (rank, rank)
            settle()
        }
        var auditor = Auditor(linked, hidden: hidden, threshold: threshold)
        let zeros = auditor.impliedZeros()
        let implied = withheld.filter {
            entries[$0].state == .published && entries[$0].places.allSatisfy(zeros.contains)
        }
        return Decision(withheld: withheld.subtracting(implied), exposed: auditor.exposed())
    }

    private mutating func settle() {
        while true {
            let sums = knownSums
            var auditor = Auditor(linked, hidden: hidden, threshold: threshold, sums: sums)
            let exposed = auditor.exposed().filter { !hopeless.contains($0) }
            if exposed.isEmpty { return }
            let before = withheld
            for place in exposed where !protect(place, sums) { press(place, sums) }
            // Where all that is needed seems hidden and the auditor is not content, more must be.
            if withheld == before { for place in exposed { press(place, sums) } }
        }
    }

    // MARK: - What the reader sees

    private func isPrinted(_ index: Int) -> Bool { entries[index].rank <= rank && !withheld.contains(index) }

    /// Places that no printed figure tells.
    private var hidden: Set<Int> {
        Set(linked.counts.indices.filter { place in !(tellers[place] ?? []).contains(where: isPrinted) })
    }

    /// The sums of which nothing belongs to a rank that comes later.
    private var knownSums: [Int] {
        linked.sums.indices.filter { sum in
            linked.sums[sum].allSatisfy { term in
                guard let tellers = tellers[term.place] else { return true }
                return tellers.contains { entries[$0].rank <= rank }
            }
        }
    }

    /// The figures that would have to be withheld so that a place is hidden; nil where one of them is open or decided.
    private func hiding(_ place: Int) -> [Int]? {
        let printed = (tellers[place] ?? []).filter(isPrinted)
        return printed.allSatisfy { entries[$0].state == .published && entries[$0].rank >= floor } ? printed : nil
    }

    // MARK: - Making it uncertain

    /// Withholds the cheapest figures that make a place uncertain; false where there are none.
    private mutating func protect(_ place: Int, _ sums: [Int]) -> Bool {
        let hidden = hidden
        let (free, near) = surroundings(of: place, hidden, sums, withZeros: false)
        guard free.count * 2 * near.count <= Self.mostCells else { return false }
        let cost = Dictionary(uniqueKeysWithValues: free.filter { !hidden.contains($0) }.map { ($0, price($0)) })
        for way in ways(of: place) {
            var displacement = Displacement(linked, free: free, sums: near, most: [place: way.most])
            displacement.move(place, isUpper: way.isUpper, cost: cost)
            guard displacement.moved(place).magnitude > way.need - 1e-6 else { continue }
            let moved = cost.keys.filter { displacement.moved($0).magnitude > 1e-6 }
            let added = Set(moved.flatMap { hiding($0) ?? [] })
            withheld.formUnion(added)
            return true
        }
        return false
    }

    /// How a place can become uncertain: up to the threshold, or else down to 0; anything else by one in either way.
    private func ways(of place: Int) -> [(isUpper: Bool, need: Double, most: (up: Double, down: Double))] {
        let count = linked.counts[place]
        let isSmall = count.isCount && count.value < Double(threshold)
        let up = isSmall ? Double(threshold) - count.value : 1
        let down = isSmall ? count.value : 1
        let canFall = linked.room(below: place) >= down
        return [(true, up, (up, 0))] + (canFall ? [(false, down, (0, down))] : [])
    }

    private func price(_ place: Int) -> Double {
        let weight = (tellers[place] ?? []).map { entries[$0].weight }.max() ?? 0
        return max(1, weight) + Double(place) * 1e-6
    }

    /// The places that hang together with one through what is hidden or can be, and the sums between them. A 0 is not
    /// withheld for another count's sake, unless zeros are withheld at all.
    private func surroundings(of place: Int, _ hidden: Set<Int>, _ sums: [Int], withZeros: Bool) -> ([Int], [Int]) {
        let known = Set(sums)
        var (met, sums, queue) = (Set([place]), Set<Int>(), [place])
        while let next = queue.popLast() {
            for sum in sumsOf[next] ?? [] where known.contains(sum) && sums.insert(sum).inserted {
                for term in linked.sums[sum] where !met.contains(term.place) {
                    guard hidden.contains(term.place) || canHide(term.place, withZeros) else { continue }
                    met.insert(term.place)
                    queue.append(term.place)
                }
            }
        }
        return (met.sorted(), sums.sorted())
    }

    private func canHide(_ place: Int, _ withZeros: Bool) -> Bool {
        guard let figures = hiding(place) else { return false }
        return withZeros || figures.allSatisfy { entries[$0].places.allSatisfy { linked.counts[$0].value != 0 } }
    }

    // MARK: - Where there are few altogether

    /// Withholds more around a place each time, zeros among it: the smallest of its sums, all its sums, all that hangs
    /// together, and in the end what was decided before.
    private mutating func press(_ place: Int, _ sums: [Int]) {
        let before = withheld
        let step = pressed[place, default: 0]
        pressed[place] = step + 1
        let own = (sumsOf[place] ?? []).filter(Set(sums).contains)
        switch step {
        case 0: own.min { size($0) < size($1) }.map { hide(linked.sums[$0].map(\.place)) }
        case 1: hide(own.flatMap { linked.sums[$0].map(\.place) })
        default:
            if step > 2 { floor -= 1 }
            if floor < 0 { hopeless.insert(place) }
            hide(surroundings(of: place, hidden, sums, withZeros: true).0)
        }
        if withheld == before, step < 2 { press(place, sums) }
    }

    /// How many people are in a sum.
    private func size(_ sum: Int) -> Double {
        linked.sums[sum].reduce(0) { $0 + linked.counts[$1.place].value.magnitude }
    }

    private mutating func hide(_ places: [Int]) {
        for place in places {
            guard let figures = hiding(place) else { continue }
            withheld.formUnion(figures)
            for entry in tellers[place] ?? [] where withheld.contains(entry) {
                for place in entries[entry].places { linked.letBeZero(place) }
            }
            linked.letBeZero(place)
        }
    }
}
