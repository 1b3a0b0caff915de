import Measures

extension Metric {
    static let assessmentsOnSchedule = practice(
        "AS-01",
        "Assessments completed on schedule",
        "Assessments completed by their day, of those due in the period.",
        unit: .share,
        direction: .higherIsBetter,
        counting: Counting(of: .practices, .assessments) {
            .share(numerator: $0[.assessmentsOnTime], denominator: $0[.assessmentsDue])
        }
    )

    static let practiceScore = practice(
        "AS-02",
        "Practice score",
        "Criteria met, and half of those partly met, of the criteria that apply.",
        unit: .share,
        direction: .higherIsBetter,
        missing: "line[s] without a score",
        counting: Counting(of: .practices, .criteria) { $0.score(halves: true) }
    )

    static let strictPracticeScore = practice(
        "AS-02.strict",
        "Practice score: strict",
        "Criteria met, of the criteria that apply.",
        unit: .share,
        direction: .higherIsBetter,
        missing: "line[s] without a score",
        counting: Counting(of: .practices, .criteria) { $0.score(halves: false) }
    )

    static let changeSinceBaseline = practice(
        "AS-03",
        "Change since baseline",
        "Criteria that moved up or down since the organization's first assessment with the same version of the tool.",
        unit: .items,
        missing: "line[s] without an earlier score",
        counting: Counting(of: .practices, .criteriaMoves) { $0.moved($0[.movedUp] + $0[.movedDown]) }
    )

    static let criteriaUp = practice(
        "AS-03.up",
        "Change since baseline: up",
        "Criteria that moved up.",
        unit: .items,
        direction: .higherIsBetter,
        missing: "line[s] without an earlier score",
        counting: Counting(of: .practices, .criteriaMoves) { $0.moved($0[.movedUp]) }
    )

    static let criteriaDown = practice(
        "AS-03.down",
        "Change since baseline: down",
        "Criteria that moved down.",
        unit: .items,
        direction: .lowerIsBetter,
        missing: "line[s] without an earlier score",
        counting: Counting(of: .practices, .criteriaMoves) { $0.moved($0[.movedDown]) }
    )

    static let criteriaSame = practice(
        "AS-03.same",
        "Change since baseline: same",
        "Criteria that stayed.",
        unit: .items,
        missing: "line[s] without an earlier score",
        counting: Counting(of: .practices, .criteriaMoves) { $0.moved($0[.movedNot]) }
    )

    static let actionsOnTime = practice(
        "AS-04",
        "Improvement actions done on time",
        "Actions done by their day, of those due in the period.",
        unit: .share,
        direction: .higherIsBetter,
        counting: Counting(of: .practices, .actions) {
            .share(numerator: $0[.actionsOnTime], denominator: $0[.actionsDue])
        }
    )

    static let actionsOverdue = practice(
        "AS-04.overdue",
        "Improvement actions done on time: overdue",
        "Actions that are open and whose day has passed.",
        unit: .items,
        direction: .lowerIsBetter,
        counting: Counting(of: .practices, .actions) { .count($0[.actionsOverdue]) }
    ).held(against: Yardstick("0"))

    static let languageAudit = practice(
        "AS-05",
        "Language audit",
        "Confirmed flagged terms per 1,000 words of the documents reviewed.",
        unit: .score,
        direction: .lowerIsBetter,
        counting: .noRecords
    )

    static let consequencesExpected = practice(
        "AS-06",
        "Staff who expect consequences for discrimination",
        "Staff who expect consequences, of those who answered.",
        unit: .share,
        direction: .higherIsBetter,
        sensitivity: .rate,
        counting: .noRecords
    )

    private static func practice(
        _ id: StaticString,
        _ title: String,
        _ definition: String,
        unit: Unit,
        direction: Direction = .neutral,
        sensitivity: Sensitivity = .open,
        missing: String = Words.anything,
        counting: Counting
    ) -> Metric {
        Metric(
            id,
            title,
            definition,
            .organizational,
            .assessmentOfPractices,
            unit: unit,
            direction: direction,
            sensitivity: sensitivity,
            division: .organizationAndTime,
            missing: missing,
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
