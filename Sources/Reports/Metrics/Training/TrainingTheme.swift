import Measures
import SQLite

extension Theme {
    /// Training and education: TR-01 to TR-12.
    static let training = Theme(
        title: "Training and education",
        level: .organizational,
        metrics: [
            .trainingsHeld, .cancellationRate, .attendance, .peopleTrained, .peopleTrainedByName, .contactHours,
            .personHours, .personHoursMeasured, .personHoursEstimated, .completionRate, .staffReach, .currentlyTrained,
            .refresherDue, .organizationsReached, .contactBased, .contactIngredients, .accessRequestsMet,
        ],
        lines: [
            ScorecardLine("Trainings held (cancelled)", .trainingsHeld, .cancellationRate).withCountBehind,
            ScorecardLine("People trained, each counted once", .peopleTrained),
            ScorecardLine("Person-hours of training", .personHours),
            ScorecardLine("Staff trained in the last 12 months", .currentlyTrained),
            ScorecardLine("Contact-based trainings", .contactBased),
        ],
        sentences: [trainings],
        facts: [OrganizationsTrained.self, KnownSessions.self],
        isRecorded: { $0[KnownSessions.self]?.areAny ?? false },
        gaps: gapsOfSessions + gapsOfOrganizations
    )

    private static let trainings: Sentence = { findings, surroundings in
        guard let held = findings.whole(.trainingsHeld) else { return "" }
        let sessions = held == 1 ? "1 training was held" : "\(held) trainings were held"
        guard held > 0 else { return "\(sessions)." }
        let trained = surroundings[OrganizationsTrained.self]?.count ?? 0
        let organizations = trained == 0 ? "" : " for \(Printed.counted(trained, "organization[s]"))"
        guard let people = findings[Metric.peopleTrained.id], people.figure.state == .value else {
            return "\(sessions)\(organizations); who came was not written down."
        }
        let verb = people.figure.value == 1 ? "person was" : "people were"
        return "\(sessions)\(organizations); \(Printed.words(people)) \(verb) trained."
    }
}

/// Organizations for which the period's trainings were held, whoever came.
private struct OrganizationsTrained: SurroundingFact {
    let count: Int

    init(_ scope: Scope, from database: borrowing DatabaseReader) throws {
        count =
            try database.value(
                """
                WITH \(scope.clause)
                SELECT count(DISTINCT trained.organization_id) FROM scope
                CROSS JOIN session ON session.id = scope.session_id
                CROSS JOIN session_organization AS trained ON trained.session_id = scope.session_id
                WHERE \(scope.held)
                    AND (scope.organization_id IS NULL OR scope.organization_id = trained.organization_id)
                """
            ) ?? 0
    }
}

/// Whether the record knows of any session, of whatever period: without one, nothing about trainings is measured.
private struct KnownSessions: SurroundingFact {
    let areAny: Bool

    init(_ scope: Scope, from database: borrowing DatabaseReader) throws {
        areAny = try database.value("SELECT EXISTS (SELECT 1 FROM session)") ?? false
    }
}
