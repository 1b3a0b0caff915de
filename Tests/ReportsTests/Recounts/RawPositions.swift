@testable import Reports

/// Designated positions and who filled them for how long, made at random as the rules of positions have it: one holder at
/// a time, none before it was authorized, none after it was closed.
struct RawPositions {
    struct Filling {
        let from: Int
        let to: Int?
    }

    struct Position {
        let id: Int
        let organization: Int
        let capacity: String
        /// 1 for yes, 0 for no, nil where nobody said.
        let paid: Int?
        let hundredths: Int?
        let authorized: Int?
        let closed: Int?
        let fillings: [Filling]
    }

    private(set) var positions: [Position] = []

    init(using generator: inout some RandomNumberGenerator) {
        let count = generator.pick([0, 1, 2, 4, 8, 12, 20, 40])
        // Now and then a program writes the same of every position.
        let paid: [Int?] = generator.pick([[1], [1], [1, 1, 1, 0, nil], [0, nil]])
        // Now and then nobody leaves within a year.
        let stays = generator.isOne(of: 3)
        let years = generator.pick([[0, 365], [0, 365, 364, 366, 900], [365, 700, 900]])
        let parts: [Int?] = generator.pick([[100, 50, 80, 25], [100, 50, nil, 33], [0, 50, 20], [nil]])
        for id in 0..<count {
            let fillings = Self.fillings(years, stays, &generator)
            let start = fillings.first?.from ?? Dates.any(&generator)
            let authorized = generator.pick([nil, start, start - 1, start - 40])
            let end = fillings.last.map { $0.to ?? Int.max } ?? authorized ?? start
            let closes = end < Int.max && generator.isOne(of: 2)
            positions.append(
                Position(
                    id: id + 1,
                    organization: generator.pick(RandomProgram.owners),
                    capacity: generator.pick(["outreach", "outreach", "training", "governance", "evaluation"]),
                    paid: generator.pick(paid),
                    hundredths: generator.pick(parts),
                    authorized: authorized,
                    closed: closes ? Dates.later(than: end, &generator) : nil,
                    fillings: fillings
                )
            )
        }
    }

    /// Up to three terms, one after the other; the last may go on.
    private static func fillings(
        _ years: [Int],
        _ stays: Bool,
        _ generator: inout some RandomNumberGenerator
    ) -> [Filling] {
        var fillings: [Filling] = []
        // The first day of a term, often a year before a day on which reports are made.
        var start = Dates.any(&generator) - generator.pick(years)
        for _ in 0..<generator.pick([0, 1, 1, 2, 3]) {
            if generator.isOne(of: 3) { return fillings + [Filling(from: start, to: nil)] }
            let year = Almanac.anniversary(start)
            let ends = stays ? [year, year + 1] : [start, start + 100, year - 1, year, year + 1]
            let end = generator.pick(ends + [Dates.later(than: stays ? year : start, &generator)])
            fillings.append(Filling(from: start, to: end))
            // The next begins on the last day of this one at the earliest, on a day of its own.
            start = max(start + 1, generator.pick([end, end + 1, Dates.later(than: end, &generator)]))
        }
        return fillings
    }

    func store(in sample: borrowing Sample) throws {
        for one in positions {
            try sample.position(
                one.id,
                of: one.organization,
                capacity: one.capacity,
                paid: one.paid,
                hundredths: one.hundredths,
                authorized: one.authorized.map(Almanac.iso),
                closed: one.closed.map(Almanac.iso),
                filled: one.fillings.map { (Almanac.iso($0.from), $0.to.map(Almanac.iso)) }
            )
        }
    }
}
