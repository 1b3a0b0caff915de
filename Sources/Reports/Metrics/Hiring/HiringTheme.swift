import Measures
import Records
import SQLite

extension Theme {
    /// Hiring people who use drugs: HI-01 to HI-04.
    static let hiring = Theme(
        title: "Hiring people who use drugs",
        level: .organizational,
        metrics: [.positionsFilled, .fullTimeEquivalentsFilled, .capacities, .peerRetention, .fairTreatment],
        lines: [ScorecardLine("Designated positions filled", .positionsFilled)],
        sentences: [positions],
        facts: [KnownCapacities.self],
        gaps: gapsOfHiring,
        kinds: [.position, .assessment, .criterion]
    )

    /// What stands wherever positions are counted.
    static let whatPositionsCannotShow =
        "We count positions, not people. This says nothing about staff who have not shared that they use or used drugs."

    private static let positions: Sentence = { findings, _ in
        guard let share = findings.figure(.positionsFilled), let filled = share.numerator, let all = share.denominator
        else { return "" }
        if all == 0 { return "There are no designated positions for people with lived or living experience yet." }
        let designated = Printed.counted(all, "designated position[s]")
        return "\(filled) of \(designated) \(filled == 1 ? "is" : "are") filled. \(whatPositionsCannotShow)"
    }
}

/// How many capacities there are to choose from.
struct KnownCapacities: SurroundingFact {
    let count: Int

    init(_ scope: Scope, from database: borrowing DatabaseReader) throws {
        count = try database.value("SELECT count(*) FROM code WHERE list = 'capacity'", as: Int.self) ?? 0
    }
}
