import Calendar
import Records
import SQLite

/// A theme with records of its own: whether any was kept, and which organizations keep them.
///
/// Its records belong to the organization of their outlet, board or assessment, never to a course or a fund.
package struct RecordTheme: Sendable {
    /// Whether any record was kept by the reference day.
    let records: Question
    /// Under what that is counted.
    let recorded: Counted
    /// The rows of the theme, as `organization_id` of each that was kept by the reference day.
    let organizations: @Sendable (Scope) -> SQL

    /// - Parameter isOfProgram: whether only the program's own records count where no organization is asked about.
    init(
        _ name: String,
        _ words: String,
        isOfProgram: Bool = false,
        organizations: @escaping @Sendable (Scope) -> SQL
    ) {
        let recorded = Counted(rawValue: name)
        self.recorded = recorded
        self.organizations = organizations
        records = Question(
            name: "records of \(words)",
            words: "Whether there is any record of \(words) by the reference day; without one, nothing was collected.",
            columns: [recorded],
            evidence: nil
        ) { scope in
            """
            SELECT \(scope.key(ofDay: nil)) AS group_key, count(*) AS recorded
            FROM (\(organizations(scope)))
            WHERE \(isOfProgram ? scope.isOfProgram("organization_id") : scope.isOf("organization_id"))
            GROUP BY group_key
            """
        }
    }
}

extension Scope {
    /// The group of a row with an `organization_id`, and with a day in `day`; the whole where the split is another.
    func key(ofDay day: SQL?) -> SQL {
        guard let split else { return "''" }
        switch (split, day) {
        case (.organization, _): return "CAST(organization_id AS TEXT)"
        case (.month, .some(let day)): return "substr(\(day), 1, 7)"
        case (.quarter, .some(let day)):
            return "substr(\(day), 1, 4) || '-Q' || ((CAST(substr(\(day), 6, 2) AS INTEGER) + 2) / 3)"
        default: return "''"
        }
    }

    /// The term for rows of the one organization that it is about, or of any.
    func isOf(_ column: SQL) -> SQL {
        organization.map { "\(column) = \($0.id)" } ?? "true"
    }

    /// The same, with the program's own where no organization is asked about; each organization's in a division by them.
    func isOfProgram(_ column: SQL) -> SQL {
        if organization != nil || split == .organization { return isOf(column) }
        return program.map { "\(column) = \($0)" } ?? "true"
    }

    /// The term for a day that lies in the period and has come by the as-of day.
    func hasCome(_ day: SQL) -> SQL { "\(day) BETWEEN \(period.from) AND \(referenceDay)" }

    /// The same day one year before the reference day.
    var yearBeforeReference: Day { referenceDay.adding(months: -12) }

    /// Whether a filter that only sessions have is set.
    var isOfSessionsOnly: Bool { course != nil || fund != nil }
}
