import Measures
import Testing

/// EX-SDC-1 to EX-SDC-6 of metrics_examples.json; EX-SDC-5 stands with the primary rules.
@Suite struct `Worked examples of disclosure control` {
    /// EX-SDC-1: three rows of three; places count the total behind each row.
    private let rows = [[40, 18, 3], [35, 22, 14], [28, 12, 16]]

    private func intervals(_ hidden: Set<Int>) -> [Int: [Double]] {
        var auditor = Auditor(LinkedCounts.table(rows), hidden: hidden, threshold: 11)
        return Dictionary(
            uniqueKeysWithValues: hidden.map { place in
                let interval = auditor.interval(of: place)
                return (place, [interval.low, interval.high].map { ($0 * 1_000_000).rounded() / 1_000_000 })
            }
        )
    }

    @Test func `a small cell withheld alone is found from its totals`() {
        #expect(intervals([2]) == [2: [3, 3]])
        var auditor = Auditor(LinkedCounts.table(rows), hidden: [2], threshold: 11)
        #expect(auditor.exposed() == [2])
    }

    @Test func `three withheld cells that close no rectangle are all found`() {
        #expect(intervals([2, 1, 6]) == [2: [3, 3], 1: [18, 18], 6: [14, 14]])
    }

    @Test func `the rectangle of the least sum leaves each of its cells uncertain`() {
        #expect(Complement.withheld(ofTable: rows, threshold: 11) == [2, 1, 10, 9])
        #expect([1, 10, 9].reduce(0) { $0 + Complement.withMargins(rows).flatMap(\.self)[$1] } == 46)
        #expect(intervals([2, 1, 10, 9]) == [2: [1, 18], 1: [3, 20], 10: [1, 18], 9: [10, 27]])
        var auditor = Auditor(LinkedCounts.table(rows), hidden: [2, 1, 10, 9], threshold: 11)
        #expect(auditor.exposed().isEmpty)
    }

    /// EX-SDC-2: woman, man, nonbinary, another, no answer; the zero stays published.
    @Test func `the smallest count that is not zero is withheld beside a small one`() {
        let counts = [42, 23, 4, 0, 15]
        #expect(Complement.withheld(of: counts, threshold: 11) == [2, 4])
        var auditor = Auditor(LinkedCounts.row(counts), hidden: [2], threshold: 11)
        #expect(auditor.interval(of: 2) == (4, 4))
    }

    /// EX-SDC-3: the sum of the withheld is 2, and each is at least 1.
    @Test func `two ones alone are found, since no withheld count is zero`() {
        var auditor = Auditor(LinkedCounts.row([1, 1, 30]), hidden: [0, 1], threshold: 5)
        #expect(auditor.interval(of: 0) == (1, 1))
        #expect(auditor.interval(of: 1) == (1, 1))
        #expect(auditor.exposed() == [0, 1])
        #expect(Complement.withheld(of: [1, 1, 30], threshold: 5) == [0, 1, 2])
    }

    /// EX-SDC-4: with one marker for both kinds of withheld counts, two tens can be 1 to 19 each.
    @Test func `with the same marker two withheld tens are uncertain`() {
        let counts = [10, 10, 50]
        #expect(Complement.withheld(of: counts, threshold: 11) == [0, 1])
        var auditor = Auditor(LinkedCounts.row(counts), hidden: [0, 1], threshold: 11)
        #expect(auditor.interval(of: 0) == (1, 19))
        #expect(auditor.interval(of: 1) == (1, 19))
    }

    /// EX-SDC-6: 24 people on 5 April, 25 on 20 April.
    @Test func `two publications whose difference is one person give that person away`() {
        let difference = Differencing(.count(24), .count(25), threshold: 5)
        #expect(difference.differences == [1])
        #expect(difference.discloses)
    }
}

extension LinkedCounts {
    /// Counts whose total is published, none of them 0 where it is withheld.
    static func row(_ counts: [Int]) -> LinkedCounts {
        var linked = LinkedCounts()
        linked.link(counts.map { Term(linked.add(.init($0, least: 1))) })
        return linked
    }

    /// Counts with the totals of rows and columns.
    static func table(_ rows: [[Int]]) -> LinkedCounts {
        let table = Complement.withMargins(rows)
        var linked = LinkedCounts()
        for count in table.flatMap(\.self) { _ = linked.add(.init(count, least: 1)) }
        for sum in Complement.sums(height: table.count, width: table.first?.count ?? 0) { linked.link(sum) }
        return linked
    }
}
