import Records
import SQLite

/// The records behind the figures of the theme.
extension Evidence {
    static let activities = Evidence(columns: ["activity", "kind", "held", "reach"]) { scope in
        """
        SELECT ref, kind, held_on, reach FROM activity
        WHERE \(scope.hasCome("held_on")) AND \(scope.isOf("organization_id")) ORDER BY held_on, ref
        """
    }
}
