import Calendar
import Records
import SQLite

extension Theme {
    /// What sessions may lack.
    static let gapsOfSessions: [Gap] = [
        Gap(
            "attendance not recorded",
            for: [.attendance, .peopleTrained, .organizationsReached],
            step: { .perform(.setHeadcount, ["session": $0], ask: ["count"]) }
        ) { scope in
            scope.heldSessions(
                """
                EXISTS (
                    SELECT 1 FROM session_fact AS fact WHERE fact.session_id = session.id AND NOT fact.counted
                )
                """
            )
        },
        Gap(
            "past session not marked as held or cancelled",
            for: [.trainingsHeld, .cancellationRate],
            step: { .perform(.holdSession, ["session": $0]) }
        ) {
            scope in
            """
            SELECT ref, starts_on FROM session
            WHERE status = 'scheduled' AND kind = 'training' AND starts_on BETWEEN \(scope.period.from) AND \(scope.referenceDay)
                AND starts_on < \(scope.asOf) AND \(scope.trains)
            """
        },
        Gap(
            "minutes not recorded",
            for: [.contactHours, .personHours, .completionRate],
            step: { .perform(.edit(.session), ["ref": $0], ask: ["minutes"]) }
        ) { scope in
            scope.heldSessions("session.minutes IS NULL")
        },
        Gap(
            "speaker with lived or living experience: not recorded",
            for: [.contactBased],
            step: { .perform(.edit(.session), ["ref": $0], ask: ["contact_based"]) }
        ) { scope in scope.heldSessions("session.contact_based IS NULL") },
        Gap(
            "access requests not recorded",
            for: [.accessRequestsMet],
            step: { .perform(.edit(.session), ["ref": $0], ask: ["access_requested", "access_met"]) }
        ) {
            $0.heldSessions("session.access_requested IS NULL")
        },
        Gap(
            "organization trained not recorded",
            for: [.organizationsReached],
            step: { .perform(.edit(.session), ["ref": $0], ask: ["organization"]) }
        ) {
            scope in
            """
            SELECT ref, starts_on FROM session
            WHERE \(scope.held) AND starts_on >= \(scope.period.from) AND starts_on <= \(scope.referenceDay)
                AND \(scope.organization == nil)
                AND NOT EXISTS (SELECT 1 FROM session_organization AS trained WHERE trained.session_id = session.id)
            """
        },
    ]

    /// What organizations that were trained may lack.
    static let gapsOfOrganizations: [Gap] = [
        Gap(
            "staff total not recorded",
            for: [.staffReach, .currentlyTrained],
            step: { .perform(.edit(.organization), ["ref": $0], ask: ["staff", "staff_as_of"]) }
        ) { scope in
            """
            SELECT organization.ref, NULL FROM organization
            WHERE \(scope.isOf("organization.id"))
                AND EXISTS (
                    SELECT 1 FROM session_organization AS trained CROSS JOIN session ON session.id = trained.session_id
                    WHERE trained.organization_id = organization.id AND \(scope.held)
                        AND session.starts_on BETWEEN \(scope.period.from) AND \(scope.referenceDay)
                )
                AND NOT EXISTS (
                    SELECT 1 FROM staff_headcount AS figure
                    WHERE figure.organization_id = organization.id AND figure.as_of <= \(scope.referenceDay)
                )
            """
        }
    ]
}

extension Scope {
    /// The term over `session` for those that train the one organization, or any.
    var trains: SQL {
        guard let organization else { return "true\(filters)" }
        return """
            EXISTS (
                SELECT 1 FROM session_organization AS trained
                WHERE trained.session_id = session.id AND trained.organization_id = \(organization.id)
            )\(filters)
            """
    }

    func heldSessions(_ lacking: SQL) -> SQL {
        """
        SELECT session.ref, session.starts_on FROM session
        WHERE \(held) AND session.starts_on BETWEEN \(period.from) AND \(referenceDay) AND \(trains) AND \(lacking)
        """
    }
}
