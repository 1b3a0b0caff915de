import Measures
import Records
import SQLite

extension Theme {
    /// Training and education: TR-01 to TR-14.
    static let training = Theme(
        title: "Training and education",
        level: .organizational,
        metrics: [
            .trainingsHeld, .cancellationRate, .attendance, .peopleTrained, .peopleTrainedByName, .contactHours,
            .personHours, .personHoursMeasured, .personHoursEstimated, .completionRate, .staffReach, .currentlyTrained,
            .refresherDue, .organizationsReached, .contactBased, .contactIngredients, .accessRequestsMet,
            .topicsCovered, .registeredAndCame, .registered, .registeredCame,
        ],
        lines: [
            ScorecardLine("Trainings held (cancelled)", .trainingsHeld, .cancellationRate).withCountBehind,
            ScorecardLine("People trained (each counted once)", .peopleTrained),
            ScorecardLine("Person-hours of training", .personHours),
            ScorecardLine("Staff trained in the last 12 months", .currentlyTrained),
            ScorecardLine("Contact-based trainings", .contactBased),
        ],
        sentences: [trainings],
        facts: [OrganizationsTrained.self, KnownSessions.self],
        isRecorded: { $0[KnownSessions.self]?.areAny ?? false },
        gaps: gapsOfSessions + gapsOfOrganizations,
        kinds: [.session, .course, .attendance, .headcount, .person, .organization]
    )

    private static let trainings: Sentence = { findings, surroundings in
        guard let held = findings.whole(.trainingsHeld) else { return "" }
        guard held > 0 else { return "We held no trainings." }
        let sessions = "We held \(Printed.counted(held, "training[s]"))"
        let trained = surroundings[OrganizationsTrained.self]?.count ?? 0
        let organizations = trained == 0 ? "" : " for \(Printed.counted(trained, "organization[s]"))"
        guard let people = findings[Metric.peopleTrained.id], people.figure.state == .value else {
            return "\(sessions)\(organizations). Attendance is not recorded yet."
        }
        guard people.figure.value == nil else {
            let verb = people.figure.value == 1 ? "person was" : "different people were"
            return "\(sessions)\(organizations). \(Printed.words(people)) \(verb) trained."
        }
        let ends = Printed.words(people).replacing(" to ", with: " and ")
        let named = findings.whole(.peopleTrainedByName)
        let unnamed = named.flatMap { named in people.figure.high.flatMap(Int.init(exactly:)).map { $0 - named } }
        let why = unnamed.map {
            " (\(Printed.counted($0, "attendance[s]")) had no name, so some may be the same person)"
        }
        return "\(sessions)\(organizations). Between \(ends) different people were trained\(why ?? "")."
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
