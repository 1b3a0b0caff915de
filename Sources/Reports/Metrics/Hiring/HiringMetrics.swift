import Measures

extension Metric {
    private static let position = Common(
        level: .organizational,
        strategy: .hiring,
        direction: .higherIsBetter,
        division: .organizationOnly
    )

    private static let whatPositionsMiss = "authorization date not recorded for # vacant position[s]"

    static let positionsFilled = Metric(
        position,
        "HI-01",
        "Designated positions filled",
        """
        Share of designated positions that are filled on the last day the report covers, of the program's own unless an \
        organization is named. Designated positions are for people with lived or living experience. This says nothing \
        about staff who have not disclosed.
        """,
        unit: .share,
        missing: whatPositionsMiss,
        counting: Counting(of: .hiring, .positions) {
            Figure.share(numerator: $0[.filled], denominator: $0[.authorized]).lackingDays($0)
        }
    ).noted { _, findings, surroundings in
        guard let used = findings.figure(capacities)?.whole, let known = surroundings[KnownCapacities.self] else {
            return ""
        }
        return "in \(used) of \(known.count) capacities"
    }

    static let fullTimeEquivalentsFilled = Metric(
        position,
        "HI-01.fte",
        "Designated positions filled: full-time equivalents",
        "Share of full-time equivalents in designated positions that are filled.",
        unit: .share,
        missing: "full-time equivalent or authorization date not recorded for # position[s]",
        counting: Counting(of: .hiring, .positions) {
            Figure.share(
                numerator: $0[.filledHundredths],
                denominator: $0[.authorizedHundredths],
                parts: 100
            ).lacking($0[.withoutHundredths] + $0[.positionsUndated], of: $0[.authorized] + $0[.positionsUndated])
        }
    )

    static let capacities = Metric(
        position,
        "HI-02",
        "Capacities",
        "Capacities in which designated positions exist, out of seven.",
        unit: .items,
        missing: whatPositionsMiss,
        counting: Counting(of: .hiring, .positions) { Figure.count($0[.capacities]).lackingDays($0) }
    ).with(\.shape.outOf, 7)

    static let peerRetention = Metric(
        position,
        "HI-03",
        "Peer worker one-year retention",
        "Share of peer workers who stayed for a year, among those hired at least a year ago.",
        unit: .share,
        sensitivity: .rate,
        missing: "paid or unpaid not recorded for # term[s]",
        counting: Counting(of: .hiring, .terms) {
            Figure.share(numerator: $0[.retained], denominator: $0[.hired])
                .lacking($0[.hiredUnsaid], of: $0[.hired] + $0[.hiredUnsaid])
        }
    ).with(\.disclosure.groups, .apart)

    static let fairTreatment = Metric(
        position,
        "HI-04",
        "Fair-treatment checklist",
        "Share of the criteria for fair treatment at work that are met. A criterion that is partly met counts as half.",
        unit: .share,
        division: .organizationAndTime,
        missing: "score not recorded for # area[s]",
        counting: Counting(of: .fairTreatment, .fairTreatment) {
            .score(
                met: $0[.criteriaMet.ofFairTreatment],
                partial: $0[.criteriaPartial.ofFairTreatment],
                notMet: $0[.criteriaNotMet.ofFairTreatment],
                notApplicable: $0[.criteriaNotApplicable.ofFairTreatment],
                unscored: $0[.criteriaUnscored.ofFairTreatment],
                halves: true
            )
        }
    )
}

extension Figure {
    /// The same figure of positions, of which some have no day from which they count.
    fileprivate func lackingDays(_ counts: Counts) -> Figure {
        lacking(counts[.positionsUndated], of: counts[.authorized] + counts[.positionsUndated])
    }
}
