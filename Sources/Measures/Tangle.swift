/// Counts that hang together, with the figures that tell them: what is decided of one can depend on every other.
struct Tangle {
    /// More cells than this are not solved at once.
    static let mostCells = 2_000_000
    /// In how many counts around an exposed one its uncertainty is looked for, one after the other.
    ///
    /// All that is around it gives the cheapest way, at a cost that grows with the third power of how many they are. The
    /// nearest are taken as they are reached at the least cost, so that a way among them is seldom a dearer one.
    static let reaches = [160, 640, .max]

    private var linked: LinkedCounts
    private let entries: [Withholding.Entry]
    private let threshold: Int
    private var withheld: Set<Int>
    private var tellers: [[Int]]
    private var sumsOf: [[Int]]
    private var rank = 0
    /// Entries below this rank stay as they were decided.
    private var floor = 0
    /// How many printed figures tell each place.
    private var printed: [Int] = []
    /// Places that no printed figure tells.
    private var hidden: Set<Int> = []
    /// The sums of which nothing belongs to a rank that comes later.
    private var sums: [Int] = []
    private var pressed: [Int: Int] = [:]
    private var hopeless: Set<Int> = []

    init(_ linked: LinkedCounts, _ entries: [Withholding.Entry], threshold: Int) {
        (self.linked, self.entries, self.threshold) = (linked, entries, threshold)
        withheld = Set(entries.indices.filter { entries[$0].state == .withheld })
        tellers = Array(repeating: [], count: linked.counts.count)
        sumsOf = tellers
        for (index, entry) in entries.enumerated() { for place in entry.places { tellers[place].append(index) } }
        for (index, sum) in linked.sums.enumerated() { for term in sum { sumsOf[term.place].append(index) } }
    }

    /// Decides rank by rank: what is decided of a total does not depend on how it is divided, unless it must.
    mutating func decide() -> (withheld: Set<Int>, exposed: [Int], certain: [Int]) {
        guard !withheld.isEmpty || tellers.contains(where: \.isEmpty) else { return ([], [], []) }
        for rank in Set(entries.map(\.rank)).sorted() {
            look(asOf: rank)
            hopeless.formUnion(known)
            protectExposed()
        }
        var reader = Auditor(linked, hidden: hidden, threshold: threshold, sums: linked.certain)
        let zeros = reader.impliedZeros()
        let implied = withheld.filter {
            entries[$0].state == .published && entries[$0].places.allSatisfy(zeros.contains)
        }
        var auditor = Auditor(linked, hidden: hidden, threshold: threshold)
        let exposed = hopeless.isEmpty ? [] : auditor.exposed(but: hidden.subtracting(hopeless))
        let others = hidden.subtracting(hopeless)
        let certain = exposed.isEmpty ? [] : reader.exposed(but: others)
        return (withheld.subtracting(implied), exposed, certain)
    }

    /// What is hidden stays uncertain when more is hidden, so that only what is new is asked about again.
    private mutating func protectExposed() {
        var safe: Set<Int> = []
        while true {
            var auditor = Auditor(linked, hidden: hidden, threshold: threshold, sums: sums)
            let asked = hidden
            let exposed = auditor.exposed(but: safe.union(hopeless))
            if exposed.isEmpty { return }
            safe = asked.subtracting(exposed)
            let before = withheld
            for place in exposed where !protect(place) { press(place) }
            // Where all that is needed seems hidden and the auditor is not content, more must be.
            if withheld == before { for place in exposed { press(place) } }
        }
    }

    // MARK: - What the reader sees

    /// Takes up a rank: figures of later ones are not there yet.
    private mutating func look(asOf rank: Int) {
        (self.rank, floor) = (rank, rank)
        printed = tellers.map { $0.count(where: isPrinted) }
        hidden = Set(printed.indices.filter { printed[$0] == 0 })
        sums = linked.sums.indices.filter { sum in
            linked.sums[sum].allSatisfy { term in
                let tellers = tellers[term.place]
                return tellers.isEmpty || tellers.contains { entries[$0].rank <= rank }
            }
        }
    }

    /// What a reader knows whatever is withheld: it follows from what is open. Nothing is withheld for its sake.
    private var known: [Int] {
        guard entries.contains(where: { $0.state == .open }) else { return [] }
        let closed = hidden.union(
            printed.indices.filter { place in
                tellers[place].filter(isPrinted).allSatisfy { entries[$0].state == .published }
            }
        )
        var closedOff = linked
        for place in closed where !tellers[place].isEmpty { closedOff.letBeZero(place) }
        var auditor = Auditor(
            closedOff,
            hidden: closed,
            threshold: threshold,
            sums: sums.filter(Set(linked.certain).contains)
        )
        return auditor.exposed()
    }

    private func isPrinted(_ index: Int) -> Bool { entries[index].rank <= rank && !withheld.contains(index) }

    private mutating func withhold(_ figures: some Sequence<Int>) {
        for figure in figures {
            let wasPrinted = isPrinted(figure)
            guard withheld.insert(figure).inserted, wasPrinted else { continue }
            for place in entries[figure].places {
                printed[place] -= 1
                if printed[place] == 0 { hidden.insert(place) }
            }
        }
    }

    /// The figures that would have to be withheld so that a place is hidden; nil where one of them is open or decided.
    private func hiding(_ place: Int) -> [Int]? {
        let printed = tellers[place].filter(isPrinted)
        return printed.allSatisfy { entries[$0].state == .published && entries[$0].rank >= floor } ? printed : nil
    }

    // MARK: - Making it uncertain

    /// Withholds the cheapest figures that make a place uncertain; false where there are none.
    private mutating func protect(_ place: Int) -> Bool {
        for reach in Self.reaches {
            let (free, near, isAll) = surroundings(of: place, reach: reach, withZeros: false)
            guard free.count * 2 * near.count <= Self.mostCells else { return false }
            if protect(place, among: free, near) { return true }
            if isAll { return false }
        }
        return false
    }

    private mutating func protect(_ place: Int, among free: [Int], _ near: [Int]) -> Bool {
        let cost = Dictionary(uniqueKeysWithValues: free.filter { !hidden.contains($0) }.map { ($0, price($0)) })
        for way in ways(of: place) {
            var displacement = Displacement(linked, free: free, sums: near, most: [place: way.most])
            displacement.move(place, isUpper: way.isUpper, cost: cost)
            guard displacement.moved(place).magnitude > way.need - 1e-6 else { continue }
            let moved = cost.keys.filter { displacement.moved($0).magnitude > 1e-6 }
            withhold(Set(moved.flatMap { hiding($0) ?? [] }))
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
        let weight = tellers[place].map { entries[$0].weight }.max() ?? 0
        return max(1, weight) + Double(place) * 1e-6
    }

    /// The places that hang together with one through what is hidden or can be, as many as `reach` of those that are
    /// reached at the least cost, and the sums that any of them is in. A 0 is not withheld for another count's sake,
    /// unless zeros are withheld at all.
    private func surroundings(of place: Int, reach: Int, withZeros: Bool) -> (places: [Int], sums: [Int], isAll: Bool) {
        var isKnown = Array(repeating: false, count: linked.sums.count)
        for sum in sums { isKnown[sum] = true }
        var (met, near) = (Set<Int>(), Set<Int>())
        var queue = CheapestFirst()
        queue.add(place, at: 0)
        while met.count < reach, let (next, cost) = queue.next() {
            guard met.insert(next).inserted else { continue }
            for sum in sumsOf[next] where isKnown[sum] && near.insert(sum).inserted {
                for other in linked.sums[sum].map(\.place) where !met.contains(other) {
                    if hidden.contains(other) {
                        queue.add(other, at: cost)
                    } else if canHide(other, withZeros) {
                        queue.add(other, at: cost + price(other))
                    }
                }
            }
        }
        return (met.sorted(), near.sorted(), queue.isEmpty)
    }

    private func canHide(_ place: Int, _ withZeros: Bool) -> Bool {
        guard let figures = hiding(place) else { return false }
        return withZeros || figures.allSatisfy { entries[$0].places.allSatisfy { linked.counts[$0].value != 0 } }
    }

    // MARK: - Where there are few altogether

    /// Withholds more around a place each time, zeros among it: the smallest of its sums, all its sums, all that hangs
    /// together, and in the end what was decided before.
    private mutating func press(_ place: Int) {
        let before = withheld
        let step = pressed[place, default: 0]
        pressed[place] = step + 1
        let own = sumsOf[place].filter(Set(sums).contains)
        switch step {
        case 0: own.min { size($0) < size($1) }.map { hide(linked.sums[$0].map(\.place)) }
        case 1: hide(own.flatMap { linked.sums[$0].map(\.place) })
        default:
            if step > 2 { floor -= 1 }
            if floor < 0 { hopeless.insert(place) }
            hide(surroundings(of: place, reach: .max, withZeros: true).places)
        }
        if withheld == before, step < 2 { press(place) }
    }

    /// How many people are in a sum.
    private func size(_ sum: Int) -> Double {
        linked.sums[sum].reduce(0) { $0 + linked.counts[$1.place].value.magnitude }
    }

    private mutating func hide(_ places: [Int]) {
        for place in places where !hopeless.contains(place) {
            guard let figures = hiding(place) else { continue }
            withhold(figures)
            for entry in tellers[place] where withheld.contains(entry) {
                for place in entries[entry].places { linked.letBeZero(place) }
            }
            linked.letBeZero(place)
        }
    }
}
