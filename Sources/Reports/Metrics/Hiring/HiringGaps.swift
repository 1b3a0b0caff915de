import Calendar
import Records
import SQLite

extension Theme {
    /// What designated positions may lack.
    static let gapsOfHiring: [Gap] = [
        Gap(
            "designated position: authorization date not recorded",
            for: [.positionsFilled],
            step: { .perform(.edit(.position), ["ref": $0], ask: ["authorized"]) }
        ) { scope in
            """
            SELECT ref, NULL FROM position_fact
            WHERE is_undated AND (authorized_on IS NULL OR authorized_on > \(scope.referenceDay))
                AND (closed_on IS NULL OR closed_on > \(scope.referenceDay)) AND \(scope.isOf("organization_id"))
            """
        },
        Gap(
            "designated position: full-time equivalent not recorded",
            for: [.fullTimeEquivalentsFilled],
            step: { .perform(.edit(.position), ["ref": $0], ask: ["fte"]) }
        ) {
            scope in
            """
            SELECT ref, authorized_on FROM position_fact
            WHERE fte_hundredths IS NULL AND authorized_on <= \(scope.referenceDay)
                AND (closed_on IS NULL OR closed_on > \(scope.referenceDay)) AND \(scope.isOf("organization_id"))
            """
        },
    ]
}
