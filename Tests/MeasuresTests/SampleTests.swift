import Measures
import Testing

@Suite struct SampleTests {
    /// Values of few different sizes, as scores are, and how often each came.
    private static func drawn(_ seed: UInt64) -> (values: [Double], counts: [Double: Int]) {
        var state = seed
        var values: [Double] = []
        for _ in 0..<(1 + Int(seed % 400)) {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            values.append(Double(state >> 60) / 3 - 1)
        }
        return (values, values.reduce(into: [:]) { $0[$1, default: 0] += 1 })
    }

    @Test(arguments: (0..<100).map { _ in UInt64.random(in: 0...UInt64.max) })
    func `counted values have the mean, deviation and median of the values themselves`(seed: UInt64) {
        let (values, counts) = Self.drawn(seed)
        let (one, other) = (Sample(values), Sample(counting: counts))
        #expect(one.n == other.n, "seed \(seed)")
        #expect(one.median == other.median, "seed \(seed)")
        #expect(near(one.mean, other.mean ?? .nan, within: 1e-12), "seed \(seed)")
        let isNear = one.deviation.map { near(other.deviation, $0, within: 1e-12) } ?? (other.deviation == nil)
        #expect(isNear, "seed \(seed)")
    }

    @Test func `a value counted often has no spread, and one that is no measurement is missing`() {
        let sample = Sample(counting: [0.1: 1_000, .infinity: 2, 7: 0])
        #expect(sample.n == 1_000)
        #expect(sample.missing == 2)
        #expect(sample.mean == 0.1)
        #expect(sample.deviation == 0)
    }

    @Test func `a scale counts responses that came to the same at once`() {
        let key = ScaleKey((1...3).map { _ in .init(1...5) }, scoring: .mean, fewestAnswered: 2)
        var (one, many) = (ScaleScores(), ScaleScores())
        for answers in [[1, 2, 3], [5, 5, nil], [4, nil, nil], [9, 1, 1]] as [[Int?]] {
            let result = key.score(answers)
            for _ in 0..<7 { one.add(result) }
            many.add(result, count: 7)
        }
        #expect(one == many)
        #expect(many.n == 14)
        #expect(many.prorated == 7)
        #expect(many.sample.mean == 3.5)
    }
}
