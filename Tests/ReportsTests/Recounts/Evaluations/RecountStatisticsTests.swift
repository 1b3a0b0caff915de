import Support
import Testing

/// The recount's own formulas, held against figures of R 4.2.2 (`qt`, `pt`, `prop.test`, `wilcox.test`, `binom.test`), and of
/// SciPy (`f.ppf`).
@Suite struct RecountStatisticsTests {
    private func isNear(_ value: Double, _ expected: Double, _ tolerance: Double = 1e-9) -> Bool {
        abs(value - expected) <= tolerance * max(1, abs(expected))
    }

    @Test(
        arguments: [
            (1, 12.7062047361747), (2, 4.30265272974946), (5, 2.57058183563631), (9, 2.2621571627982),
            (10, 2.22813885198627), (11, 2.20098516009164), (14, 2.1447866879178), (24, 2.06389856162803),
            (29, 2.0452296421327), (59, 2.00099537808827), (119, 1.98009987645692),
        ]
    )
    func `the finite sum of t has the quantiles of R`(degrees: Int, t: Double) {
        #expect(isNear(RecountStatistics.t975(degrees: degrees), t))
        #expect(isNear(RecountStatistics.within(t, degrees: degrees), 0.95))
    }

    @Test func `the finite sum of t has the shares of R`() {
        #expect(isNear((1 + RecountStatistics.within(2, degrees: 9)) / 2, 0.96172358811465))
        #expect(isNear((1 - RecountStatistics.within(4.06212768338204, degrees: 9)) / 2, 0.00141644509869213))
        #expect(isNear((1 + RecountStatistics.within(0.5, degrees: 3)) / 2, 0.674276017575924))
    }

    @Test(
        arguments: [
            (99, 109, 0.839314639658121, 0.949402565260522), (0, 10, 0, 0.277532799862889),
            (10, 10, 0.722467200137111, 1), (34, 45, 0.613266199429797, 0.857645205662283),
            (1, 1, 0.206549314377238, 1), (5, 9, 0.266651293495493, 0.811221478902335),
        ]
    )
    func `Wilson's interval is that of R`(x: Int, n: Int, low: Double, high: Double) {
        let ends = RecountStatistics.wilson(x, of: n)
        #expect(isNear(ends.low, low, 1e-7) && isNear(ends.high, high, 1e-7))
    }

    @Test func `signed ranks are those of R, exact and by the normal approximation`() throws {
        let depression = [952, -147, 1_022, 430, 620, 590, 490, -80, 10].map { Fraction($0, over: 1_000) }
        let exact = try #require(RecountStatistics.signedRank(depression))
        #expect(exact.v == 40 && exact.n == 9 && exact.isExact && isNear(exact.p, 0.0390625))
        let sleep = [12, 24, 13, 13, 0, 10, 18, 8, 46, 14].map { Fraction($0, over: 10) }
        let tied = try #require(RecountStatistics.signedRank(sleep))
        #expect(tied.v == 45 && tied.n == 9 && !tied.isExact && isNear(tied.p, 0.00909069801593))
        let most = try #require(RecountStatistics.signedRank((1...10).map { Fraction($0) }))
        #expect(isNear(most.p, 0.001953125))
    }

    @Test func `McNemar's test is that of R, and a net has the error of a worked example`() {
        #expect(RecountStatistics.mcNemar(2, 9) == 0.0654296875)
        #expect(RecountStatistics.mcNemar(3, 3) == 1)
        #expect(
            isNear(
                RecountStatistics.netError(20, 6, of: 36),
                (63.57258549435663 - 38.88888888888889) / 1.959963984540054
            )
        )
    }

    @Test func `fractions add up exactly, and deviate as R's sleep data`() throws {
        let sleep = [12, 24, 13, 13, 0, 10, 18, 8, 46, 14].map { Fraction($0, over: 10) }
        #expect(sleep.mean == Fraction(158, over: 100))
        #expect(isNear(try #require(sleep.deviation), 1.2299954832798732))
        #expect(Fraction(1, over: 3) + Fraction(1, over: 6) == Fraction(1, over: 2))
        #expect([Fraction(1), Fraction(2), Fraction(9)].median == 2)
    }

    @Test(
        arguments: [
            (0.975, 9, 27, 2.6308555879228073), (0.025, 9, 27, 0.2789826512480547),
            (0.975, 1, 1, 647.7890114778442), (0.975, 1, 4, 12.217862633071098),
            (0.025, 1, 4, 0.0011116257812765437), (0.975, 39, 156, 1.5903748489062017),
            (0.025, 39, 156, 0.5827338963963197), (0.975, 2, 2, 39),
        ]
    )
    func `quantiles of F are those of SciPy`(probability: Double, first: Int, second: Int, quantile: Double) {
        #expect(isNear(RecountStatistics.fisher(probability, first, second), quantile))
    }
}
