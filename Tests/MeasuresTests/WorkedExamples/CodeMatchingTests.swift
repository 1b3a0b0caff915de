import Measures
import Support
import Testing

@Suite struct CodeMatchingTests {
    private static func code(_ text: String) -> [Substring?] { text.split(separator: "-").map { $0 } }

    private static let before = [
        "03-M-1-T-S-K", "03-M-1-T-S-L", "11-A-0-B-E-R", "07-J-2-D-N-P", "12-L-0-C-M-T", "05-R-3-O-A-H",
    ].map(code)
    private static let after = [
        "03-M-1-T-S-K", "11-A-0-B-E-R", "07-J-2-D-N-Q", "12-L-1-C-M-T", "03-M-1-T-S-M", "05-R-3-O-B-I",
    ].map(code)

    @Test func `codes pair exactly, then one element off, and never where two could be meant (EX-SGIC-1)`() {
        let matching = CodeMatching(befores: Self.before, afters: Self.after)
        #expect(
            matching.pairs == [
                .init(before: 0, after: 0, isExact: true), .init(before: 2, after: 1, isExact: true),
                .init(before: 3, after: 2, isExact: false), .init(before: 4, after: 3, isExact: false),
            ]
        )
        #expect(matching.ambiguous == [4])
        #expect(matching.unmatched == [5])
        #expect(matching.unmatchedBefores == [1, 5])
        let pairs = MatchedPairs(exact: matching.exact, oneOff: matching.oneOff, befores: 6, afters: 6)
        #expect(near(pairs.figure().value, 0.6666666666666666))
        #expect(near(Double(matching.exact) / 6, 0.3333333333333333))
        #expect(!pairs.needsCaution)
    }

    @Test func `strictly, only codes that occur once on both sides pair`() {
        let matching = CodeMatching(befores: Self.before, afters: Self.after, tolerance: .strict)
        #expect(matching.pairs.map(\.after) == [0, 1])
        #expect(matching.ambiguous.isEmpty)
        let repeated = CodeMatching(befores: [["a"], ["b"], ["b"]], afters: [["a"], ["b"]], tolerance: .strict)
        #expect(repeated.pairs == [.init(before: 0, after: 0, isExact: true)])
        #expect(repeated.ambiguous == [1])
    }

    @Test func `two forms after with one code are ambiguous`() {
        let matching = CodeMatching(befores: [["a", "b"]], afters: [["a", "b"], ["a", "b"]])
        #expect(matching.pairs.isEmpty)
        #expect(matching.ambiguous == [0, 1])
        #expect(matching.unmatchedBefores == [0])
    }

    @Test func `a form one element off somebody who is already paired is ambiguous`() {
        let matching = CodeMatching(befores: [["a", "b", "c"]], afters: [["a", "b", "c"], ["a", "b", "x"]])
        #expect(matching.pairs == [.init(before: 0, after: 0, isExact: true)])
        #expect(matching.ambiguous == [1])
    }

    @Test func `an element that was not answered agrees with none`() {
        let one = CodeMatching(befores: [["a", "b", nil]], afters: [["a", "b", nil]])
        #expect(one.pairs == [.init(before: 0, after: 0, isExact: false)])
        let two = CodeMatching(befores: [["a", nil, nil]], afters: [["a", nil, nil]])
        #expect(two.unmatched == [0])
        let none = CodeMatching(befores: [[String?]()], afters: [[]])
        #expect(none.unmatched == [0])
    }

    @Test func `published match rates are counts of whole people (EX-SGIC-2)`() {
        let perfect = MatchedPairs(exact: 54, oneOff: 0, befores: 135, afters: 135)
        let most = MatchedPairs(exact: 54, oneOff: 0, manual: 70, befores: 135, afters: 135)
        #expect(near(perfect.figure().value, 0.4))
        #expect(perfect.needsCaution)
        #expect(near(most.beforeFigure().value, 0.919, within: 0.0005))
        #expect(MatchedPairs(exact: 0, oneOff: 0, befores: 0, afters: 0).figure().reason == .zeroDenominator)
    }

    @Test(arguments: 1...60)
    func `the pairs are those that comparing everybody with everybody finds`(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let elements = Int.random(in: 1...4, using: &random)
        func codes() -> [[Int?]] {
            (0..<Int.random(in: 0...14, using: &random)).map { _ in
                (0..<elements).map { _ in
                    Int.random(in: 0..<12, using: &random) == 0 ? nil : Int.random(in: 0..<3, using: &random)
                }
            }
        }
        let (befores, afters) = (codes(), codes())
        for tolerance in CodeMatching.Tolerance.allCases {
            let matching = CodeMatching(befores: befores, afters: afters, tolerance: tolerance)
            let slow = Self.compared(befores, afters, tolerance)
            #expect(Set(matching.pairs) == slow, "seed \(seed)")
            #expect(matching.pairs.count + matching.ambiguous.count + matching.unmatched.count == afters.count)
            #expect(matching.pairs.count + matching.unmatchedBefores.count == befores.count)
        }
    }

    @Test func `thousands of codes are matched at once`() {
        let befores: [[Int?]] = (0..<4000).map { [$0 % 31, $0 % 12, $0 % 7, $0 / 7, $0 % 5, $0] }
        let matching = CodeMatching(befores: befores, afters: befores.reversed())
        #expect(matching.exact == 4000)
        let alike = CodeMatching(
            befores: Array(repeating: [1, 2, 3], count: 4000),
            afters: Array(repeating: [1, 2, 4], count: 4000)
        )
        #expect(alike.ambiguous.count == 4000)
    }

    /// The same rule by brute force.
    private static func compared(
        _ befores: [[Int?]],
        _ afters: [[Int?]],
        _ tolerance: CodeMatching.Tolerance
    ) -> Set<CodeMatching.Pair> {
        func distance(_ one: [Int?], _ other: [Int?]) -> Int { zip(one, other).count { $0 == nil || $0 != $1 } }
        func best(_ code: [Int?], _ pool: [[Int?]]) -> (places: [Int], distance: Int) {
            let exact = pool.indices.filter { distance(code, pool[$0]) == 0 }
            if !exact.isEmpty || tolerance == .strict || code.count < 2 { return (exact, 0) }
            return (pool.indices.filter { distance(code, pool[$0]) == 1 }, 1)
        }
        var pairs: Set<CodeMatching.Pair> = []
        for after in afters.indices {
            let (places, apart) = best(afters[after], befores)
            guard places.count == 1, best(befores[places[0]], afters) == ([after], apart) else { continue }
            pairs.insert(.init(before: places[0], after: after, isExact: apart == 0))
        }
        return pairs
    }
}
