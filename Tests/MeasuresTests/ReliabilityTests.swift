import Measures
import Testing

/// Cronbach's alpha and intervals over sessions, against NumPy 2.4 and SciPy 1.17.
@Suite struct ReliabilityTests {
    private func alpha(_ rows: [[Double]]) -> CronbachAlpha {
        rows.reduce(into: CronbachAlpha(items: rows.first?.count ?? 0)) { alpha, row in alpha.add { row[$0] } }
    }

    /// Sessions with their number of answers and their sum.
    private func clustered(_ sessions: [(Int, Double)]) -> ClusteredMean {
        ClusteredMean(sessions.map { (n: $0.0, sum: $0.1) })
    }

    private func isClose(_ left: Double?, _ right: Double) -> Bool {
        left.map { abs($0 - right) <= 1e-9 * max(1, abs(right)) } ?? false
    }

    @Test func `alpha has the interval of Feldt, and neither is ever clipped`() {
        let good = alpha([[4, 5, 4], [2, 2, 2], [5, 4, 5], [3, 3, 3], [1, 2, 1], [4, 4, 5]]).figure(missing: 2)
        #expect(isClose(good.value, 0.9558541266794625) && good.n == 6 && good.missing == 2)
        #expect(isClose(good.low, 0.8129942987172001) && isClose(good.high, 0.9933305870946457))
        let bad = alpha([[1, 5], [5, 1], [2, 5], [4, 2]]).figure()
        #expect(isClose(bad.value, -58.66666666666667) && isClose(bad.high, -2.864626066520233))
    }

    @Test func `alpha needs two responses whose totals differ`() {
        #expect(alpha([[3, 4]]).figure().reason == .fewerThanTwo)
        #expect(CronbachAlpha(items: 2).figure().reason == .zeroDenominator)
        #expect(alpha([[3, 4], [4, 3], [3.5, 3.5]]).figure().reason == .zeroVariance)
    }

    @Test func `responses of several forms with the same items are one sample`() {
        var first = alpha([[4, 5, 4], [2, 2, 2]])
        first.add(alpha([[5, 4, 5], [3, 3, 3], [1, 2, 1], [4, 4, 5]]))
        #expect(isClose(first.alpha, 0.9558541266794625))
    }

    @Test func `an interval over sessions is wider where answers of one session resemble each other`() {
        let share = clustered([(4, 4), (3, 1), (5, 2), (2, 2), (6, 3)]).share(numerator: 12)
        #expect(isClose(share.value, 0.6) && share.numerator == 12 && share.denominator == 20)
        #expect(isClose(share.low, 0.24607130575443203) && isClose(share.high, 0.9539286942455679))
        let change = clustered([(2, 3), (1, 0), (3, 6), (1, -1), (2, 4)]).figure()
        #expect(isClose(change.value, 1.3333333333333333) && change.n == 9)
        #expect(isClose(change.low, 0.08445153182282317) && isClose(change.high, 2.5822151348438434))
        let sessions = [(2, 0.1), (1, 0.7), (3, 1.3), (1, -0.9), (2, 1e-17), (4, 2.2)]
        let all = (0..<6).map { clustered(Array(sessions[$0...] + sessions[..<$0])) }
        #expect(Set(all).count == 1, "the order in which sessions come changes nothing")
    }

    @Test func `a share stays between 0 and 1, and four sessions have no interval`() {
        let near = clustered([(3, 3), (3, 3), (3, 3), (3, 3), (3, 1)]).share(numerator: 13)
        #expect(isClose(near.low, 0.4964739859736276) && near.high == 1)
        let few = clustered([(3, 3), (0, 0), (3, 2), (3, 3), (3, 1)]).share(numerator: 9)
        #expect(few.state == .notApplicable && few.reason == .fewerThanTwo)
    }

    @Test(arguments: [(2, 1), (3, 1), (4, 2), (5, 2), (7, 2), (8, 2), (10, 2), (11, 3), (21, 3)])
    func `as many categories are favorable as unfavorable, and more of long scales`(points: Int, box: Int) {
        var likert = Likert(1...points)
        for answer in 1...points { likert.add(answer) }
        #expect(likert.top == box && likert.bottom == box)
        #expect(Likert.top(of: 1...points) == points - box + 1...points)
    }
}
