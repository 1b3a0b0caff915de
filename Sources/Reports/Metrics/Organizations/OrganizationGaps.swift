import Calendar
import Records
import SQLite

extension Theme {
    /// What is missing of what organizations report about themselves.
    static let gapsOfOwnReports: [Gap] = [
        Gap(
            "organization trained: has not reported about itself",
            for: [.organizationsReporting],
            step: { .perform(.add(.profile), ["organization": $0], ask: ["employs", "outlets", "board"]) },
            isForTeam: true
        ) { scope in
            """
            WITH \(scope.undivided.ownReports)
            SELECT organization.ref, since.day
            FROM member
            JOIN organization ON organization.id = member.organization_id
            JOIN since ON since.organization_id = member.organization_id
            WHERE NOT EXISTS (SELECT 1 FROM said WHERE said.organization_id = member.organization_id)
            """
        }
    ]
}
