package import Calendar
import Records
import SQLite

/// Which sessions a report is about, and as of which day it judges.
package struct Scope: Hashable, Sendable {
    /// A record that a report is limited to.
    package struct Filter: Hashable, Sendable {
        /// Its row.
        package let id: Int64
        /// How people and scripts name it.
        package let ref: String
        /// How pages name it.
        package let title: String

        /// A record by row, ref and title.
        package init(id: Int64, ref: String, title: String) {
            self.id = id
            self.ref = ref
            self.title = title
        }
    }

    /// The days that sessions must lie in.
    package var period: Period
    /// The day on which the report is made; what is dated later has not happened yet.
    package var asOf: Day
    /// The one organization trained that it is about.
    package var organization: Filter?
    /// The one course that it is about.
    package var course: Filter?
    /// The one fund that it is about.
    package var fund: String?
    /// What it is divided by.
    package var split: Split?

    /// A scope; without filters it is everything in the period.
    package init(
        period: Period,
        asOf: Day,
        organization: Filter? = nil,
        course: Filter? = nil,
        fund: String? = nil,
        by split: Split? = nil
    ) {
        self.period = period
        self.asOf = asOf
        self.organization = organization
        self.course = course
        self.fund = fund
        self.split = split
    }

    /// The day on which staff figures and what is current are judged: the earlier of as-of and the period's end.
    package var referenceDay: Day { min(asOf, period.to) }

    /// The as-of day for a page, with the day on which open and overdue are judged where that is an earlier one.
    var days: String {
        referenceDay == asOf ? asOf.words : "\(asOf.words). Open and overdue items as of \(referenceDay.words)"
    }

    /// The same question without its division.
    package var undivided: Scope {
        var scope = self
        scope.split = nil
        return scope
    }

    /// The same question about other days.
    package func over(_ period: Period) -> Scope {
        var scope = self
        scope.period = period
        return scope
    }

    /// The same question about everything up to the reference day.
    var fromTheBeginning: Scope {
        Period(from: .first, to: referenceDay, fiscalYearStart: period.fiscalYearStart).map(over) ?? self
    }
}

// MARK: - SQL

extension Scope {
    /// Whether heads are counted as an organization trained counts them.
    var narrows: Bool { organization != nil || split == .organization }

    /// The clause `scope(session_id, organization_id, group_key) AS (…)`: a row per session and group.
    ///
    /// `organization_id` is the organization whose heads count, NULL where the session counts whole.
    var clause: SQL {
        let organization: SQL = narrows ? "trained.organization_id" : "NULL"
        let sessions: SQL = "SELECT session.id, \(organization), \(groupKey) FROM session\(meant)"
        return "scope (session_id, organization_id, group_key) AS MATERIALIZED (\(sessions))"
    }

    /// The statement that gives the row of each held session, the key of each of its groups, and `columns` over
    /// `session`.
    ///
    /// - Parameter throughAll: whether to go through the table of sessions, and not by the index of days.
    func heldSessions(_ columns: SQL, throughAll: Bool) -> SQL {
        let way: SQL = throughAll ? " NOT INDEXED" : ""
        return "SELECT session.id, \(groupKey), \(columns) FROM session\(way)\(meant) AND \(held)"
    }

    private var groupKey: SQL { split?.key ?? "''" }

    /// What follows `FROM session`: the organizations trained where they matter, and the terms of the scope.
    private var meant: SQL {
        let trained: SQL =
            switch (organization, split) {
            case (.some, _): " JOIN session_organization AS trained ON trained.session_id = session.id"
            case (nil, .organization): " LEFT JOIN session_organization AS trained ON trained.session_id = session.id"
            case (nil, _): ""
            }
        let one: SQL = organization.map { " AND trained.organization_id = \($0.id)" } ?? ""
        return "\(trained) WHERE \(inPeriod)\(filters)\(one)"
    }

    /// The term over `session` for what lies in the period.
    var inPeriod: SQL { "session.starts_on BETWEEN \(period.from) AND \(period.to)" }

    /// The filters by course and fund as further terms over `session`.
    var filters: SQL {
        let byCourse: SQL = course.map { " AND session.course_id = \($0.id)" } ?? ""
        let byFund: SQL = fund.map { " AND session.fund = \($0)" } ?? ""
        return byCourse + byFund
    }

    /// The term over `session` for what was held by the as-of day.
    var held: SQL { "session.status = 'held' AND session.starts_on <= \(asOf)" }
}
