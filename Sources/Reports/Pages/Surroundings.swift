import Measures
import Records
import SQLite

/// What the sentences of a scorecard tell beside its figures: what waits longest and for whom, and the outlets' days.
struct Surroundings: Sendable {
    /// What waits longest among those that wait.
    struct Oldest: Sendable {
        let days: Int
        /// The role that answers, where one is named.
        let owner: String?

        /// `oldest 44 days, program director`
        var words: String {
            "oldest \(days == 1 ? "1 day" : "\(days) days")\(owner.map { ", \($0)" } ?? "")"
        }
    }

    let feedback: Oldest?
    let recommendation: Oldest?
    /// The days of the open outlets until an item is acknowledged and answered; nil where they differ, or none is open.
    let days: (acknowledge: Int, answer: Int)?
    /// Whether those are working days.
    let countsWorkingDays: Bool
    let capacities: Int
    /// Organizations for which the period's trainings were held, whoever came.
    let organizationsTrained: Int
    /// Whether the record knows of any session, of whatever period: without one, nothing about trainings is measured.
    let hasSessions: Bool
    let said: Detail.Reading

    init(_ scope: Scope, _ disclosure: Disclosure, from database: borrowing DatabaseReader) throws {
        let scope = scope.undivided
        hasSessions = try database.value("SELECT EXISTS (SELECT 1 FROM session)") ?? false
        organizationsTrained =
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
        feedback = try Self.oldest(
            """
            WITH \(scope.feedbackItems)
            SELECT CAST(julianday(\(scope.referenceDay)) - julianday(received_on) AS INTEGER), owner FROM item
            WHERE NOT excluded AND NOT is_answered ORDER BY received_on, ref LIMIT 1
            """,
            database
        )
        recommendation = try Self.oldest(
            """
            WITH \(scope.recommendations)
            SELECT CAST(julianday(\(scope.referenceDay)) - julianday(made_on) AS INTEGER), addressed_to FROM made
            WHERE answer_then IS NULL ORDER BY made_on, ref LIMIT 1
            """,
            database
        )
        let clocks = try database.all(
            """
            SELECT DISTINCT ifnull(acknowledge_days, 5), ifnull(resolve_days, 30), ifnull(working_days, 0) FROM outlet
            WHERE (opened_on IS NULL OR opened_on <= \(scope.referenceDay))
                AND (closed_on IS NULL OR closed_on > \(scope.referenceDay)) AND \(scope.isOf("organization_id"))
            """
        ) { row in (acknowledge: try row[0] as Int, answer: try row[1] as Int, working: try row[2] as Bool) }
        days = clocks.count == 1 ? clocks.first.map { ($0.acknowledge, $0.answer) } : nil
        countsWorkingDays = clocks.first?.working ?? false
        capacities = try database.value("SELECT count(*) FROM code WHERE list = 'capacity'", as: Int.self) ?? 0
        said = try Detail.saidAndDone.reading(scope, disclosure, from: database)
    }

    private static func oldest(_ sql: SQL, _ database: borrowing DatabaseReader) throws -> Oldest? {
        try database.one(sql) { row in Oldest(days: try row[0], owner: try row[1]) }
    }
}
