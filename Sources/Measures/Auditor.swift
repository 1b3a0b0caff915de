/// Solves what a reader can find out about each withheld count from everything that is published: its feasible interval.
///
/// The interval is that of a linear program over the sums (metrics.md 4.3); it is solved by `Simplex` from the true
/// counts, so that every table met on the way is one that the reader has to hold possible. Fractions between whole
/// counts are possible to it, as to the independent check; for tables with margins its ends are whole.
package struct Auditor {
    private static let tolerance = 1e-6

    private let linked: LinkedCounts
    private let threshold: Double
    /// The hidden places that hang together.
    private let parts: [[Int]]
    private var partOf: [Int: Int] = [:]
    private var sumsOf: [Int: [Int]] = [:]
    /// Made for a part when it is first asked about.
    private var solvers: [Int: Displacement] = [:]
    /// The least and the most that a place was in any possible table met so far.
    private var seen: [Int: ClosedRange<Double>] = [:]

    /// An audit of the counts at the hidden places; all others are published. `sums` are those that the reader knows,
    /// all of them unless said.
    package init(_ linked: LinkedCounts, hidden: Set<Int>, threshold: Int, sums: [Int]? = nil) {
        self.linked = linked
        self.threshold = Double(threshold)
        let known = sums ?? Array(linked.sums.indices)
        parts = Self.parts(of: linked, hidden, known)
        for (index, part) in parts.enumerated() { for place in part { partOf[place] = index } }
        for sum in known {
            guard let place = linked.sums[sum].first(where: { hidden.contains($0.place) })?.place else { continue }
            if let part = partOf[place] { sumsOf[part, default: []].append(sum) }
        }
    }

    /// The least and the most that a hidden count can be, infinite where nothing ends it.
    package mutating func interval(of place: Int) -> (low: Double, high: Double) {
        (end(of: place, isUpper: false), end(of: place, isUpper: true))
    }

    /// The hidden, protected places whose interval is a point or lies wholly in 1…k-1, in their order.
    ///
    /// What must be 0 since the published numbers leave nothing for it gives nobody away. Those that are known to be
    /// `safe` are not asked about.
    package mutating func exposed(but safe: Set<Int> = []) -> [Int] {
        var exposed: [Int] = []
        for place in partOf.keys.sorted() where linked.counts[place].isProtected && !safe.contains(place) {
            let count = linked.counts[place]
            guard count.value != 0 || !count.isCount, !isUncertain(place) else { continue }
            _ = end(of: place, isUpper: true)
            if isUncertain(place) { continue }
            _ = end(of: place, isUpper: false)
            if !isUncertain(place) { exposed.append(place) }
        }
        return exposed
    }

    /// The hidden places that can be nothing but 0, which a reader knows without being told.
    package mutating func impliedZeros() -> Set<Int> {
        Set(
            partOf.keys.sorted().filter { place in
                let count = linked.counts[place]
                guard count.value == 0, count.isCount, seen[place]?.upperBound ?? 0 < Self.tolerance else {
                    return false
                }
                return end(of: place, isUpper: true) < Self.tolerance
            }
        )
    }

    /// Whether the tables met so far show that nothing can be told.
    private func isUncertain(_ place: Int) -> Bool {
        guard let part = partOf[place], sumsOf[part] != nil else { return true }
        guard let range = seen[place] else { return false }
        guard linked.counts[place].isCount else { return range.upperBound - range.lowerBound > Self.tolerance }
        let low = (range.lowerBound - Self.tolerance).rounded(.up)
        let high = (range.upperBound + Self.tolerance).rounded(.down)
        return high > low && (high >= threshold || low < 1)
    }

    private mutating func end(of place: Int, isUpper: Bool) -> Double {
        let count = linked.counts[place]
        guard let part = partOf[place], let sums = sumsOf[part] else { return isUpper ? .infinity : count.least }
        var solver = solvers.removeValue(forKey: part) ?? Displacement(linked, free: parts[part], sums: sums)
        let moved = solver.farthest(place, isUpper: isUpper)
        for other in parts[part] { meet(other, linked.counts[other].value + solver.moved(other)) }
        solvers[part] = solver
        let end = isUpper ? count.value + moved : count.value - moved
        if end.isInfinite { seen[place] = isUpper ? (seen[place]?.lowerBound ?? count.value)...end : end...count.value }
        return end
    }

    private mutating func meet(_ place: Int, _ value: Double) {
        let own = linked.counts[place].value
        let range = seen[place] ?? own...own
        seen[place] = min(range.lowerBound, value)...max(range.upperBound, value)
    }

    /// The hidden places by what hangs together through the sums.
    private static func parts(of linked: LinkedCounts, _ hidden: Set<Int>, _ sums: [Int]) -> [[Int]] {
        var root = Dictionary(uniqueKeysWithValues: hidden.map { ($0, $0) })
        func top(_ place: Int) -> Int {
            var place = place
            while let next = root[place], next != place { place = next }
            return place
        }
        for sum in sums {
            let places = linked.sums[sum].map(\.place).filter(hidden.contains)
            guard let first = places.first.map(top) else { continue }
            for place in places.dropFirst() { root[top(place)] = first }
        }
        return Dictionary(grouping: hidden.sorted(), by: top).values.sorted { $0[0] < $1[0] }
    }
}

/// How far counts can be moved from what they are while every sum stays: an amount up and an amount down for each.
struct Displacement {
    private var solver: Simplex
    private let columns: [Int: Int]

    /// Movements of the free places; `most` ends those of single places.
    init(_ linked: LinkedCounts, free: [Int], sums: [Int], most: [Int: (up: Double, down: Double)] = [:]) {
        let columns = Dictionary(uniqueKeysWithValues: free.enumerated().map { ($1, $0 * 2) })
        let upper = free.flatMap { place -> [Double] in
            let end = most[place] ?? (.infinity, .infinity)
            return [end.up, min(end.down, linked.room(below: place))]
        }
        let rows = sums.map { sum -> Simplex.Sum in
            linked.sums[sum].flatMap { term -> Simplex.Sum in
                guard let column = columns[term.place] else { return [] }
                return [(column, Double(term.factor)), (column + 1, -Double(term.factor))]
            }
        }
        self.columns = columns
        solver = Simplex(upper: upper, sums: rows.filter { !$0.isEmpty })
    }

    /// How far a place was moved in the last answer, with its sign.
    func moved(_ place: Int) -> Double {
        columns[place].map { solver.amount($0) - solver.amount($0 + 1) } ?? 0
    }

    /// How far a place can be moved up or down.
    mutating func farthest(_ place: Int, isUpper: Bool) -> Double {
        guard let column = columns[place] else { return 0 }
        return solver.largest([(column, isUpper ? 1 : -1), (column + 1, isUpper ? -1 : 1)])
    }

    /// Moves a place as far as it goes, by whatever costs the least; `cost` is by place, per step in either direction.
    mutating func move(_ place: Int, isUpper: Bool, cost: [Int: Double]) {
        guard let column = columns[place] else { return }
        let prices = cost.compactMap { place, price in columns[place].map { ($0, price) } }.sorted { $0.0 < $1.0 }
        let gain = 1_000 * (1 + prices.reduce(0) { $0 + $1.1 })
        let form = [(isUpper ? column : column + 1, gain)] + prices.flatMap { [($0, -$1), ($0 + 1, -$1)] }
        _ = solver.largest(form)
    }
}
