import SQLite

extension Counted {
    static let assessmentsDue = Counted(rawValue: "assessments_due")
    static let assessmentsOnTime = Counted(rawValue: "assessments_on_time")
    static let criteriaMet = Counted(rawValue: "criteria_met")
    static let criteriaPartial = Counted(rawValue: "criteria_partial")
    static let criteriaNotMet = Counted(rawValue: "criteria_not_met")
    static let criteriaNotApplicable = Counted(rawValue: "criteria_not_applicable")
    static let criteriaUnscored = Counted(rawValue: "criteria_unscored")
    static let movedUp = Counted(rawValue: "moved_up")
    static let movedDown = Counted(rawValue: "moved_down")
    static let movedNot = Counted(rawValue: "moved_not")
    static let notCompared = Counted(rawValue: "not_compared")
    static let actionsDue = Counted(rawValue: "actions_due")
    static let actionsOnTime = Counted(rawValue: "actions_on_time")
    static let actionsUndated = Counted(rawValue: "actions_undated")
    static let actionsOverdue = Counted(rawValue: "actions_overdue")

    /// The same of the checklist of fair treatment.
    var ofFairTreatment: Counted { Counted(rawValue: "fair_" + rawValue) }
}

extension RecordTheme {
    /// Assessments; one without a day is there from the beginning.
    static let practices = RecordTheme("practice_records", "assessments of practices") { _ in
        "SELECT organization_id FROM assessment"
    }
}

extension Scope {
    /// The latest assessment of each organization and tool that was completed in the period; several on one day are
    /// told apart by their rows.
    var latestAssessments: SQL {
        """
        latest AS (
            SELECT \(key(ofDay: nil)) AS group_key, fact.*
            FROM assessment AS fact
            WHERE \(hasCome("completed_on")) AND \(isOf("organization_id"))
                AND NOT EXISTS (
                    SELECT 1 FROM assessment AS later
                    WHERE later.organization_id = fact.organization_id AND later.tool = fact.tool
                        AND \(hasCome("later.completed_on"))
                        AND (later.completed_on, later.id) > (fact.completed_on, fact.id)
                )
        )
        """
    }

    fileprivate func scores(of criteria: SQL) -> SQL {
        """
        WITH \(latestAssessments)
        SELECT
            group_key,
            count(*) FILTER (WHERE score = 'met') AS criteria_met,
            count(*) FILTER (WHERE score = 'partial') AS criteria_partial,
            count(*) FILTER (WHERE score = 'not_met') AS criteria_not_met,
            count(*) FILTER (WHERE score = 'not_applicable') AS criteria_not_applicable,
            count(*) FILTER (WHERE score IS NULL) AS criteria_unscored
        FROM latest CROSS JOIN criterion ON criterion.assessment_id = latest.id
        WHERE \(criteria)
        GROUP BY group_key
        """
    }
}

extension Question {
    /// Assessments whose day lies in the period.
    static let assessments = Question(
        name: "assessments",
        words: "Assessments due in the period whose due date has passed.",
        columns: [.assessmentsDue, .assessmentsOnTime],
        isAskedByPiece: true,
        evidence: .assessments
    ) { scope in
        """
        SELECT
            \(scope.key(ofDay: nil)) AS group_key,
            count(*) AS assessments_due,
            count(*) FILTER (WHERE completed_on <= due_on) AS assessments_on_time
        FROM assessment
        WHERE \(scope.isDue("due_on")) AND \(scope.isOf("organization_id"))
        GROUP BY group_key
        """
    }

    /// The criteria of the latest assessments.
    static let criteria = Question(
        name: "criteria",
        words: """
            Criteria of assessments completed in the period. If an organization used a tool several times, the latest \
            counts.
            """,
        columns: [.criteriaMet, .criteriaPartial, .criteriaNotMet, .criteriaNotApplicable, .criteriaUnscored],
        isAskedByPiece: true,
        evidence: .criteria
    ) { $0.scores(of: "true") }

    /// The criteria of fair treatment at work of the latest assessments.
    static let fairTreatment = Question(
        name: "fair treatment",
        words: """
            The criteria about fair treatment at work: those coded with the strategy of hiring people who use drugs.
            """,
        columns: criteria.columns.map(\.ofFairTreatment),
        isAskedByPiece: true,
        evidence: .criteria
    ) { $0.scores(of: RecordTheme.isAboutHiring) }

    /// How criteria moved since the first assessment with the same version of the tool.
    static let criteriaMoves = Question(
        name: "criteria moves",
        words: """
            Criteria of the latest assessments completed in the period, each compared with the organization's first \
            assessment with the same version of the tool: up, down or the same. Criteria without a first score, or \
            that don't apply, are not compared.
            """,
        columns: [.movedUp, .movedDown, .movedNot, .notCompared],
        isAskedByPiece: true,
        evidence: .criteria
    ) { scope in
        """
        WITH \(scope.latestAssessments),
        pair AS (
            SELECT
                latest.group_key,
                CASE criterion.score WHEN 'met' THEN 2 WHEN 'partial' THEN 1 WHEN 'not_met' THEN 0 END AS score,
                (
                    SELECT CASE old.score WHEN 'met' THEN 2 WHEN 'partial' THEN 1 WHEN 'not_met' THEN 0 END
                    FROM criterion AS old
                    WHERE old.assessment_id = (
                        SELECT earliest.id FROM assessment AS earliest
                        WHERE earliest.organization_id = latest.organization_id AND earliest.tool = latest.tool
                            AND earliest.version = latest.version
                            AND (earliest.completed_on, earliest.id) < (latest.completed_on, latest.id)
                        ORDER BY earliest.completed_on, earliest.id LIMIT 1
                    ) AND old.domain = criterion.domain AND old.criterion = criterion.criterion
                ) AS baseline
            FROM latest CROSS JOIN criterion ON criterion.assessment_id = latest.id
        )
        SELECT
            group_key,
            count(*) FILTER (WHERE score > baseline) AS moved_up,
            count(*) FILTER (WHERE score < baseline) AS moved_down,
            count(*) FILTER (WHERE score = baseline) AS moved_not,
            count(*) FILTER (WHERE score IS NULL OR baseline IS NULL) AS not_compared
        FROM pair
        GROUP BY group_key
        """
    }

    /// Improvement actions due in the period, and whether they were done by the end of their target day.
    static let actions = Question(
        name: "actions",
        words: """
            Improvement actions due in the period whose due date has passed, as they stood at the end of that date.
            """,
        columns: [.actionsDue, .actionsOnTime],
        isAskedByPiece: true,
        evidence: .actions { $0.isDue("action.due_on") }
    ) { scope in
        """
        SELECT
            \(scope.key(ofDay: nil)) AS group_key,
            count(*) AS actions_due,
            count(*) FILTER (WHERE done_on <= action.due_on) AS actions_on_time
        FROM \(Scope.actions)
        WHERE \(scope.isDue("action.due_on")) AND \(scope.isOf("organization_id"))
        GROUP BY group_key
        """
    }

    /// Actions without a day, of assessments that were completed in the period.
    static let actionsUndated = Question(
        name: "actions without a due date",
        words: "Improvement actions without a due date, from assessments completed in the period.",
        columns: [.actionsUndated],
        isAskedByPiece: true,
        evidence: nil
    ) { scope in
        """
        SELECT \(scope.key(ofDay: nil)) AS group_key, count(*) AS actions_undated
        FROM \(Scope.actions)
        WHERE action.due_on IS NULL AND \(scope.hasCome("completed_on")) AND \(scope.isOf("organization_id"))
        GROUP BY group_key
        """
    }

    /// Actions that are overdue on the reference day, whenever they were due.
    static let actionsOverdue = Question(
        name: "overdue actions",
        words: """
            Improvement actions not done at the end of the reference day whose due date has passed, whenever they were due.
            """,
        columns: [.actionsOverdue],
        isAskedByPiece: true,
        evidence: .actions(\.actionsOverdue)
    ) { scope in
        """
        SELECT \(scope.key(ofDay: nil)) AS group_key, count(*) AS actions_overdue
        FROM \(Scope.actions)
        WHERE \(scope.actionsOverdue) AND \(scope.isOf("organization_id"))
        GROUP BY group_key
        """
    }
}

extension Scope {
    /// Actions beside their assessments.
    static let actions: SQL = "action CROSS JOIN assessment AS fact ON fact.id = action.assessment_id"

    /// What is not done at the end of the reference day although its day has passed.
    fileprivate var actionsOverdue: SQL {
        "\(hasPassed("action.due_on")) AND (done_on IS NULL OR done_on > \(referenceDay))"
    }
}
