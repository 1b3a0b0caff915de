import Records
import SQLite

/// The records behind the figures of the theme.
extension Evidence {
    static let activities = Evidence(columns: ["activity", "kind", "held", "reach", "hours"]) { scope in
        """
        SELECT ref, kind, held_on, reach, hours_hundredths / 100.0 FROM activity
        WHERE \(scope.hasCome("held_on")) AND \(scope.isOf("organization_id")) ORDER BY held_on, ref
        """
    }
}
