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
            "Designated positions that are filled, of those authorized. It says nothing about undisclosed staff."
        ),
        position(
            "HI-01.fte",
            "Designated positions filled: full-time equivalents",
            .share,
            .open,
            .higherIsBetter,
            "Full-time equivalents of designated positions that are filled, of those authorized."
        ),
        position(
            "HI-02",
            "Capacities",
            .items,
            .open,
            .higherIsBetter,
            "Different capacities in which designated positions exist."
        ),
        position(
            "HI-03",
            "Peer worker one-year retention",
            .share,
            .rate,
            .higherIsBetter,
            "Peer workers who were retained for a year, of those hired a year ago or longer."
        ),
        position(
            "HI-04",
            "Fair-treatment checklist",
            .share,
            .open,
            .higherIsBetter,
            "Areas of fair treatment that are met, of those that apply."
        ),
    ]

    private static func position(
        _ id: String,
        _ title: String,
        _ unit: Unit,
        _ sensitivity: Sensitivity,
        _ direction: Direction,
        _ definition: String
    ) -> Metric {
        Metric(
            id: id,
            title: title,
            definition: definition,
            level: .organizational,
            strategy: .hiring,
            unit: unit,
            direction: direction,
            sensitivity: sensitivity
        )
    }
}
