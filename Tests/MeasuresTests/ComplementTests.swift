import Measures
import Testing

@Suite struct ComplementTests {
    @Test(
        arguments: [
            ([9, 8, 7], []), ([0, 8, 7], []), ([3, 8, 7], [0, 2]), ([3, 2, 9], [0, 1, 2]), ([4, 4, 9], [0, 1]),
            ([3], [0]), ([1, 1, 0, 1], [0, 1, 2, 3]), ([1, 1, 0, 40, 6], [0, 1, 4]),
        ] as [([Int], Set<Int>)]
    )
    func `enough is withheld beside a small count`(counts: [Int], places: Set<Int>) {
        #expect(Complement.withheld(of: counts, threshold: 5) == places)
    }

    @Test func `at a threshold of 1 nothing is withheld`() {
        #expect(Complement.withheld(of: [1, 2, 3], threshold: 1).isEmpty)
    }

    @Test(arguments: 1...40)
    func `no withheld count can be told from the total`(seed: UInt64) {
        var state = seed
        func next(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % bound
        }
        let counts = (0..<5).map { _ in next(12) }
        let places = Complement.withheld(of: counts, threshold: 5)
        for place in counts.indices where (1..<5).contains(counts[place]) { #expect(places.contains(place)) }
        guard !places.isEmpty, places.count < counts.filter({ $0 > 0 }).count else { return }
        let sum = places.reduce(0) { $0 + counts[$1] }
        // Every withheld count may be 5 or more, and may be less.
        #expect(places.count > 1 && sum - (places.count - 1) >= 5, "seed \(seed): \(counts)")
    }
}
