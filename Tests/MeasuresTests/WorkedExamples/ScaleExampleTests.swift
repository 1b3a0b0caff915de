import Measures
import Testing

/// Scale scores, response rates, McNemar, groups without pairs and the pairs needed: EX-SCALE-1 and 2, EX-RR-1 and 2,
/// EX-MCN-1, EX-PAIR-3, EX-POWER-1.
@Suite struct ScaleExampleTests {
    private static let five = ScaleKey(
        (1...5).map { .init(1...5, isReversed: $0 == 2 || $0 == 4) },
        scoring: .sum
    )

    @Test func `reversed items are turned round, and what lacks is prorated (EX-SCALE-1)`() {
        let rows: [[Int?]] = [
            [1, 5, 2, 4, 1], [5, 1, 5, 1, 5], [3, 3, 3, 3, 3], [2, nil, 2, 4, 2], [2, nil, nil, 4, 2],
            [1, 5, 6, 4, 1],
        ]
        let results = rows.map { Self.five.score($0) }
        #expect(results.map { $0.score?.value } == [7, 25, 15, 10, nil, nil])
        #expect(results.map { $0.score?.isProrated } == [false, false, false, true, nil, nil])
        #expect(results.map { $0.score?.isStraightLined } == [false, false, true, false, nil, nil])
        #expect(results[4] == .tooFew(answered: 3))
        #expect(results[5] == .outOfRange(item: 2, answer: 6))
        #expect(Self.five.fewestAnswered == 4)
        #expect(Self.five.range == 5...25)
        var scores = ScaleScores()
        for result in results { scores.add(result) }
        #expect(scores.figure.value == 14.25)
        #expect(scores.figure.n == 4)
        #expect(scores.figure.missing == 2)
        #expect(scores.proratedFigure.value == 0.25)
        #expect(scores.sample.median == 12.5)
    }

    @Test func `named instruments have their ranges (EX-SCALE-2)`() {
        let regard = ScaleKey((0..<11).map { .init(1...6, isReversed: $0 < 5) }, scoring: .sum)
        let opening = ScaleKey((0..<15).map { _ in .init(1...5) }, scoring: .sum)
        #expect(regard.range == 11...66)
        #expect(opening.range == 15...75)
        #expect(regard.score(Array(repeating: 3, count: 11)).score?.value == 38)
        #expect(opening.score(Array(repeating: 3, count: 15)).score?.value == 45)
        #expect(regard.score(Array(repeating: 1, count: 11)).score?.value == 36)
        #expect(regard.score(Array(repeating: 6, count: 11)).score?.value == 41)
        #expect(regard.score(Array(repeating: 6, count: 11)).score?.isStraightLined == true)
        #expect(opening.score(Array(repeating: 5, count: 15)).score?.isStraightLined == false)
    }

    @Test func `a mean of items stays in the range of one item`() {
        let key = ScaleKey((0..<7).map { _ in .init(1...5) }, scoring: .mean, fewestAnswered: 5)
        #expect(key.range == 1...5)
        #expect(key.score([5, 5, 4, 4, 4, nil, nil]).score?.value == 4.4)
        #expect(key.score([5, 5, 4, 4, nil, nil, nil]) == .tooFew(answered: 4))
        #expect(key.score([]) == .tooFew(answered: 0))
    }

    @Test func `response rates are AAPOR's (EX-RR-1)`() {
        let rate = ResponseRate(complete: 9, partial: 1, refused: 1, eligible: 15)
        #expect(near(rate.rr1().value, 0.6))
        #expect(near(rate.rr2().value, 0.6666666666666666))
        #expect(near(rate.completion().value, 0.9))
        #expect(near(rate.refusals().value, 0.06666666666666667))
    }

    @Test func `more returned than attended is an error in the data (EX-RR-1)`() {
        let rate = ResponseRate(complete: 14, partial: 2, eligible: 15)
        for figure in [rate.rr1(), rate.rr2()] {
            #expect(figure.reason == .aboveDenominator)
            #expect(figure.value == nil)
            #expect(figure.numerator == 16)
        }
    }

    @Test func `a rate of none is no rate, and none of twelve is 0 (EX-RR-2)`() {
        #expect(ResponseRate(complete: 0, partial: 0, eligible: 0).rr2().reason == .zeroDenominator)
        #expect(ResponseRate(complete: 0, partial: 0, eligible: 12).rr2().value == 0)
        #expect(ResponseRate(complete: 3, partial: 0, eligible: nil).rr2().reason == .denominatorNotRecorded)
    }

    @Test(
        arguments: [
            (10, 10, .complete), (9, 10, .complete), (8, 10, .partial), (5, 10, .partial), (4, 10, .refused),
            (0, 10, .refused), (0, 0, .refused), (1, 1, .complete), (2, 3, .partial), (12, 10, .complete),
            (3, 5, .partial), (4, 5, .partial), (2, 5, .refused), (6, 7, .complete),
        ] as [(Int, Int, ResponseRate.Completeness)]
    )
    func `a response is complete above 80 % of the items and partial from half of them`(
        answered: Int,
        items: Int,
        completeness: ResponseRate.Completeness
    ) {
        #expect(ResponseRate.Completeness(answered: answered, of: items) == completeness)
    }

    @Test func `a knowledge item is judged by those who changed (EX-MCN-1)`() {
        let item = McNemar(stayedRight: 10, lost: 2, gained: 9, stayedWrong: 4)
        #expect(near(item.p, 0.0654296875, within: 1e-12))
        #expect(item.pFigure().remark == "exact")
        #expect(item.beforeFigure.numerator == 12)
        #expect(item.afterFigure.numerator == 19)
        #expect(item.afterFigure.denominator == 25)
        #expect(near(item.changeFigure.value, 28))
        #expect(McNemar(stayedRight: 0, lost: 5, gained: 5, stayedWrong: 0).p == 1)
        #expect(McNemar(stayedRight: 3, lost: 0, gained: 0, stayedWrong: 2).pFigure().reason == .zeroVariance)
        #expect(McNemar(stayedRight: 0, lost: 0, gained: 0, stayedWrong: 0).pFigure().reason == .zeroDenominator)
    }

    @Test func `without pairs the same data say far less (EX-PAIR-3)`() {
        let groups = GroupChange(
            before: Sample(PairedExample.scale.before),
            after: Sample(PairedExample.scale.after)
        )
        #expect(near(groups.t, -1.58236464749166))
        #expect(near(groups.df, 19.3299248483538))
        #expect(near(groups.p, 0.129791007352505))
        #expect(near(groups.figure.low, -8.31760754237648))
        #expect(near(groups.figure.high, 1.1509408757098))
        #expect(groups.figure.remark == "unpaired")
        #expect(groups.figure.n == 24)
    }

    @Test func `groups without a spread, or of one, have no interval`() {
        let level = Sample([3, 3])
        #expect(GroupChange(before: level, after: Sample([4, 4])).figure.note == .zeroVariance)
        #expect(GroupChange(before: level, after: Sample([4])).figure.reason == .fewerThanTwo)
        #expect(GroupChange(before: level, after: Sample([])).figure.reason == .zeroDenominator)
    }

    /// SciPy's noncentral t, solved to the last digits; R's `power.t.test` stops up to 0.000013 from it (EX-POWER-1).
    @Test(
        arguments: [
            (0.2, 198.15130126665753, 198.151301265797), (0.3, 89.14957726625865, 89.149577245627),
            (0.5, 33.367203978810934, 33.367204088022), (0.8, 14.302790318535992, 14.3028033162436),
        ]
    )
    func `the pairs needed are those of the noncentral t (EX-POWER-1)`(dz: Double, pairs: Double, stopped: Double) {
        let needed = Power.pairs(toSee: dz)
        #expect(near(needed, pairs, within: 1e-8))
        #expect(near(needed, stopped, within: 2e-5))
        #expect(needed?.rounded(.up) == stopped.rounded(.up))
    }

    @Test func `no number of pairs shows a change of none`() {
        #expect(Power.pairs(toSee: 0) == nil)
        #expect(Power.pairs(toSee: .nan) == nil)
        #expect(Power.pairs(toSee: 1e-9) == nil)
        #expect(Power.pairs(toSee: 1e9) == 2)
    }
}
