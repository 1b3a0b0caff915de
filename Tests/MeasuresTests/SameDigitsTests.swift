import Measures
import Support
import Testing

/// What was answered decides every digit: not the order in which a dictionary happens to have it.
@Suite struct SameDigitsTests {
    @Test(arguments: 1...40)
    func `a deviation is summed from the lowest answer to the highest`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        var likert = Likert(0...10)
        var counts: [Int] = []
        for answer in 0...10 {
            counts.append(Int.random(in: 1...99_999, using: &random))
            likert.add(answer, count: counts[answer])
        }
        let n = Double(counts.reduce(0, +))
        let mean = try #require(likert.mean)
        var squares = 0.0
        for (answer, count) in counts.enumerated() {
            squares += Double(count) * (Double(answer) - mean) * (Double(answer) - mean)
        }
        #expect(likert.deviation == (squares / (n - 1)).squareRoot(), "seed \(seed)")
    }
}
