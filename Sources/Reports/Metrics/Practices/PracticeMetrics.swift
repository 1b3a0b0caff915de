import Measures
import Records

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
        "Share of assessments completed by their due date, among those due in the period whose due date has passed.",
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
        "Share of improvement actions done by their due date, among those due in the period whose due date has passed.",
        unit: .share,
        direction: .higherIsBetter,
        missing: "due date not recorded for # action[s]",
        counting: Counting(of: .practices, .actions, .actionsUndated) {
            let (due, missing) = ($0[.actionsDue], $0[.actionsUndated])
            if due == 0, missing > 0 { return .notCollected(missing: missing) }
            return .share(numerator: $0[.actionsOnTime], denominator: due, missing: missing)
        }
    )

    static let actionsOverdue = Metric(
        practice,
        "AS-04.overdue",
        "Improvement actions done on time: overdue",
        """
        Improvement actions not done at the end of the last day the report covers whose due date had passed by then, \
        whenever they were due.
        """,
        unit: .items,
        direction: .lowerIsBetter,
        counting: Counting(of: .practices, .actionsOverdue) { .count($0[.actionsOverdue]) }
    ).labeled("Improvement actions overdue on DAY").asStock.held(against: Yardstick("0"))

    static let languageAudit = Metric(
        practice,
        "AS-05",
        "Language audit",
        """
        Wordings confirmed as stigmatizing, per 1,000 words of the documents that were reviewed in the period. Of each \
        document the latest review counts.
        """,
        unit: .score,
        direction: .lowerIsBetter,
        division: .organizationAndTime,
        counting: Counting(of: .documents, .documents) {
            .rate($0[.documentFlags], per: 1_000, of: $0[.documentWords])
        }
    )

    static let consequencesExpected = Metric(
        practice,
        "AS-06",
        "Staff who expect consequences for discrimination",
        """
        Share of staff who expect consequences for discrimination, among those who answered. It is asked by a question of a \
        form that is marked AS-06.
        """,
        unit: .share,
        direction: .higherIsBetter,
        sensitivity: .rate,
        division: .everySplit,
        missing: "no answer on # form[s]",
        counting: .noRecords
    ).asked(.consequences)

    static let policyKnown = Metric(
        practice,
        "AS-06.policy",
        "Staff who expect consequences for discrimination: know the policy",
        "Share of staff who know that there is a written policy, among those who answered.",
        unit: .share,
        direction: .higherIsBetter,
        sensitivity: .rate,
        division: .everySplit,
        missing: "no answer on # form[s]",
        counting: .noRecords
    ).asked(.policy)
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
