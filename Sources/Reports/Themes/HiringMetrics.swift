import Measures

extension Metric {
    /// Hiring people who use drugs: HI-01 to HI-04.
    static let hiring: [Metric] = [
        position(
            "HI-01",
            "Designated positions filled",
            .share,
            .open,
            .higherIsBetter,
            "Designated positions that are filled, of those authorized. It says nothing about undisclosed staff.",
            Counting(of: .hiring, .positions) { .share(numerator: $0[.filled], denominator: $0[.authorized]) }
        ),
        position(
            "HI-01.fte",
            "Designated positions filled: full-time equivalents",
            .share,
            .open,
            .higherIsBetter,
            "Full-time equivalents of designated positions that are filled, of those authorized.",
            lacking: "position[s] without a full-time equivalent",
            Counting(of: .hiring, .positions) {
                Figure.share(
                    numerator: $0[.filledHundredths],
                    denominator: $0[.authorizedHundredths],
                    parts: 100
                ).lacking($0[.withoutHundredths], of: $0[.authorized])
            }
        ),
        position(
            "HI-02",
            "Capacities",
            .items,
            .open,
            .higherIsBetter,
            "Different capacities in which designated positions exist, of the list of seven.",
            outOf: 7,
            Counting(of: .hiring, .positions) { .count($0[.capacities]) }
        ),
        position(
            "HI-03",
            "Peer worker one-year retention",
            .share,
            .rate,
            .higherIsBetter,
            "Peer workers who were retained for a year, of those hired a year ago or longer.",
            lacking: "term[s] in a position that is not said to be paid or unpaid",
            Counting(of: .hiring, .terms) {
                Figure.share(numerator: $0[.retained], denominator: $0[.hired])
                    .lacking($0[.hiredUnsaid], of: $0[.hired] + $0[.hiredUnsaid])
            }
        ),
        position(
            "HI-04",
            "Fair-treatment checklist",
            .share,
            .open,
            .higherIsBetter,
            "Criteria of fair treatment at work that are met, and half of those partly met, of those that apply.",
            division: .organizationAndTime,
            lacking: "area[s] without a score",
            Counting(of: .fairTreatment, .fairTreatment) {
                .score(
                    met: $0[.criteriaMet.ofFairTreatment],
                    partial: $0[.criteriaPartial.ofFairTreatment],
                    notMet: $0[.criteriaNotMet.ofFairTreatment],
                    notApplicable: $0[.criteriaNotApplicable.ofFairTreatment],
                    unscored: $0[.criteriaUnscored.ofFairTreatment],
                    halves: true
                )
            }
        ),
    ]

    private static func position(
        _ id: String,
        _ title: String,
        _ unit: Unit,
        _ sensitivity: Sensitivity,
        _ direction: Direction,
        _ definition: String,
        division: Division = .organizationOnly,
        lacking: String = "record[s] that lack what is needed",
        outOf: Int? = nil,
        _ counting: Counting
    ) -> Metric {
        Metric(
            id: id,
            title: title,
            definition: definition,
            level: .organizational,
            strategy: .hiring,
            unit: unit,
            direction: direction,
            sensitivity: sensitivity,
            division: division,
            lacking: lacking,
            outOf: outOf,
            counting: counting
        )
    }
}
