import Calendar
import Records
import SQLite

extension Theme {
    /// What assessments and their actions may lack.
    static let gapsOfPractices: [Gap] = [
        Gap(
            "assessment: due date not recorded",
            for: [.assessmentsOnSchedule],
            step: { .perform(.edit(.assessment), ["ref": $0], ask: ["due"]) }
        ) { scope in
            """
            SELECT ref, completed_on FROM assessment
            WHERE due_on IS NULL AND (completed_on IS NULL OR \(scope.hasCome("completed_on")))
                AND \(scope.isOf("organization_id"))
            """
        },
        Gap(
            "completed assessment: some scores not recorded",
            for: [.practiceScore],
            step: { .perform(.scoreCriterion, ["ref": $0], ask: ["criterion", "score"]) }
        ) {
            scope in
            """
            SELECT ref, completed_on FROM assessment
            WHERE \(scope.hasCome("completed_on")) AND \(scope.isOf("organization_id"))
                AND EXISTS (SELECT 1 FROM criterion WHERE assessment_id = assessment.id AND score IS NULL)
            """
        },
        Gap(
            "improvement action: due date not recorded",
            for: [.actionsOnTime],
            step: { .perform(.edit(.action), ["ref": $0], ask: ["due"]) }
        ) { scope in
            scope.actions("action.due_on IS NULL")
        },
        Gap(
            "improvement action: owner not recorded",
            for: [.actionsOnTime],
            step: { .perform(.edit(.action), ["ref": $0], ask: ["owner"]) }
        ) { scope in
            scope.actions("ifnull(action.owner, '') = ''")
        },
    ]
}

extension Scope {
    fileprivate func actions(_ lacking: SQL) -> SQL {
        """
        SELECT action.ref, action.due_on FROM action CROSS JOIN assessment ON assessment.id = action.assessment_id
        WHERE (action.done_on IS NULL OR action.done_on > \(referenceDay)) AND \(isOf("organization_id")) AND \(lacking)
        """
    }
}
