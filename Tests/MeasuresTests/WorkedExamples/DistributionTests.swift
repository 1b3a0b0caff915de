import Measures
import Testing

/// R 4.2.2 `qt`, `pt`, `qnorm`, `pnorm` (EX-DIST-1).
@Suite struct DistributionTests {
    @Test(
        arguments: [
            (1, 12.7062047361747), (2, 4.30265272974946), (5, 2.57058183563631), (9, 2.2621571627982),
            (10, 2.22813885198627), (11, 2.20098516009164), (14, 2.1447866879178), (24, 2.06389856162803),
            (29, 2.0452296421327), (59, 2.00099537808827), (119, 1.98009987645692),
        ] as [(Double, Double)]
    )
    func `the t of a 95 % interval is R's (EX-DIST-1)`(df: Double, quantile: Double) {
        #expect(near(StudentT.quantile(0.975, df: df), quantile))
        #expect(near(StudentT.quantile(0.025, df: df), -quantile))
    }

    @Test(
        arguments: [
            (2, 9, 0.96172358811465), (-4.06212768338204, 9, 0.00141644509869213), (1.96, 1e6, 0.975001966207365),
            (0, 5, 0.5), (12.7062047361747, 1, 0.975), (0.5, 3, 0.674276017575924), (3, 2.5, 0.963711952225484),
        ] as [(Double, Double, Double)]
    )
    func `the share below t is R's, for degrees of freedom that are not whole too (EX-DIST-1)`(
        t: Double,
        df: Double,
        share: Double
    ) {
        #expect(near(StudentT.share(below: t, df: df), share))
    }

    @Test func `the normal distribution is R's`() {
        #expect(near(Normal.quantile(0.975), 1.959963984540054, within: 1e-14))
        #expect(near(Normal.share(below: 1.96), 0.9750021048517795, within: 1e-14))
        #expect(Normal.ninetyFive == Normal.quantile(0.975))
    }

    @Test(arguments: [0, -3, .nan, .infinity, -.infinity] as [Double])
    func `a question outside a distribution has no answer`(odd: Double) {
        #expect(StudentT.quantile(0.975, df: odd) == nil || odd == .infinity)
        #expect(StudentT.quantile(odd, df: 5) == nil)
        #expect(Normal.quantile(odd) == nil)
        #expect(StudentT.twoSided(.nan, df: odd) == nil)
    }
}
