import Measures
import Testing

@Suite struct `What may be published` {
    /// EX-SDC-5 of metrics_examples.json: percentages leak cells (CMS).
    @Test(arguments: [(2, 8, false), (34, 45, true), (36, 45, false), (45, 45, true), (0, 200, true)])
    func `a rate is published where denominator, numerator and complement allow it`(
        numerator: Int,
        denominator: Int,
        isPublished: Bool
    ) {
        let figure = Figure.share(numerator: numerator, denominator: denominator)
        let published = Disclosure(.public).publish(figure, class: .rate)
        #expect(published == (isPublished ? figure : .withheld()))
    }

    @Test(arguments: [(45, 45), (0, 200)])
    func `a sensitive rate is withheld where everybody answered the same`(numerator: Int, denominator: Int) {
        let figure = Figure.share(numerator: numerator, denominator: denominator)
        #expect(Disclosure(.public).publish(figure, class: .rate, homogeneity: true) == .withheld())
    }

    @Test func `a withheld figure holds none of its numbers`() {
        let figures: [Figure] = [
            .share(numerator: 2, denominator: 8, missing: 3), .count(4, missing: 3),
            .range(low: 2, high: 9, missing: 3),
            .mean(sum: 21, n: 7, missing: 3),
        ]
        for figure in figures {
            let withheld = Disclosure(.public).publish(figure, class: .inside)
            #expect(withheld.state == .withheld)
            #expect(withheld.missing == 3)
            #expect(withheld.value == nil && withheld.numerator == nil && withheld.denominator == nil)
            #expect(withheld.low == nil && withheld.high == nil && withheld.n == nil)
            #expect(withheld == .withheld(missing: 3))
        }
    }

    @Test(arguments: Profile.allCases) func `a count of people is published from the threshold on, and so is zero`(
        profile: Profile
    ) {
        let gate = Disclosure(profile)
        for count in 0...20 {
            let isPublished = count == 0 || count >= gate.threshold
            #expect((gate.publish(.count(count), class: .people).state == .value) == isPublished, "count \(count)")
        }
    }

    @Test func `a range of people is published where both ends are`() {
        let gate = Disclosure(.funder)
        #expect(gate.publish(.range(low: 10, high: 14), class: .people).low == 10)
        #expect(gate.publish(.range(low: 8, high: 14), class: .people) == .withheld())
        #expect(gate.publish(.range(low: 0, high: 4), class: .people) == .withheld())
    }

    @Test func `a share of people is judged by its counts`() {
        let gate = Disclosure(.board)
        #expect(gate.publish(.share(numerator: 3, denominator: 20), class: .people) == .withheld())
        #expect(gate.publish(.share(numerator: 17, denominator: 20), class: .people) == .withheld())
        #expect(gate.publish(.share(numerator: 10, denominator: 20), class: .people).value == 0.5)
    }

    @Test(arguments: [(Profile.board, 7, false), (.board, 8, true), (.funder, 9, false), (.funder, 10, true)])
    func `a mean needs eight answers and the threshold`(profile: Profile, n: Int, isPublished: Bool) {
        let published = Disclosure(profile).publish(.mean(sum: Double(n), n: n), class: .mean)
        #expect((published.state == .value) == isPublished)
    }

    @Test func `a mean that does not say its n is withheld`() {
        #expect(Disclosure(.board).publish(.hours(minutes: 60), class: .mean) == .withheld())
    }

    @Test(arguments: Profile.allCases) func `what an organization did is never withheld`(profile: Profile) {
        #expect(Disclosure(profile).publish(.count(1), class: .open).whole == 1)
    }

    @Test(arguments: Sensitivity.allCases) func `the team's page withholds only what never leaves`(
        sensitivity: Sensitivity
    ) {
        let published = Disclosure(.team).publish(.share(numerator: 1, denominator: 2), class: sensitivity)
        #expect((published.state == .withheld) == (sensitivity == .inside))
    }

    @Test func `a threshold overrules the profile, and none is below one`() {
        #expect(Disclosure(.team, threshold: 16).threshold == 16)
        #expect(Disclosure(.public, threshold: 3).threshold == 3)
        #expect(Disclosure(.public, threshold: -2).threshold == 1)
        #expect(Profile.allCases.map(\.threshold) == [1, 5, 10, 11])
    }

    @Test func `a figure that is not applicable gives up its numbers and keeps its reason`() {
        let published = Disclosure(.board).publish(.share(numerator: 4, denominator: 3), class: .rate)
        #expect(published.reason == .aboveDenominator)
        #expect(published.numerator == nil && published.denominator == nil)
    }

    @Test(arguments: [Reason.fewerThanTwo, .zeroVariance])
    func `a reason that tells of one person or of equal answers is withheld`(reason: Reason) {
        #expect(Disclosure(.board).publish(.notApplicable(reason), class: .mean) == .withheld())
        #expect(Disclosure(.team).publish(.notApplicable(reason), class: .mean).reason == reason)
    }

    @Test func `nothing collected stays so in every class`() {
        for sensitivity in Sensitivity.allCases {
            let figure = Figure.notCollected(missing: 4)
            #expect(Disclosure(.public).publish(figure, class: sensitivity) == figure)
        }
    }

    @Test func `no published rate of any size gives a small cell away`() {
        let gate = Disclosure(.board)
        for denominator in 0...30 {
            for numerator in 0...denominator {
                let figure = gate.publish(.share(numerator: numerator, denominator: denominator), class: .rate)
                guard figure.state == .value else { continue }
                #expect(!(1..<5).contains(numerator) && !(1..<5).contains(denominator - numerator))
                #expect(denominator >= 5)
            }
        }
    }

    @Test func `classes and profiles have the names of the dictionary`() {
        #expect(Sensitivity.allCases.map(\.rawValue) == ["S0", "SP", "SR", "SM", "SX"])
        #expect(Profile.allCases.map(\.rawValue) == ["team", "board", "funder", "public"])
    }

    @Test func `a net is published where each of its three counts may be`() {
        let board = Disclosure(.board)
        func net(_ favorable: Int, _ unfavorable: Int, _ n: Int) -> Figure {
            board.publish(NetAgreement(favorable: favorable, unfavorable: unfavorable, n: n).figure(), class: .rate)
        }
        #expect(net(20, 6, 36).state == .value)
        #expect(net(34, 4, 45).state == .withheld)
        #expect(net(20, 6, 30).state == .withheld)
        #expect(net(4, 0, 4).state == .withheld)
        #expect(net(0, 0, 0).reason == .zeroDenominator)
        let sensitive = NetAgreement(favorable: 9, unfavorable: 0, n: 9).figure()
        #expect(board.publish(sensitive, class: .rate).state == .value)
        #expect(board.publish(sensitive, class: .rate, homogeneity: true).state == .withheld)
    }

    @Test func `the net of two questions is judged by the counts of both`() {
        let tally = PrincipleTally(resonates: [9, 2], challenges: [6, 5])
        #expect(Disclosure(.board).publish(tally.net(0), class: .people).state == .withheld)
        let large = PrincipleTally(resonates: [9, 6], challenges: [6, 5])
        #expect(Disclosure(.board).publish(large.net(0), class: .people).state == .value)
    }

    @Test func `a change needs eight pairs, and each of two groups eight answers`() {
        let board = Disclosure(.board)
        let few = Change(before: [1, 2, 3, 4, 5, 6, 7], after: [2, 2, 4, 4, 6, 6, 8])
        let enough = Change(before: [1, 2, 3, 4, 5, 6, 7, 8], after: [2, 2, 4, 4, 6, 6, 8, 8])
        #expect(board.publish(few.figure, class: .mean).state == .withheld)
        #expect(board.publish(enough.figure, class: .mean) == enough.figure)
        let groups = GroupChange(before: few.before, after: Sample(Array(repeating: 3, count: 30) + [4]))
        #expect(board.publish(groups.figure, class: .mean).state == .withheld)
    }

    @Test func `a change that is the same for everybody tells what everybody answered`() {
        let alike = Change(before: [1, 2, 3, 4, 5, 6, 7, 8], after: [2, 3, 4, 5, 6, 7, 8, 9])
        let published = Disclosure(.board).publish(alike.figure, class: .mean)
        #expect(published.state == .withheld)
        #expect(published.remark == nil)
        #expect(Disclosure(.team).publish(alike.figure, class: .mean).remark == "zero_variance")
    }
}
