import Measures
import Testing

@Suite struct SignedRankTests {
    @Test func `without ties p is counted out (EX-WILC-1)`() {
        let example = PairedExample.depression
        let ranks = Change(before: example.after, after: example.before).ranks
        #expect(ranks.statistic == 40)
        #expect(ranks.changed == 9)
        #expect(ranks.method == .exact)
        #expect(near(ranks.p, 0.0390625, within: 1e-15))
        #expect(ranks.figure().value == 40)
        #expect(ranks.figure().remark == "exact")
        #expect(ranks.figure().n == 9)
    }

    @Test func `ties are found although differences are rounded, and p is normal (EX-WILC-2)`() {
        let ranks = Change(before: PairedExample.sleep.before, after: PairedExample.sleep.after).ranks
        #expect(ranks.statistic == 45)
        #expect(ranks.changed == 9)
        #expect(ranks.unchanged == 1)
        #expect(ranks.method == .normal)
        #expect(near(ranks.p, 0.00909069801593))
        #expect(ranks.pFigure().remark == "normal")
        #expect(SignedRank(units: [12, 24, 13, 13, 0, 10, 18, 8, 46, 14]) == ranks)
    }

    @Test func `ranks of tied changes are their mean (EX-PAIR-3)`() {
        let ranks = Change(before: PairedExample.scale.before, after: PairedExample.scale.after).ranks
        #expect(ranks.statistic == 2)
        #expect(ranks.changed == 11)
        #expect(near(ranks.p, 0.00637190415545438))
    }

    @Test(arguments: 3...10)
    func `the smallest exact p halves with each pair (EX-WILC-3)`(n: Int) {
        let ranks = SignedRank(units: Array(1...n))
        #expect(ranks.method == .exact)
        #expect(ranks.p == 2 / Double(1 << n))
    }

    @Test func `more than 25 changes are by the normal approximation`() {
        #expect(SignedRank(units: Array(1...25)).method == .exact)
        #expect(SignedRank(units: Array(1...26)).method == .normal)
    }

    @Test func `where nothing changed there is no statistic (EX-PAIR-4)`() {
        #expect(SignedRank(units: [0, 0, 0]).figure().reason == .zeroVariance)
        #expect(SignedRank(units: [0, 0, 0]).pFigure().reason == .zeroVariance)
        #expect(SignedRank(units: []).figure().reason == .zeroDenominator)
        #expect(SignedRank(units: [3]).figure().reason == .fewerThanTwo)
    }
}
