import Measures

extension Metric {
    private static let practice = Common(
        level: .organizational,
        strategy: .assessmentOfPractices,
        division: .organizationAndTime
    )

    static let assessmentsOnSchedule = Metric(
        practice,
        "AS-01",
        "Assessments completed on schedule",
        "Share of assessments due in the period that were completed on time.",
        unit: .share,
        direction: .higherIsBetter,
        counting: Counting(of: .practices, .assessments) {
            .share(numerator: $0[.assessmentsOnTime], denominator: $0[.assessmentsDue])
        }
    ).labeled("Assessments completed on time")

    static let practiceScore = Metric(
        practice,
        "AS-02",
        "Practice score",
        "Share of the criteria that apply that are met. A criterion that is partly met counts as half.",
        unit: .share,
        direction: .higherIsBetter,
        missing: "score not recorded for # criteri[on|a]",
        counting: Counting(of: .practices, .criteria) { $0.score(halves: true) }
    )

    static let strictPracticeScore = Metric(
        practice,
        "AS-02.strict",
        "Practice score: strict",
        "Share of the criteria that apply that are fully met.",
        unit: .share,
        direction: .higherIsBetter,
        missing: "score not recorded for # criteri[on|a]",
        counting: Counting(of: .practices, .criteria) { $0.score(halves: false) }
    ).labeled("Practice criteria fully met")

    static let changeSinceBaseline = Metric(
        practice,
        "AS-03",
        "Change since baseline",
        "Criteria that changed since the organization's first assessment with the same version of the tool.",
        unit: .items,
        missing: "no earlier score for # criteri[on|a]",
        counting: Counting(of: .practices, .criteriaMoves) { $0.moved($0[.movedUp] + $0[.movedDown]) }
    )

    static let criteriaUp = Metric(
        practice,
        "AS-03.up",
        "Change since baseline: up",
        "Criteria with a better score than at first.",
        unit: .items,
        direction: .higherIsBetter,
        missing: "no earlier score for # criteri[on|a]",
        counting: Counting(of: .practices, .criteriaMoves) { $0.moved($0[.movedUp]) }
    ).labeled("Criteria that improved")

    static let criteriaDown = Metric(
        practice,
        "AS-03.down",
        "Change since baseline: down",
        "Criteria with a lower score than at first.",
        unit: .items,
        direction: .lowerIsBetter,
        missing: "no earlier score for # criteri[on|a]",
        counting: Counting(of: .practices, .criteriaMoves) { $0.moved($0[.movedDown]) }
    ).labeled("Criteria that got worse")

    static let criteriaSame = Metric(
        practice,
        "AS-03.same",
        "Change since baseline: same",
        "Criteria with the same score as at first.",
        unit: .items,
        missing: "no earlier score for # criteri[on|a]",
        counting: Counting(of: .practices, .criteriaMoves) { $0.moved($0[.movedNot]) }
    ).labeled("Criteria that stayed the same")

    static let actionsOnTime = Metric(
        practice,
        "AS-04",
        "Improvement actions done on time",
        "Share of improvement actions due in the period that were done on time.",
        unit: .share,
        direction: .higherIsBetter,
        counting: Counting(of: .practices, .actions) {
            .share(numerator: $0[.actionsOnTime], denominator: $0[.actionsDue])
        }
    )

    static let actionsOverdue = Metric(
        practice,
        "AS-04.overdue",
        "Improvement actions done on time: overdue",
        "Open improvement actions that are past their due date.",
        unit: .items,
        direction: .lowerIsBetter,
        counting: Counting(of: .practices, .actions) { .count($0[.actionsOverdue]) }
    ).labeled("Improvement actions overdue").held(against: Yardstick("0"))

    static let languageAudit = Metric(
        practice,
        "AS-05",
        "Language audit",
        "Confirmed flagged terms per 1,000 words of the documents that were reviewed.",
        unit: .score,
        direction: .lowerIsBetter,
        counting: .noRecords
    )

    static let consequencesExpected = Metric(
        practice,
        "AS-06",
        "Staff who expect consequences for discrimination",
        "Share of staff who expect consequences for discrimination, among those who answered.",
        unit: .share,
        direction: .higherIsBetter,
        sensitivity: .rate,
        counting: .noRecords
    )
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
