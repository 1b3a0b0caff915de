import Documents
package import Measures

/// The gate: everything that is published together, in one report or in all reports of a batch, so that what is suppressed
/// is decided once over all of it.
///
/// Replies are added first, then `decide` says what is suppressed, then documents are drawn by its verdicts. A figure is
/// named by its cell and its extent, so one that is printed twice is decided once. What hangs together is declared
/// (`Relation`) or follows from the extents: months add up to their quarter, organizations to the whole.
package struct Clearance: Sendable {
    /// A figure before anything is decided for the sake of others.
    struct Candidate: Sendable {
        let address: Verdicts.Address
        let figure: Figure
        let rule: DisclosureRule
        /// Whether it is suppressed for its own sake, or beside those of the same reading.
        fileprivate(set) var isSuppressed: Bool
        /// Whether it is judged on one day, so that months do not add up.
        var isOfOneDay = false
    }

    /// Groups that are all there are of a side, or of days.
    struct Division: Hashable, Sendable {
        let whole: Extent
        let side: Extent.Side
    }

    private let disclosure: Disclosure
    private var candidates: [Candidate] = []
    private var places: [Verdicts.Address: Int] = [:]
    private var divisions: Set<Division> = []

    /// A publication for the readers of a disclosure.
    package init(for disclosure: Disclosure) { self.disclosure = disclosure }

    /// Adds everything that is printed of a reply, in all its formats.
    package mutating func add(_ reply: Reply) {
        for format in reply.formats { add(reply, for: format) }
    }

    private mutating func add(_ reply: Reply, for format: Format) {
        guard disclosure.withholds else { return }
        for reading in reply.readings(for: format) { add(reading) }
        for detail in reply.details(for: format) { add(detail.candidates) }
    }

    /// What is suppressed of a reply in a format that is published alone.
    static func deciding(_ reply: Reply, for format: Format) -> Verdicts {
        var clearance = Clearance(for: reply.inquiry.disclosure)
        clearance.add(reply, for: format)
        return clearance.decide()
    }

    /// Adds the figures of a reading, its groups among them.
    mutating func add(_ reading: Reading) {
        guard disclosure.withholds else { return }
        add(reading.candidates)
        if let division = reading.division { divisions.insert(division) }
    }

    /// A figure that is printed several times is suppressed where any of them is: one as the whole can be another as a
    /// group, beside which others are too small.
    private mutating func add(_ more: [Candidate]) {
        for candidate in more {
            if let place = places[candidate.address] {
                if candidate.isSuppressed { candidates[place].isSuppressed = true }
            } else {
                places[candidate.address] = candidates.count
                candidates.append(candidate)
            }
        }
    }

    /// What is suppressed of all that was added.
    ///
    /// It is decided step by step: undivided figures, then the others, then the rows of tables beside them. Each step takes
    /// the ones before it as they were decided, so that no group and no row of a table costs a total, and a figure of the
    /// whole is in the same state on every page. What is known of a suppressed row from the figures alone is no secret: other
    /// pages print them. Only a figure that could not be protected so is decided together with what gives it away.
    package func decide() -> Verdicts {
        guard disclosure.withholds else { return Verdicts() }
        let related = Set(candidates.flatMap(\.rule.relations).flatMap(\.terms).map(\.quantity.cell))
        let judged = candidates.filter { $0.rule.sensitivity != .open || related.contains($0.address.cell) }
        let ranks = Extent.ranks(of: Set(judged.map(\.address.extent)))
        let steps = judged.map { Step(of: $0, ranks) }
        var decided = Verdicts()
        var settled = 0
        for step in Step.allCases {
            let here = zip(judged, steps).filter { $1 <= step }.map(\.0)
            guard here.count > settled else { continue }
            let fixed = Set(zip(judged, steps).filter { $1 < step }.map(\.0.address))
            decided = decide(here, keeping: fixed, as: decided)
            settled = here.count
        }
        return decided
    }

    private func decide(
        _ candidates: [Candidate],
        keeping fixed: Set<Verdicts.Address>,
        as decided: Verdicts
    ) -> Verdicts {
        let inSteps = ledger(of: candidates, keeping: fixed, as: decided).verdicts()
        guard !fixed.isEmpty, Self.figuresExposed(inSteps) > Self.figuresExposed(decided) else { return inSteps }
        let together = ledger(of: candidates).verdicts(certain: true)
        return Self.figuresExposed(together) < Self.figuresExposed(inSteps) ? together : inSteps
    }

    /// How many figures can be worked out, or what is left of them beside others.
    private static func figuresExposed(_ verdicts: Verdicts) -> Int {
        verdicts.exposed.count(where: \.cell.isFigure) + verdicts.exposedRests.count(where: \.cell.isFigure)
    }

    private func ledger(
        of candidates: [Candidate],
        keeping fixed: Set<Verdicts.Address> = [],
        as decided: Verdicts = Verdicts()
    ) -> Ledger {
        var ledger = Ledger(disclosure, keeping: fixed, as: decided)
        for candidate in candidates { ledger.add(candidate) }
        ledger.relate(divisions)
        return ledger
    }

    /// In which order figures are decided.
    private enum Step: Int, CaseIterable, Comparable {
        /// Figures of the whole.
        case wholes
        /// Figures of groups and of shorter days.
        case groups
        /// Rows of tables beside the figures.
        case details

        init(of candidate: Candidate, _ ranks: [Extent: Int]) {
            let isWhole = ranks[candidate.address.extent] == 0
            self = !candidate.address.cell.isFigure ? .details : isWhole ? .wholes : .groups
        }

        static func < (first: Step, second: Step) -> Bool { first.rawValue < second.rawValue }
    }
}
