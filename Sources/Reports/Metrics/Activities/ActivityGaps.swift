import Calendar
import Records
import SQLite

extension Theme {
    /// What activities may lack.
    static let gapsOfActivities: [Gap] = [
        Gap(
            "event: partners not recorded",
            for: [.partnerEvents],
            step: { .perform(.edit(.activity), ["ref": $0], ask: ["partners"]) }
        ) { scope in
            """
            SELECT ref, held_on FROM activity
            WHERE kind = 'event' AND \(scope.hasCome("held_on")) AND \(scope.isOf("organization_id"))
                AND NOT EXISTS (SELECT 1 FROM activity_partner AS partner WHERE partner.activity_id = activity.id)
            """
        }
    ]
}
