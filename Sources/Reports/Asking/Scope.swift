package import Calendar
package import Records
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
    /// Whose commitments and reflections count, where only those of one scope do.
    package var commitments: CommitmentScope?
    /// The organization that the program itself is, whose own positions are counted where no other is asked about; nil where
    /// nobody says which.
    package var program: Int64?
    /// Whether it is a month or a quarter of a report that is divided by them.
    var isPiece = false

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

    /// The last target day that has passed: one that is on or before the last day of the period, and that is over on the
    /// as-of day. A day is past at its end.
    package var lastDayPassed: Day { min(asOf.adding(days: -1), period.to) }

    /// Whether nothing of the period has come yet on the as-of day, so that nothing can be judged.
    package var isAhead: Bool { period.from > asOf }

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

    /// The months or quarters that it is divided by, each as a question of its own about its days within the period; nil
    /// where it is divided by neither. What is judged of one is judged on its own last day.
    var pieces: [(key: String, scope: Scope)]? {
        guard split == .month || split == .quarter else { return nil }
        return (split == .month ? period.months : period.quarters).map { piece in
            let (from, to) = (max(piece.from, period.from), min(piece.to, period.to))
            let days = Period(from: from, to: to, fiscalYearStart: period.fiscalYearStart) ?? piece
            var scope = undivided.over(days)
            scope.isPiece = true
            return (piece.label, scope)
        }
    }

    /// The same question about everything up to the reference day.
    var fromTheBeginning: Scope {
        Period(from: .first, to: referenceDay, fiscalYearStart: period.fiscalYearStart).map(over) ?? self
    }
}

// MARK: - SQL

extension Scope {
    /// The term for a target day that has passed, whenever it was. This is the one rule that decides it.
    func hasPassed(_ day: SQL) -> SQL { "\(day) <= \(lastDayPassed)" }

    /// The term for a target day that lies in the period and has passed.
    func isDue(_ day: SQL) -> SQL { "\(day) BETWEEN \(period.from) AND \(lastDayPassed)" }

    /// Whether heads are counted as an organization trained counts them.
    var narrows: Bool { organization != nil || split == .organization }

    /// The clause `scope(session_id, organization_id, group_key) AS (…)`: a row per session and group.
    ///
    /// `organization_id` is the organization whose heads count, NULL where the session counts whole.
    var clause: SQL {
        let organization: SQL = narrows ? "trained.organization_id" : "NULL"
        let sessions: SQL = "SELECT \(distinct)session.id, \(organization), \(groupKey) FROM session\(meant)"
        return "scope (session_id, organization_id, group_key) AS MATERIALIZED (\(sessions))"
    }

    /// The statement that gives the row of each held session or gathering, the key of each of its groups, and `columns` over
    /// `session`.
    ///
    /// - Parameter throughAll: whether to go through the table of sessions, and not by the index of days.
    func heldSessions(_ columns: SQL, throughAll: Bool) -> SQL {
        let way: SQL = throughAll ? " NOT INDEXED" : ""
        return "SELECT \(distinct)session.id, \(groupKey), \(columns) FROM session\(way)\(meant) AND \(happened)"
    }

    private var groupKey: SQL { split?.key ?? "''" }

    /// Two topics of a session, or two of the organizations that it trains, may make one key.
    private var distinct: SQL { split == .topic || split == .sector || split == .facilitator ? "DISTINCT " : "" }

    /// What follows `FROM session`: the organizations trained where they matter, and the terms of the scope.
    private var meant: SQL {
        let trained: SQL =
            switch (organization, split) {
            case (.some, _): " JOIN session_organization AS trained ON trained.session_id = session.id"
            case (nil, .organization): " LEFT JOIN session_organization AS trained ON trained.session_id = session.id"
            case (nil, _): ""
            }
        let one: SQL = organization.map { " AND trained.organization_id = \($0.id)" } ?? ""
        let tables = split?.tables(organization?.id) ?? ""
        return "\(trained)\(tables) WHERE \(inPeriod)\(filters)\(one)"
    }

    /// The term over `session` for what lies in the period.
    var inPeriod: SQL { "session.starts_on BETWEEN \(period.from) AND \(period.to)" }

    /// The filters by course and fund as further terms over `session`.
    var filters: SQL {
        let byCourse: SQL = course.map { " AND session.course_id = \($0.id)" } ?? ""
        let byFund: SQL = fund.map { " AND session.fund = \($0)" } ?? ""
        return byCourse + byFund
    }

    /// The term over `session` for trainings held by the as-of day.
    var held: SQL { "\(happened) AND session.kind = 'training'" }

    /// The same with gatherings, which are no trainings: what was answered there counts.
    var happened: SQL { "session.status = 'held' AND session.starts_on <= \(asOf)" }
}
