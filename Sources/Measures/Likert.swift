/// How often each category of one item was answered (metrics.md EV-04 to EV-06); what was not answered is not in it.
package struct Likert: Sendable, Hashable {
    /// From the lowest category to the highest; the highest is the most favorable, until `reversed`.
    package let range: ClosedRange<Int>
    private var counts: [Int: Int] = [:]

    /// The answers of an item with these categories; a count of a category outside of them is left out.
    package init(_ range: ClosedRange<Int>, counts: [Int: Int] = [:]) {
        self.range = range.clamped(to: -1_000_000...1_000_000)
        for (answer, count) in counts { add(answer, count: count) }
    }

    /// Counts `count` more of an answer, and says whether it is one of the categories.
    @discardableResult
    package mutating func add(_ answer: Int, count: Int = 1) -> Bool {
        guard range.contains(answer), count >= 0 else { return false }
        if count > 0 { counts[answer, default: 0] += count }
        return true
    }

    /// How many gave this answer.
    package func count(of answer: Int) -> Int { counts[answer] ?? 0 }

    /// The answers with the scale turned round: min + max - answer.
    package var reversed: Likert {
        var reversed = Likert(range)
        for (answer, count) in counts { reversed.counts[range.lowerBound + range.upperBound - answer] = count }
        return reversed
    }

    /// Number of answers.
    package var n: Int { counts.values.reduce(0, +) }

    /// Arithmetic mean of the answers; nil for none.
    package var mean: Double? {
        let n = n
        return n > 0 ? counts.reduce(0) { $0 + Double($1.key) * Double($1.value) } / Double(n) : nil
    }

    /// Standard deviation with n - 1; nil below two answers.
    package var deviation: Double? {
        let n = n
        guard n > 1, let mean else { return nil }
        if counts.count == 1 { return 0 }
        // In the order of the answers: a dictionary has another one in each process, and a sum in another order ends in
        // another digit.
        let squares = counts.sorted { $0.key < $1.key }.reduce(0) { sum, answer in
            sum + Double(answer.value) * (Double(answer.key) - mean) * (Double(answer.key) - mean)
        }
        return (squares / Double(n - 1)).squareRoot()
    }

    /// The middle answer, the mean of the middle two for an even number; nil for none.
    package var median: Double? {
        let n = n
        guard let low = answer(at: (n - 1) / 2), let high = answer(at: n / 2) else { return nil }
        return Double(low + high) / 2
    }

    /// The most frequent answers, several where they are equally frequent.
    package var modes: [Int] {
        guard let most = counts.values.max() else { return [] }
        return counts.filter { $0.value == most }.keys.sorted()
    }

    /// How many categories make a box at each end, so that top and bottom never meet: one of two or three, two of four to
    /// ten, three of eleven and more (metrics.md section 9.9). One category has none.
    package var box: Int { Self.box(of: range) }

    /// How many of these categories make a box at each end.
    package static func box(of range: ClosedRange<Int>) -> Int {
        switch range.upperBound - range.lowerBound + 1 {
        case ...1: 0
        case 2...3: 1
        case 4...10: 2
        default: 3
        }
    }

    /// How many answered in the most favorable categories.
    package var top: Int { count(from: range.upperBound - box + 1, to: range.upperBound) }

    /// How many answered in the least favorable categories.
    package var bottom: Int { count(from: range.lowerBound, to: range.lowerBound + box - 1) }

    private func count(from low: Int, to high: Int) -> Int {
        counts.reduce(0) { low <= $1.key && $1.key <= high ? $0 + $1.value : $0 }
    }

    private func answer(at place: Int) -> Int? {
        var passed = 0
        return counts.keys.sorted().first { answer in
            passed += count(of: answer)
            return passed > place
        }
    }
}

extension Likert {
    /// Top box less bottom box.
    package var net: NetAgreement { NetAgreement(favorable: top, unfavorable: bottom, n: n) }

    /// Likelihood to recommend on a scale from 0 to 10: 9 and 10 less 0 to 6; nil on any other scale.
    package var recommendation: NetAgreement? {
        guard range == 0...10 else { return nil }
        return NetAgreement(favorable: count(from: 9, to: 10), unfavorable: count(from: 0, to: 6), n: n)
    }

    /// The answers in the top box, from the lowest to the highest.
    package static func top(of range: ClosedRange<Int>) -> ClosedRange<Int>? {
        let box = box(of: range)
        return box == 0 ? nil : range.upperBound - box + 1...range.upperBound
    }

    /// EV-04: the share in the top box, with its interval.
    package func topFigure(missing: Int = 0) -> Figure { Proportion(top, of: n).figure(missing: missing) }

    /// EV-05: top box less bottom box, in points with their interval.
    package func netFigure(missing: Int = 0) -> Figure { net.figure(missing: missing) }

    /// The mean answer with its n.
    package func meanFigure(missing: Int = 0) -> Figure { .mean(mean ?? 0, n: n, missing: missing) }
}
