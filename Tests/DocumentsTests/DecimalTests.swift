import Documents
import Measures
import Testing

@Suite struct `Numbers as people read them` {
    @Test(arguments: [
        (27.0, 1, "27.0"), (14.5, 1, "14.5"), (0.05, 1, "0.1"), (0.04, 1, "0.0"), (-0.04, 1, "0.0"), (-3.65, 1, "-3.7"),
        (1.005, 2, "1.01"), (0.285, 2, "0.29"), (9.96, 1, "10.0"), (99.95, 1, "100.0"), (0.5, 0, "1"), (2.5, 0, "3"),
        (0.4, 0, "0"), (1e-7, 3, "0.000"), (6e-4, 3, "0.001"), (1e21, 1, "1000000000000000000000.0"), (0, 2, "0.00"),
        (33.333333333333336, 1, "33.3"), (123_456.789, 2, "123456.79"), (5e-3, 2, "0.01"), (0.095, 2, "0.10"),
    ])
    func `a number is rounded as on paper, halves away from zero`(number: Double, places: Int, shown: String) {
        #expect(Decimal.fixed(number, places: places) == shown)
    }

    @Test(arguments: [
        (Figure.count(3), "3"), (.range(low: 8, high: 12), "8 to 12"), (.range(low: 7, high: 7), "7"),
        (.share(numerator: 4, denominator: 20), "4 of 20"), (.count(1_574), "1,574"), (.hours(minutes: 870), "14.5"),
        (.withheld(), ""),
    ])
    func `a figure has a plain form`(figure: Figure, shown: String) {
        #expect(Decimal.figure(figure) == shown)
    }

    @Test func `a figure becomes the cell of its state`() {
        #expect(Cell.figure(.withheld(missing: 3)) == .withheld)
        #expect(Cell.figure(.notCollected) == .notCollected)
        #expect(Cell.figure(.share(numerator: 1, denominator: 0)) == .notApplicable("None yet"))
        #expect(Cell.figure(.notApplicable(.denominatorNotRecorded)).printed == "Not recorded")
        #expect(Cell.figure(.count(3)) == .whole(3))
        #expect(Cell.figure(.hours(minutes: 90)) == .decimal(1.5, printed: "1.5"))
        #expect(Cell.figure(.share(numerator: 3, denominator: 4)) == .share(0.75, printed: "3 of 4"))
        #expect(Cell.figure(.share(numerator: 3, denominator: 4)).json == .double(0.75))
        #expect(Cell.figure(.range(low: 8, high: 12)) == .text("8 to 12"))
    }
}
