import Measures
import Testing

@Suite struct WaitsTests {
    private func waits(_ settled: [Int], open: [Int] = []) -> Waits {
        var waits = Waits()
        for days in settled { waits.add(days: days, isOver: true) }
        for days in open { waits.add(days: days, isOver: false) }
        return waits
    }

    @Test func `the median of the settled alone is 16,5 days and with the open ones 19, as in EX-FB-1`() {
        let waits = waits([7, 21, 14, 19], open: [44, 3])
        #expect(waits.medianOfSettled == 16.5)
        #expect(waits.medianWithOpen == 19)
        #expect(waits.over == 4)
        #expect(waits.count == 6)
    }

    @Test func `without open ones both medians are one`() {
        let seed = UInt64.random(in: 0...UInt64.max)
        var state = seed
        for _ in 0..<200 {
            var days: [Int] = []
            for _ in 0..<(1 + Int(state >> 60)) {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                days.append(Int(state >> 59))
            }
            let waits = waits(days)
            #expect(waits.medianOfSettled == waits.medianWithOpen, "seed \(seed): \(days)")
        }
    }

    /// survfit(Surv(t, d) ~ 1) in R: `minmin` of survival:::survmean.
    @Test(
        arguments: [
            ([1, 2], [3, 4], 2), ([5], [1, 2], 5), ([3], [4], 3), ([1, 3], [2, 2], 3), ([10, 10, 10], [10], 10),
        ] as [([Int], [Int], Double)]
    )
    func `an estimate agrees with the rule of survfit`(settled: [Int], open: [Int], median: Double) {
        #expect(waits(settled, open: open).medianWithOpen == median)
    }

    @Test func `while most still wait there is no median, and of nothing neither`() {
        #expect(waits([1], open: [5, 6, 7]).medianWithOpen == nil)
        #expect(Figure.medianWithOpen(waits([1], open: [5, 6, 7])).reason == .notDue)
        #expect(waits([]).medianOfSettled == nil)
        #expect(Figure.medianOfSettled(waits([], open: [4])).reason == .zeroDenominator)
        #expect(Figure.medianWithOpen(waits([])).reason == .zeroDenominator)
        #expect(Figure.medianWithOpen(waits([2, 4])).n == 2)
    }

    @Test func `equal waits can be added at once`() {
        var together = Waits()
        together.add(days: 4, isOver: true, count: 3)
        together.add(days: 9, isOver: true, count: 2)
        together.add(days: 9, isOver: true, count: 0)
        #expect(together.medianOfSettled == 4)
        #expect(together.over == 5)
    }
}
