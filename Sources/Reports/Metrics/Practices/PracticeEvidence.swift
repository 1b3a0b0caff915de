import Records
import SQLite

/// The records behind the figures of the theme.
extension Evidence {
    static let assessments = Evidence(columns: ["assessment", "tool", "version", "due", "completed"]) { scope in
        """
        SELECT ref, tool, version, due_on, completed_on FROM assessment
        WHERE \(scope.isDue("due_on")) AND \(scope.isOf("organization_id")) ORDER BY due_on, ref
        """
    }

    static let criteria = Evidence(
        columns: ["assessment", "completed", "domain", "criterion", "score"]
    ) { scope in
        """
        WITH \(scope.undivided.latestAssessments)
        SELECT latest.ref, latest.completed_on, criterion.domain, criterion.criterion, criterion.score
        FROM latest CROSS JOIN criterion ON criterion.assessment_id = latest.id
        ORDER BY latest.completed_on, latest.ref, criterion.id
        """
    }

    /// The actions that a term holds for.
    static func actions(_ term: @escaping @Sendable (Scope) -> SQL) -> Evidence {
        Evidence(columns: ["action", "assessment", "owner", "due", "done"]) { scope in
            """
            SELECT action.ref, fact.ref, owner, action.due_on, done_on
            FROM \(Scope.actions)
            WHERE \(term(scope)) AND \(scope.isOf("organization_id")) ORDER BY action.due_on, action.ref
            """
        }
    }
}
