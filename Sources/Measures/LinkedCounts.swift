/// Counts of people and the sums that link them, as a reader of published pages can set them up: rows that add up to
/// a total, a numerator and what is left of its denominator.
///
/// Only how the counts hang together is kept with a sum, not what it comes to: the true counts fulfil every sum, so
/// another table is possible exactly where its differences from the true one come to 0 in each of them.
package struct LinkedCounts: Sendable {
    /// One number behind the published figures.
    package struct Count: Sendable, Hashable {
        /// What it is.
        package let value: Double
        /// The least that a reader knows it to be: 1 where a 0 would have been published, 0 for any other count, and
        /// minus infinity for an amount such as a sum of scores.
        package var least: Double
        /// Whether it must stay uncertain where it is withheld.
        package let isProtected: Bool

        /// A count of people.
        package init(_ value: Int, least: Int = 0, isProtected: Bool = true) {
            self.value = Double(value)
            self.least = Double(min(value, least))
            self.isProtected = isProtected
        }

        /// An amount that is no count, which a reader must not be able to compute where it is protected.
        package static func amount(_ value: Double, isProtected: Bool = true) -> Count {
            Count(value: value, least: -.infinity, isProtected: isProtected)
        }

        private init(value: Double, least: Double, isProtected: Bool) {
            (self.value, self.least, self.isProtected) = (value, least, isProtected)
        }

        /// Whether it counts people, so that the threshold holds for it.
        var isCount: Bool { least.isFinite }
    }

    /// A part of a sum: a count by its place, and how often it is taken, with its sign.
    package struct Term: Sendable, Hashable {
        let place: Int
        let factor: Int

        /// The count at a place, `factor` times.
        package init(_ place: Int, _ factor: Int = 1) { (self.place, self.factor) = (place, factor) }
    }

    /// The counts; a place is an index into them.
    package private(set) var counts: [Count] = []
    /// What adds up to a number that the reader is taken to know.
    package private(set) var sums: [[Term]] = []
    /// The sums that the reader may not know after all: what they leave out is nothing, which nobody prints.
    private var assumed: Set<Int> = []

    /// No counts yet.
    package init() {}

    /// Adds a count and answers its place.
    package mutating func add(_ count: Count) -> Int {
        counts.append(count)
        return counts.count - 1
    }

    /// Says that these terms add up to a number that the reader knows, 0 among them, or, where that is only `assumed`,
    /// may know.
    package mutating func link(_ terms: [Term], assumed isAssumed: Bool = false) {
        guard terms.count > 1 else { return }
        if isAssumed { assumed.insert(sums.count) }
        sums.append(terms)
    }

    /// The sums that every reader knows.
    var certain: [Int] { sums.indices.filter { !assumed.contains($0) } }

    /// The counts at these places alone, in their order, with these of the sums; a place in it is one in the order.
    func only(_ places: [Int], _ chosen: [Int]) -> LinkedCounts {
        let order = Dictionary(uniqueKeysWithValues: places.enumerated().map { ($1, $0) })
        var part = LinkedCounts()
        part.counts = places.map { counts[$0] }
        part.sums = chosen.map { sums[$0].compactMap { term in order[term.place].map { Term($0, term.factor) } } }
        part.assumed = Set(chosen.indices.filter { assumed.contains(chosen[$0]) })
        return part
    }

    /// Lets a count be 0 as far as the reader knows, since zeros beside it are withheld too.
    mutating func letBeZero(_ place: Int) { counts[place].least = min(0, counts[place].least) }

    /// How far a count can go down from what it is.
    func room(below place: Int) -> Double { counts[place].value - counts[place].least }
}
