import Records
import SQLite

/// The records behind the figures of the theme.
extension Evidence {
    static let positions = Evidence(
        columns: [
            "position", "capacity", "paid", "fte_hundredths", "authorized", "closed", "filled_from", "filled_to",
        ],
        inner: ["filled_from", "filled_to"]
    ) { scope in
        """
        SELECT ref, capacity, paid, fte_hundredths, authorized_on, closed_on, filled_from, filled_to
        FROM position_fact AS fact LEFT JOIN position_filling AS filling ON filling.position_id = fact.id
        WHERE \(scope.isOfProgram("organization_id")) ORDER BY ref, filled_from
        """
    }
}
