import Measures
import Support
import Testing

/// Whatever comes in, a figure is a number or says why not: never NaN, never infinity.
@Suite struct DegenerateInputTests {
    private static let odd: [Double] = [
        0, -0.0, 1, 1, 3, 3.000_000_000_1, 0.1, -5, 1e-300, 1e-170, 1e99, -1e100, 1e101, 1e308, -1e308, .infinity, .nan,
        .greatestFiniteMagnitude, .leastNonzeroMagnitude, 9_007_199_254_740_992,
    ]

    private static func check(_ figures: [Figure], _ comment: String) {
        for figure in figures {
            for number in [figure.value, figure.low, figure.high].compactMap(\.self) {
                #expect(number.isFinite, "\(comment): \(figure)")
            }
            #expect((figure.state == .value) == (figure.value != nil), "\(comment): \(figure)")
            if let low = figure.low, let high = figure.high, let value = figure.value {
                #expect(low <= value && value <= high, "\(comment): \(figure)")
            }
        }
    }

    @Test(arguments: 1...200)
    func `no scores lead out of the numbers`(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        // Some runs draw from a few values only, so that ties, zeros and equal changes come up.
        let pool = (0..<Int.random(in: 1...4, using: &random)).compactMap { _ in Self.odd.randomElement(using: &random)
        }
        func scores() -> [Double?] {
            (0..<Int.random(in: 0...40, using: &random)).map { _ in
                Int.random(in: 0..<8, using: &random) == 0 ? nil : pool.randomElement(using: &random)
            }
        }
        let (before, after) = (scores(), scores())
        let change = Change(before: before, after: after)
        let groups = GroupChange(before: Sample(before), after: Sample(after))
        Self.check(
            [
                change.figure, change.dzFigure, change.davFigure, change.pFigure, change.beforeFigure,
                change.afterFigure, change.rankFigure, change.rankPFigure, groups.figure, groups.before.figure,
            ],
            "seed \(seed): \(before) \(after)"
        )
        for p in [change.p, change.ranks.p, groups.p].compactMap(\.self) {
            #expect((0...1).contains(p), "seed \(seed)")
        }
    }

    @Test(arguments: 1...100)
    func `no counts lead out of the numbers`(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        func count() -> Int { [0, 0, 1, 2, 7, 300_000, -1].randomElement(using: &random) ?? 0 }
        let item = Likert(-2...count(), counts: [-2: count(), -1: count(), 0: count(), 1: count(), 99: count()])
        let test = McNemar(stayedRight: count(), lost: count(), gained: count(), stayedWrong: count())
        let net = NetAgreement(favorable: count(), unfavorable: count(), n: count())
        Self.check(
            [
                item.topFigure(), item.netFigure(), item.meanFigure(), test.beforeFigure, test.afterFigure,
                test.changeFigure, test.pFigure(), net.figure(), Proportion(max(0, count()), of: count()).figure(),
            ],
            "seed \(seed)"
        )
        #expect(item.top + item.bottom <= item.n || item.range.count == 1)
        #expect(item.reversed.reversed == item)
    }

    @Test(arguments: 1...60)
    func `an item's counts say what its answers say one by one`(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let answers = (0..<Int.random(in: 0...30, using: &random)).map { _ in Int.random(in: 1...5, using: &random) }
        var item = Likert(1...5)
        for answer in answers { item.add(answer) }
        let sample = Sample(answers.map { Double($0) })
        #expect(item.n == sample.n)
        #expect(item.median == sample.median, "seed \(seed): \(answers)")
        for (one, other) in [(item.mean, sample.mean), (item.deviation, sample.deviation)] {
            #expect(one == nil ? other == nil : near(one, other ?? .nan), "seed \(seed): \(answers)")
        }
    }

    @Test(arguments: 1...60)
    func `exact ranks are those of all ways to set the signs`(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let sizes = Array(1...20).shuffled(using: &random).prefix(Int.random(in: 1...9, using: &random))
        let changes = sizes.map { Bool.random(using: &random) ? $0 : -$0 }
        let ranks = SignedRank(units: changes)
        let n = changes.count
        let sums = (0..<(1 << n)).map { signs in (0..<n).reduce(0) { signs >> $1 & 1 == 1 ? $0 + $1 + 1 : $0 } }
        let observed = Int(ranks.statistic)
        let tail = min(sums.count { $0 <= observed }, sums.count { $0 >= observed })
        #expect(near(ranks.p, min(1, 2 * Double(tail) / Double(sums.count)), within: 1e-12), "seed \(seed): \(changes)")
    }

    @Test func `far from zero a small spread is not lost`() {
        let change = Change(before: [1e9, 1e9, 1e9, 1e9], after: [1e9 + 4, 1e9 + 7, 1e9 + 13, 1e9 + 16])
        #expect(change.mean == 10)
        #expect(near(change.change.deviation, 30.squareRoot()))
    }
}
