import Measures

extension Metric {
    static let positionsFilled = position(
        "HI-01",
        "Designated positions filled",
        "Designated positions that are filled, of those authorized. It says nothing about undisclosed staff.",
        unit: .share,
        counting: Counting(of: .hiring, .positions) { .share(numerator: $0[.filled], denominator: $0[.authorized]) }
    ).noted { _, findings, surroundings in
        guard let used = findings.figure(capacities)?.whole, let known = surroundings[KnownCapacities.self] else {
            return ""
        }
        return "capacities: \(used) of \(known.count)"
    }

    static let fullTimeEquivalentsFilled = position(
        "HI-01.fte",
        "Designated positions filled: full-time equivalents",
        "Full-time equivalents of designated positions that are filled, of those authorized.",
        unit: .share,
        missing: "position[s] without a full-time equivalent",
        counting: Counting(of: .hiring, .positions) {
            Figure.share(
                numerator: $0[.filledHundredths],
                denominator: $0[.authorizedHundredths],
                parts: 100
            ).lacking($0[.withoutHundredths], of: $0[.authorized])
        }
    )

    static let capacities = position(
        "HI-02",
        "Capacities",
        "Different capacities in which designated positions exist, of the list of seven.",
        unit: .items,
        counting: Counting(of: .hiring, .positions) { .count($0[.capacities]) }
    ).with(\.shape.outOf, 7)

    static let peerRetention = position(
        "HI-03",
        "Peer worker one-year retention",
        "Peer workers who were retained for a year, of those hired a year ago or longer.",
        unit: .share,
        sensitivity: .rate,
        missing: "term[s] in a position that is not said to be paid or unpaid",
        counting: Counting(of: .hiring, .terms) {
            Figure.share(numerator: $0[.retained], denominator: $0[.hired])
                .lacking($0[.hiredUnsaid], of: $0[.hired] + $0[.hiredUnsaid])
        }
    )

    static let fairTreatment = position(
        "HI-04",
        "Fair-treatment checklist",
        "Criteria of fair treatment at work that are met, and half of those partly met, of those that apply.",
        unit: .share,
        division: .organizationAndTime,
        missing: "area[s] without a score",
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

    private static func position(
        _ id: StaticString,
        _ title: String,
        _ definition: String,
        unit: Unit,
        direction: Direction = .higherIsBetter,
        sensitivity: Sensitivity = .open,
        division: Division = .organizationOnly,
        missing: String = Words.anything,
        counting: Counting
    ) -> Metric {
        Metric(
            id,
            title,
            definition,
            .organizational,
            .hiring,
            unit: unit,
            direction: direction,
            sensitivity: sensitivity,
            division: division,
            missing: missing,
            counting: counting
        )
    }
}
