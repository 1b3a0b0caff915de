import Measures
import Testing

/// What R 4.2.2 says of pairs.
struct PairedExample: Sendable, CustomTestStringConvertible {
    var id: String
    var before: [Double]
    var after: [Double]
    var means: [Double]
    var deviations: [Double]
    var change: Double
    var spread: Double
    var error: Double
    var t: Double
    var p: Double
    var interval: [Double]
    var dz: Double
    var dav: Double
    var hedges: Double

    var testDescription: String { id }

    static let sleep = PairedExample(
        id: "EX-PAIR-1",
        before: [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0],
        after: [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4],
        means: [0.75, 2.33],
        deviations: [1.7890096577591625, 2.002248735796829],
        change: 1.58,
        spread: 1.2299954832798732,
        error: 0.3889587238883952,
        t: 4.062127683382037,
        p: 0.002832890197384273,
        interval: [0.7001142367230176, 2.4598857632769824],
        dz: 1.2845575625910546,
        dav: 0.8321810813495397,
        hedges: 0.9138748917925523
    )

    static let movies = PairedExample(
        id: "EX-PAIR-2",
        before: [9, 6, 7, 8, 7, 9, 8, 8, 8, 7],
        after: [9, 7, 8, 9, 8, 9, 9, 10, 9, 9],
        means: [7.7, 8.7],
        deviations: [0.9486832980505138, 0.8232726023485646],
        change: 1,
        spread: 0.6666666666666666,
        error: 0.21081851067789192,
        t: 4.74341649025257,
        p: 0.001053871257016553,
        interval: [0.523095396019557, 1.476904603980443],
        dz: 1.5,
        dav: 1.1258799375612025,
        hedges: 0.9138748917925523
    )

    static let scale = PairedExample(
        id: "EX-PAIR-3",
        before: [41, 38, 45, 29, 36, 50, 33, 44, 40, 37, 31, 47],
        after: [36, 37, 39, 30, 31, 44, 33, 38, 35, 36, 29, 40],
        means: [39.25, 35.666666666666664],
        deviations: [6.496502555571379, 4.39696865275764],
        change: -3.5833333333333335,
        spread: 2.7784342658585555,
        error: 0.8020648856595587,
        t: -4.467635221789651,
        p: 0.0009505970019151776,
        interval: [-5.348666244100619, -1.8180004225660478],
        dz: -1.2896951989706542,
        dav: -0.645997662228925,
        hedges: 0.9299598099757794
    )

    static let depression = PairedExample(
        id: "EX-WILC-1",
        before: [1.83, 0.5, 1.62, 2.48, 1.68, 1.88, 1.55, 3.06, 1.3],
        after: [0.878, 0.647, 0.598, 2.05, 1.06, 1.29, 1.06, 3.14, 1.29],
        means: [1.7666666666666666, 1.3347777777777778],
        deviations: [0.7155941587240634, 0.8023334371970574],
        change: -0.4318888888888889,
        spread: 0.4268554920709246,
        error: 0.14228516402364152,
        t: -3.0353754156485913,
        p: 0.016176627434908088,
        interval: [-0.7599990655056093, -0.1037787122721685],
        dz: -1.011791805216197,
        dav: -0.5681239058332573,
        hedges: 0.9027033336764106
    )
}

@Suite struct ChangeTests {
    @Test(arguments: [PairedExample.sleep, .movies, .scale, .depression])
    func `a paired change is R's`(example: PairedExample) {
        let change = Change(before: example.before, after: example.after)
        #expect(change.n == example.before.count)
        #expect(change.df == change.n - 1)
        #expect(near(change.before.mean, example.means[0]))
        #expect(near(change.after.mean, example.means[1]))
        #expect(near(change.before.deviation, example.deviations[0]))
        #expect(near(change.after.deviation, example.deviations[1]))
        #expect(near(change.mean, example.change))
        #expect(near(change.change.deviation, example.spread))
        #expect(near(change.standardError, example.error))
        #expect(near(change.t, example.t))
        #expect(near(change.p, example.p))
        #expect(near(change.interval?.low, example.interval[0]))
        #expect(near(change.interval?.high, example.interval[1]))
        #expect(near(change.dz, example.dz))
        #expect(near(change.dav, example.dav))
        #expect(near(change.hedges, example.hedges))
    }

    @Test func `a correction for small samples gives R's g (EX-PAIR-1)`() throws {
        let change = Change(before: PairedExample.sleep.before, after: PairedExample.sleep.after)
        let (hedges, dz, dav) = try (
            #require(change.hedges), #require(change.dz), #require(change.dav)
        )
        #expect(near(hedges * dz, 1.1739249035142048))
        #expect(near(hedges * dav, 0.7605093956701198))
    }

    @Test func `the figures of a change carry its interval and its n (EX-PAIR-1)`() {
        let change = Change(before: PairedExample.sleep.before, after: PairedExample.sleep.after)
        #expect(near(change.figure.value, 1.58))
        #expect(near(change.figure.low, 0.7001142367230176))
        #expect(near(change.figure.high, 2.4598857632769824))
        #expect(change.figure.n == 10)
        #expect(change.figure.remark == nil)
        #expect(near(change.dzFigure.value, 1.2845575625910546))
        #expect(near(change.davFigure.value, 0.8321810813495397))
        #expect(near(change.beforeFigure.value, 0.75))
        #expect(near(change.afterFigure.value, 2.33))
        #expect(near(change.pFigure.value, 0.002832890197384273))
    }

    @Test func `without a pair there is nothing to divide by (EX-PAIR-4 n0)`() {
        let change = Change(before: [], after: [])
        for figure in [change.figure, change.dzFigure, change.davFigure, change.pFigure, change.beforeFigure] {
            #expect(figure.reason == .zeroDenominator)
            #expect(figure.value == nil)
        }
        #expect(change.mean == nil)
    }

    @Test func `one pair has a change and no spread (EX-PAIR-4 n1)`() {
        let change = Change(before: [30], after: [27])
        #expect(change.mean == -3)
        #expect(change.figure.reason == .fewerThanTwo)
        #expect(change.figure.n == 1)
        #expect(change.dzFigure.reason == .fewerThanTwo)
        #expect(change.t == nil)
    }

    @Test(arguments: [([28, 29, 30], -2), ([30, 31, 32], 0)] as [([Double], Double)])
    func `where all change alike there is a mean without an interval (EX-PAIR-4 all_equal_change, no_change)`(
        after: [Double],
        mean: Double
    ) {
        let change = Change(before: [30, 31, 32], after: after)
        #expect(change.figure.value == mean)
        #expect(change.figure.low == nil)
        #expect(change.figure.note == .zeroVariance)
        #expect(change.figure.remark == "zero_variance")
        #expect(change.change.deviation == 0)
        #expect(change.t == nil)
        #expect(change.p == nil)
        #expect(change.dzFigure.reason == .zeroVariance)
        #expect(change.davFigure.reason == .zeroVariance)
    }

    @Test func `two pairs have an interval (EX-PAIR-4 n2)`() {
        let change = Change(before: [3, 4], after: [5, 5])
        #expect(near(change.t, 3))
        #expect(near(change.p, 0.204832764699133))
        #expect(near(change.figure.low, -4.85310236808735))
        #expect(near(change.figure.high, 7.85310236808735))
        #expect(change.hedges == nil)
    }

    @Test func `the rounding of differences is not a spread`() {
        let change = Change(before: [0.1, 1.1, 2.3, 4.7], after: [1.1, 2.1, 3.3, 5.7])
        #expect(change.figure.note == .zeroVariance)
        #expect(near(change.figure.value, 1))
    }

    @Test func `only pairs with both scores count`() {
        let change = Change(before: [1, nil, 3, .nan, 5], after: [2, 2, nil, 4, 7])
        #expect(change.n == 2)
        #expect(change.figure.missing == 3)
        #expect(change.mean == 1.5)
    }
}
