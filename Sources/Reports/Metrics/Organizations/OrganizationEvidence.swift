import Records
import SQLite

/// The records behind the figures of the theme.
extension Evidence {
    /// What each organization answered, by whom and when. Which organization it was is for the team.
    static let ownReports = Evidence(
        columns: ["organization", "question", "as_of", "reported_by", "answer"],
        inner: ["organization"]
    ) { scope in
        """
        WITH \(scope.undivided.ownReports)
        SELECT organization.ref, question, said.as_of, said.reported_by, said.answer
        FROM said JOIN organization ON organization.id = said.organization_id
        ORDER BY organization.ref, question, said.as_of, said.reporter
        """
    }
}
