import Measures
import Testing

@Suite struct DifferencingTests {
    @Test(arguments: [(24, 24, false), (24, 29, false), (29, 26, true), (5, 5, false)])
    func `a difference of none or of enough people gives nobody away`(first: Int, second: Int, discloses: Bool) {
        let difference = Differencing(.count(first), .count(second), threshold: 5)
        #expect(difference.differences == [second - first])
        #expect(difference.discloses == discloses)
    }

    @Test func `shares are held against each other part by part`() {
        let earlier = Figure.share(numerator: 10, denominator: 30)
        let later = Figure.share(numerator: 10, denominator: 31)
        let difference = Differencing(earlier, later, threshold: 5)
        #expect(difference.differences == [0, 1, 1])
        #expect(difference.discloses)
    }

    @Test func `a withheld figure has no difference to any other`() {
        #expect(Differencing(.withheld(), .count(24), threshold: 5).differences.isEmpty)
        #expect(!Differencing(.count(24), .notCollected, threshold: 5).discloses)
    }
}
