import Records
import SQLite

/// The records behind the figures of the theme.
extension Evidence {
    static let outlets = Evidence(
        columns: ["outlet", "opened", "reviewed", "closed", "anonymous", "acknowledge_days", "resolve_days"]
    ) { scope in
        """
        SELECT ref, opened_on, reviewed_on, closed_on, anonymous, acknowledge_days, resolve_days FROM outlet
        WHERE \(scope.isOf("organization_id")) ORDER BY opened_on, ref
        """
    }

    /// The items of a clause `item`.
    static func feedback(_ items: @escaping @Sendable (Scope) -> SQL) -> Evidence {
        Evidence(
            columns: [
                "item", "outlet", "received", "kind", "reachable", "acknowledged", "acknowledge_due", "answered",
                "answer_due", "told", "told_on", "led_to_change", "changed_on", "excluded",
            ],
            inner: ["kind", "reachable"]
        ) { scope in
            """
            WITH \(items(scope.undivided))
            SELECT item.ref, outlet.ref, received_on, kind, reachable, acknowledged_on, acknowledge_due_on, answered_on,
                answer_due_on, told, told_on, led_to_change, changed_on, excluded
            FROM item CROSS JOIN outlet ON outlet.id = item.outlet_id ORDER BY received_on, item.ref
            """
        }
    }
}
