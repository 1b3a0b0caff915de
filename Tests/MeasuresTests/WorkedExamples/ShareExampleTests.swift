import Measures
import Testing

/// Shares and nets with their intervals: EX-PROP-1, EX-LIK-1, EX-NPS-1, EX-RC-1, EX-CTC-1, EX-KIRK-1, EX-COMP-1.
@Suite struct ShareExampleTests {
    @Test(
        arguments: [
            (99, 109, 0.839314639658121, 0.949402565260522), (64, 109, 0.493299141938231, 0.6750786883253),
            (0, 10, 0, 0.277532799862889), (10, 10, 0.722467200137111, 1),
            (34, 45, 0.613266199429797, 0.857645205662283), (1, 1, 0.206549314377238, 1),
            (310, 407, 0.717952818533227, 0.800495345416461), (5, 9, 0.266651293495493, 0.811221478902335),
            (602, 905, 0.633805804407761, 0.695184468976092),
        ] as [(Int, Int, Double, Double)]
    )
    func `a share has Wilson's interval (EX-PROP-1)`(part: Int, whole: Int, low: Double, high: Double) {
        let figure = Proportion(part, of: whole).figure(missing: 3)
        #expect(figure.value == Double(part) / Double(whole))
        #expect(figure.numerator == part)
        #expect(figure.denominator == whole)
        #expect(figure.missing == 3)
        #expect(near(figure.low, low))
        #expect(near(figure.high, high))
        if part == 0 { #expect(figure.low == 0) }
        if part == whole { #expect(figure.high == 1) }
    }

    @Test func `a share of none, and one above all, have neither value nor interval`() {
        #expect(Proportion(0, of: 0).figure().reason == .zeroDenominator)
        #expect(Proportion(11, of: 10).figure().reason == .aboveDenominator)
        #expect(Proportion(11, of: 10).figure().low == nil)
        #expect(Proportion(-1, of: 10).interval == nil)
    }

    @Test func `an item has a top box, a net and a middle (EX-LIK-1)`() {
        let item = Likert(1...5, counts: [5: 18, 4: 16, 3: 7, 2: 3, 1: 1])
        #expect(item.n == 45)
        #expect(near(item.topFigure().value, 0.7555555555555555))
        #expect(near(item.topFigure().low, 0.613266199429797))
        #expect(near(item.topFigure().high, 0.857645205662283))
        #expect(near(Double(item.bottom) / Double(item.n), 0.08888888888888889))
        #expect(near(item.netFigure(missing: 3).value, 66.66666666666666))
        #expect(item.netFigure(missing: 3).n == 45)
        #expect(item.netFigure(missing: 3).missing == 3)
        #expect(near(item.net.standardError, 9.428090415820634))
        #expect(near(item.mean, 4.044444444444444))
        #expect(item.median == 4)
        #expect(item.modes == [5])
        #expect(item.reversed.top == item.bottom)
        #expect(near(item.reversed.net.points, -66.66666666666666))
    }

    @Test func `a recommendation has its wide interval (EX-NPS-1)`() throws {
        let item = Likert(0...10, counts: [10: 12, 9: 8, 8: 6, 7: 4, 6: 3, 5: 2, 3: 1])
        let recommendation = try #require(item.recommendation)
        #expect(recommendation.favorable == 20)
        #expect(recommendation.unfavorable == 6)
        #expect(near(recommendation.points, 38.88888888888889))
        #expect(near(recommendation.standardError, 12.593954174755039))
        #expect(near(recommendation.figure().low, 14.205192283421159))
        #expect(near(recommendation.figure().high, 63.57258549435663))
        #expect(Likert(1...5).recommendation == nil)
    }

    @Test func `each principle has its share of both questions and its net (EX-RC-1)`() {
        let tally = PrincipleTally(resonates: [6, 3, 4, 4, 2, 1], challenges: [1, 2, 3, 5, 2, 6])
        let resonates = [0.3, 0.15, 0.2, 0.2, 0.1, 0.05]
        let challenges = [1.0, 2, 3, 5, 2, 6].map { $0 / 19 }
        let net = [24.736842, 4.473684, 4.210526, -6.315789, -0.526316, -26.578947]
        for place in 0..<6 {
            #expect(near(tally.resonating(place).value, resonates[place]))
            #expect(near(tally.challenging(place).value, challenges[place]))
            #expect(near(tally.net(place).value, net[place], within: 1e-6))
        }
        #expect(tally.answeredChallenges == 19)
        #expect(tally.mostResonant == [0])
        #expect(tally.mostChallenging == [5])
        #expect(tally.resonating(6).value == 0)
    }

    @Test func `a question that nobody answered has no net`() {
        let tally = PrincipleTally(resonates: [2, 1], challenges: [0, 0])
        #expect(tally.net(0).reason == .zeroDenominator)
        #expect(tally.mostChallenging.isEmpty)
    }

    @Test func `a published table is recomputed, and its misprint found (EX-CTC-1)`() {
        let meant = Commitments(made: 1635, respondents: 344, fully: 602, partly: 200, notYet: 103)
        #expect(near(meant.figure().value, 0.6651933701657459))
        #expect(meant.figure().denominator == 905)
        #expect(near(meant.followedUpFigure().value, 0.5535168195718655))
        #expect(near(meant.perRespondent().value, 4.752906976744186))
        #expect(meant.madeFigure().whole == 1635)
        let printed = Commitments(made: 1635, respondents: 344, fully: 602, partly: 200, notYet: 133)
        #expect(near(printed.followedUpFigure().value, 0.5718654434250765))
        #expect(near(printed.figure().value, 0.6438502673796791))
        #expect(near(Figure.share(numerator: 344, denominator: 352).value, 0.9772727272727273))
        #expect(near(Figure.share(numerator: 197, denominator: 344).value, 0.5726744186046512))
        #expect(near(meant.partlyFigure().value, 200.0 / 905))
        #expect(near(meant.notYetFigure().value, 103.0 / 905))
    }

    @Test func `without a follow-up there is no rate of what was carried out`() {
        let commitments = Commitments(made: 30, respondents: 10, fully: 0, partly: 0, notYet: 0)
        #expect(commitments.figure().reason == .zeroDenominator)
        #expect(commitments.followedUpFigure().value == 0)
    }

    @Test(arguments: [(10, 1.0), (6, 0.6), (2, 0.2), (1, 0.1), (0, 0.0)])
    func `level coverage is of held sessions, and 0 where nothing was measured (EX-KIRK-1)`(
        measured: Int,
        share: Double
    ) {
        #expect(Figure.share(numerator: measured, denominator: 10).value == share)
    }

    @Test func `a person counts who agrees with any stigmatizing statement (EX-COMP-1)`() {
        var view = AnyOf([.init(1...4), .init(1...4), .init(1...4), .init(1...4, isFavorable: true)])
        let rows: [[Int?]] = [
            [1, 1, 1, 4], [3, 1, 1, 4], [2, 2, 2, 1], [nil, nil, nil, nil], [4, nil, nil, 4], [1, 1, 1, nil],
        ]
        let held = rows.map { view.add($0) }
        #expect(held == [false, true, true, nil, true, false])
        #expect(view.figure.numerator == 3)
        #expect(view.figure.denominator == 5)
        #expect(view.figure.missing == 1)
        #expect(near(view.figure.value, 0.6))
        #expect(view.meanAnswered.value == 3.4)
    }

    @Test func `the middle of five answers is neither agreement nor disagreement`() {
        var view = AnyOf([.init(1...5), .init(1...5, isFavorable: true)])
        let held = [view.add([3, 3]), view.add([9, nil])]
        #expect(held == [false, nil])
    }
}
