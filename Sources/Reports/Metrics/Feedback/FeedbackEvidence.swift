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

    static let feedback = Evidence(
        columns: [
            "item", "outlet", "received", "kind", "reachable", "acknowledged", "acknowledge_due", "answered",
            "answer_due", "told", "led_to_change", "excluded",
        ],
        inner: ["kind", "reachable"]
    ) { scope in
        """
        WITH \(scope.undivided.feedbackItems)
        SELECT item.ref, outlet.ref, received_on, kind, reachable, acknowledged_on, acknowledge_due_on, answered_on,
            answer_due_on, told, led_to_change, excluded
        FROM item CROSS JOIN outlet ON outlet.id = item.outlet_id ORDER BY received_on, item.ref
        """
    }
}
