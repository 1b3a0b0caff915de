/// How many days things waited: until they ended, or until the reference day where they still wait.
///
/// Two medians follow. That of those that ended alone is biased short, since the longest waits are still going on; the
/// estimate of Kaplan and Meier (J. Am. Stat. Assoc. 53, 1958) lets the open ones count for as long as they waited.
package struct Waits: Sendable, Hashable {
    /// Things that waited equally long.
    private struct Length: Sendable, Hashable {
        let days: Int
        let isOver: Bool
        let count: Int
    }

    private var lengths: [Length] = []

    /// Nothing waited yet.
    package init() {}

    /// Adds `count` things that waited so many days; those that still wait are not over.
    package mutating func add(days: Int, isOver: Bool, count: Int = 1) {
        guard count > 0 else { return }
        lengths.append(Length(days: days, isOver: isOver, count: count))
    }

    /// How many have ended.
    package var over: Int { lengths.reduce(0) { $1.isOver ? $0 + $1.count : $0 } }

    /// How many there are.
    package var count: Int { lengths.reduce(0) { $0 + $1.count } }

    /// The median over those that have ended, the mean of the middle two for an even number; nil for none.
    package var medianOfSettled: Double? {
        let ended = lengths.filter(\.isOver).sorted { $0.days < $1.days }
        let total = over
        guard total > 0 else { return nil }
        func days(at place: Int) -> Int {
            var passed = 0
            return ended.first { length in
                passed += length.count
                return passed > place
            }?.days ?? 0
        }
        return Double(days(at: (total - 1) / 2) + days(at: total / 2)) / 2
    }

    /// The first day by which half or fewer still wait, by Kaplan and Meier; nil where fewer than half have ended.
    ///
    /// Where exactly half wait over a stretch of days it is the middle of the stretch, as in R's `survfit`, so without
    /// open ones it is the ordinary median. What ends on a day counts before what is still open on that day.
    package var medianWithOpen: Double? {
        var waiting = 1.0
        var atRisk = count
        var half: Int?
        for day in Set(lengths.map(\.days)).sorted() {
            let here = lengths.filter { $0.days == day }
            let ended = here.reduce(0) { $1.isOver ? $0 + $1.count : $0 }
            if ended > 0 {
                if let half { return Double(half + day) / 2 }
                waiting *= Double(atRisk - ended) / Double(atRisk)
                // The tolerance of R's `survmean`: a product of fractions misses one half by rounding.
                if abs(waiting - 0.5) < 1.5e-8 { half = day } else if waiting < 0.5 { return Double(day) }
            }
            atRisk -= here.reduce(0) { $0 + $1.count }
        }
        return half.map { Double($0) }
    }
}
