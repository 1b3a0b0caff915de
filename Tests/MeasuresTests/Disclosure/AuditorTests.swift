import Measures
import Testing

@Suite struct AuditorTests {
    /// 20 people answered; three kinds of answers, of which two are withheld.
    private func kinds(least: Int) -> LinkedCounts {
        var linked = LinkedCounts()
        let places = [3, 4, 13].map { linked.add(.init($0, least: least)) }
        linked.link(places.map { LinkedCounts.Term($0) })
        return linked
    }

    @Test func `a count can be as little as the reader knows it to be`() {
        var auditor = Auditor(kinds(least: 1), hidden: [0, 1], threshold: 5)
        #expect(auditor.interval(of: 0) == (1, 6))
        auditor = Auditor(kinds(least: 0), hidden: [0, 1], threshold: 5)
        #expect(auditor.interval(of: 0) == (0, 7))
    }

    @Test func `a count that lies below the threshold for certain is exposed, a point or not`() {
        var auditor = Auditor(kinds(least: 1), hidden: [0, 1], threshold: 7)
        #expect(auditor.exposed() == [0, 1])
    }

    @Test func `a count without a total is not bounded`() {
        var linked = LinkedCounts()
        _ = linked.add(.init(3, least: 1))
        var auditor = Auditor(linked, hidden: [0], threshold: 5)
        #expect(auditor.interval(of: 0) == (1, .infinity))
        #expect(auditor.exposed().isEmpty)
    }

    @Test func `the mean of a group is exposed where its sum can be subtracted`() {
        var linked = LinkedCounts()
        let places = [LinkedCounts.Count.amount(12.5), .amount(80), .amount(92.5)].map { linked.add($0) }
        linked.link([.init(places[0]), .init(places[1]), .init(places[2], -1)])
        var auditor = Auditor(linked, hidden: [0], threshold: 5)
        #expect(auditor.exposed() == [0])
        auditor = Auditor(linked, hidden: [0, 1], threshold: 5)
        #expect(auditor.exposed().isEmpty)
    }

    @Test func `two rates of one whole give each other's parts away only where they add up`() {
        var linked = LinkedCounts()
        // 30 were trained: 2 still are, and 28 are due; of 40.
        let trained = linked.add(.init(30, least: 1))
        let now = linked.add(.init(2, least: 1))
        let due = linked.add(.init(28, least: 1))
        linked.link([.init(trained), .init(now, -1), .init(due, -1)])
        let withholding = Withholding(
            linked,
            [
                .init([trained], .published, weight: 40), .init([now], .withheld, weight: 40),
                .init([due], .published, weight: 28),
            ],
            threshold: 5
        )
        #expect(withholding.decide().withheld == [1, 2])
    }

    @Test func `what is never withheld can leave a count exposed, and that is said`() {
        var linked = LinkedCounts()
        let part = linked.add(.init(3, least: 1))
        let total = linked.add(.init(3))
        linked.link([.init(part), .init(total, -1)])
        let withholding = Withholding(
            linked,
            [.init([part], .withheld, weight: 3), .init([total], .open, weight: 3)],
            threshold: 5
        )
        #expect(withholding.decide().exposed == [part])
    }
}
