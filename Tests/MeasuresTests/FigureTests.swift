import Measures
import Testing

@Suite struct `Figures hold their rules` {
    @Test func `a share keeps its numerator and denominator`() {
        let figure = Figure.share(numerator: 310, denominator: 407, missing: 2)
        #expect(figure.state == .value)
        #expect(figure.value == 310.0 / 407.0)
        #expect(figure.numerator == 310)
        #expect(figure.denominator == 407)
        #expect(figure.missing == 2)
        #expect(figure.reason == nil)
    }

    @Test func `a share of none has no value`() {
        let figure = Figure.share(numerator: 0, denominator: 0)
        #expect(figure.state == .notApplicable)
        #expect(figure.reason == .zeroDenominator)
        #expect(figure.value == nil)
    }

    @Test func `a share above one is an error in the data and is never capped`() {
        let figure = Figure.share(numerator: 25, denominator: 20)
        #expect(figure.reason == .aboveDenominator)
        #expect(figure.value == nil)
        #expect(figure.numerator == 25)
        #expect(figure.denominator == 20)
    }

    @Test(arguments: [(0, 4, 0.0), (4, 4, 1.0), (3, 4, 0.75)])
    func `a share is a fraction from none to all`(numerator: Int, denominator: Int, value: Double) {
        #expect(Figure.share(numerator: numerator, denominator: denominator).value == value)
    }

    @Test func `a share of halves keeps its fraction, and shows a whole number only where it is one`() {
        let half = Figure.share(numerator: 19, denominator: 34, parts: 2)
        #expect(half.value == 19.0 / 34)
        #expect(half.numerator == nil)
        #expect(half.denominator == 17)
        #expect(half.exactNumerator == 9.5)
        #expect(Figure.share(numerator: 22, denominator: 34, parts: 2).numerator == 11)
    }

    @Test func `a rate has what it is per as its n`() {
        #expect(Figure.rate(6, per: 100, of: 15).value == 40)
        #expect(Figure.rate(6, per: 100, of: 15).n == 15)
        #expect(Figure.rate(6, per: 100, of: 0).reason == .zeroDenominator)
    }

    @Test func `a range with two ends has no single value`() {
        let figure = Figure.range(low: 8, high: 12, missing: 1)
        #expect(figure.state == .value)
        #expect(figure.value == nil)
        #expect(figure.low == 8)
        #expect(figure.high == 12)
        #expect(figure.missing == 1)
    }

    @Test func `a range whose ends are one number has that value too`() {
        let figure = Figure.range(low: 7, high: 7)
        #expect(figure.whole == 7)
        #expect(figure.low == 7)
        #expect(figure.high == 7)
    }

    @Test func `the ends of a range may come in either order`() {
        #expect(Figure.range(low: 12, high: 8) == Figure.range(low: 8, high: 12))
    }

    @Test func `a mean carries its n, and a mean of nobody is not zero`() {
        #expect(Figure.mean(sum: 7, n: 2).value == 3.5)
        #expect(Figure.mean(sum: 7, n: 2).n == 2)
        #expect(Figure.mean(sum: 0, n: 0).reason == .zeroDenominator)
        #expect(Figure.mean(sum: 0, n: 0).value == nil)
    }

    @Test func `hours have sixty minutes`() {
        #expect(Figure.hours(minutes: 900).whole == 15)
        #expect(Figure.hours(minutes: 90).value == 1.5)
        #expect(Figure.hours(minutes: 90).whole == nil)
    }

    @Test func `nobody counted is a true zero and not collected is none`() {
        #expect(Figure.count(0).state == .value)
        #expect(Figure.count(0).whole == 0)
        #expect(Figure.notCollected.state == .notCollected)
        #expect(Figure.notCollected.whole == nil)
        #expect(Figure.count(0) != .notCollected)
    }

    @Test(arguments: [(0, 5, Figure.State.value), (2, 5, .value), (5, 5, .notCollected), (0, 0, .value)])
    func `all records lacking is not collected, some is a value with missing`(
        missing: Int,
        total: Int,
        state: Figure.State
    ) {
        let figure = Figure.count(3).lacking(missing, of: total)
        #expect(figure.state == state)
        #expect(figure.missing == missing)
        #expect((figure.value != nil) == (state == .value))
    }

    @Test func `reasons and states have the words of the contract`() {
        #expect(
            Reason.allCases.map(\.rawValue) == [
                "zero_denominator", "denominator_not_recorded", "n_lt_2", "zero_variance", "all_not_applicable",
                "not_due", "not_divisible", "above_denominator",
            ]
        )
        #expect(Figure.State.allCases.map(\.rawValue) == ["value", "not_applicable", "not_collected", "withheld"])
    }

    @Test(arguments: [Outcome<Int>.withheld, .notCollected, .notApplicable(.notDue)])
    func `an outcome without a value stays what it is, whatever is computed with it`(outcome: Outcome<Int>) {
        #expect(outcome.value == nil)
        #expect(outcome.map { $0 + 1 } == outcome)
        #expect(outcome.flatMap { .value($0) } == outcome)
    }

    @Test func `a value goes on into the next question`() {
        #expect(Outcome.value(2).map { $0 * 2 } == .value(4))
        #expect(Outcome.value(2).flatMap { _ in Outcome<Int>.notApplicable(.notDue) } == .notApplicable(.notDue))
    }

    @Test func `a note stands with a value, in the place of a reason`() {
        let figure = Figure.mean(40, n: 9).noting(.exact)
        #expect(figure.note == .exact)
        #expect(figure.reason == nil)
        #expect(figure.remark == "exact")
        #expect(Figure.mean(40, n: 9).remark == nil)
        #expect(figure.lacking(2, of: 11).remark == "exact")
    }

    @Test func `a figure without a value takes no note`() {
        let figure = Figure.notApplicable(.fewerThanTwo, n: 1).noting(.exact)
        #expect(figure.note == nil)
        #expect(figure.remark == "n_lt_2")
        #expect(figure.n == 1)
        #expect(Figure.withheld().noting(.normal).remark == nil)
        #expect(Figure.mean(1, n: 0).reason == .zeroDenominator)
    }
}
