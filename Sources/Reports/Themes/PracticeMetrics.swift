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
            "Assessments completed by their day, of those due in the period.",
            Counting(of: .practices, .assessments) {
                .share(numerator: $0[.assessmentsOnTime], denominator: $0[.assessmentsDue])
            }
        ),
        practice(
            "AS-02",
            "Practice score",
            .share,
            .open,
            .higherIsBetter,
            "Criteria met, and half of those partly met, of the criteria that apply.",
            lacking: "line[s] without a score",
            Counting(of: .practices, .criteria) { $0.score(halves: true) }
        ),
        practice(
            "AS-02.strict",
            "Practice score: strict",
            .share,
            .open,
            .higherIsBetter,
            "Criteria met, of the criteria that apply.",
            lacking: "line[s] without a score",
            Counting(of: .practices, .criteria) { $0.score(halves: false) }
        ),
        practice(
            "AS-03",
            "Change since baseline",
            .items,
            .open,
            .neutral,
            "Criteria that moved up or down since the organization's first assessment with the same version of the tool.",
            lacking: "line[s] without an earlier score",
            Counting(of: .practices, .criteriaMoves) { $0.moved($0[.movedUp] + $0[.movedDown]) }
        ),
        practice(
            "AS-03.up",
            "Change since baseline: up",
            .items,
            .open,
            .higherIsBetter,
            "Criteria that moved up.",
            lacking: "line[s] without an earlier score",
            Counting(of: .practices, .criteriaMoves) { $0.moved($0[.movedUp]) }
        ),
        practice(
            "AS-03.down",
            "Change since baseline: down",
            .items,
            .open,
            .lowerIsBetter,
            "Criteria that moved down.",
            lacking: "line[s] without an earlier score",
            Counting(of: .practices, .criteriaMoves) { $0.moved($0[.movedDown]) }
        ),
        practice(
            "AS-03.same",
            "Change since baseline: same",
            .items,
            .open,
            .neutral,
            "Criteria that stayed.",
            lacking: "line[s] without an earlier score",
            Counting(of: .practices, .criteriaMoves) { $0.moved($0[.movedNot]) }
        ),
        practice(
            "AS-04",
            "Improvement actions done on time",
            .share,
            .open,
            .higherIsBetter,
            "Actions done by their day, of those due in the period.",
            Counting(of: .practices, .actions) { .share(numerator: $0[.actionsOnTime], denominator: $0[.actionsDue]) }
        ),
        practice(
            "AS-04.overdue",
            "Improvement actions done on time: overdue",
            .items,
            .open,
            .lowerIsBetter,
            "Actions that are open and whose day has passed.",
            Counting(of: .practices, .actions) { .count($0[.actionsOverdue]) }
        ),
        practice(
            "AS-05",
            "Language audit",
            .score,
            .open,
            .lowerIsBetter,
            "Confirmed flagged terms per 1,000 words of the documents reviewed.",
            .noRecords
        ),
        practice(
            "AS-06",
            "Staff who expect consequences for discrimination",
            .share,
            .rate,
            .higherIsBetter,
            "Staff who expect consequences, of those who answered.",
            .noRecords
        ),
    ]

    private static func practice(
        _ id: String,
        _ title: String,
        _ unit: Unit,
        _ sensitivity: Sensitivity,
        _ direction: Direction,
        _ definition: String,
        lacking: String = "record[s] that lack what is needed",
        _ counting: Counting
    ) -> Metric {
        Metric(
            id: id,
            title: title,
            definition: definition,
            level: .organizational,
            strategy: .assessmentOfPractices,
            unit: unit,
            direction: direction,
            sensitivity: sensitivity,
            division: .organizationAndTime,
            lacking: lacking,
            counting: counting
        )
    }
}

extension Counts {
    /// The share of criteria that are met, those partly met as halves where that is wanted; of those scored as not
    /// applicable alone there is none.
    fileprivate func score(halves: Bool) -> Figure {
        .score(
            met: self[.criteriaMet],
            partial: self[.criteriaPartial],
            notMet: self[.criteriaNotMet],
            notApplicable: self[.criteriaNotApplicable],
            unscored: self[.criteriaUnscored],
            halves: halves
        )
    }

    /// A count of criteria that were compared with a first assessment.
    fileprivate func moved(_ count: Int) -> Figure {
        let compared = self[.movedUp] + self[.movedDown] + self[.movedNot]
        return Figure.count(count).lacking(self[.notCompared], of: compared + self[.notCompared])
    }
}
