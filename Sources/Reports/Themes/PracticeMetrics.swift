import Measures

extension Metric {
    /// Assessment of practices: AS-01 to AS-06.
    static let practices: [Metric] = [
        practice(
            "AS-01",
            "Assessments completed on schedule",
            .share,
            .open,
            .higherIsBetter,
            "Assessments completed by their day, of those due in the period."
        ),
        practice(
            "AS-02",
            "Practice score",
            .share,
            .open,
            .higherIsBetter,
            "Criteria met, and half of those partly met, of the criteria that apply."
        ),
        practice(
            "AS-02.strict",
            "Practice score: strict",
            .share,
            .open,
            .higherIsBetter,
            "Criteria met, of the criteria that apply."
        ),
        practice(
            "AS-03",
            "Change since baseline",
            .items,
            .open,
            .neutral,
            "Criteria that changed since the first assessment with the same version of the tool."
        ),
        practice("AS-03.up", "Change since baseline: up", .items, .open, .higherIsBetter, "Criteria that moved up."),
        practice(
            "AS-03.down",
            "Change since baseline: down",
            .items,
            .open,
            .lowerIsBetter,
            "Criteria that moved down."
        ),
        practice("AS-03.same", "Change since baseline: same", .items, .open, .neutral, "Criteria that stayed."),
        practice(
            "AS-04",
            "Improvement actions done on time",
            .share,
            .open,
            .higherIsBetter,
            "Actions done by their day, of those due in the period."
        ),
        practice(
            "AS-04.overdue",
            "Improvement actions done on time: overdue",
            .items,
            .open,
            .lowerIsBetter,
            "Actions that are open and whose day has passed."
        ),
        practice(
            "AS-05",
            "Language audit",
            .score,
            .open,
            .lowerIsBetter,
            "Confirmed flagged terms per 1,000 words of the documents reviewed."
        ),
        practice(
            "AS-06",
            "Staff who expect consequences for discrimination",
            .share,
            .rate,
            .higherIsBetter,
            "Staff who expect consequences, of those who answered."
        ),
    ]

    private static func practice(
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
            strategy: .assessmentOfPractices,
            unit: unit,
            direction: direction,
            sensitivity: sensitivity
        )
    }
}
